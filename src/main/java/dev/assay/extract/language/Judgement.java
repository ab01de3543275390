package dev.assay.extract.language;

/// What a text's language is taken for.
///
/// @param tag        BCP 47 without region, empty where no language is likelier than the next
/// @param confidence how far the next language is behind, from 0 (as likely) to 1
record Judgement(String tag, double confidence) {
    /// How far the second language must be behind the first.
    static final double LEAST_DISTANCE = 0.1;

    static final Judgement NONE = new Judgement("", 0);

    /// The likeliest language, or none where the next is too close.
    ///
    /// @param distance of the next, from 0 to 1
    static Judgement of(String tag, double distance) {
        return distance < LEAST_DISTANCE ? NONE : new Judgement(tag, distance);
    }

    boolean isNone() {
        return tag.isEmpty();
    }
}
