package dev.assay.extract.number;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/// A number in as many digits as there is room for in a usual column: eleven characters, then powers of ten.
record GeneralForm(List<Token> tokens) implements Form {
    private static final int ROOM = 11;
    private static final MathContext POWER_DIGITS = new MathContext(6, RoundingMode.HALF_UP);
    private static final MathContext MOST_DIGITS = new MathContext(10, RoundingMode.HALF_UP);

    @Override
    public String show(BigDecimal value, boolean since1904) {
        StringBuilder shown = new StringBuilder();
        for (Token token : tokens) {
            switch (token) {
                case Token.General() -> shown.append(general(value));
                case Token.Text() -> shown.append(general(value));
                case Token.Literal(String literal) -> shown.append(literal);
                case Token.Percent() -> shown.append('%');
                case Token.Slash() -> shown.append('/');
                default -> {}
            }
        }
        return shown.toString();
    }

    /// @param value not negative
    static String general(BigDecimal value) {
        if (value.signum() == 0) {
            return "0";
        }
        int power = value.precision() - value.scale() - 1;
        if (power >= ROOM || power < -9) {
            return power(value);
        }
        String plain = plain(value);
        if (plain.length() <= ROOM) {
            return plain;
        }
        if (power >= -4) {
            int room = power >= 10 ? 0 : power >= 0 ? 9 - power : 9;
            return plain(value.setScale(room, RoundingMode.HALF_UP));
        }
        String rounded = plain(value.round(MOST_DIGITS));
        return rounded.length() <= ROOM ? rounded : power(value);
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private static String power(BigDecimal value) {
        BigDecimal rounded = value.round(POWER_DIGITS).stripTrailingZeros();
        int power = rounded.precision() - rounded.scale() - 1;
        String digits = rounded.unscaledValue().toString();
        String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
        return digits.charAt(0) + fraction + "E" + (power < 0 ? "-" : "+") + (Math.abs(power) < 10 ? "0" : "")
                + Math.abs(power);
    }
}
