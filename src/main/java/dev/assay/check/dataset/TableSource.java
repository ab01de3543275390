package dev.assay.check.dataset;

import dev.assay.check.Inspection;
import dev.assay.document.Block;
import dev.assay.document.Document;
import dev.assay.document.Gap;
import dev.assay.document.Layer;
import dev.assay.document.Place;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/// Where the rows of a table come from, as often as they are asked for.
interface TableSource {
    Inspection.ReadPart part();

    /// `1` for a delimited file.
    String sheet();

    Place place();

    boolean isDelimited();

    /// Whether all rows were read.
    boolean isWhole();

    /// @param columns that each row has at least
    Iterator<DataRow> rows(int columns);

    /// The sheets and delimited tables of a part; tables of running text are none.
    static List<TableSource> of(Inspection.ReadPart part) {
        List<TableSource> sources = new ArrayList<>();
        for (Block.Table table : part.document().tables().toList()) {
            if (table.layer() == Layer.BODY && table.place() instanceof Place.Cell place) {
                sources.add(new Blocks(part, table, place.sheet()));
            }
        }
        return sources;
    }

    /// A table whose rows are blocks of the document.
    record Blocks(Inspection.ReadPart part, Block.Table table, String sheet) implements TableSource {
        @Override
        public Place place() {
            return table.place();
        }

        @Override
        public boolean isDelimited() {
            return part.document().mediaType().startsWith("text/");
        }

        @Override
        public boolean isWhole() {
            return part.document().gaps().stream().noneMatch(Gap::stoppedEarly);
        }

        @Override
        public Iterator<DataRow> rows(int columns) {
            Document document = part.document();
            Iterator<Block.Row> rows = table.rows().iterator();
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return rows.hasNext();
                }

                @Override
                public DataRow next() {
                    return DataRow.of(document, rows.next(), sheet, !isDelimited(), columns);
                }
            };
        }
    }
}
