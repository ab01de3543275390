package dev.assay.check.dataset;

import dev.assay.check.dates.DateText;
import dev.assay.check.dates.ShownDate;
import dev.assay.check.numbers.DisplayedNumber;
import dev.assay.check.numbers.DisplayedNumber.Mark;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// How the values of a table are read: its decimal mark, and the texts that stand for no value.
final class Values {
    /// What people and programs write where there is no number.
    private static final Set<String> NO_NUMBER = Set.of(
            "na", "n/a", "#n/a", "nan", "null", "none", ".", "-", "\u2013", "\u2014", "k.a.", "n.a.", "missing", "--");

    private static final int LONGEST_DATE = 40;
    private static final LocalDate FIRST_SERIAL = LocalDate.of(1899, 12, 30);
    private static final int MOST_SERIAL = 100_000;

    private final Mark mark;
    private final Set<String> missing = new HashSet<>();

    Values(Mark mark, List<String> missing) {
        this.mark = mark;
        missing.forEach(each -> this.missing.add(each.strip().toLowerCase(Locale.ROOT)));
    }

    /// Whether a text stands for no value.
    boolean isMissing(String text) {
        return text.isEmpty() || (!missing.isEmpty() && missing.contains(text.toLowerCase(Locale.ROOT)));
    }

    /// Whether a text stands for no number.
    boolean isNoNumber(String text) {
        return isMissing(text) || (text.length() < 8 && NO_NUMBER.contains(text.toLowerCase(Locale.ROOT)));
    }

    /// A row's number at full precision.
    Optional<BigDecimal> number(DataRow row, int column) {
        String raw = row.raw(column);
        return number(raw == null ? row.text(column) : raw, raw == null ? mark : Mark.POINT);
    }

    /// A number that stands by itself.
    Optional<BigDecimal> number(String text) {
        return number(text, mark);
    }

    private static Optional<BigDecimal> number(String text, Mark mark) {
        if (isPlain(text, mark)) {
            return Optional.of(new BigDecimal(mark == Mark.COMMA ? text.replace(',', '.') : text));
        }
        if (text.isEmpty() || text.length() > 40 || !Character.isDigit(lastDigitCandidate(text))) {
            return Optional.empty();
        }
        return DisplayedNumber.parse(text, mark)
                .filter(number -> !number.below())
                .map(DisplayedNumber::value);
    }

    /// Cheap: whether any character at all is a digit.
    private static char lastDigitCandidate(String text) {
        for (int i = text.length() - 1; i >= 0; i--) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                return c;
            }
        }
        return ' ';
    }

    /// Digits with at most a sign and a decimal mark: most numbers of most files.
    private static boolean isPlain(String text, Mark mark) {
        int digits = 0;
        int marks = 0;
        char decimal = mark == Mark.COMMA ? ',' : '.';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (c == decimal && digits > 0 && marks == 0) {
                marks++;
            } else if (c != '-' || i > 0) {
                return false;
            }
        }
        return digits > 0 && digits <= 38 && text.charAt(text.length() - 1) != decimal;
    }

    /// What a date may be; empty where it is none. Two where day and month can be exchanged.
    List<LocalDate> dates(DataRow row, int column) {
        String raw = row.raw(column);
        List<LocalDate> shown = dates(row.text(column));
        return shown.isEmpty() && raw != null ? serial(raw) : shown;
    }

    /// What a date that stands by itself may be.
    static List<LocalDate> dates(String text) {
        if (text.length() < 8 || text.length() > LONGEST_DATE) {
            return List.of();
        }
        if (isIso(text)) {
            return iso(text);
        }
        List<ShownDate> found = DateText.find(text);
        return found.size() == 1 && isWhole(found.getFirst(), text)
                ? found.getFirst().meanings().stream()
                        .filter(period -> period.first().equals(period.last()))
                        .map(ShownDate.Period::first)
                        .toList()
                : List.of();
    }

    /// A time of day may follow.
    private static boolean isWhole(ShownDate date, String text) {
        return date.span().start() == 0
                && (date.span().end() == text.length()
                        || text.substring(date.span().end()).matches("[ T,]{1,2}[0-9]{1,2}:[0-9: .APMapm]{2,12}"));
    }

    private static boolean isIso(String text) {
        return text.length() >= 10
                && text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && (text.length() == 10 || text.charAt(10) == 'T' || text.charAt(10) == ' ');
    }

    private static List<LocalDate> iso(String text) {
        try {
            return List.of(LocalDate.parse(text.substring(0, 10)));
        } catch (DateTimeException e) {
            return List.of();
        }
    }

    private static List<LocalDate> serial(String raw) {
        if (!isPlain(raw, Mark.POINT)) {
            return List.of();
        }
        BigDecimal days = new BigDecimal(raw);
        return days.signum() > 0 && days.compareTo(BigDecimal.valueOf(MOST_SERIAL)) < 0
                ? List.of(FIRST_SERIAL.plusDays(days.longValue()))
                : List.of();
    }
}
