package dev.assay.check;

import java.util.List;

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

    /// Whether it needs a [Background], which a stand-alone check has not.
    default boolean isForTheGate() {
        return false;
    }

    /// The references it needs, each by the ids or kinds of which any one is enough; none for a kind that needs none.
    default List<List<String>> references(Parameters parameters) {
        return List.of();
    }

    /// What a passage that could not be read may do to an outcome. A kind looks only at what was read and need
    /// not care for the rest; [Inspector] takes back what is in doubt.
    default Unread unread(Parameters parameters) {
        return Unread.MAY_HIDE_FAULTS;
    }

    /// What a passage that could not be read may do to an outcome.
    enum Unread {
        /// Nothing: the kind reads no text.
        HARMLESS,
        /// Nothing, as long as the part itself could be read: the kind counts what is there, readable or not.
        HARMLESS_IN_A_READ_PART,
        /// It may hold what must not be there, so that a pass is in doubt.
        MAY_HIDE_FAULTS,
        /// It may hold what must be there, so that a failure is in doubt.
        MAY_HOLD_CONTENT,
        /// Both.
        MAY_DO_EITHER
    }
}
