package dev.assay.check.numbers;

import dev.assay.check.Spaces;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A figure as it is displayed: its decimal value and how much its last digit leaves open.
///
/// Read are signs (`-5`, `−5`, `5-`), negatives in parentheses, thousands separated by commas, points, spaces
/// or apostrophes, Indian grouping, per cent signs, currency symbols and codes before or after, the magnitudes
/// k, m, mn, bn, tn, footnote marks, and `<5`. Which of comma and point is the decimal mark is decided by the
/// caller on the evidence of all figures together.
///
/// @param value    as displayed, magnitude applied
/// @param half     half of the last displayed digit's unit, at least 0
/// @param percent  whether a per cent sign was shown
/// @param grouping what separates thousands, empty where nothing does
/// @param mark     the decimal mark it was read by
/// @param below    whether only an upper bound is displayed, as in `<5`
public record DisplayedNumber(
        BigDecimal value, BigDecimal half, boolean percent, String grouping, Mark mark, boolean below) {

    /// A decimal mark.
    public enum Mark {
        POINT('.'),
        COMMA(',');

        private final char sign;

        Mark(char sign) {
            this.sign = sign;
        }

        char sign() {
            return sign;
        }

        private char other() {
            return this == POINT ? ',' : '.';
        }
    }

    private static final int LONGEST = 60;
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final Pattern NOTE = Pattern.compile(
            "(?:\\s*(?:[*\u2020\u2021\u00A7\u00B6\u00B9\u00B2\u00B3\u2070\u2074-\u2079]+|\\[[0-9a-z]{1,2}]|\\([a-z]\\))"
                    + "|(?<=[0-9%])[A-Ja-j])$");
    private static final Pattern OTHER =
            Pattern.compile("[0-9] ?[:/] ?[0-9]|[0-9] ?- ?[0-9]|^[0-9]{1,2}\\.[0-9]{1,2}\\.(?:[0-9]{2,4})?$|\u00B0");
    private static final Pattern SCIENTIFIC = Pattern.compile("-?[0-9]{1,20}(?:[.,][0-9]{1,30})?E[+-][0-9]{1,3}");
    private static final Pattern CURRENCY = Pattern.compile(
            "(?:[A-Z]{0,3}\\p{Sc}|\\b(?:EUR|USD|GBP|CHF|JPY|CNY|INR|AUD|CAD|SEK|NOK|DKK|PLN|CZK|BRL|ZAR)\\b)");
    private static final Pattern MAGNITUDE = Pattern.compile("(?<=[0-9.,])\\s?(k|K|m|M|mn|mln|Mio\\.?|bn|Mrd\\.?|tn)$");
    private static final Pattern GROUPS = Pattern.compile("[0-9]{1,3}(?:(?<g>[.,' ])[0-9]{3})(?:\\k<g>[0-9]{3})*");
    private static final Pattern INDIAN = Pattern.compile("[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}");
    private static final Pattern COUNT_AND_SHARE = Pattern.compile("(?s)([^()]*[0-9%])\\s*\\(([^()]*[0-9][^()]*)\\)");

    /// Reads a figure strictly; empty when it is none.
    public static Optional<DisplayedNumber> parse(String text, Mark mark) {
        String plain = plain(text);
        if (plain.isEmpty() || plain.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher both = COUNT_AND_SHARE.matcher(plain);
        if (both.matches() && single(both.group(2), mark).isPresent()) {
            return single(both.group(1), mark);
        }
        return single(plain, mark);
    }

    /// Whether a text looks like a figure: digits with little else, not starting with a word, and neither a
    /// date, a time, a range nor a ratio.
    public static boolean isCandidate(String text) {
        String plain = CURRENCY.matcher(plain(text)).replaceFirst("").strip();
        if (OTHER.matcher(plain).find()
                || plain.isEmpty()
                || plain.length() > LONGEST
                || Character.isLetter(plain.codePointAt(0))) {
            return false;
        }
        long digits = plain.chars().filter(DisplayedNumber::isDigit).count();
        long letters = plain.chars().filter(Character::isLetter).count();
        return digits > 0 && letters <= 2 && letters < digits;
    }

    /// The decimal mark that a figure shows beyond doubt; empty where it shows none, or may show either.
    public static Optional<Mark> evidence(String text) {
        if (text.indexOf('.') < 0 && text.indexOf(',') < 0) {
            return Optional.empty();
        }
        boolean point = parse(text, Mark.POINT).isPresent();
        boolean comma = parse(text, Mark.COMMA).isPresent();
        if (point == comma) {
            return Optional.empty();
        }
        return Optional.of(point ? Mark.POINT : Mark.COMMA);
    }

    /// What the figure may stand for.
    public Interval interval() {
        return below
                ? new Interval(value.min(BigDecimal.ZERO), value.max(BigDecimal.ZERO))
                : Interval.around(value, half);
    }

    /// Another value written as this one is, with at least as many decimals.
    public String format(BigDecimal other) {
        int decimals =
                Math.max(0, half.signum() == 0 ? 0 : half.stripTrailingZeros().scale() - 1);
        BigDecimal rounded =
                other.setScale(Math.max(decimals, other.stripTrailingZeros().scale()), RoundingMode.HALF_UP);
        String[] halves = rounded.abs().toPlainString().split("\\.", 2);
        String whole = grouping.isEmpty()
                ? halves[0]
                : halves[0].replaceAll("(?<=[0-9])(?=(?:[0-9]{3})+$)", Matcher.quoteReplacement(grouping));
        String fraction = halves.length == 1 ? "" : mark.sign() + halves[1];
        return (rounded.signum() < 0 ? "-" : "") + whole + fraction + (percent ? "%" : "");
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    /// Spaces of any kind as one space, minus signs and dashes as `-`.
    private static String plain(String text) {
        return text.length() > 4 * LONGEST ? text.substring(0, 4 * LONGEST) : dashed(Spaces.single(text));
    }

    private static String dashed(String text) {
        StringBuilder plain = new StringBuilder(text);
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (c == '\u2212' || (c >= '\u2010' && c <= '\u2014')) {
                plain.setCharAt(i, '-');
            } else if (c == '\u2019') {
                plain.setCharAt(i, '\'');
            }
        }
        return plain.toString();
    }

    private static Optional<DisplayedNumber> single(String text, Mark mark) {
        if (SCIENTIFIC.matcher(text).matches()) {
            return scientific(text, mark);
        }
        String rest = withoutNotes(text.strip());
        boolean below = rest.startsWith("<");
        rest = below ? rest.substring(1).strip() : rest;
        boolean negative = rest.startsWith("(") && rest.endsWith(")");
        rest = negative ? rest.substring(1, rest.length() - 1).strip() : rest;
        rest = CURRENCY.matcher(rest).replaceFirst("").strip();
        boolean percent = rest.endsWith("%");
        rest = percent ? rest.substring(0, rest.length() - 1).strip() : rest;
        boolean signed = rest.startsWith("-") || rest.endsWith("-");
        rest = unsigned(rest);
        if (negative && signed) {
            return Optional.empty();
        }
        return digits(rest, mark, negative || signed, percent, below);
    }

    private static Optional<DisplayedNumber> scientific(String text, Mark mark) {
        if (text.indexOf(mark.other()) >= 0) {
            return Optional.empty();
        }
        BigDecimal value = new BigDecimal(text.replace(mark.sign(), '.'));
        BigDecimal half = HALF.scaleByPowerOfTen(-value.scale());
        return Optional.of(new DisplayedNumber(value, half, false, "", mark, false));
    }

    private static String withoutNotes(String text) {
        String rest = text;
        Matcher note = NOTE.matcher(rest);
        while (note.find() && note.start() > 0) {
            rest = rest.substring(0, note.start()).strip();
            note = NOTE.matcher(rest);
        }
        return rest;
    }

    private static String unsigned(String text) {
        if (text.startsWith("-") || text.startsWith("+")) {
            return text.substring(1).strip();
        }
        return text.endsWith("-") ? text.substring(0, text.length() - 1).strip() : text;
    }

    private static Optional<DisplayedNumber> digits(
            String text, Mark mark, boolean negative, boolean percent, boolean below) {
        Matcher magnitude = MAGNITUDE.matcher(text);
        int power = magnitude.find() ? power(magnitude.group(1)) : 0;
        String rest = power > 0 ? text.substring(0, magnitude.start()) : text;
        int at = rest.lastIndexOf(mark.sign());
        String whole = at < 0 ? rest : rest.substring(0, at);
        String fraction = at < 0 ? "" : rest.substring(at + 1);
        boolean bare = whole.isEmpty() && !fraction.isEmpty();
        Optional<String> grouping = bare ? Optional.of("") : grouping(whole, mark);
        if (grouping.isEmpty()
                || !fraction.chars().allMatch(DisplayedNumber::isDigit)
                || (at >= 0 && fraction.isEmpty())) {
            return Optional.empty();
        }
        String plain = (bare ? "0" : whole.replaceAll("[^0-9]", "")) + (fraction.isEmpty() ? "" : "." + fraction);
        BigDecimal value = new BigDecimal(plain).scaleByPowerOfTen(power);
        BigDecimal half = HALF.scaleByPowerOfTen(power - fraction.length());
        return Optional.of(
                new DisplayedNumber(negative ? value.negate() : value, half, percent, grouping.get(), mark, below));
    }

    /// What separates the thousands; empty text for nothing, empty when these are not the digits of a number.
    private static Optional<String> grouping(String whole, Mark mark) {
        if (!whole.isEmpty() && whole.chars().allMatch(DisplayedNumber::isDigit)) {
            return Optional.of("");
        }
        if (mark == Mark.POINT && INDIAN.matcher(whole).matches()) {
            return Optional.of(",");
        }
        Matcher groups = GROUPS.matcher(whole);
        if (!groups.matches() || whole.startsWith("0")) {
            return Optional.empty();
        }
        char separator = groups.group("g").charAt(0);
        return separator == mark.other() || separator == ' ' || separator == '\''
                ? Optional.of(String.valueOf(separator))
                : Optional.empty();
    }

    private static int power(String magnitude) {
        return switch (magnitude.toLowerCase(Locale.ROOT).replace(".", "")) {
            case "k" -> 3;
            case "m", "mn", "mln", "mio" -> 6;
            case "bn", "mrd" -> 9;
            default -> 12;
        };
    }
}
