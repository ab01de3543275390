package dev.assay.extract.number;

import java.math.BigDecimal;

/// How a section shows a number.
interface Form {
    /// What a cell shows that has no way to show its number.
    String NO_ROOM = "########";

    /// A number as it is shown.
    ///
    /// @param value     not negative: the sign stands before all that is shown
    /// @param since1904 whether dates are counted from 1904
    String show(BigDecimal value, boolean since1904);
}
