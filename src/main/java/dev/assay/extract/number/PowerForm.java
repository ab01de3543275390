package dev.assay.extract.number;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/// A number as digits and a power of ten. Several places before the point make the power a multiple of their
/// number.
///
/// @param digits   before the exponent
/// @param exponent how it is introduced
/// @param power    places of the exponent, without commas, and what stands among them
record PowerForm(DigitForm digits, Token.Exponent exponent, List<Token> power) implements Form {
    static PowerForm of(List<Token> tokens) {
        int at = 0;
        while (!(tokens.get(at) instanceof Token.Exponent)) {
            at++;
        }
        List<Token> power = new ArrayList<>(tokens.subList(at + 1, tokens.size()));
        power.removeIf(Token.Comma.class::isInstance);
        return new PowerForm(DigitForm.of(tokens.subList(0, at)), (Token.Exponent) tokens.get(at), List.copyOf(power));
    }

    @Override
    public String show(BigDecimal value, boolean since1904) {
        int period = Math.max(1, DigitForm.count(digits.before()));
        int decimals = DigitForm.count(digits.after());
        if (value.signum() == 0) {
            return digits.show("0".repeat(period), "0".repeat(decimals)) + power(0);
        }
        int by = Math.floorDiv(magnitude(value), period) * period;
        BigDecimal mantissa = value.scaleByPowerOfTen(-by).setScale(decimals, RoundingMode.HALF_UP);
        if (magnitude(mantissa) >= period) {
            by += period;
            mantissa = value.scaleByPowerOfTen(-by).setScale(decimals, RoundingMode.HALF_UP);
        }
        String plain = mantissa.toPlainString();
        int point = plain.indexOf('.');
        String left = point < 0 ? plain : plain.substring(0, point);
        return digits.show(left.equals("0") ? "" : left, point < 0 ? "" : plain.substring(point + 1)) + power(by);
    }

    /// The sign stands before the first place.
    private String power(int by) {
        int first = 0;
        while (first < power.size() && !(power.get(first) instanceof Token.Digit)) {
            first++;
        }
        String sign = by < 0 ? "-" : exponent.plus() ? "+" : "";
        return exponent.letter()
                + DigitForm.plain(power.subList(0, first))
                + sign
                + DigitForm.filled(power.subList(first, power.size()), String.valueOf(Math.abs(by)), false);
    }

    private static int magnitude(BigDecimal value) {
        return value.precision() - value.scale() - 1;
    }
}
