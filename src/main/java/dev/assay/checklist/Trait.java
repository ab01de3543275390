package dev.assay.checklist;

/// What else an item may set for a check kind that has it.
public enum Trait {
    /// It looks at each passage by itself, so that an item may have it look at some layers and sections only. A kind
    /// that compares one place with another would miss what lies outside.
    READS_PASSAGES,
    /// It counts what it checks, so that an item may ask that most of it is right.
    COUNTS_UNITS,
    /// It reckons with named figures of the checklist; its parameter `figures` takes them.
    USES_FIGURES
}
