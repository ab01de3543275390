package dev.assay.check.statistics;

import dev.assay.check.numbers.DisplayedNumber;
import dev.assay.check.numbers.DisplayedNumber.Mark;
import dev.assay.check.numbers.Interval;
import dev.assay.check.statistics.ReportedP.Sign;
import dev.assay.check.statistics.ReportedTest.Degrees;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The figures of a reported test, read strictly by one decimal mark.
final class Numerals {
    /// A figure, loosely.
    static final String NUMBER = "[-\u2212\u2013]?"
            + " ?(?:[0-9]{1,3}(?:,[0-9]{3}){1,3}(?:\\.[0-9]{1,9})?(?![0-9])|[0-9]{1,9}(?:[.,][0-9]{1,12})?"
            + "|[.,][0-9]{1,12})";
    /// A figure that may be in scientific notation or in per cent.
    static final String PROBABILITY = NUMBER
            + "(?: ?[\u00D7x*\u00B7] ?10 ?\\^?\\{?[-\u2212\u2013] ?[0-9]{1,3}|[eE][-\u2212\u2013][0-9]{1,3}| ?%)?";

    private static final Pattern PARTS = Pattern.compile(
            "(" + NUMBER + ")(?:( ?%)|(?: ?[\u00D7x*\u00B7] ?10 ?\\^?\\{?|[eE])[-\u2212\u2013] ?([0-9]{1,3}))?");
    private static final Pattern IN_PARENTHESES = Pattern.compile(
            "(?:(?:df[12]?|d\\.f\\.|FG) ?= ?)?([0-9][0-9.,]*?)(?: ?[,;/] ?(?:df2 ?= ?)?([0-9][0-9.,]*))?(?: ?[,;]"
                    + " ?[Nn] ?= ?[0-9.,]+)?");
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    private final Mark mark;

    Numerals(Mark mark) {
        this.mark = mark;
    }

    /// By the decimal mark that the figures of one test show together.
    static Numerals by(String... texts) {
        String all = String.join(" ", texts);
        boolean comma = all.indexOf('.') < 0
                && Pattern.compile("(?<![0-9])[0-9]?,[0-9]|,[0-9]{1,2}(?![0-9])|,[0-9]{4}")
                        .matcher(all)
                        .find();
        return new Numerals(comma ? Mark.COMMA : Mark.POINT);
    }

    Optional<DisplayedNumber> number(String text) {
        String plain = text.strip();
        return DisplayedNumber.parse(plain.replaceFirst("^([-\u2212\u2013]) ", "$1"), mark);
    }

    /// What a p stands for; empty where it cannot be read.
    Optional<ReportedP> p(String sign, String text, String shown) {
        Matcher parts = PARTS.matcher(text.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        int power = parts.group(3) != null ? -Integer.parseInt(parts.group(3)) : parts.group(2) != null ? -2 : 0;
        return number(parts.group(1))
                .map(number -> new ReportedP(
                        sign(sign),
                        number.value().scaleByPowerOfTen(power),
                        number.half().scaleByPowerOfTen(power),
                        shown.strip()));
    }

    private static Sign sign(String text) {
        return switch (text.strip()) {
            case "<" -> Sign.BELOW;
            case "<=", "\u2264" -> Sign.AT_MOST;
            case ">" -> Sign.ABOVE;
            case ">=", "\u2265" -> Sign.AT_LEAST;
            default -> Sign.EQUAL;
        };
    }

    /// What a statistic may be.
    static Interval statistic(String sign, DisplayedNumber number) {
        return switch (sign(sign)) {
            case EQUAL -> Interval.around(number.value(), number.half());
            case BELOW, AT_MOST ->
                new Interval(number.value().min(BigDecimal.ZERO), number.value().max(BigDecimal.ZERO));
            case ABOVE, AT_LEAST ->
                new Interval(
                        number.value(), number.value().abs().add(BigDecimal.ONE).multiply(THOUSAND));
        };
    }

    /// Degrees of freedom from within the parentheses after a statistic; empty where they cannot be read.
    Optional<List<Degrees>> degrees(Family family, String inside) {
        String text = inside.strip();
        Matcher parts = IN_PARENTHESES.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        boolean two = family.degrees() == 2;
        if (two == (parts.group(2) == null)) {
            return Optional.empty();
        }
        List<Degrees> degrees = new ArrayList<>();
        for (int group = 1; group <= (two ? 2 : 1); group++) {
            Optional<Degrees> one = oneDegree(parts.group(group));
            if (one.isEmpty()) {
                return Optional.empty();
            }
            degrees.add(one.get());
        }
        return Optional.of(degrees);
    }

    /// One figure of degrees of freedom: a whole number is exact, one with decimals is rounded.
    Optional<Degrees> oneDegree(String text) {
        return number(text).map(number -> {
            boolean whole = number.half().compareTo(BigDecimal.ONE.movePointLeft(1)) > 0;
            BigDecimal half = whole ? BigDecimal.ZERO : number.half();
            return new Degrees(Interval.around(number.value(), half), text.strip());
        });
    }

    /// The degrees of freedom of a correlation over so many cases.
    Optional<Degrees> ofCases(String text) {
        return number(text).map(number -> {
            BigDecimal degrees = number.value().subtract(BigDecimal.TWO);
            return new Degrees(new Interval(degrees, degrees), "n - 2 = " + degrees.toPlainString());
        });
    }

    /// The family that a symbol stands for.
    static Optional<Family> family(String symbol) {
        String word = symbol.strip().toLowerCase(Locale.ROOT);
        return switch (word) {
            case "t", "\uD835\uDC61" -> Optional.of(Family.T);
            case "f", "\uD835\uDC39" -> Optional.of(Family.F);
            case "r", "rs", "r s", "\u03C1", "rho", "\uD835\uDC5F" -> Optional.of(Family.R);
            case "z", "\uD835\uDC67" -> Optional.of(Family.Z);
            default ->
                word.startsWith("q")
                        ? Optional.of(Family.Q)
                        : word.matches("(?:\u03C7|x|\uD835\uDF12|chi).*")
                                ? Optional.of(Family.CHI_SQUARE)
                                : Optional.empty();
        };
    }
}
