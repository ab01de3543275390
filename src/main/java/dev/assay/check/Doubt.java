package dev.assay.check;

import dev.assay.document.Extraction;
import dev.assay.document.Gap;
import dev.assay.document.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What was delivered and could not be read, and the one rule what that means for an outcome: nothing passes
/// that the unread could fail, and nothing fails that the unread could pass.
final class Doubt {
    private Doubt() {}

    /// One unread passage.
    private record Passage(String description, Outcome.Cause cause, boolean wholePart) {}

    /// Inspects what was read, and takes back an outcome that the unread leaves in doubt.
    static Outcome inspect(Check check, Inspection inspection, Parameters parameters) {
        Check.Unread effect = check.unread(parameters);
        List<Passage> unread = passages(inspection).stream()
                .filter(passage -> matters(passage, effect))
                .toList();
        if (!unread.isEmpty() && inspection.readable().isEmpty()) {
            return doubt("Nothing could be read", unread);
        }
        Outcome outcome = check.inspect(inspection, parameters);
        return unread.isEmpty() ? outcome : judged(outcome, effect, unread);
    }

    private static boolean matters(Passage passage, Check.Unread effect) {
        return switch (effect) {
            case HARMLESS -> false;
            case HARMLESS_IN_A_READ_PART -> passage.wholePart();
            case MAY_HIDE_FAULTS, MAY_HOLD_CONTENT, MAY_DO_EITHER -> true;
        };
    }

    private static Outcome judged(Outcome outcome, Check.Unread effect, List<Passage> unread) {
        boolean mayHideFaults = effect != Check.Unread.MAY_HOLD_CONTENT;
        boolean mayHoldContent = effect != Check.Unread.MAY_HIDE_FAULTS;
        return switch (outcome) {
            case Outcome.Passed ignored when mayHideFaults -> doubt("What was read is in order", unread);
            case Outcome.NotApplicable ignored -> doubt("Nothing of the kind was found in what was read", unread);
            case Outcome.Failed failed
            when mayHoldContent && excused(unread) -> doubt("What was read does not suffice", unread);
            case Outcome.Failed failed ->
                new Outcome.Failed(failed.reason() + " Not read: " + described(unread), failed.findings());
            case Outcome.Passed passed -> passed;
            case Outcome.CannotTell cannotTell -> cannotTell;
            case Outcome.NotRun notRun -> notRun;
        };
    }

    /// What a vendor must deliver as text is missing when it comes as a scan. An unreadable part, or one that
    /// we stopped reading, may well hold it.
    private static boolean excused(List<Passage> unread) {
        return unread.stream().anyMatch(passage -> passage.wholePart() || passage.cause() != Outcome.Cause.VENDOR);
    }

    private static Outcome doubt(String subject, List<Passage> unread) {
        Outcome.Cause cause = unread.stream()
                .map(Passage::cause)
                .filter(each -> each != Outcome.Cause.VENDOR)
                .findFirst()
                .orElse(Outcome.Cause.VENDOR);
        return new Outcome.CannotTell(subject + "; not read: " + described(unread), cause);
    }

    private static String described(List<Passage> unread) {
        Optional<Passage> more = unread.size() > 3 ? Optional.of(unread.get(3)) : Optional.empty();
        String first = String.join(
                "; ", unread.stream().limit(3).map(Passage::description).toList());
        return more.isEmpty() ? first + "." : first + "; and " + (unread.size() - 3) + " more.";
    }

    private static List<Passage> passages(Inspection inspection) {
        List<Passage> passages = new ArrayList<>();
        for (Inspection.Part part : inspection.parts()) {
            switch (part.extraction()) {
                case Extraction.Unreadable unreadable ->
                    passages.add(new Passage(part.name() + " (" + unreadable.detail() + ")", cause(unreadable), true));
                case Extraction.Extracted extracted -> {
                    for (Gap gap : extracted.document().gaps()) {
                        passages.add(new Passage(described(part, gap), cause(gap), wholePart(gap)));
                    }
                }
            }
        }
        return passages;
    }

    /// Whether more than text may be missing: fonts, properties and pages of the part, or of a file packed in it.
    /// Text that is drawn or has no characters hides none of these, nor does a file beside the text.
    private static boolean wholePart(Gap gap) {
        return switch (gap.reason()) {
            case NO_TEXT, UNDECODABLE_FONT, UNOPENED_FILE -> false;
            case SKIPPED_PART, TRUNCATED, DAMAGED, LIMIT -> hasNoFinerPlace(gap.place());
        };
    }

    private static boolean hasNoFinerPlace(Place place) {
        return switch (place) {
            case Place.Whole ignored -> true;
            case Place.Part part -> hasNoFinerPlace(part.within());
            case Place.Page ignored -> false;
            case Place.Paragraph ignored -> false;
            case Place.Cell ignored -> false;
            case Place.Slide ignored -> false;
            case Place.Line ignored -> false;
        };
    }

    private static String described(Inspection.Part part, Gap gap) {
        return part.name() + ", " + gap.describe();
    }

    private static Outcome.Cause cause(Extraction.Unreadable unreadable) {
        return switch (unreadable.reason().cause()) {
            case VENDOR -> Outcome.Cause.VENDOR;
            case HOSTILE -> Outcome.Cause.LIMIT;
            case OURS ->
                switch (unreadable.reason()) {
                    case DEADLINE -> Outcome.Cause.DEADLINE;
                    case OUT_OF_MEMORY -> Outcome.Cause.LIMIT;
                    case CRASHED, PASSWORD, EMPTY, DAMAGED, UNKNOWN_FORMAT, LIMIT -> Outcome.Cause.ERROR;
                };
        };
    }

    private static Outcome.Cause cause(Gap gap) {
        return switch (gap.reason()) {
            case NO_TEXT, TRUNCATED, UNDECODABLE_FONT, DAMAGED -> Outcome.Cause.VENDOR;
            case SKIPPED_PART, UNOPENED_FILE, LIMIT -> Outcome.Cause.LIMIT;
        };
    }
}
