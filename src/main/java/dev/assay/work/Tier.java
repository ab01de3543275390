package dev.assay.work;

/// How confidential a work order is: what letters may quote and how they may travel.
public enum Tier {
    /// May be quoted in letters, also by mail.
    STANDARD,
    /// Quoted by place only, never by mail.
    CONFIDENTIAL,
    /// Referred to by link only, never by mail.
    RESTRICTED
}
