package dev.assay.priorwork;

/// Why a passage counts neither as shared nor as text that could be.
public enum Exclusion {
    /// A quotation that names its source nearby.
    QUOTATION,
    /// A list of the works referred to.
    BIBLIOGRAPHY,
    /// A table of contents.
    CONTENTS,
    /// Text of a template the client registered.
    TEMPLATE,
    /// Text of the client's own brief.
    BRIEF,
    /// Too few words to say anything.
    SMALL
}
