package dev.assay.verdict;

import dev.assay.check.Finding;
import dev.assay.check.ItemOutcome;
import dev.assay.check.Outcome;
import dev.assay.checklist.By;
import dev.assay.checklist.Effect;
import dev.assay.checklist.Item;
import dev.assay.checklist.Mode;
import dev.assay.checklist.Severity;
import dev.assay.document.Extraction;
import dev.assay.document.Gap;
import dev.assay.document.Place;
import dev.assay.work.Attribution;
import dev.assay.work.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/// Cases for tests: a clean first delivery of 3,000 words, and what can be different about it.
record Cases(Case value) {
    static final Reading READ = new Reading("report.docx", null, "", List.of());
    static final Item PLAIN = item("plain", Severity.MAJOR, Effect.REWORK, Mode.ENFORCE, false);

    static Cases clean() {
        return new Cases(new Case(
                List.of(passed(PLAIN)),
                List.of(READ),
                true,
                Size.of(Size.Form.WORDS, 3000),
                History.first(0),
                Policy.standard(),
                Draw.none(),
                List.of()));
    }

    Ruling ruling() {
        return VerdictPolicy.decide(value);
    }

    Cases and(ItemOutcome... more) {
        List<ItemOutcome> outcomes = new ArrayList<>(value.outcomes());
        outcomes.addAll(List.of(more));
        return outcomes(outcomes);
    }

    Cases outcomes(List<ItemOutcome> outcomes) {
        return new Cases(new Case(
                outcomes,
                value.readings(),
                value.retriesUsedUp(),
                value.size(),
                value.history(),
                value.policy(),
                value.draw(),
                value.conflictingHints()));
    }

    Cases readings(boolean retriesUsedUp, Reading... readings) {
        return new Cases(new Case(
                value.outcomes(),
                List.of(readings),
                retriesUsedUp,
                value.size(),
                value.history(),
                value.policy(),
                value.draw(),
                value.conflictingHints()));
    }

    Cases size(Size size) {
        return new Cases(new Case(
                value.outcomes(),
                value.readings(),
                value.retriesUsedUp(),
                size,
                value.history(),
                value.policy(),
                value.draw(),
                value.conflictingHints()));
    }

    Cases history(History history) {
        return new Cases(new Case(
                value.outcomes(),
                value.readings(),
                value.retriesUsedUp(),
                value.size(),
                history,
                value.policy(),
                value.draw(),
                value.conflictingHints()));
    }

    Cases policy(Policy policy) {
        return new Cases(new Case(
                value.outcomes(),
                value.readings(),
                value.retriesUsedUp(),
                value.size(),
                value.history(),
                policy,
                value.draw(),
                value.conflictingHints()));
    }

    Cases drawn() {
        return new Cases(new Case(
                value.outcomes(),
                value.readings(),
                value.retriesUsedUp(),
                value.size(),
                value.history(),
                value.policy(),
                new Draw(true, "plan-1", 0.1),
                value.conflictingHints()));
    }

    Cases conflicting(String... hints) {
        return new Cases(new Case(
                value.outcomes(),
                value.readings(),
                value.retriesUsedUp(),
                value.size(),
                value.history(),
                value.policy(),
                value.draw(),
                List.of(hints)));
    }

    static Item item(String id, Severity severity, Effect effect, Mode mode, boolean blocking) {
        return item(id, By.MACHINE, severity, effect, mode, blocking);
    }

    static Item item(String id, By by, Severity severity, Effect effect, Mode mode, boolean blocking) {
        return new Item(
                id,
                by,
                by == By.MACHINE ? "placeholder-text" : null,
                Map.of(),
                severity,
                effect,
                mode,
                1,
                blocking,
                "No placeholder is left.",
                "",
                "",
                "",
                new Item.Examples(List.of(), List.of()),
                "checklist.yaml:1:1");
    }

    static Item rework(String id, Severity severity) {
        return item(id, severity, Effect.REWORK, Mode.ENFORCE, false);
    }

    static Item blocking(String id) {
        return item(id, Severity.MAJOR, Effect.REWORK, Mode.ENFORCE, true);
    }

    static Item containing(String id) {
        return item(id, Severity.CRITICAL, Effect.CONTAIN, Mode.ENFORCE, false);
    }

    static ItemOutcome passed(Item item) {
        return new ItemOutcome(item, 1, new Outcome.Passed("Nothing found."));
    }

    static ItemOutcome failed(Item item, Finding... findings) {
        return new ItemOutcome(item, 1, new Outcome.Failed("Something found.", List.of(findings)));
    }

    static ItemOutcome failed(Item item) {
        return failed(item, finding("1"));
    }

    static ItemOutcome cannotTell(Item item, Outcome.Cause cause) {
        return new ItemOutcome(item, 1, new Outcome.CannotTell("It was not told.", cause));
    }

    static ItemOutcome notRun(Item item) {
        return new ItemOutcome(item, 1, new Outcome.NotRun("Nobody answered."));
    }

    static Finding finding(String fingerprint) {
        return finding(fingerprint, "'TBD' was left in place " + fingerprint + ".");
    }

    static Finding finding(String fingerprint, String message) {
        return finding(fingerprint, message, Attribution.VENDOR);
    }

    static Finding finding(String fingerprint, String message, Attribution attribution) {
        return new Finding(
                message, "Write it out.", "report.docx", new Place.Page(3), null, null, fingerprint, attribution);
    }

    static Reading unreadable(Extraction.Reason reason) {
        return new Reading("annex.pdf", reason, "found at byte 17", List.of());
    }

    static Reading withGap(Gap.Reason reason) {
        return new Reading("report.docx", null, "", List.of(new Gap(reason, new Place.Page(7), "a scan without text")));
    }

    static History round(int round) {
        return new History(round, History.Standing.CURRENT, false, Set.of(), Set.of(), Set.of(), 0);
    }

    static Policy acceptable(int critical, OptionalInt major, OptionalInt minor) {
        return new Policy("p1", 0, 0, false, false, 3, critical, major, minor, OptionalDouble.empty());
    }

    static Policy threshold(double score) {
        return new Policy(
                "p1", 0, 0, false, false, 3, 99, OptionalInt.of(99), OptionalInt.empty(), OptionalDouble.of(score));
    }
}
