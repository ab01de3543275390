package dev.assay.priorwork;

/// A passage that stands in other work too, told from this side.
///
/// @param part       the own part, counted from 0
/// @param start      first offset in the own part's text
/// @param end        one past its last
/// @param place      where that is, in words
/// @param quote      how the own passage begins
/// @param words      how many of its words stand in the other work in the same order
/// @param submission the other submission; empty where it is for another client
public record Match(
        int part, int start, int end, String place, String quote, int words, Relation relation, String submission) {
    public Match {
        if (relation == Relation.OTHER_CLIENT && !submission.isEmpty()) {
            throw new IllegalArgumentException("Nothing may be told of work for another client.");
        }
    }
}
