package dev.assay.priorwork.index;

/// A keyed fingerprint and where it stands.
///
/// @param hash  40 bits
/// @param token where its first word stands among all words
public record Fingerprint(long hash, int token) {}
