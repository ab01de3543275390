package dev.assay.intake.scan;

/// What a virus scanner said of a file.
public sealed interface Scan {

    /// Nothing was found in all of it.
    record Clean() implements Scan {}

    /// Something was found.
    ///
    /// @param signature as the scanner calls it
    record Infected(String signature) implements Scan {}

    /// The scanner did not say: it could not be reached, gave up, or the file is larger than it looks at. Never the
    /// same as clean.
    ///
    /// @param reason  for the operator
    /// @param passing whether it may say when it is asked again, as after a restart of the scanner
    record NotScanned(String reason, boolean passing) implements Scan {}
}
