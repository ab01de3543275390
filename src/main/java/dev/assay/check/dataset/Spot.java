package dev.assay.check.dataset;

import dev.assay.document.Block;
import dev.assay.document.Place;
import dev.assay.document.Span;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where a value stands, without the rest of its row: what may be remembered of a million rows.
///
/// @param row    as the file counts it, from 1
/// @param column counted from 0
/// @param cell   the block it is in, null where it is kept without one
record Spot(String sheet, int row, int column, Block.@Nullable Cell cell) {
    Place place() {
        return cell == null ? new Place.Cell(sheet, DataRow.letters(column) + row) : cell.place();
    }

    /// Where its text lies in the document, if it is kept there and not empty.
    Optional<Span> span() {
        return cell == null || cell.span().length() == 0 ? Optional.empty() : Optional.of(cell.span());
    }
}
