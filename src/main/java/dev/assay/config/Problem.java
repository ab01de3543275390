package dev.assay.config;

/// One mistake in a file a person wrote.
///
/// @param at      where it stands
/// @param message the subject, the rule broken, the value found, and the next step
public record Problem(Position at, String message) {
    @Override
    public String toString() {
        return at + ": " + message;
    }
}
