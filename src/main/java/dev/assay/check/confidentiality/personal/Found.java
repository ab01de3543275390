package dev.assay.check.confidentiality.personal;

import dev.assay.document.Span;

/// A value found.
///
/// @param span   in the document
/// @param data   the kind of data, a choice of the parameter `data`
/// @param name   what it is called in a message
/// @param value  as written; never printed
/// @param masked as printed
/// @param holds  whether it is one; where not, it is labelled as one and fails its check
public record Found(Span span, String data, String name, String value, String masked, boolean holds) {
    /// Records print their values; this one has one that must not come into a log.
    @Override
    public String toString() {
        return name + " " + masked;
    }
}
