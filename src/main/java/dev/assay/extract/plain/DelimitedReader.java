package dev.assay.extract.plain;

import dev.assay.document.Extraction;
import dev.assay.document.Fact;
import dev.assay.document.Gap;
import dev.assay.document.Layer;
import dev.assay.document.Place;
import dev.assay.extract.draft.ContainerLimits;
import dev.assay.extract.draft.DocumentDraft;
import dev.assay.extract.draft.Reader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Delimited text (RFC 4180, also with semicolon, tab or bar) as one table. A field's place is its cell as any
/// spreadsheet program shows it: sheet 1, column letter, number of the record.
public final class DelimitedReader implements Reader {
    public static final Set<String> MEDIA_TYPES = Set.of("text/csv", "text/tsv", "text/tab-separated-values");

    private static final String NAME = "assay-delimited 2";
    private static final String SHEET = "1";
    private static final String DELIMITERS = "\t;|,";
    private static final Pattern NAMED = Pattern.compile("sep=([^\r\n])(?:\r\n|\r|\n)");

    /// A table's text may be so many times as long as running text: its fields are counted as well.
    private static final int LENGTH = 4;
    private static final int SNIFFED_RECORDS = 50;

    private final ContainerLimits limits;

    public DelimitedReader(ContainerLimits limits) {
        this.limits = limits;
    }

    @Override
    public Extraction read(Path file, String mediaType) throws IOException {
        TextEncoding decoded = TextEncoding.read(file, LENGTH * limits.characters());
        Records records = Records.of(decoded.text());
        DocumentDraft draft = new DocumentDraft();
        draft.fact(new Fact.Property("encoding", decoded.charset().name()));
        draft.fact(
                new Fact.Property("delimiter", records.delimiter == '\t' ? "tab" : String.valueOf(records.delimiter)));
        table(records, draft);
        TextReader.tellGaps(decoded, draft);
        return new Extraction.Extracted(draft.finish(mediaType, NAME));
    }

    private void table(Records records, DocumentDraft draft) {
        DocumentDraft.TableDraft table = draft.table("", new Place.Cell(SHEET, "A1"), Layer.BODY);
        int cells = 0;
        int row = 0;
        for (List<String> fields = records.next(); !fields.isEmpty(); fields = records.next()) {
            cells += fields.size();
            if (cells > limits.cells()) {
                draft.gap(
                        Gap.Reason.LIMIT,
                        new Place.Line(row + 1),
                        "There are more than " + limits.cells() + " fields, which are as many as are read.");
                break;
            }
            for (int column = 0; column < fields.size(); column++) {
                Place at = new Place.Cell(SHEET, columnName(column) + (row + 1));
                table.cell(row, column, 1, 1, fields.get(column), at, null, null);
            }
            table.endRow();
            row++;
        }
        table.end();
        if (records.unclosed) {
            draft.gap(
                    Gap.Reason.DAMAGED,
                    new Place.Line(row),
                    "A quoted field is never closed: all that follows was read as one field.");
        }
    }

    /// The letters of a spreadsheet column, counted from 0.
    public static String columnName(int column) {
        String rest = column < 26 ? "" : columnName(column / 26 - 1);
        return rest + (char) ('A' + column % 26);
    }

    /// Splits text into records.
    private static final class Records {
        private final String text;
        private final char delimiter;
        private int at;
        private boolean unclosed;

        Records(String text, char delimiter) {
            this.text = text;
            this.delimiter = delimiter;
        }

        /// Those of a text: by the delimiter its first line names (`sep=;`, which spreadsheets take for no
        /// record), else by the one under which most of the first records have the same number of fields. Of
        /// several, the comma is the last to be believed: it also stands in numbers.
        static Records of(String text) {
            Matcher named = NAMED.matcher(text);
            if (named.lookingAt()) {
                Records records = new Records(text, named.group(1).charAt(0));
                records.at = named.end();
                return records;
            }
            char best = ',';
            int most = 0;
            for (int i = 0; i < DELIMITERS.length(); i++) {
                int same = new Records(text, DELIMITERS.charAt(i)).sameWidth();
                if (same > most) {
                    most = same;
                    best = DELIMITERS.charAt(i);
                }
            }
            return new Records(text, best);
        }

        /// How many of the first records have as many fields as the first; 0 where that is one.
        private int sameWidth() {
            int width = 0;
            int same = 0;
            List<String> fields = next();
            for (int read = 0; !fields.isEmpty() && read < SNIFFED_RECORDS; read++) {
                width = read == 0 ? fields.size() : width;
                same += fields.size() == width ? 1 : 0;
                fields = next();
            }
            return width < 2 ? 0 : same;
        }

        /// The next record; empty at the end. An empty line is a record of one empty field.
        List<String> next() {
            List<String> fields = new ArrayList<>();
            if (at >= text.length()) {
                return fields;
            }
            boolean more = true;
            while (more) {
                fields.add(field());
                more = at < text.length() && text.charAt(at) == delimiter;
                at += more ? 1 : 0;
            }
            skipLineEnd();
            return fields;
        }

        private String field() {
            if (at < text.length() && text.charAt(at) == '"') {
                return quoted();
            }
            int start = at;
            while (at < text.length() && text.charAt(at) != delimiter && !isLineEnd(text.charAt(at))) {
                at++;
            }
            return text.substring(start, at);
        }

        private String quoted() {
            StringBuilder field = new StringBuilder();
            at++;
            unclosed = true;
            while (at < text.length()) {
                char c = text.charAt(at++);
                if (c != '"') {
                    field.append(c);
                } else if (at < text.length() && text.charAt(at) == '"') {
                    field.append(c);
                    at++;
                } else {
                    unclosed = false;
                    break;
                }
            }
            // What follows a closing quote belongs to the field all the same: no character is lost.
            while (at < text.length() && text.charAt(at) != delimiter && !isLineEnd(text.charAt(at))) {
                field.append(text.charAt(at++));
            }
            return field.toString();
        }

        private void skipLineEnd() {
            if (at < text.length() && text.charAt(at) == '\r') {
                at++;
            }
            if (at < text.length() && text.charAt(at) == '\n') {
                at++;
            }
        }

        private static boolean isLineEnd(char c) {
            return c == '\n' || c == '\r';
        }
    }
}
