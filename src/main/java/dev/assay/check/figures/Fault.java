package dev.assay.check.figures;

import dev.assay.document.Span;

/// Something wrong at a place in a document, to be told in order of place.
record Fault(Span span, String message, String remedy) {}
