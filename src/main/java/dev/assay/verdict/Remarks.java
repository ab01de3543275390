package dev.assay.verdict;

import dev.assay.check.ItemOutcome;
import dev.assay.check.Outcome;
import dev.assay.checklist.By;
import dev.assay.checklist.Effect;
import dev.assay.checklist.Mode;
import dev.assay.document.Extraction;
import dev.assay.work.ShownName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a ruling says beside its reason.
///
/// @param given a case in canonical order
record Remarks(Case given) {

    /// Failed items that do not decide: all of them when the deliverable is accepted, else advice and what is
    /// only recorded.
    List<Remark> notes(boolean accepted) {
        return given.outcomes().stream()
                .filter(item -> item.outcome() instanceof Outcome.Failed)
                .filter(item -> accepted
                        || item.item().mode() == Mode.ADVISE
                        || item.item().effect() == Effect.RECORD)
                .map(Remarks::remark)
                .toList();
    }

    /// What could not be told: which deliverable it is, parts, gaps, items.
    List<Remark> untold() {
        List<Remark> remarks = new ArrayList<>();
        given.conflictingHints().forEach(hint -> remarks.add(new Remark("", Evidence.uncertain(hint) + ".")));
        given.doubts().forEach(doubt -> remarks.add(new Remark("", Phrases.clause(doubt) + ".")));
        for (Reading reading : given.readings()) {
            if (reading.unreadable() != null) {
                remarks.add(new Remark("", unreadable(reading) + "."));
            }
            if (!reading.mismatch().isEmpty()) {
                remarks.add(new Remark("", Evidence.mismatch(reading) + "."));
            }
            reading.gaps().forEach(gap -> remarks.add(new Remark("", Evidence.gap(reading, gap) + ".")));
        }
        given.outcomes().stream()
                .filter(Evidence::isUntold)
                .filter(item -> !isOpen(item))
                .map(Remarks::remark)
                .forEach(remarks::add);
        return remarks;
    }

    /// What a person or the vendor still has to answer.
    List<Remark> open() {
        return given.outcomes().stream()
                .filter(Remarks::isOpen)
                .map(item -> new Remark(item.item().id(), item.item().requirement()))
                .toList();
    }

    static String unreadable(Reading reading) {
        String detail = Phrases.clause(reading.detail());
        return "Part '" + ShownName.of(reading.part()) + "' cannot be read: " + reason(reading.unreadable())
                + (detail.isEmpty() ? "" : " (" + detail + ")");
    }

    private static String reason(Extraction.@Nullable Reason reason) {
        return switch (reason) {
            case PASSWORD -> "it is protected by a password";
            case EMPTY -> "it has no bytes";
            case DAMAGED -> "it is damaged or cut off";
            case UNKNOWN_FORMAT -> "its format is not known";
            case LIMIT -> "it passes a safety limit";
            case DEADLINE -> "reading took too long";
            case OUT_OF_MEMORY -> "reading needed too much memory";
            case CRASHED -> "the reader failed";
            case null -> "the reason is not known";
        };
    }

    private static boolean isOpen(ItemOutcome item) {
        return item.item().by() != By.MACHINE && item.outcome() instanceof Outcome.NotRun;
    }

    private static Remark remark(ItemOutcome item) {
        return new Remark(item.item().id(), item.outcome().reason());
    }
}
