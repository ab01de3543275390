package dev.assay.checklist;

/// Who acts on a finding.
public enum Effect {
    /// Confidentiality or integrity: restricted, nothing is sent, the vendor is not tipped off.
    CONTAIN,
    /// The vendor mends it.
    REWORK,
    /// A reviewer looks at it.
    REVIEW,
    /// True, but not fixable by rework, such as lateness.
    RECORD
}
