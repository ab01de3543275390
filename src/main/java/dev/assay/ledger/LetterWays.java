package dev.assay.ledger;

import java.util.Set;

/// By which ways each vendor gets letters.
public interface LetterWays {
    /// No vendor gets any.
    LetterWays NONE = vendor -> Set.of();

    /// The ways to a vendor; empty where it gets no letters.
    Set<LetterWay> to(String vendor);
}
