package dev.assay.check.statistics;

/// The statistics whose p can be recalculated.
enum Family {
    T("t", 1),
    F("F", 2),
    R("r", 1),
    CHI_SQUARE("\u03C7\u00B2", 1),
    Z("z", 0),
    Q("Q", 1);

    private final String symbol;
    private final int degrees;

    Family(String symbol, int degrees) {
        this.symbol = symbol;
        this.degrees = degrees;
    }

    /// As printed in messages.
    String symbol() {
        return symbol;
    }

    /// How many degrees of freedom its distribution takes.
    int degrees() {
        return degrees;
    }

    /// Whether it has two tails, so that a one-tailed p is half the two-tailed one.
    boolean isSymmetric() {
        return this == T || this == R || this == Z;
    }

    /// Whether it cannot be below zero.
    boolean isNonNegative() {
        return this == F || this == CHI_SQUARE || this == Q;
    }
}
