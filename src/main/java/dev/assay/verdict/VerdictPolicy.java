package dev.assay.verdict;

import dev.assay.checklist.Effect;
import dev.assay.document.Extraction;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/// Decides what becomes of a submission: ten rules, asked in order, of which the first that fires is recorded.
///
/// The same case gives the same ruling, whatever the order of its outcomes and findings; items in trial are not
/// looked at.
public final class VerdictPolicy {
    private static final String REVIEWER_DECIDES = "A reviewer decides.";

    private final Case given;
    private final Evidence evidence;
    private final Contest contest;
    private final Grounds grounds;

    private VerdictPolicy(Case given) {
        this.evidence = Evidence.of(given);
        this.given = evidence.given();
        this.contest = new Contest(this.given);
        this.grounds =
                new Grounds(AcceptanceNumbers.of(given.policy(), given.size().units()), this.given);
    }

    /// Decides. Every case has a ruling.
    public static Ruling decide(Case given) {
        return new VerdictPolicy(given).ruling();
    }

    private Ruling ruling() {
        List<Function<VerdictPolicy, Optional<Firing>>> rules = List.of(
                VerdictPolicy::notYet,
                VerdictPolicy::contain,
                VerdictPolicy::rework,
                VerdictPolicy::contested,
                VerdictPolicy::unreadable,
                VerdictPolicy::inconclusive,
                VerdictPolicy::reviewItem,
                VerdictPolicy::policy,
                VerdictPolicy::sampled);
        Firing firing = rules.stream()
                .flatMap(rule -> rule.apply(this).stream())
                .findFirst()
                .orElseGet(this::accept);
        Remarks remarks = new Remarks(given);
        List<Failure> scored = evidence.scored();
        return new Ruling(
                firing.verdict(),
                firing.rule(),
                firing.reason(),
                firing.nextStep(),
                Counts.of(scored),
                grounds.allowed(),
                QualityScore.of(scored, given.size().units()),
                remarks.notes(firing.verdict() instanceof Verdict.Accept),
                remarks.untold(),
                remarks.open(),
                Inputs.of(given));
    }

    private Optional<Firing> notYet() {
        return switch (given.history().standing()) {
            case CURRENT -> Optional.empty();
            case WAITING ->
                pending(
                        Rule.NOT_YET,
                        Verdict.Until.PARTS,
                        "Parts of the deliverable are missing.",
                        "The rest may arrive within its window.");
            case SUPERSEDED ->
                pending(
                        Rule.NOT_YET,
                        Verdict.Until.NEWER_REVISION,
                        "A newer revision replaced this one.",
                        "The newer revision gets the verdict.");
        };
    }

    /// The reason names items and numbers only: what was found stays inside the restricted review.
    private Optional<Firing> contain() {
        List<Failure> failures = evidence.failures(Effect.CONTAIN);
        if (!failures.isEmpty()) {
            Failure first = failures.getFirst();
            String others = failures.size() == 1 ? "" : ", and " + Phrases.count(failures.size() - 1, "more item");
            return restricted("Item '" + first.item().id() + "' must be contained: "
                    + Phrases.count(first.findings().size(), "finding") + others + ".");
        }
        return evidence.containmentInDoubt()
                .flatMap(item -> restricted("Item '" + item.item().id()
                        + "' guards confidentiality and could not be told, so nothing may be taken as clean."));
    }

    private static Optional<Firing> restricted(String reason) {
        return Optional.of(new Firing(
                new Verdict.Review(true),
                Rule.CONTAIN,
                reason,
                "Nothing is sent and the vendor is not told; a cleared reviewer decides."));
    }

    private Optional<Firing> rework() {
        if (!contest.ofTheWhole().isEmpty()) {
            return Optional.empty();
        }
        List<Failure> uncontested = evidence.failures(Effect.REWORK).stream()
                .map(failure -> failure.only(finding -> !contest.concerns(finding)))
                .toList();
        return grounds.in(uncontested).map(clause -> rework(Rule.REWORK, clause + "."));
    }

    private Firing rework(Rule rule, String reason) {
        boolean awaitsRelease = given.policy().releaseLetters();
        String letter = awaitsRelease ? "A person releases the letter; then the vendor" : "The vendor";
        return new Firing(
                new Verdict.Rework(awaitsRelease),
                rule,
                reason,
                letter + " mends it and delivers round " + (given.history().round() + 1) + ".");
    }

    private Optional<Firing> contested() {
        List<Failure> failures = evidence.failures(Effect.REWORK);
        return grounds.in(failures)
                .map(clause -> review(
                        Rule.CONTESTED, clause + "; but " + String.join(", and ", contest.clauses(failures)) + "."));
    }

    private Optional<Firing> unreadable() {
        return waitsForPassword()
                .or(this::quarantined)
                .or(this::readAgain)
                .or(this::vendorsUnreadable)
                .or(this::unreadableByUs);
    }

