package dev.assay.verdict;

import dev.assay.check.ItemOutcome;
import dev.assay.check.Outcome;
import dev.assay.checklist.By;
import dev.assay.checklist.Effect;
import dev.assay.checklist.Mode;
import dev.assay.document.Extraction;
import dev.assay.document.Gap;
import dev.assay.work.ShownName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// A case with the questions the rules ask of it.
record Evidence(Case given) {
    static Evidence of(Case given) {
        return new Evidence(CanonicalOrder.of(given));
    }

    /// All failed items, also those that do not count.
    List<Failure> failures() {
        return given.outcomes().stream().flatMap(Evidence::failure).toList();
    }

    /// The failed items of that effect that count, worst first.
    List<Failure> failures(Effect effect) {
        return enforced(item -> item.item().effect() == effect)
                .flatMap(Evidence::failure)
                .toList();
    }

    /// All failed items that count, without findings the vendor does not answer for.
    List<Failure> scored() {
        return enforced(item -> true)
                .flatMap(Evidence::failure)
                .map(failure -> failure.only(Contest::isTheVendors))
                .toList();
    }

    /// The first containing item that nobody may take as clean: not told, and not by the vendor's unreadable
    /// file.
    Optional<ItemOutcome> containmentInDoubt() {
        return enforced(item -> item.item().effect() == Effect.CONTAIN)
                .filter(this::isInDoubt)
                .findFirst();
    }

    private boolean isInDoubt(ItemOutcome item) {
        return switch (item.outcome()) {
            case Outcome.CannotTell untold -> untold.cause() != Outcome.Cause.VENDOR || !anyUnreadableByVendor();
            case Outcome.NotRun ignored -> item.item().by() == By.MACHINE && !allUnreadableByVendor();
            case Outcome.Passed ignored -> false;
            case Outcome.Failed ignored -> false;
            case Outcome.NotApplicable ignored -> false;
        };
    }

    List<Reading> unreadable(Predicate<Extraction.Reason> reason) {
        return given.readings().stream()
                .filter(reading -> reading.unreadable() != null && reason.test(reading.unreadable()))
                .toList();
    }

    private boolean anyUnreadableByVendor() {
        return given.readings().stream().anyMatch(reading -> reading.unreadableBy(Extraction.Cause.VENDOR));
    }

    private boolean allUnreadableByVendor() {
        return !given.readings().isEmpty()
                && given.readings().stream().allMatch(reading -> reading.unreadableBy(Extraction.Cause.VENDOR));
    }

    /// Why the whole is not conclusive, one clause each, worst first; empty where it is.
    List<String> inconclusive() {
        List<ItemOutcome> untold = Stream.concat(
                        given.outcomes().stream().filter(Evidence::endedByAccident),
                        enforced(Evidence::isOpenAndBlocking).filter(item -> !endedByAccident(item)))
                .toList();
        List<String> clauses = new ArrayList<>(untold(untold));
        if (untold.stream().noneMatch(this::namesAGap)) {
            gapsThatCount().forEach(clauses::add);
        }
        given.readings().stream()
                .filter(reading -> !reading.mismatch().isEmpty())
                .forEach(reading -> clauses.add(mismatch(reading)));
        given.conflictingHints().forEach(hint -> clauses.add(uncertain(hint)));
        given.doubts().stream().map(Phrases::clause).forEach(clauses::add);
        if (given.readings().isEmpty()) {
            clauses.add("No part was read");
        }
        if (clauses.isEmpty() && enforced(Evidence::isAnswered).findAny().isEmpty()) {
            clauses.add("No enforced item was answered with a pass");
        }
        return clauses;
    }

    /// An error, deadline or limit of ours, or a machine's item that was not carried out; for an enforced item
    /// also what the vendor's file kept from being told.
    private static boolean endedByAccident(ItemOutcome item) {
        return switch (item.outcome()) {
            case Outcome.CannotTell untold ->
                switch (untold.cause()) {
                    case ERROR, DEADLINE, LIMIT -> true;
                    case VENDOR -> item.item().mode() == Mode.ENFORCE;
                    case CONTENT -> false;
                };
            case Outcome.NotRun ignored -> item.item().by() == By.MACHINE;
            case Outcome.Passed ignored -> false;
            case Outcome.Failed ignored -> false;
            case Outcome.NotApplicable ignored -> false;
        };
    }

    private static boolean isOpenAndBlocking(ItemOutcome item) {
        return item.item().blocking() && isUntold(item);
    }

    /// A vendor's word alone is no answer to rest an acceptance on.
    private static boolean isAnswered(ItemOutcome item) {
        return item.outcome() instanceof Outcome.Passed && item.item().by() != By.VENDOR;
    }

    static boolean isPassed(ItemOutcome item) {
        return item.outcome() instanceof Outcome.Passed;
    }

    static boolean isUntold(ItemOutcome item) {
        return item.outcome() instanceof Outcome.CannotTell || item.outcome() instanceof Outcome.NotRun;
    }

    private Stream<String> gapsThatCount() {
        boolean inScope = enforced(Evidence::looksAtTheText).findAny().isPresent();
        return given.readings().stream()
                .flatMap(reading -> reading.gaps().stream()
                        .filter(gap -> inScope || gap.stoppedEarly())
                        .map(gap -> gap(reading, gap)));
    }

    private static boolean looksAtTheText(ItemOutcome item) {
        return item.item().by() == By.MACHINE && !(item.outcome() instanceof Outcome.NotApplicable);
    }

    /// An item that is in doubt for a gap names those it is in doubt for.
    private boolean namesAGap(ItemOutcome item) {
        return given.readings().stream()
                .flatMap(reading -> reading.gaps().stream())
                .anyMatch(gap -> item.outcome().reason().contains(gap.describe()));
    }

    static String gap(Reading reading, Gap gap) {
        return "Part '" + ShownName.of(reading.part()) + "' was not wholly read: " + Phrases.clause(gap.describe());
    }

    /// A name that misleads about the format may hide what a reader of the format it claims would show.
    static String mismatch(Reading reading) {
        return "Part '" + ShownName.of(reading.part()) + "' is not what its name says: "
                + Phrases.clause(reading.mismatch());
    }

    static String uncertain(String hint) {
        return "The deliverable is not certain: " + Phrases.clause(hint);
    }

    /// One clause for each reason, whatever the number of items.
    private static Collection<String> untold(List<ItemOutcome> items) {
        Map<String, List<String>> byReason = new LinkedHashMap<>();
        for (ItemOutcome item : items) {
            String ended = item.outcome() instanceof Outcome.NotRun ? "not answered" : "told";
            byReason.computeIfAbsent(
                            ended + ": " + Phrases.clause(item.outcome().reason()), key -> new ArrayList<>())
                    .add(item.item().id());
        }
        return byReason.entrySet().stream()
                .map(each -> Phrases.items(each.getValue())
                        + (each.getKey().startsWith("told")
                                ? " could not be "
                                : each.getValue().size() == 1 ? " was " : " were ")
                        + each.getKey())
                .toList();
    }

    Stream<ItemOutcome> enforced(Predicate<ItemOutcome> wanted) {
        return given.outcomes().stream()
                .filter(item -> item.item().mode() == Mode.ENFORCE)
                .filter(wanted);
    }

    private static Stream<Failure> failure(ItemOutcome item) {
        return item.outcome() instanceof Outcome.Failed failed
                ? Stream.of(new Failure(item.item(), failed.findings()))
                : Stream.empty();
    }
}
