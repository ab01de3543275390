package dev.assay.extract.number;

/// A piece of one section of a format code.
sealed interface Token {
    /// Characters shown as they are.
    record Literal(String text) implements Token {}

    /// A place for a digit: `0` shows zero where there is none, `?` a blank, `#` nothing.
    record Digit(char kind) implements Token {
        /// What stands for a digit that is not there.
        String empty() {
            return kind == '0' ? "0" : kind == '?' ? " " : "";
        }
    }

    /// The decimal point.
    record Point() implements Token {}

    /// Between places for digits: thousands are set apart. After the last: the number is shown in thousands.
    record Comma() implements Token {}

    /// The number is shown in hundredths.
    record Percent() implements Token {}

    /// Powers of ten follow.
    ///
    /// @param letter `E` or `e`
    /// @param plus   whether an exponent that is not negative has a sign
    record Exponent(char letter, boolean plus) implements Token {}

    /// The bar of a fraction, or a plain slash in a date.
    record Slash() implements Token {}

    /// A text value.
    record Text() implements Token {}

    /// The number as it is shown without a format.
    record General() implements Token {}

    /// A part of a date or a time of day.
    ///
    /// @param letter in lower case: `y`, `e`, `b`, `g`, `m` for months, `n` for minutes, `d`, `a`, `h`, `s`
    /// @param count  how many of them
    record Moment(char letter, int count) implements Token {}

    /// Hours, minutes or seconds that have passed in all.
    record Elapsed(char letter, int count) implements Token {}

    /// Fractions of a second after the point.
    record SecondFraction(int digits) implements Token {}

    /// Half of the day, which also makes hours count to twelve.
    record HalfDay(String morning, String afternoon) implements Token {}
}
