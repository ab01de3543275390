package dev.assay.check.sources;

import dev.assay.document.Span;

/// Something that needs something beside it.
///
/// @param block the index of its block
/// @param passage the paragraph, entry or cell it stands in; the block of a table, chart or figure
/// @param span  what is shown in a finding
/// @param name  what it is called in a message: "the caption 'Table 3. Awareness'"
/// @param usual what it needs where the client says nothing
/// @param area  whether it is a table, chart or figure, with text above and below, rather than words in a text
record Anchor(int block, Span passage, Span span, String name, Needs.Usual usual, boolean area) {}
