package dev.assay.priorwork.align;

/// How much a passage was changed against its other place.
public enum Edit {
    /// The same words in the same order, but for a few in a hundred.
    VERBATIM,
    /// Most words stand in both places in the same order.
    LIGHT,
    /// Words were replaced, moved or left out throughout.
    HEAVY
}
