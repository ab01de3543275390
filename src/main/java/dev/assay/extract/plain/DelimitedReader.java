package dev.assay.extract.plain;

import dev.assay.document.Extraction;
import dev.assay.document.Fact;
import dev.assay.document.FurtherRows;
import dev.assay.document.Gap;
import dev.assay.document.Layer;
import dev.assay.document.Place;
import dev.assay.extract.draft.ContainerLimits;
import dev.assay.extract.draft.DocumentDraft;
import dev.assay.extract.draft.Reader;
import dev.assay.extract.format.LoadFileSigns;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// Delimited text (RFC 4180, also with semicolon, tab or bar) and load files of legal review as one table. A field's
/// place is its cell as any
/// spreadsheet program shows it: sheet 1, column letter, number of the record.
public final class DelimitedReader implements Reader {
    public static final Set<String> MEDIA_TYPES = Set.of("text/csv", "text/tsv", "text/tab-separated-values");

    private static final String NAME = "assay-delimited 3";
    private static final String SHEET = "1";

    /// A table's text may be so many times as long as running text: its fields are counted as well.
    private static final int LENGTH = 4;
    /// Rows beyond the cells may be so many times as long as running text.
    private static final int FURTHER = 13;

    private final ContainerLimits limits;

    public DelimitedReader(ContainerLimits limits) {
        this.limits = limits;
    }

    @Override
    public Extraction read(Path file, String mediaType) throws IOException {
        Charset charset = TextEncoding.of(file, LoadFileSigns.encoding(file).orElse(null));
        Dialect dialect = dialect(file, charset);
        DocumentDraft draft = new DocumentDraft();
        draft.fact(new Fact.Property("encoding", charset.name()));
        draft.fact(new Fact.Property("delimiter", word(dialect.delimiter())));
        if (!dialect.name().equals("csv")) {
            draft.fact(new Fact.Property("dialect", dialect.name()));
        }
        try (java.io.Reader in = TextEncoding.open(file, charset)) {
            Records records = new Records(in, dialect);
            records.skip((records.peek() == '\uFEFF' ? 1 : 0) + dialect.begins());
            new Table(draft, limits).read(records);
            if (records.malformed()) {
                draft.gap(Gap.Reason.DAMAGED, new Place.Whole(), "some bytes are no text in " + charset.name());
            }
        }
        return new Extraction.Extracted(draft.finish(mediaType, NAME));
    }

    private static String word(char delimiter) {
        return switch (delimiter) {
            case '\t' -> "tab";
            case '\u0014' -> "U+0014";
            default -> String.valueOf(delimiter);
        };
    }

    private static Dialect dialect(Path file, Charset charset) throws IOException {
        char[] start = new char[Dialect.lookedAt()];
        try (java.io.Reader in = TextEncoding.open(file, charset)) {
            int length = 0;
            int count = in.read(start);
            while (count > 0) {
                length += count;
                count = in.read(start, length, start.length - length);
            }
            int first = length > 0 && start[0] == '\uFEFF' ? 1 : 0;
            return Dialect.of(new String(start, first, length - first));
        }
    }

    /// One table being read: as cells as far as these go, and then as rows.
    private static final class Table {
        private final DocumentDraft draft;
        private final ContainerLimits limits;
        private final DocumentDraft.TableDraft table;
        private final FurtherRows.Draft further;
        private int cells;
        private long length;
        private int row;
        private boolean full;

        Table(DocumentDraft draft, ContainerLimits limits) {
            this.draft = draft;
            this.limits = limits;
            this.table = draft.table("", new Place.Cell(SHEET, "A1"), Layer.BODY);
            this.further = new FurtherRows.Draft(SHEET, FURTHER * limits.characters());
        }

        void read(Records records) throws IOException {
            for (List<String> fields = records.next(); !fields.isEmpty(); fields = records.next()) {
                cells += full ? 0 : fields.size();
                length += full ? 0 : fields.stream().mapToInt(String::length).sum();
                if (!full && (cells > limits.cells() || length > (long) LENGTH * limits.characters())) {
                    full = true;
                    draft.gap(
                            Gap.Reason.LIMIT,
                            new Place.Line(row + 1),
                            (cells > limits.cells()
                                            ? "There are more than " + limits.cells() + " fields"
                                            : "The text is long")
                                    + ": from here on, only checks of data sets see it.");
                }
                if (full) {
                    further(fields);
                } else {
                    cells(fields);
                }
                row++;
            }
            end(records);
        }

        private void cells(List<String> fields) {
            for (int column = 0; column < fields.size(); column++) {
                Place at = new Place.Cell(SHEET, columnName(column) + (row + 1));
                table.cell(row, column, 1, 1, fields.get(column), at, null, null);
            }
            table.endRow();
        }

        private void further(List<String> fields) {
            further.begin(row + 1);
            fields.forEach(field -> further.field(field, null));
            further.end();
        }

        private void end(Records records) {
            table.end();
            if (full) {
                draft.further(further.finish());
            }
            if (records.unclosed()) {
                draft.gap(
                        Gap.Reason.DAMAGED,
                        new Place.Line(row),
                        "A quoted field is never closed: all that follows was read as one field.");
            }
        }
    }

    /// The letters of a spreadsheet column, counted from 0.
    public static String columnName(int column) {
        String rest = column < 26 ? "" : columnName(column / 26 - 1);
        return rest + (char) ('A' + column % 26);
    }
}
