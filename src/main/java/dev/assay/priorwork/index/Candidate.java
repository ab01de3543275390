package dev.assay.priorwork.index;

import java.util.List;

/// A part that shares fingerprints with what was looked up, closely enough to be aligned.
///
/// @param hits   how many it shares
/// @param weight how much those tell that stand within 150 words where they tell most: rare ones more than frequent
/// ones
/// @param places where they stand, in the order of the own text
public record Candidate(IndexedWork.Source source, int hits, double weight, List<Place> places) {
    public Candidate {
        places = List.copyOf(places);
    }

    /// A stretch with shared fingerprints. A fingerprint begins at its first word: a shared passage goes on past
    /// the last one.
    ///
    /// @param from      the own word at which the first begins
    /// @param to        the own word at which the last begins
    /// @param otherFrom first word of the other part's passage that has them all
    /// @param otherTo   one past its last, which may lie past the end of the part
    public record Place(int from, int to, int otherFrom, int otherTo) {}
}
