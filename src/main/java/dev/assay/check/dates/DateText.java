package dev.assay.check.dates;

import dev.assay.check.Spaces;
import dev.assay.check.dates.ShownDate.Period;
import dev.assay.document.Span;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds dates in a text as people write them, in English and German: `12 March 2026`, `March 12th, 2026`,
/// `12. M\u00e4rz 2026`, `2026-03-12`, `12.03.2026`, `12/03/2026`, `March 2026`, and periods such as `2\u201314 March
/// 2026`.
public final class DateText {
    private static final String DAY = "([0-9]{1,2})(?:st|nd|rd|th|\\.)?";
    private static final String YEAR = "((?:19|20|21)[0-9]{2})";
    private static final String TO = " ?(?:-|\u2013|\u2014|to|until|and|bis|und) ?";
    private static final String MONTH = "(" + Months.MONTH + ")\\.?";
    private static final String FRONT =
            "(?i)(?<![\\p{L}\\p{N}./-])(?:(" + Months.WEEKDAY + ")\\.?,? (?:the |den |dem )?)?";
    private static final String END = "(?![\\p{L}\\p{N}]|[/-][0-9])";

    private static final Pattern TWO_DAYS_OF_TWO_MONTHS = Pattern.compile(FRONT + DAY + " (?:of )?" + MONTH + "(?:,? "
            + YEAR + ")?" + TO + "(?:" + Months.WEEKDAY + ",? )?" + DAY + " (?:of )?" + MONTH + ",? " + YEAR + END);
    private static final Pattern TWO_DAYS =
            Pattern.compile(FRONT + DAY + TO + DAY + " (?:of )?" + MONTH + ",? " + YEAR + END);
    private static final Pattern MONTH_TWO_DAYS =
            Pattern.compile(FRONT + MONTH + " " + DAY + TO + DAY + ",? " + YEAR + END);
    private static final Pattern MONTH_DAY_MONTH_DAY = Pattern.compile(
            FRONT + MONTH + " " + DAY + "(?:,? " + YEAR + ")?" + TO + MONTH + " " + DAY + ",? " + YEAR + END);
    private static final Pattern DAY_FIRST =
            Pattern.compile(FRONT + DAY + "[ -](?:of )?" + MONTH + "(?:,? |-|(?<=[.]))" + YEAR + END);
    private static final Pattern MONTH_FIRST = Pattern.compile(FRONT + MONTH + " " + DAY + ",? " + YEAR + END);
    private static final Pattern MONTHS =
            Pattern.compile(FRONT + MONTH + "(?:,? " + YEAR + ")?" + TO + MONTH + ",? " + YEAR + END);
    private static final Pattern ONLY_MONTH = Pattern.compile(FRONT + MONTH + ",? " + YEAR + END);
    private static final Pattern ISO =
            Pattern.compile(FRONT + YEAR + "([-/.])([0-9]{1,2})\\3([0-9]{1,2})(?![\\p{L}\\p{N}/-]|\\.[0-9])");
    private static final Pattern NUMERIC =
            Pattern.compile(FRONT + "([0-9]{1,2})([./-])([0-9]{1,2})\\3" + YEAR + "(?![\\p{L}\\p{N}/-]|\\.[0-9])");
    private static final Pattern NUMERIC_RANGE = Pattern.compile(FRONT
            + "([0-9]{1,2})\\.(?:([0-9]{1,2})\\.)? ?(?:-|\u2013|bis|to) ?([0-9]{1,2})\\.([0-9]{1,2})\\." + YEAR + END);
    private static final Pattern MAY_HOLD = Pattern.compile("(?:19|20|21)[0-9]{2}");

    private final String text;
    private final List<ShownDate> dates = new ArrayList<>();
    private final BitSet covered = new BitSet();

    private DateText(String text) {
        this.text = text;
    }

