package dev.assay.extract.pdf;

import dev.assay.document.Span;

/// A word of a document's text and where it stands on its page.
///
/// Coordinates are those of the page as a viewer shows it, cropped and turned, in points from its upper left
/// corner (in units of the page where it has a `UserUnit`).
///
/// @param span   where the word lies in the document's text; it holds no white space at its ends
/// @param page   counted from 1
/// @param x      left edge
/// @param y      upper edge
/// @param width  at least 0
/// @param height at least 0
public record WordBox(Span span, int page, float x, float y, float width, float height) {}
