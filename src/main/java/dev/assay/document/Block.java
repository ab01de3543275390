package dev.assay.document;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A structural piece of a document, in reading order. Its text is the document's text at its span.
public sealed interface Block {
    Span span();

    Place place();

    Layer layer();

    /// A heading.
    ///
    /// @param level 1 is the outermost; at most 9
    record Heading(int level, Span span, Place place, Layer layer) implements Block {
        public Heading {
            if (level < 1 || level > 9) {
                throw new IllegalArgumentException("A heading's level is 1 to 9. Found: " + level);
            }
        }
    }

    /// Running text.
    record Paragraph(Span span, Place place, Layer layer) implements Block {}

    /// An entry of a list.
    ///
    /// @param level 1 is the outermost
    record ListItem(int level, Span span, Place place, Layer layer) implements Block {}

    /// A table. Cells keep their displayed text; the rows need not have the same number of cells.
    ///
    /// @param name       the sheet's, slide table's or caption's name, empty where there is none
    /// @param confidence that this is a table with these cells, above 0 and at most 1; 1 where the file says so,
    ///                   less where rules or alignment on a page suggest it
    record Table(String name, double confidence, List<Row> rows, Span span, Place place, Layer layer) implements Block {
        public Table {
            rows = List.copyOf(rows);
            if (!(confidence > 0 && confidence <= 1)) {
                throw new IllegalArgumentException(
                        "A table's confidence is above 0 and at most 1. Found: " + confidence);
            }
        }

        /// The cell that starts at a row and column, both counted from 0.
        public Optional<Cell> cell(int row, int column) {
            return rows.stream()
                    .flatMap(each -> each.cells().stream())
                    .filter(each -> each.row() == row && each.column() == column)
                    .findFirst();
        }
    }

    /// The cells that start in one row, from left to right.
    record Row(List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /// One cell.
    ///
    /// @param row        counted from 0
    /// @param column     counted from 0
    /// @param rowSpan    at least 1
    /// @param columnSpan at least 1
    /// @param span       the displayed text
    /// @param raw        the stored value where the format has one (a workbook's number at full precision), in
    ///                   plain decimal notation
    /// @param formula    a workbook formula, without the equals sign
    /// @param format     the code of the number format, such as `0.0%`; null where it is the general one
    record Cell(
            int row,
            int column,
            int rowSpan,
            int columnSpan,
            Span span,
            Place place,
            @Nullable String raw,
            @Nullable String formula,
            @Nullable String format) {}
}
