package dev.assay.check.statistics;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.check.numbers.Interval;
import java.math.BigDecimal;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Holds tail probabilities, with the error they state, to closed forms and to values worked out to 20 digits.
final class TailsTest {
    @ParameterizedTest
    @CsvSource({
        // Both tails of Student's t with one degree are 1 - 2/pi atan(t), with two 1 - t/sqrt(2 + t^2).
        "1, 1, 0.5",
        "1, 2, 0.42264973081037423549",
        "3, 2, 0.09546596626670912784",
        "40, 2, 0.00062441467218474064",
    })
    void studentsT(BigDecimal value, BigDecimal degrees, BigDecimal p) {
        assertHolds(Tails.t(value, degrees), p);
    }

    @ParameterizedTest
    @CsvSource({
        // With two degrees in the numerator the tail is (1 + 2F/d)^(-d/2).
        "3, 2, 4, 0.16",
        "1, 2, 2, 0.5",
        "9, 2, 6, 0.015625",
        "199, 2, 2, 0.005",
    })
    void fishersF(BigDecimal value, BigDecimal numerator, BigDecimal denominator, BigDecimal p) {
        assertHolds(Tails.f(value, numerator, denominator), p);
    }

    @ParameterizedTest
    @CsvSource({
        // With two degrees the tail is exp(-x/2), with four (1 + x/2) exp(-x/2).
        "2, 2, 0.36787944117144232160",
        "20, 2, 0.00004539992976248485",
        "2, 4, 0.73575888234288464319",
        "60, 4, 0.0000000000029008632",
    })
    void chiSquare(BigDecimal value, BigDecimal degrees, BigDecimal p) {
        assertHolds(Tails.chiSquare(value, degrees), p);
    }

    @ParameterizedTest
    @CsvSource({"1, 0.31731050786291410283", "1.96, 0.04999579029644087", "6, 0.00000000197317529008"})
    void normal(BigDecimal value, BigDecimal p) {
        assertHolds(Tails.normal(value), p);
    }

    @ParameterizedTest
    @MethodSource("certain")
    void nothingAndEverything(Interval tail, BigDecimal p) {
        assertHolds(tail, p);
    }

    static Stream<Object[]> certain() {
        BigDecimal ten = BigDecimal.TEN;
        return Stream.of(
                new Object[] {Tails.t(BigDecimal.ZERO, ten), BigDecimal.ONE},
                new Object[] {Tails.f(BigDecimal.ZERO, ten, ten), BigDecimal.ONE},
                new Object[] {Tails.chiSquare(BigDecimal.ZERO, ten), BigDecimal.ONE},
                new Object[] {Tails.correlation(BigDecimal.ONE, ten), BigDecimal.ZERO},
                new Object[] {Tails.normal(new BigDecimal("1000000")), BigDecimal.ZERO});
    }

    private static void assertHolds(Interval tail, BigDecimal p) {
        assertTrue(tail.low().compareTo(p) <= 0 && p.compareTo(tail.high()) <= 0, tail + " should hold " + p);
    }
}
