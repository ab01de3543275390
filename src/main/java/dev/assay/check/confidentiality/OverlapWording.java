package dev.assay.check.confidentiality;

import dev.assay.priorwork.Match;
import dev.assay.priorwork.Relation;
import dev.assay.priorwork.Shares;
import dev.assay.priorwork.Standing;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;

/// The words of a finding about a passage that stands in other work too. Its reader may be the vendor: of work
/// of another vendor and of work for another client it says the same, and nothing of either.
final class OverlapWording {
    private OverlapWording() {}

    static String message(Stretch stretch, Shares.Counted counted) {
        String words = String.format(Locale.ROOT, "%,d %s", counted.words(), counted.words() == 1 ? "word" : "words");
        String share = counted.share() == null
                ? ""
                : String.format(Locale.ROOT, " (%.1f %% of all that count)", counted.share() * 100);
        return switch (stretch.first().relation()) {
            case SAME_VENDOR ->
                words + share + " also stand in other work of the same vendor for this client, " + source(stretch);
            case EXTERNAL -> words + share + " also stand in " + source(stretch);
            case OTHER_VENDOR, OTHER_CLIENT -> "A passage of " + words + share + " is not this deliverable's own work.";
            case EARLIER_ROUND, SAME_WORK_ORDER, PREDECESSOR ->
                throw new IllegalArgumentException("What this work continues has no limit.");
        };
    }

    private static String source(Stretch stretch) {
        Match longest = stretch.matches().stream()
                .max(Comparator.comparingInt(
                        match -> match.own().endWord() - match.own().firstWord()))
                .orElseThrow();
        Match.Other other = longest.other();
        if (other == null) {
            return "another text.";
        }
        long works = stretch.matches().stream()
                .map(Match::other)
                .filter(Objects::nonNull)
                .map(Match.Other::work)
                .distinct()
                .count();
        return "\u201c" + other.title() + "\u201d, " + other.place() + ": " + closeness(longest)
                + (works > 1
                        ? " " + (works == 2 ? "1 more work has" : works - 1 + " more works have") + " it too."
                        : "")
                + (other.standing() == Standing.RECALLED ? " That work was recalled." : "");
    }

    private static String closeness(Match match) {
        if (match.newFigures()) {
            return "the same text with new figures.";
        }
        return switch (match.edit()) {
            case null -> "the same text.";
            case VERBATIM -> "word for word.";
            case LIGHT -> "with few words changed.";
            case HEAVY -> "reworded.";
        };
    }

    static String remedy(Relation relation) {
        return switch (relation) {
            case SAME_VENDOR -> "Write it anew for this work, or ask whether it may stand as it is.";
            case EXTERNAL -> "Write it in your own words, or set it as a quotation with its source beside it.";
            case OTHER_VENDOR, OTHER_CLIENT, EARLIER_ROUND, SAME_WORK_ORDER, PREDECESSOR ->
                "Put this deliverable's own work in its place.";
        };
    }
}
