package dev.assay.extract.number;

import java.math.BigDecimal;

/// The numbers a section is for, such as `[>=1000]`.
///
/// @param operator one of `<`, `<=`, `>`, `>=`, `=`, `<>`
record Condition(String operator, BigDecimal limit) {
    boolean holds(BigDecimal value) {
        int order = value.compareTo(limit);
        return switch (operator) {
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            case ">=" -> order >= 0;
            case "=" -> order == 0;
            default -> order != 0;
        };
    }

    /// Whether only negative numbers can meet it, whose sign is then not shown.
    boolean onlyNegative() {
        return (limit.signum() < 0 && operator.startsWith("<") && !operator.equals("<>"))
                || (limit.signum() == 0 && operator.equals("<"));
    }
}
