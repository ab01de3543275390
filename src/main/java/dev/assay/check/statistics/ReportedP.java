package dev.assay.check.statistics;

import dev.assay.check.numbers.Interval;
import java.math.BigDecimal;

/// A p as it is reported.
///
/// @param sign  how it stands to the value
/// @param value as displayed; the level of significance for "n.s."
/// @param half  half of the last displayed digit's unit
/// @param shown as written
record ReportedP(Sign sign, BigDecimal value, BigDecimal half, String shown) {
    /// How a p stands to the value shown.
    enum Sign {
        EQUAL,
        BELOW,
        AT_MOST,
        ABOVE,
        AT_LEAST
    }

    /// Whether it may be any of the recalculated values.
    boolean fits(Interval recalculated) {
        return switch (sign) {
            case EQUAL -> Interval.around(value, half).meets(recalculated);
            case BELOW -> recalculated.low().compareTo(value) < 0;
            case AT_MOST -> recalculated.low().compareTo(value) <= 0;
            case ABOVE -> recalculated.high().compareTo(value) > 0;
            case AT_LEAST -> recalculated.high().compareTo(value) >= 0;
        };
    }

    /// Whether it is reported as significant beyond doubt.
    boolean isSignificant(BigDecimal alpha) {
        return switch (sign) {
            case EQUAL -> value.compareTo(alpha) < 0;
            case BELOW, AT_MOST -> value.compareTo(alpha) <= 0;
            case ABOVE, AT_LEAST -> false;
        };
    }

    /// Whether it is reported as not significant beyond doubt.
    boolean isNotSignificant(BigDecimal alpha) {
        return switch (sign) {
            case EQUAL -> value.compareTo(alpha) > 0;
            case BELOW, AT_MOST -> false;
            case ABOVE, AT_LEAST -> value.compareTo(alpha) >= 0;
        };
    }

    /// Whether no p can be so: above 1 or below 0.
    boolean isImpossible() {
        boolean above = value.compareTo(BigDecimal.ONE) > 0 && sign != Sign.BELOW && sign != Sign.AT_MOST;
        boolean below = value.signum() < 0 && sign != Sign.ABOVE && sign != Sign.AT_LEAST;
        return above || below || (sign == Sign.ABOVE && value.compareTo(BigDecimal.ONE) == 0);
    }

    /// Whether it says that p is nothing at all, which no test gives.
    boolean isZero() {
        return value.signum() == 0 && sign != Sign.ABOVE && sign != Sign.AT_LEAST;
    }
}
