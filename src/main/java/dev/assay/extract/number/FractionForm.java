package dev.assay.extract.number;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/// A number as a fraction, alone or beside a whole number.
///
/// A whole number of zero beside a fraction, and a fraction of zero beside a whole number, are left out; blanks
/// stand for them where the places are `?`.
///
/// @param whole       places of the whole number; empty for an improper fraction
/// @param between     what stands between whole number and numerator
/// @param numerator   its places
/// @param bar         the bar and what stands beside it
/// @param denominator its places
/// @param fixed       the denominator given; 0 where the nearest is taken
/// @param tail        what follows
record FractionForm(
        List<Token> whole,
        List<Token> between,
        List<Token> numerator,
        List<Token> bar,
        List<Token> denominator,
        int fixed,
        List<Token> tail)
        implements Form {
    private static final int MOST_PLACES = 7;

    /// Whether the bar has places for digits on its left and places or digits on its right.
    static boolean isFraction(List<Token> tokens) {
        int bar = tokens.indexOf(new Token.Slash());
        boolean left = DigitForm.count(tokens.subList(0, bar)) > 0;
        boolean right = tokens.subList(bar + 1, tokens.size()).stream().anyMatch(FractionForm::isPlace);
        return left && right && tokens.stream().noneMatch(Token.Point.class::isInstance);
    }

    static FractionForm of(List<Token> tokens) {
        int slash = tokens.indexOf(new Token.Slash());
        int barStart = slash;
        while (!(tokens.get(barStart - 1) instanceof Token.Digit)) {
            barStart--;
        }
        int start = barStart;
        while (start > 0 && tokens.get(start - 1) instanceof Token.Digit) {
            start--;
        }
        int barEnd = slash + 1;
        while (!isPlace(tokens.get(barEnd))) {
            barEnd++;
        }
        int end = barEnd;
        while (end < tokens.size() && isPlace(tokens.get(end))) {
            end++;
        }
        int wholeEnd = start;
        while (wholeEnd > 0 && !(tokens.get(wholeEnd - 1) instanceof Token.Digit)) {
            wholeEnd--;
        }
        List<Token> denominator = tokens.subList(barEnd, end);
        return new FractionForm(
                List.copyOf(wholeEnd == 0 ? tokens.subList(0, start) : tokens.subList(0, wholeEnd)),
                List.copyOf(wholeEnd == 0 ? List.of() : tokens.subList(wholeEnd, start)),
                List.copyOf(tokens.subList(start, barStart)),
                List.copyOf(tokens.subList(barStart, barEnd)),
                List.copyOf(denominator),
                given(denominator),
                List.copyOf(tokens.subList(end, tokens.size())));
    }

    @Override
    public String show(BigDecimal value, boolean since1904) {
        boolean mixed = DigitForm.count(whole) > 0;
        BigDecimal integer = mixed ? value.setScale(0, RoundingMode.DOWN) : BigDecimal.ZERO;
        Fraction fraction = fraction(value.subtract(integer).doubleValue());
        if (mixed && fraction.top() == fraction.bottom()) {
            integer = integer.add(BigDecimal.ONE);
            fraction = new Fraction(0, 1);
        }
        boolean alone = mixed && fraction.top() == 0 && !has(numerator, '0');
        String shown = alone
                ? digits(whole, integer.toBigInteger().toString()) + blank()
                : before(integer, fraction, mixed) + shown(fraction);
        return shown + DigitForm.plain(tail);
    }

    private String before(BigDecimal integer, Fraction fraction, boolean mixed) {
        if (!mixed) {
            return DigitForm.plain(whole) + DigitForm.plain(between);
        }
        boolean zeros = fraction.top() == 0 && has(whole, '?');
        if (integer.signum() > 0 || has(whole, '0') || zeros) {
            String digits = integer.signum() == 0 && !zeros
                    ? ""
                    : integer.toBigInteger().toString();
            return digits(whole, digits) + DigitForm.plain(between);
        }
        String left = digits(whole, "");
        return has(whole, '?') || has(numerator, '?')
                ? left + " ".repeat(DigitForm.plain(between).length())
                : left;
    }

    private String shown(Fraction fraction) {
        String bottom = String.valueOf(fraction.bottom());
        int zeros = has(denominator, '0') && fixed == 0 ? denominator.size() - bottom.length() : 0;
        int blanks = has(denominator, '?') ? denominator.size() - bottom.length() : 0;
        return digits(numerator, String.valueOf(fraction.top()))
                + DigitForm.plain(bar)
                + "0".repeat(Math.max(0, zeros))
                + bottom
                + " ".repeat(zeros > 0 ? 0 : Math.max(0, blanks));
    }

    /// What stands for a fraction of zero.
    private String blank() {
        boolean blanks = has(numerator, '?') || has(denominator, '?') || has(whole, '?');
        int width = numerator.size() + denominator.size() + (DigitForm.plain(between) + DigitForm.plain(bar)).length();
        return blanks ? " ".repeat(width) : "";
    }

    private static String digits(List<Token> places, String digits) {
        return DigitForm.filled(places, digits, false);
    }

    private Fraction fraction(double value) {
        if (fixed > 0) {
            return new Fraction(Math.round(value * fixed), fixed);
        }
        int places = Math.clamp(denominator.size(), 1, MOST_PLACES);
        return Fraction.nearest(value, (long) Math.pow(10, places) - 1);
    }

    private static boolean has(List<Token> places, char kind) {
        return places.contains(new Token.Digit(kind));
    }

    private static boolean isPlace(Token token) {
        return token instanceof Token.Digit || isNumeral(token);
    }

    private static boolean isNumeral(Token token) {
        return token instanceof Token.Literal(String text) && text.length() == 1 && Character.isDigit(text.charAt(0));
    }

    /// The denominator that the places spell; 0 where they are places only.
    private static int given(List<Token> places) {
        StringBuilder numeral = new StringBuilder();
        for (Token place : places) {
            numeral.append(place instanceof Token.Literal(String text) ? text : "0");
        }
        boolean given = places.stream().anyMatch(FractionForm::isNumeral) && numeral.length() <= MOST_PLACES;
        return given ? Integer.parseInt(numeral.toString()) : 0;
    }

    /// A fraction.
    private record Fraction(long top, long bottom) {
        /// The nearest one by its continued fraction.
        ///
        /// @param most the greatest denominator
        static Fraction nearest(double value, long most) {
            Fraction before = new Fraction(1, 0);
            Fraction latest = new Fraction((long) Math.floor(value), 1);
            double rest = value - Math.floor(value);
            while (rest > 1e-10) {
                double inverse = 1 / rest;
                long term = (long) Math.floor(inverse);
                long bottom = term * latest.bottom + before.bottom;
                if (bottom > most) {
                    break;
                }
                Fraction next = new Fraction(term * latest.top + before.top, bottom);
                before = latest;
                latest = next;
                rest = inverse - term;
            }
            return latest;
        }
    }
}
