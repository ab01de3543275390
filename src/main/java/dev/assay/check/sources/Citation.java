package dev.assay.check.sources;

import dev.assay.document.Span;

/// A place where a text cites.
///
/// @param span   in the document
/// @param shown  as written
/// @param number of the source, 0 where it is cited by name
/// @param author the first author's name, folded; empty where it is cited by number
/// @param year   such as `2018a`
/// @param sure   whether it is a citation beyond doubt, so that what it cites must be listed
record Citation(Span span, String shown, int number, String author, String year, boolean sure) {}
