package dev.assay.extract.render;

import dev.assay.document.Place;
import dev.assay.document.Span;
import org.jspecify.annotations.Nullable;

/// What is to be shown of a document: a passage, or a place.
///
/// Offsets are hints: what decides is that the text there is the quote. Where it is not, the quote is looked for
/// near by.
///
/// @param start where the passage lay when the file was read before, in UTF-16 units; -1 where that is not known
/// @param end   one past its last unit
/// @param quote the passage as a finding quotes it: on one line, perhaps shortened in its middle; empty where
///              the span or the place alone is meant
/// @param place what is meant where there is neither span nor quote; null otherwise
public record Want(
        int start, int end, String quote, @Nullable Place place) {
    private static final int UNKNOWN = -1;

    /// A passage that was seen at a span.
    public static Want of(Span span, String quote) {
        return new Want(span.start(), span.end(), quote, null);
    }

    /// The first passage with these words.
    public static Want of(String quote) {
        return new Want(UNKNOWN, UNKNOWN, quote, null);
    }

    /// A place as a whole.
    public static Want of(Place place) {
        return new Want(UNKNOWN, UNKNOWN, "", place);
    }
}
