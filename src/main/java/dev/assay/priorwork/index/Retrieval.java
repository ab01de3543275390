package dev.assay.priorwork.index;

import java.util.List;

/// What a look-up brought up.
///
/// @param candidates those that tell most first
/// @param commonness in how much work the text's fingerprints stand
/// @param more       whether there are more that tell something new than were asked for
public record Retrieval(List<Candidate> candidates, Commonness commonness, boolean more) {
    public Retrieval {
        candidates = List.copyOf(candidates);
    }
}
