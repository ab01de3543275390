package dev.assay.verdict;

/// The result of the sampling draw, recorded before the checks and never disclosed to a vendor.
///
/// @param drawn whether a person reads the deliverable if nothing else stands in the way
/// @param plan  the plan it was drawn under
/// @param share the plan's share, 0 to 1
public record Draw(boolean drawn, String plan, double share) {
    /// Where no sampling is done.
    public static Draw none() {
        return new Draw(false, "none", 0);
    }
}
