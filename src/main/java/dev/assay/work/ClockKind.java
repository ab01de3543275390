package dev.assay.work;

/// Whose time a clock of a round counts.
public enum ClockKind {
    /// The vendor's, from when the deliverable was first known to its first bytes.
    VENDOR_DELIVERY,
    /// The vendor's, from the rework asked for to the next round's first bytes.
    VENDOR_REWORK,
    /// Ours, while a receipt is owed.
    OUR_RECEIPT,
    /// Ours, while a person's review is open.
    OUR_REVIEW,
    /// The client's, while a question to it is open.
    CLIENT_ANSWER,
    /// Ours, while a finding is disputed.
    DISPUTE;

    /// The vendor's clock of a round.
    ///
    /// @param round counted from 1
    public static ClockKind ofVendor(int round) {
        return round == 1 ? VENDOR_DELIVERY : VENDOR_REWORK;
    }
}
