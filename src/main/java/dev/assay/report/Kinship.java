package dev.assay.report;

import dev.assay.priorwork.Exclusion;
import dev.assay.priorwork.Match;
import dev.assay.priorwork.Standing;
import dev.assay.priorwork.align.Edit;
import org.jspecify.annotations.Nullable;

/// The headings that passages of other work stand under, in order of what they mean for a reader.
enum Kinship {
    RESTRICTED(
            "Restricted work",
            "Nothing may be told of where else these passages stand. An officer who may know can"
                    + " unlock them, with a reason."),
    EXTERNAL("Published and other outside texts", ""),
    SAME_VENDOR("Other work of this vendor for this client", ""),
    OTHER_VENDOR("Work of other vendors for this client", ""),
    PREDECESSOR("Work that this one continues", "Not counted: the work order names it as what comes before."),
    SAME_WORK_ORDER("Other work of the same work order", "Not counted: one text for one client."),
    EARLIER_ROUND("Other deliveries of this deliverable", "Not counted: the same work, another round."),
    COMMON("Common wording", "Not counted: so many projects have these passages that they tell nothing.");

    private final String title;
    private final String note;

    Kinship(String title, String note) {
        this.title = title;
        this.note = note;
    }

    String title() {
        return title;
    }

    String note() {
        return note;
    }

    static Kinship of(Match match) {
        return switch (match.relation()) {
            case OTHER_CLIENT -> match.commonness().common() ? COMMON : RESTRICTED;
            case EXTERNAL -> match.commonness().common() ? COMMON : EXTERNAL;
            case SAME_VENDOR -> match.commonness().common() ? COMMON : SAME_VENDOR;
            case OTHER_VENDOR -> match.commonness().common() ? COMMON : OTHER_VENDOR;
            case PREDECESSOR -> PREDECESSOR;
            case SAME_WORK_ORDER -> SAME_WORK_ORDER;
            case EARLIER_ROUND -> EARLIER_ROUND;
        };
    }

    static String of(Standing standing) {
        return switch (standing) {
            case IN_FLIGHT -> "Not decided yet";
            case ACCEPTED -> "Accepted";
            case REJECTED -> "Rejected";
            case RECALLED -> "Recalled";
            case SUPERSEDED -> "Superseded by a later delivery";
        };
    }

    static String of(@Nullable Edit edit) {
        return switch (edit) {
            case null -> "";
            case VERBATIM -> "Word for word";
            case LIGHT -> "Few words changed";
            case HEAVY -> "Reworded";
        };
    }

    static String of(@Nullable Exclusion why) {
        return switch (why) {
            case null -> "";
            case QUOTATION -> "Quotation that names its source";
            case BIBLIOGRAPHY -> "List of works referred to";
            case CONTENTS -> "Table of contents";
            case TEMPLATE -> "Text of a template of the client";
            case BRIEF -> "From the client's own brief";
            case SMALL -> "Too short to tell anything";
        };
    }
}
