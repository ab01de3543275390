package dev.assay.priorwork.index;

import java.util.List;

/// What a look-up brought up.
///
/// @param candidates those that tell most first
/// @param commonness in how much work the text's fingerprints stand
public record Retrieval(List<Candidate> candidates, Commonness commonness) {
    public Retrieval {
        candidates = List.copyOf(candidates);
    }
}
