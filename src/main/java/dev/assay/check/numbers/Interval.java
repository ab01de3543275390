package dev.assay.check.numbers;

import java.math.BigDecimal;

/// All values that a displayed figure may stand for.
///
/// @param low  the least, inclusive
/// @param high the greatest, inclusive
public record Interval(BigDecimal low, BigDecimal high) {
    /// Nothing but zero.
    public static final Interval ZERO = new Interval(BigDecimal.ZERO, BigDecimal.ZERO);

    public Interval {
        if (low.compareTo(high) > 0) {
            throw new IllegalArgumentException("An interval needs low <= high. Found: " + low + " and " + high);
        }
    }

    /// The values a figure may have been before it was rounded for display.
    ///
    /// @param half half of the last displayed digit's unit
    public static Interval around(BigDecimal value, BigDecimal half) {
        return new Interval(value.subtract(half), value.add(half));
    }

    /// All sums of a value of each.
    public Interval plus(Interval other) {
        return new Interval(low.add(other.low), high.add(other.high));
    }

    /// All differences of a value of each.
    public Interval minus(Interval other) {
        return new Interval(low.subtract(other.high), high.subtract(other.low));
    }

    /// Whether both may stand for the same value.
    public boolean meets(Interval other) {
        return low.compareTo(other.high) <= 0 && other.low.compareTo(high) <= 0;
    }
}
