package dev.assay.extract.workbook;

/// How many cells of a workbook are still read.
final class CellBudget {
    private int left;

    CellBudget(int most) {
        left = most;
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
