package dev.assay.check.figures;

import dev.assay.check.numbers.Interval;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/// The change from one figure to another: relative in per cent, or the difference.
final class Change {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final MathContext DOWN = new MathContext(20, RoundingMode.FLOOR);
    private static final MathContext UP = new MathContext(20, RoundingMode.CEILING);

    private Change() {}

    /// All relative changes, in per cent; empty where the first may be zero or less, or the second be below zero.
    static Optional<Interval> relative(Interval from, Interval to) {
        if (from.low().signum() <= 0 || to.low().signum() < 0) {
            return Optional.empty();
        }
        BigDecimal least = to.low().multiply(HUNDRED).divide(from.high(), DOWN).subtract(HUNDRED);
        BigDecimal most = to.high().multiply(HUNDRED).divide(from.low(), UP).subtract(HUNDRED);
        return Optional.of(new Interval(least, most));
    }

    /// The relative change of the displayed figures in words, with what rounding leaves open where that shows.
    ///
    /// @param open     all that it may be
    /// @param decimals how many to write
    static String shown(BigDecimal from, BigDecimal to, Interval open, int decimals) {
        BigDecimal change = to.multiply(HUNDRED).divide(from, DOWN).subtract(HUNDRED);
        String low = round(open.low(), decimals);
        String high = round(open.high(), decimals);
        String words = direction(change) + round(change.abs(), decimals) + " %";
        return low.equals(high) ? words : words + " (" + low + " to " + high + " % within rounding)";
    }

    /// The difference of the displayed figures in words.
    static String difference(BigDecimal from, BigDecimal to) {
        BigDecimal difference = to.subtract(from);
        return direction(difference) + difference.abs().toPlainString();
    }

    private static String direction(BigDecimal change) {
        return switch (change.signum()) {
            case 1 -> "a rise of ";
            case -1 -> "a fall of ";
            default -> "a change of ";
        };
    }

    private static String round(BigDecimal value, int decimals) {
        return value.setScale(decimals, RoundingMode.HALF_UP).toPlainString();
    }
}
