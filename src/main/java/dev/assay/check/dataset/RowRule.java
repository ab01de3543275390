package dev.assay.check.dataset;

/// Something that must hold of the rows of a table, told as they pass by once, in order.
interface RowRule {
    void row(DataRow row);

    /// After the last row.
    default void end() {}
}
