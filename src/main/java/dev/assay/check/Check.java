package dev.assay.check;

/// A check kind. Its class's doc comment is its page: the first sentence says what it flags.
public interface Check {
    /// What the kind is called and takes.
    Kind kind();

    /// Looks at what was delivered.
    ///
    /// @param inspection what was delivered and what was ordered
    /// @param parameters the item's values, validated against the kind's parameters
    /// @return one of five outcomes; a kind that cannot tell says so and never passes in doubt
    Outcome inspect(Inspection inspection, Parameters parameters);
}
