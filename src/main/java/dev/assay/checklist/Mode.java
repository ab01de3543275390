package dev.assay.checklist;

/// Whether an item counts yet.
public enum Mode {
    /// Decides and scores.
    ENFORCE,
    /// Shown, never decides or scores.
    ADVISE,
    /// Runs live, shown only to the client manager, never routes or scores.
    TRIAL
}
