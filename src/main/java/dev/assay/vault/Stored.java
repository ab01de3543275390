package dev.assay.vault;

/// What was stored.
///
/// @param sha256 of the plain bytes, 64 hex digits
/// @param size   of the plain bytes
public record Stored(String sha256, long size) {}
