package dev.assay.extract.pdf.layout;

/// A cell of a table as the file's structure tells it.
///
/// @param table      which table of the file
/// @param row        counted from 0
/// @param column     counted from 0
/// @param rowSpan    at least 1
/// @param columnSpan at least 1
public record TaggedCell(int table, int row, int column, int rowSpan, int columnSpan) {}
