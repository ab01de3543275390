package dev.assay.work;

/// A text that is never printed.
///
/// @param text what it is
public record Secret(String text) {
    @Override
    public String toString() {
        return "(secret)";
    }
}
