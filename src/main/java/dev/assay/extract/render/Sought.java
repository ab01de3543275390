package dev.assay.extract.render;

import dev.assay.document.Place;
import dev.assay.document.Span;

/// A want that was found.
///
/// @param want        its number in the request
/// @param span        where it lies in the text; empty for a place without text
/// @param place       where that is in the original
/// @param moved       whether that is not where it was said to be
/// @param occurrences how often its words were found
record Sought(int want, Span span, Place place, boolean moved, int occurrences) {}