    /// The dates with a year in a text, in order; of two readings that overlap, the longer.
    public static List<ShownDate> find(String passage) {
        if (!MAY_HOLD.matcher(passage).find()) {
            return List.of();
        }
        DateText reading = new DateText(Spaces.plain(passage));
        reading.read();
        return reading.dates;
    }

    private void read() {
        each(
                TWO_DAYS_OF_TWO_MONTHS,
                m -> range(
                        day(or(m.group(4), m.group(7)), m.group(3), m.group(2)),
                        day(m.group(7), m.group(6), m.group(5))));
        each(
                MONTH_DAY_MONTH_DAY,
                m -> range(
                        day(or(m.group(4), m.group(7)), m.group(2), m.group(3)),
                        day(m.group(7), m.group(5), m.group(6))));
        each(TWO_DAYS, m -> range(day(m.group(5), m.group(4), m.group(2)), day(m.group(5), m.group(4), m.group(3))));
        each(
                MONTH_TWO_DAYS,
                m -> range(day(m.group(5), m.group(2), m.group(3)), day(m.group(5), m.group(2), m.group(4))));
        each(
                NUMERIC_RANGE,
                m -> range(
                        numeric(m.group(6), or(m.group(3), m.group(5)), m.group(2)),
                        numeric(m.group(6), m.group(5), m.group(4))));
        each(DAY_FIRST, m -> one(day(m.group(4), m.group(3), m.group(2))));
        each(MONTH_FIRST, m -> one(day(m.group(4), m.group(2), m.group(3))));
        each(ISO, m -> one(numeric(m.group(2), m.group(4), m.group(5))));
        each(NUMERIC, DateText::bothWays);
        each(
                MONTHS,
                m -> range(
                        day(or(m.group(3), m.group(5)), m.group(2), "1"),
                        day(m.group(5), m.group(4), "1").map(last -> last.withDayOfMonth(last.lengthOfMonth()))));
        each(
                ONLY_MONTH,
                m -> day(m.group(3), m.group(2), "1")
                        .map(first -> List.of(new Period(first, first.withDayOfMonth(first.lengthOfMonth()))))
                        .orElse(List.of()));
        dates.sort(Comparator.comparingInt(date -> date.span().start()));
    }

    private interface Meaning {
        List<Period> of(Matcher matcher);
    }

    private void each(Pattern pattern, Meaning meaning) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            Span span = new Span(matcher.start(), matcher.end());
            int taken = covered.nextSetBit(span.start());
            if (taken < 0 || taken >= span.end()) {
                covered.set(span.start(), span.end());
                Optional<DayOfWeek> weekday =
                        Optional.ofNullable(matcher.group(1)).flatMap(Months::weekday);
                dates.add(new ShownDate(span, matcher.group().replaceAll(" +", " "), meaning.of(matcher), weekday));
            }
        }
    }

    private static List<Period> one(Optional<LocalDate> day) {
        return day.map(each -> List.of(Period.of(each))).orElse(List.of());
    }

    /// A period that ends before it starts is none.
    private static List<Period> range(Optional<LocalDate> first, Optional<LocalDate> last) {
        return first.isEmpty() || last.isEmpty() || last.get().isBefore(first.get())
                ? List.of()
                : List.of(new Period(first.get(), last.get()));
    }

    /// With points it is day and month; else it may be month and day as well.
    private static List<Period> bothWays(Matcher m) {
        List<Period> meanings = new ArrayList<>(one(numeric(m.group(5), m.group(4), m.group(2))));
        if (!m.group(3).equals(".") && !m.group(2).equals(m.group(4))) {
            meanings.addAll(one(numeric(m.group(5), m.group(2), m.group(4))));
        }
        return meanings;
    }

    private static String or(String given, String other) {
        return given == null ? other : given;
    }

    private static Optional<LocalDate> day(String year, String month, String day) {
        return date(Integer.parseInt(year), Months.number(month), Integer.parseInt(day));
    }

    private static Optional<LocalDate> numeric(String year, String month, String day) {
        return date(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
    }

    private static Optional<LocalDate> date(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
