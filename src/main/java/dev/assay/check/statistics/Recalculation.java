package dev.assay.check.statistics;

import dev.assay.check.numbers.Interval;
import dev.assay.check.statistics.ReportedTest.Degrees;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// What p follows from a statistic and its degrees of freedom, within the rounding of both: the interval of the
/// p of the corners. Tails fall with the statistic; in the degrees of freedom they move one way over so short a
/// stretch.
final class Recalculation {
    private static final BigDecimal MANY = new BigDecimal("1000000000");

    private Recalculation() {}

    /// Two-tailed p for symmetric statistics, upper-tailed for the others; empty where degrees of freedom are
    /// missing, and for impossible values.
    static Optional<Interval> p(ReportedTest test) {
        if (!test.hasDegrees()
                || test.degrees().stream()
                        .anyMatch(each -> each.interval().high().signum() <= 0)) {
            return Optional.empty();
        }
        return Optional.of(corners(
                test,
                test.degrees().stream()
                        .limit(test.family().degrees())
                        .map(Degrees::interval)
                        .toList()));
    }

    /// What p can be at all when a t is given without degrees of freedom: from the normal distribution's to
    /// that of one degree.
    static Optional<Interval> withoutDegrees(ReportedTest test) {
        return test.family() == Family.T
                ? Optional.of(corners(test, List.of(new Interval(BigDecimal.ONE, MANY))))
                : Optional.empty();
    }

    private static Interval corners(ReportedTest test, List<Interval> degrees) {
        Interval size = size(test);
        List<BigDecimal> first = degrees.isEmpty() ? List.of(BigDecimal.ONE) : ends(degrees.getFirst());
        List<BigDecimal> second = degrees.size() < 2 ? List.of(BigDecimal.ONE) : ends(degrees.get(1));
        BigDecimal low = BigDecimal.ONE;
        BigDecimal high = BigDecimal.ZERO;
        for (BigDecimal value : ends(size)) {
            for (BigDecimal one : first) {
                for (BigDecimal two : second) {
                    Interval p = tail(test.family(), value, one, two);
                    low = low.min(p.low());
                    high = high.max(p.high());
                }
            }
        }
        return new Interval(low, high);
    }

    private static Interval tail(Family family, BigDecimal value, BigDecimal one, BigDecimal two) {
        return switch (family) {
            case T -> Tails.t(value, one);
            case F -> Tails.f(value, one, two);
            case R -> Tails.correlation(value.min(BigDecimal.ONE), one);
            case CHI_SQUARE, Q -> Tails.chiSquare(value, one);
            case Z -> Tails.normal(value);
        };
    }

    /// The statistic without its sign.
    private static Interval size(ReportedTest test) {
        Interval statistic = test.statistic();
        BigDecimal low = statistic.low();
        BigDecimal high = statistic.high();
        if (low.signum() >= 0) {
            return statistic;
        }
        return high.signum() <= 0
                ? new Interval(high.negate(), low.negate())
                : new Interval(BigDecimal.ZERO, high.max(low.negate()));
    }

    private static List<BigDecimal> ends(Interval interval) {
        BigDecimal low = interval.low();
        return low.compareTo(interval.high()) == 0 ? List.of(low) : List.of(low, interval.high());
    }
}
