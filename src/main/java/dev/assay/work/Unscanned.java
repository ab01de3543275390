package dev.assay.work;

/// What a client lets become of a delivery that the virus scanner was asked about and did not look through, as one
/// that is larger than it takes. There is no third way: it is never accepted without a person.
public enum Unscanned {
    /// It is not opened; a person or the vendor does something about it.
    HOLD,
    /// It is read and checked, and a reviewer looks at it whatever the checks find.
    REVIEW
}
