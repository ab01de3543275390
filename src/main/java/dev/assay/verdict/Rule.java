package dev.assay.verdict;

/// The ten rules, in the order in which they are asked; the first that fires decides.
public enum Rule {
    /// Waiting or superseded.
    NOT_YET(1, "Waiting for parts, or replaced by a newer revision: no verdict yet."),
    /// Confidentiality or integrity.
    CONTAIN(2, "An item that contains failed or could not be told: restricted review, nothing is sent."),
    /// What the vendor can mend without dispute.
    REWORK(3, "Enforced, undisputed findings on new text, within the round limit, ask for rework."),
    /// What asks for rework but needs a person's word first.
    CONTESTED(4, "Findings ask for rework but are disputed, repeated, on text passed before, or over the round limit."),
    /// A part could not be read.
    UNREADABLE(5, "A part cannot be read: the vendor's cause is rework, ours is retried and then reviewed."),
    /// Something that counts was not told.
    INCONCLUSIVE(6, "An error, a gap, an inconclusive blocking item or an open question of a person needs a reviewer."),
    /// An item that asks for a reviewer failed.
    REVIEW_ITEM(7, "An item whose findings a reviewer looks at failed."),
    /// The policy wants a person.
    POLICY(8, "The policy wants a person to read this deliverable."),
    /// Drawn before the checks.
    SAMPLED(9, "Drawn by sampling, before the checks."),
    /// Nothing stands in the way.
    ACCEPT(10, "Nothing that counts stands in the way of acceptance.");

    private final int number;
    private final String sentence;

    Rule(int number, String sentence) {
        this.number = number;
        this.sentence = sentence;
    }

    /// The rule in one sentence.
    public String sentence() {
        return sentence;
    }

    /// Its place in the order, counted from 1.
    public int number() {
        return number;
    }
}
