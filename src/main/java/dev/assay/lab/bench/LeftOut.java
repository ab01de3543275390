package dev.assay.lab.bench;

/// A file that is not in the ratios.
///
/// @param reason which of the two did not read it, and how that ended
record LeftOut(String file, String reason) {}
