package dev.assay.work;

/// What a delivered file is for, and what says so.
///
/// @param role  such as `report` or `annex`
/// @param basis what says so
public record PartRole(String role, Basis basis) {
    /// The role of a file that nobody expected and that says nothing of itself.
    public static final String OTHER = "other";

    /// What says what a file is for, the strongest first.
    public enum Basis {
        /// The vendor's manifest.
        MANIFEST(Confidence.CERTAIN),
        /// It is all that was delivered for a deliverable of one file, or the mail that brought the others.
        ONLY_ONE(Confidence.CERTAIN),
        /// Its name fits a pattern of the work order.
        PATTERN(Confidence.LIKELY),
        /// A word of its name, such as `annex`.
        WORD(Confidence.LIKELY),
        /// Its format: slides are a deck.
        FORMAT(Confidence.ASSUMED),
        /// Nothing speaks for another role than the deliverable's own.
        DELIVERABLE(Confidence.ASSUMED),
        /// It came with the others, and nothing says what it is for.
        COMPANION(Confidence.ASSUMED);

        private final Confidence confidence;

        Basis(Confidence confidence) {
            this.confidence = confidence;
        }

        public Confidence confidence() {
            return confidence;
        }
    }

    /// How sure a role is.
    public enum Confidence {
        CERTAIN,
        LIKELY,
        ASSUMED
    }
}
