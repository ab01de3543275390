package dev.assay.extract.html;

/// Tells from its words whether a block of a mail repeats an earlier one.
public interface QuoteMarks {
    /// How much is quoted.
    enum Extent {
        NOTHING,
        /// The block, such as the line that says who wrote what follows.
        BLOCK,
        /// The block and all that follows.
        REST
    }

    Extent of(String words);
}