    private Optional<Firing> waitsForPassword() {
        return first(reason -> reason == Extraction.Reason.PASSWORD)
                .flatMap(reading -> pending(
                        Rule.UNREADABLE,
                        Verdict.Until.PASSWORD,
                        Remarks.unreadable(reading) + ".",
                        "The vendor supplies the password or a copy without one."));
    }

    private Optional<Firing> quarantined() {
        return first(reason -> reason.cause() == Extraction.Cause.HOSTILE)
                .flatMap(reading -> pending(
                        Rule.UNREADABLE,
                        Verdict.Until.QUARANTINE,
                        Remarks.unreadable(reading) + ".",
                        "It is quarantined; the operator looks at it."));
    }

    private Optional<Firing> readAgain() {
        return given.retriesUsedUp()
                ? Optional.empty()
                : first(reason -> reason.cause() == Extraction.Cause.OURS)
                        .flatMap(reading -> pending(
                                Rule.UNREADABLE,
                                Verdict.Until.RETRY,
                                Remarks.unreadable(reading) + ".",
                                "It is read again."));
    }

    private Optional<Firing> vendorsUnreadable() {
        return first(reason -> reason.cause() == Extraction.Cause.VENDOR).map(reading -> {
            String clause = Remarks.unreadable(reading);
            List<String> doubts = contest.ofTheWhole();
            return doubts.isEmpty()
                    ? rework(Rule.UNREADABLE, clause + ".")
                    : review(Rule.UNREADABLE, clause + "; but " + String.join(", and ", doubts) + ".");
        });
    }

    private Optional<Firing> unreadableByUs() {
        return first(reason -> reason.cause() == Extraction.Cause.OURS)
                .map(reading -> review(Rule.UNREADABLE, Remarks.unreadable(reading) + ", also when tried again."));
    }

    private Optional<Reading> first(Predicate<Extraction.Reason> reason) {
        return evidence.unreadable(reason).stream().findFirst();
    }

    private Optional<Firing> inconclusive() {
        List<String> clauses = evidence.inconclusive();
        if (clauses.isEmpty()) {
            return Optional.empty();
        }
        String others = clauses.size() == 1
                ? ""
                : ", and " + Phrases.count(clauses.size() - 1, "more thing") + " could not be told";
        return Optional.of(review(Rule.INCONCLUSIVE, clauses.getFirst() + others + "."));
    }

    private Optional<Firing> reviewItem() {
        return evidence.failures(Effect.REVIEW).stream()
                .findFirst()
                .map(failure -> review(
                        Rule.REVIEW_ITEM,
                        "Item '" + failure.item().id() + "' is for a reviewer: "
                                + Phrases.clause(failure.findings().getFirst().message()) + "."));
    }

    private Optional<Firing> policy() {
        int earlier = given.history().earlierDeliveries();
        if (given.history().acceptedBefore()) {
            return Optional.of(review(
                    Rule.POLICY, "An earlier revision is accepted already, and none replaces it without a person."));
        }
        if (given.policy().tightened()) {
            return Optional.of(review(Rule.POLICY, "Inspection is tightened: a person reads every deliverable."));
        }
        if (earlier < given.policy().firstDeliveries()) {
            return Optional.of(review(
                    Rule.POLICY,
                    "This is the vendor's deliverable no. " + (earlier + 1) + ", and a person reads the first "
                            + given.policy().firstDeliveries() + "."));
        }
        return Optional.empty();
    }

    private Optional<Firing> sampled() {
        return given.draw().drawn()
                ? Optional.of(review(
                        Rule.SAMPLED, "Nothing stands in the way; it was drawn by sampling for a person to read."))
                : Optional.empty();
    }

    private Firing accept() {
        long passed = evidence.enforced(Evidence::isPassed).count();
        String clause = Phrases.count((int) passed, "item") + " that count" + (passed == 1 ? "s" : "") + " passed";
        boolean notes = !new Remarks(given).notes(true).isEmpty();
        return new Firing(
                new Verdict.Accept(notes),
                Rule.ACCEPT,
                notes
                        ? OpenFindings.of(evidence, grounds.allowed()).sentence() + " " + clause + "."
                        : clause + " and none failed.",
                notes
                        ? "The deliverable may be used as it is, with what was found in it."
                        : "The deliverable may be used.");
    }

    private static Firing review(Rule rule, String reason) {
        return new Firing(new Verdict.Review(false), rule, reason, REVIEWER_DECIDES);
    }

    private static Optional<Firing> pending(Rule rule, Verdict.Until until, String reason, String nextStep) {
        return Optional.of(new Firing(new Verdict.Pending(until), rule, reason, nextStep));
    }

    /// A rule that fired.
    private record Firing(Verdict verdict, Rule rule, String reason, String nextStep) {}
}
