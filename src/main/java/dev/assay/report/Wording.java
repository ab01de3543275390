package dev.assay.report;

import dev.assay.checklist.By;
import dev.assay.checklist.Effect;
import dev.assay.checklist.Mode;
import dev.assay.checklist.Severity;
import dev.assay.document.Fact;
import dev.assay.priorwork.Relation;
import dev.assay.work.CountedTime;
import dev.assay.work.Dismissal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// The words and numbers of reports, as a vendor understands them.
final class Wording {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH);

    private Wording() {}

    static String of(Severity severity) {
        return switch (severity) {
            case CRITICAL -> "Critical";
            case MAJOR -> "Major";
            case MINOR -> "Minor";
            case NEUTRAL -> "For information";
        };
    }

    static String of(Effect effect) {
        return switch (effect) {
            case CONTAIN -> "Kept inside";
            case REWORK -> "Please mend";
            case REVIEW -> "A reviewer looks at it";
            case RECORD -> "For the record";
        };
    }

    static String of(Mode mode, boolean blocking) {
        return switch (mode) {
            case ENFORCE -> blocking ? "Must be met to be accepted" : "Counts";
            case ADVISE -> "Advice, does not count";
            case TRIAL -> "On trial, does not count";
        };
    }

    static String of(By by) {
        return switch (by) {
            case MACHINE -> "checked by machine";
            case PERSON -> "for a person to answer";
            case VENDOR -> "for the vendor to declare";
        };
    }

    static String of(Relation relation) {
        return switch (relation) {
            case EARLIER_ROUND -> "another delivery of this deliverable";
            case SAME_WORK_ORDER -> "other work of the same work order";
            case PREDECESSOR -> "the work this one continues";
            case EXTERNAL -> "published work";
            case SAME_VENDOR -> "other work of this vendor";
            case OTHER_VENDOR -> "work of another vendor";
            case OTHER_CLIENT -> "restricted work";
        };
    }

    static String count(long number, String noun) {
        return number(number) + " " + noun + (number == 1 ? "" : "s");
    }

    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    static String count(Fact.Count count) {
        return switch (count.unit()) {
            case PAGES -> count(count.count(), "page");
            case SLIDES -> count(count.count(), "slide");
            case SHEETS -> count(count.count(), "sheet");
        };
    }

    /// A size in bytes, in units of 1,000.
    static String size(long bytes) {
        if (bytes < 1000) {
            return count(bytes, "byte");
        }
        if (bytes < 1_000_000) {
            return String.format(Locale.ROOT, "%.1f kB", bytes / 1e3);
        }
        return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }

    /// A moment with its zone: `24 Nov 2026, 17:00 Europe/London (UTC)`.
    static String moment(Instant at, ZoneId zone) {
        String offset = zone.getRules().getOffset(at).getId();
        return MOMENT.format(at.atZone(zone)) + " " + zone.getId() + " (UTC" + (offset.equals("Z") ? "" : offset) + ")";
    }

    /// Why a finding does not count, and what else that covers.
    static String dismissed(Dismissal dismissal) {
        String reason = switch (dismissal.reason()) {
            case WRONG -> "The check is mistaken";
            case INTENDED -> "It is meant to be so";
            case AGREED -> "The client agreed";
            case MINOR -> "Not worth mending";
            case ELSEWHERE -> "Dealt with elsewhere";
        };
        String scope = switch (dismissal.scope()) {
            case FINDING -> "this finding";
            case TEXT -> "this text in the work order";
            case CLIENT -> "this text in all work of the client";
            case ITEM -> "the item in the work order";
        };
        return reason + " (" + scope + ")";
    }

    /// How far a moment is from when it was due: `3 h 20 min late`, `2 d 1 h early`, `on time`.
    static String lateness(Instant received, Instant due) {
        Duration distance = Duration.between(received, due);
        if (distance.abs().toMinutes() == 0) {
            return distance.isNegative() ? "less than a minute late" : "on time";
        }
        return length(distance.abs()) + (distance.isNegative() ? " late" : " early");
    }

    /// Which time of a delivery counts.
    static String counted(CountedTime counts) {
        return switch (counts) {
            case FIRST_SIGHTING_AT_FINAL_SIZE -> "when it was first seen at its final size";
            case CLAIMED_BY_SOURCE -> "as the sender's side says";
            case FIRST_SEEN -> "when it was first seen";
            case STABLE -> "when it had stopped changing";
            case RECORDED -> "when it was recorded";
        };
    }

    /// What a due time was moved by; empty where by nothing.
    static String paused(Duration paused) {
        return paused.toMinutes() == 0 ? "" : ". " + length(paused) + " of working time do not count";
    }

    private static String length(Duration length) {
        if (length.toDays() > 0) {
            return length.toDays() + " d" + (length.toHoursPart() > 0 ? " " + length.toHoursPart() + " h" : "");
        }
        if (length.toHours() > 0) {
            return length.toHours() + " h" + (length.toMinutesPart() > 0 ? " " + length.toMinutesPart() + " min" : "");
        }
        return length.toMinutes() + " min";
    }

    /// A text that starts with a capital letter.
    static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
