package dev.assay.extract.workbook;

/// How many cells of a workbook are still read, and how much text of the rows that follow.
final class CellBudget {
    /// Rows beyond the cells may be so many times as many characters as there are cells.
    private static final int FURTHER = 130;

    private int left;
    private int furtherLeft;

    CellBudget(int most) {
        left = most;
        furtherLeft = FURTHER * most;
    }

    /// Whether no further row is read as cells.
    boolean isSpent() {
        return left <= 0;
    }

    /// UTF-16 units that are left for further rows.
    int furtherLeft() {
        return furtherLeft;
    }

    void takeFurther(int length) {
        furtherLeft = Math.max(0, furtherLeft - length);
    }

    /// Takes one.
    ///
    /// @return whether there was one left
    boolean take() {
        return left-- > 0;
    }

    /// Whether more were asked for than there were.
    boolean isOverdrawn() {
        return left < 0;
    }
}
