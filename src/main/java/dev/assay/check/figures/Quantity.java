package dev.assay.check.figures;

import dev.assay.check.numbers.DisplayedNumber;
import dev.assay.check.numbers.DisplayedNumber.Mark;
import dev.assay.check.numbers.Interval;
import dev.assay.document.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A figure in running text, with its magnitude and unit. Years are no quantities.
///
/// @param span   in the text
/// @param digits sign and digits alone
/// @param power  the magnitude as a power of ten, null where none is written
/// @param unit   of what is written right after or before it
/// @param hedged whether it is said to be about that, or more or less
record Quantity(Span span, String digits, @Nullable Integer power, Unit unit, boolean hedged) {

    /// What a figure is measured in, as far as comparing needs to know.
    enum Unit {
        NONE,
        PERCENT,
        POINTS,
        BASIS_POINTS
    }

    private static final String CURRENCY =
            "(?:[A-Z]{0,3}\\p{Sc}|(?:EUR|USD|GBP|CHF|JPY|CNY|INR|AUD|CAD|SEK|NOK|DKK|PLN|CZK|BRL|ZAR)) ?";
    private static final Pattern FIGURE = Pattern.compile("(?<![\\p{L}\\p{N}.,/_-])(?:" + CURRENCY
            + ")?(?<digits>[+\u2212\u2013-]?[0-9](?:[0-9.,'\u2019]{0,18}[0-9])?)(?:"
            + " ?(?<magnitude>thousand|million|billion|trillion|Tausend|Millionen|Milliarden|Mio\\.?|Mrd\\.?|mln|mn|bn|tn|[mk])(?![\\p{L}\\p{N}]))?(?:["
            + " -]?(?<unit>%(?:[- ]?(?:points?|Punkte?n?)(?!\\p{L}))?|(?:per"
            + " ?cent|percent|Prozent)(?!\\p{L})|(?:percentage[-"
            + " ]points?|points?|pp|p\\.p\\.|pts|ppts?|Prozentpunkten?|Punkten?)(?![\\p{L}])|(?:basis"
            + " points?|bps?|Basispunkten?)(?!\\p{L})))?(?![\\p{L}\\p{N}_/%]|[.,:-][0-9])");
    private static final Pattern YEAR = Pattern.compile("(?:19|20)[0-9]{2}");
    private static final Pattern HEDGE = Pattern.compile(
            "(?iu)(?:\\b(?:about|around|roughly|nearly|almost|approximately|approx\\.|circa|some|over|under|above|below|than|least|most|just|up"
                + " to|rund|etwa|knapp|fast|gut|ca\\.|\u00fcber|unter|mindestens|h\u00f6chstens)|[~\u2248<>\u2265\u2264])"
                + " ?$");

    /// The quantities of a text in order.
    static List<Quantity> in(String text) {
        List<Quantity> found = new ArrayList<>();
        Matcher matcher = FIGURE.matcher(text);
        while (matcher.find()) {
            boolean bare = matcher.group("magnitude") == null
                    && matcher.group("unit") == null
                    && matcher.start() == matcher.start("digits");
            if (!(bare && YEAR.matcher(matcher.group("digits")).matches())) {
                String before = text.substring(Math.max(0, matcher.start() - 16), matcher.start());
                found.add(new Quantity(
                        new Span(matcher.start(), matcher.end()),
                        matcher.group("digits"),
                        power(matcher.group("magnitude")),
                        unit(matcher.group("unit")),
                        HEDGE.matcher(before).find()));
            }
        }
        return found;
    }

    /// Read by a decimal mark; empty where it cannot be.
    ///
    /// @param otherPower the magnitude where none is written
    Optional<Shown> read(Mark mark, int otherPower) {
        int scale = power == null ? otherPower : power;
        return DisplayedNumber.parse(digits, mark)
                .map(number -> new Shown(
                        number.value().scaleByPowerOfTen(scale), number.half().scaleByPowerOfTen(scale)));
    }

    boolean isShare() {
        return unit == Unit.PERCENT;
    }

    boolean isPoints() {
        return unit == Unit.POINTS || unit == Unit.BASIS_POINTS;
    }

    boolean isSigned() {
        return !Character.isDigit(digits.charAt(0));
    }

    /// A value and half of the unit of its last digit.
    record Shown(BigDecimal value, BigDecimal half) {
        Interval interval() {
            return Interval.around(value, half);
        }
    }

    private static @Nullable Integer power(@Nullable String magnitude) {
        if (magnitude == null) {
            return null;
        }
        return switch (magnitude.toLowerCase(Locale.ROOT).replace(".", "")) {
            case "thousand", "tausend", "k" -> 3;
            case "million", "millionen", "mio", "mln", "mn", "m" -> 6;
            case "billion", "milliarden", "mrd", "bn" -> 9;
            default -> 12;
        };
    }

    private static Unit unit(@Nullable String unit) {
        if (unit == null) {
            return Unit.NONE;
        }
        String lower = unit.toLowerCase(Locale.ROOT);
        if (lower.startsWith("b")) {
            return Unit.BASIS_POINTS;
        }
        return lower.contains("p") && !lower.matches("per ?cent|prozent") ? Unit.POINTS : Unit.PERCENT;
    }
}
