package dev.assay.work;

/// Whose cause a finding or a delay is.
public enum Attribution {
    VENDOR,
    CLIENT,
    ASSAY,
    THIRD_PARTY
}
