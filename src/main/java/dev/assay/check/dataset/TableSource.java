package dev.assay.check.dataset;

import dev.assay.check.Inspection;
import dev.assay.document.Block;
import dev.assay.document.Document;
import dev.assay.document.FurtherRows;
import dev.assay.document.Gap;
import dev.assay.document.Layer;
import dev.assay.document.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/// Where the rows of a table come from, as often as they are asked for.
interface TableSource {
    Inspection.ReadPart part();

    /// `1` for a delimited file.
    String sheet();

    Place place();

    boolean isDelimited();

    /// Whether all rows were read.
    boolean isWhole();

    /// The rows, in order.
    ///
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
        part.document().further().stream()
                .filter(rows ->
                        sources.stream().noneMatch(source -> source.sheet().equals(rows.sheet())))
                .forEach(rows -> sources.add(new Further(part, rows)));
        return sources;
    }

    /// A table of which no row is a block of the document.
    record Further(Inspection.ReadPart part, FurtherRows further) implements TableSource {
        @Override
        public String sheet() {
            return further.sheet();
        }

        @Override
        public Place place() {
            return new Place.Cell(sheet(), "A1");
        }

        @Override
        public boolean isDelimited() {
            return part.document().mediaType().startsWith("text/");
        }

        @Override
        public boolean isWhole() {
            return further.whole();
        }

        @Override
        public Iterator<DataRow> rows(int columns) {
            Iterator<FurtherRows.Row> rows = further.rows();
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return rows.hasNext();
                }

                @Override
                public DataRow next() {
                    return DataRow.of(rows.next(), sheet(), !isDelimited(), columns);
                }
            };
        }
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
            Optional<FurtherRows> further = further();
            return further.map(FurtherRows::whole).orElse(true)
                    && part.document().gaps().stream().noneMatch(gap -> isCut(gap, further.isPresent()));
        }

        /// Rows that are kept elsewhere are no loss.
        private static boolean isCut(Gap gap, boolean further) {
            return switch (gap.reason()) {
                case TRUNCATED, DAMAGED, SKIPPED_PART -> true;
                case LIMIT -> !further;
                case NO_TEXT, UNDECODABLE_FONT, UNOPENED_FILE -> false;
            };
        }

        private Optional<FurtherRows> further() {
            return part.document().further(sheet);
        }

        @Override
        public Iterator<DataRow> rows(int columns) {
            Document document = part.document();
            Iterator<Block.Row> rows = table.rows().iterator();
            Iterator<FurtherRows.Row> rest = further().map(FurtherRows::rows).orElse(Collections.emptyIterator());
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return rows.hasNext() || rest.hasNext();
                }

                @Override
                public DataRow next() {
                    return rows.hasNext()
                            ? DataRow.of(document, rows.next(), sheet, !isDelimited(), columns)
                            : DataRow.of(rest.next(), sheet, !isDelimited(), columns);
                }
            };
        }
    }
}
