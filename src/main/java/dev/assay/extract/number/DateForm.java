package dev.assay.extract.number;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;

/// A number of days as a date, a time of day, or a time that has passed.
record DateForm(List<Token> tokens, Locale locale) implements Form {
    private static final BigDecimal SECONDS_A_DAY = BigDecimal.valueOf(86_400);
    private static final BigDecimal MOST_DAYS = BigDecimal.valueOf(1_000_000_000L);
    private static final int MOST_FRACTION = 6;
    private static final int BUDDHIST = 543;
    private static final int MINGUO = 1911;

    @Override
    public String show(BigDecimal value, boolean since1904) {
        if (value.compareTo(MOST_DAYS) > 0) {
            return NO_ROOM;
        }
        int places = places();
        BigDecimal time = value.multiply(SECONDS_A_DAY).setScale(places, RoundingMode.HALF_UP);
        long seconds = time.setScale(0, RoundingMode.DOWN).longValueExact();
        long days = seconds / 86_400;
        boolean dated = tokens.stream().anyMatch(DateForm::isDay);
        if (dated && days + (since1904 ? 1462 : 0) >= SerialDate.END) {
            return NO_ROOM;
        }
        SerialDate date = SerialDate.of(dated ? days : 0, since1904);
        StringBuilder shown = new StringBuilder();
        for (Token token : tokens) {
            shown.append(show(token, date, seconds, time));
        }
        return shown.toString();
    }

    private String show(Token token, SerialDate date, long seconds, BigDecimal time) {
        return switch (token) {
            case Token.Moment(char letter, int count) ->
                isTime(letter) ? time(letter, count, seconds) : day(letter, count, date);
            case Token.Elapsed(char letter, int count) -> padded(seconds / unit(letter), count);
            case Token.SecondFraction(int digits) -> fraction(time, digits);
            case Token.HalfDay(String morning, String afternoon) -> seconds % 86_400 < 43_200 ? morning : afternoon;
            case Token.Digit(char kind) -> kind == '0' ? "0" : "";
            case Token.Comma() -> ",";
            default -> DigitForm.plain(token);
        };
    }

    /// What has passed in all is shown wherever its letter stands.
    private String time(char letter, int count, long seconds) {
        char elapsed = letter == 'n' ? 'm' : letter;
        if (tokens.stream()
                .anyMatch(token -> token instanceof Token.Elapsed(char each, int ignored) && each == elapsed)) {
            return padded(seconds / unit(elapsed), count);
        }
        long value = switch (letter) {
            case 'h' -> hour(seconds / 3600 % 24);
            case 'n' -> seconds / 60 % 60;
            default -> seconds % 60;
        };
        return padded(value, Math.min(count, 2));
    }

    private long hour(long hour) {
        boolean halves = tokens.stream().anyMatch(Token.HalfDay.class::isInstance);
        return !halves ? hour : hour % 12 == 0 ? 12 : hour % 12;
    }

    private String day(char letter, int count, SerialDate date) {
        return switch (letter) {
            case 'y' -> count <= 2 ? padded(date.year() % 100, 2) : padded(date.year(), 4);
            case 'e' -> String.valueOf(locale.equals(Locale.TAIWAN) ? date.year() - MINGUO : eraYear(date));
            case 'b' -> count <= 2 ? padded((date.year() + BUDDHIST) % 100, 2) : String.valueOf(date.year() + BUDDHIST);
            case 'g' -> locale.equals(Locale.JAPAN) ? JapaneseEra.of(date).name(count) : "";
            case 'm' -> count <= 2 ? padded(date.month(), count) : month(count, date);
            case 'd' -> count <= 2 ? padded(date.day(), count) : weekday(count == 3, date);
            default -> weekday(count == 3, date);
        };
    }

    private int eraYear(SerialDate date) {
        return locale.equals(Locale.JAPAN) ? JapaneseEra.of(date).year() : date.year();
    }

    private String month(int count, SerialDate date) {
        boolean beside = tokens.stream()
                .anyMatch(token -> token instanceof Token.Moment(char letter, int days) && letter == 'd' && days <= 2);
        Month month = Month.of(date.month());
        if (count == 3) {
            return month.getDisplayName(TextStyle.SHORT_STANDALONE, locale);
        }
        String name = month.getDisplayName(beside ? TextStyle.FULL : TextStyle.FULL_STANDALONE, locale);
        return count == 5 ? name.substring(0, name.offsetByCodePoints(0, 1)) : name;
    }

    private String weekday(boolean abbreviated, SerialDate date) {
        TextStyle style = abbreviated ? TextStyle.SHORT_STANDALONE : TextStyle.FULL_STANDALONE;
        return date.weekday().getDisplayName(style, locale);
    }

    private int places() {
        int places = 0;
        for (Token token : tokens) {
            places = token instanceof Token.SecondFraction(int digits) ? Math.max(places, digits) : places;
        }
        return Math.min(places, MOST_FRACTION);
    }

    private static String fraction(BigDecimal time, int digits) {
        String plain = time.remainder(BigDecimal.ONE)
                .setScale(digits, RoundingMode.DOWN)
                .toPlainString();
        return plain.substring(plain.indexOf('.'));
    }

    private static boolean isDay(Token token) {
        return token instanceof Token.Moment(char letter, int ignored) && !isTime(letter);
    }

    private static boolean isTime(char letter) {
        return letter == 'h' || letter == 'n' || letter == 's';
    }

    private static long unit(char letter) {
        return letter == 'h' ? 3600 : letter == 'm' ? 60 : 1;
    }

    private static String padded(long value, int digits) {
        String plain = String.valueOf(value);
        return "0".repeat(Math.max(0, Math.min(digits, 20) - plain.length())) + plain;
    }
}
