package dev.assay.check.statistics;

import dev.assay.check.numbers.Interval;
import java.math.BigDecimal;
import java.math.MathContext;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.FDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/// Tail probabilities, by Apache Commons Statistics in floating point. Its results are taken to be right within
/// a thousand-millionth of themselves or 1e-15, whichever is more (its own tests hold it to 1e-12 or better);
/// each comes as the interval that this leaves, so that nothing is decided on less.
final class Tails {
    private static final BigDecimal RELATIVE = new BigDecimal("1e-9");
    private static final BigDecimal ABSOLUTE = new BigDecimal("1e-15");

    private Tails() {}

    /// Both tails of Student's t beyond a value of at least 0.
    static Interval t(BigDecimal value, BigDecimal degrees) {
        double tail = TDistribution.of(degrees.doubleValue()).survivalProbability(value.doubleValue());
        return widened(2 * tail);
    }

    /// The upper tail of Fisher's F.
    static Interval f(BigDecimal value, BigDecimal numerator, BigDecimal denominator) {
        FDistribution distribution = FDistribution.of(numerator.doubleValue(), denominator.doubleValue());
        return widened(distribution.survivalProbability(value.doubleValue()));
    }

    /// The upper tail of chi-square.
    static Interval chiSquare(BigDecimal value, BigDecimal degrees) {
        return widened(ChiSquaredDistribution.of(degrees.doubleValue()).survivalProbability(value.doubleValue()));
    }

    /// Both tails of the normal distribution beyond a value of at least 0.
    static Interval normal(BigDecimal value) {
        return widened(2 * NormalDistribution.of(0, 1).survivalProbability(value.doubleValue()));
    }

    /// Both tails beyond a correlation of 0 to 1, by Student's t.
    static Interval correlation(BigDecimal value, BigDecimal degrees) {
        BigDecimal rest = BigDecimal.ONE.subtract(value.multiply(value));
        if (rest.signum() <= 0) {
            return new Interval(BigDecimal.ZERO, ABSOLUTE);
        }
        MathContext precise = MathContext.DECIMAL64;
        return t(value.multiply(degrees.divide(rest, precise).sqrt(precise)), degrees);
    }

    private static Interval widened(double probability) {
        BigDecimal p = BigDecimal.valueOf(Math.clamp(probability, 0, 1));
        BigDecimal error = p.multiply(RELATIVE).max(ABSOLUTE);
        return new Interval(p.subtract(error).max(BigDecimal.ZERO), p.add(error).min(BigDecimal.ONE));
    }
}
