package dev.assay.check.expression;

import dev.assay.check.numbers.Interval;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.stream.Stream;

/// A number or a date while a rule is reckoned: all that it may be, from what is displayed. A date is the number of its
/// day since 1970, so that the difference of two is days.
///
/// @param range inclusive
record Value(Interval range) {
    /// Quotients are rounded outward in the 30th digit.
    private static final MathContext DOWN = new MathContext(30, RoundingMode.FLOOR);

    private static final MathContext UP = new MathContext(30, RoundingMode.CEILING);

    static Value of(BigDecimal exact) {
        return new Value(new Interval(exact, exact));
    }

    Value plus(Value other) {
        return new Value(range.plus(other.range));
    }

    Value minus(Value other) {
        return new Value(range.minus(other.range));
    }

    Value negated() {
        return of(BigDecimal.ZERO).minus(this);
    }

    Value times(Value other) {
        return among(Stream.of(
                range.low().multiply(other.range.low()),
                range.low().multiply(other.range.high()),
                range.high().multiply(other.range.low()),
                range.high().multiply(other.range.high())));
    }

    /// Empty where the other may be 0.
    Optional<Value> dividedBy(Value other) {
        Interval by = other.range;
        if (by.low().signum() <= 0 && by.high().signum() >= 0) {
            return Optional.empty();
        }
        return Optional.of(among(Stream.of(range.low(), range.high())
                .flatMap(each -> Stream.of(by.low(), by.high())
                        .flatMap(divisor -> Stream.of(each.divide(divisor, DOWN), each.divide(divisor, UP))))));
    }

    Value absolute() {
        if (range.low().signum() >= 0) {
            return this;
        }
        return range.high().signum() <= 0
                ? negated()
                : new Value(new Interval(BigDecimal.ZERO, range.low().negate().max(range.high())));
    }

    Value least(Value other) {
        return new Value(
                new Interval(range.low().min(other.range.low()), range.high().min(other.range.high())));
    }

    Value greatest(Value other) {
        return new Value(
                new Interval(range.low().max(other.range.low()), range.high().max(other.range.high())));
    }

    /// The same, and as much more or less.
    Value widened(BigDecimal by) {
        return new Value(new Interval(range.low().subtract(by), range.high().add(by)));
    }

    private static Value among(Stream<BigDecimal> corners) {
        BigDecimal[] sorted = corners.sorted().toArray(BigDecimal[]::new);
        return new Value(new Interval(sorted[0], sorted[sorted.length - 1]));
    }

    /// To six digits: one number where both ends show the same, else from the least to the greatest.
    String shown() {
        String low = digits(range.low());
        String high = digits(range.high());
        return low.equals(high) ? low : low + " to " + high;
    }

    private static String digits(BigDecimal number) {
        BigDecimal rounded =
                number.round(new MathContext(6, RoundingMode.HALF_EVEN)).stripTrailingZeros();
        return (rounded.scale() < 0 ? rounded.setScale(0) : rounded).toPlainString();
    }
}
