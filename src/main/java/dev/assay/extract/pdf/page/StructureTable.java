package dev.assay.extract.pdf.page;

import dev.assay.extract.pdf.layout.TaggedCell;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.jspecify.annotations.Nullable;

/// A table of the structure tree: gives each cell its row and column.
final class StructureTable {
    private static final int WIDEST_SPAN = 1_000;

    private final int number;
    private final List<TaggedCell> cells = new ArrayList<>();
    private final Set<Long> taken = new HashSet<>();
    private int row = -1;
    private int column;

    StructureTable(int number) {
        this.number = number;
    }

    List<TaggedCell> cells() {
        return cells;
    }

    void startRow() {
        row++;
        column = 0;
    }

    /// The next cell of the open row.
    TaggedCell add(COSDictionary element) {
        row = Math.max(0, row);
        while (taken.contains(key(row, column))) {
            column++;
        }
        int rows = span(element, "RowSpan");
        int columns = span(element, "ColSpan");
        TaggedCell cell = new TaggedCell(number, row, column, rows, columns);
        cells.add(cell);
        // Only what reaches into later rows has to be kept in mind.
        for (int below = 1; below < rows; below++) {
            for (int right = 0; right < columns && taken.size() < 100_000; right++) {
                taken.add(key(row + below, column + right));
            }
        }
        column += columns;
        return cell;
    }

    private static long key(int row, int column) {
        return (long) row << 32 | column;
    }

    private static int span(COSDictionary element, String name) {
        COSBase attributes = element.getDictionaryObject(COSName.A);
        int span = own(attributes instanceof COSDictionary one ? one : null, name);
        if (attributes instanceof COSArray several) {
            for (int i = 0; i < several.size(); i++) {
                span = Math.max(span, own(several.getObject(i) instanceof COSDictionary each ? each : null, name));
            }
        }
        return Math.min(span, WIDEST_SPAN);
    }

    private static int own(@Nullable COSDictionary attributes, String name) {
        return attributes == null ? 1 : Math.max(1, attributes.getInt(COSName.getPDFName(name), 1));
    }
}
