package dev.assay.verdict;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// A score from 0 to 100 that ranks and trends: 100 minus the penalty per unit, after MQM's normed penalty
/// total (severity weights 0, 1, 5, 25, times the item's weight; https://themqm.org). It decides only where a
/// policy sets a threshold and there is at least one unit to measure.
///
/// @param formula how it was computed
/// @param penalty the points of all findings that count
/// @param units   the size
/// @param value   rounded to two decimals; null where there is nothing to measure against
public record QualityScore(
        String formula,
        double penalty,
        double units,
        @Nullable Double value) {
    /// The formula in use.
    public static final String FORMULA = "mqm-linear-1";

    static QualityScore of(Collection<Failure> failures, double units) {
        double penalty = failures.stream().mapToDouble(Failure::penalty).sum();
        return new QualityScore(FORMULA, penalty, units, units > 0 ? value(penalty / units) : null);
    }

    /// Whether the score may decide, and is under the threshold.
    boolean isUnder(double threshold) {
        return value != null && units >= 1 && value < threshold;
    }

    private static double value(double perUnit) {
        return BigDecimal.valueOf(Math.max(0, 100 - perUnit))
                .setScale(2, RoundingMode.HALF_UP)
                .doubleValue();
    }
}
