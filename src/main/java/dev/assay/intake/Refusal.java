package dev.assay.intake;

import java.util.Locale;

/// Why something was not taken, as it is counted.
public enum Refusal {
    /// Larger than the installation's limit.
    TOO_LARGE,
    /// Nobody who may deliver.
    NOT_AUTHORISED,
    /// Nothing is taken just now.
    BACK_PRESSURE,
    /// The sender stopped midway, or what came is not what was announced.
    INCOMPLETE,
    /// Tried as often as may be.
    POISON;

    /// How it is written in meters.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
