package dev.assay.work;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How long a vendor has for a round of rework.
///
/// @param amount at least 1
public record Turnaround(int amount, Unit unit) {
    /// What holds where nothing is agreed.
    public static final Turnaround STANDARD = new Turnaround(2, Unit.BUSINESS_DAYS);

    private static final Pattern WRITTEN = Pattern.compile("([1-9][0-9]{0,2}) (hour|day|business day)s?");

    public Turnaround {
        if (amount < 1) {
            throw new IllegalArgumentException("A turnaround is at least 1. Found: " + amount);
        }
    }

    /// What it is counted in.
    public enum Unit {
        /// Passing on every day.
        HOURS,
        /// To the same time of a later day.
        DAYS,
        /// To the same time of a later day, counting only the calendar's business days.
        BUSINESS_DAYS
    }

    /// Reads what a person wrote, such as `2 business days`, `1 day` or `36 hours`.
    public static Optional<Turnaround> read(String text) {
        Matcher matcher = WRITTEN.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Unit unit = switch (matcher.group(2)) {
            case "hour" -> Unit.HOURS;
            case "day" -> Unit.DAYS;
            default -> Unit.BUSINESS_DAYS;
        };
        return Optional.of(new Turnaround(Integer.parseInt(matcher.group(1)), unit));
    }

    /// When rework asked for at a moment is due, a whole minute: never before the deliverable itself was, and never on
    /// a day that
    /// is no business day.
    ///
    /// @param asked when the rework was asked for
    /// @param due   when the deliverable was due
    public Instant due(Instant asked, Instant due, ZoneId zone, BusinessCalendar calendar) {
        Instant later = calendar.effective(upToTheMinute(after(asked.atZone(zone), calendar)), zone);
        Instant original = calendar.effective(due, zone);
        return later.isBefore(original) ? original : later;
    }

    /// What a letter prints is what counts.
    private static Instant upToTheMinute(ZonedDateTime time) {
        ZonedDateTime minute = time.truncatedTo(ChronoUnit.MINUTES);
        return (minute.equals(time) ? minute : minute.plusMinutes(1)).toInstant();
    }

    private ZonedDateTime after(ZonedDateTime asked, BusinessCalendar calendar) {
        return switch (unit) {
            case HOURS -> asked.plusHours(amount);
            case DAYS -> asked.plusDays(amount);
            case BUSINESS_DAYS -> {
                LocalDate day = asked.toLocalDate();
                for (int left = amount; left > 0; ) {
                    day = day.plusDays(1);
                    left -= calendar.isBusinessDay(day) ? 1 : 0;
                }
                yield day.atTime(asked.toLocalTime()).atZone(asked.getZone());
            }
        };
    }
}
