package dev.assay.work;

/// What a vendor answers to a finding of the round before.
///
/// @param finding the finding's id as its letter printed it: the first digits of its fingerprint
/// @param text    in the vendor's words; may be empty for what is fixed
public record VendorAnswer(String finding, Kind kind, String text) {

    /// How it answers.
    public enum Kind {
        /// It is mended.
        FIXED,
        /// It is none, as the vendor sees it.
        DISPUTED,
        /// The vendor needs to know more.
        QUESTION
    }

    /// Whether it answers a finding of that fingerprint.
    public boolean isAbout(String fingerprint) {
        return fingerprint.startsWith(finding);
    }
}
