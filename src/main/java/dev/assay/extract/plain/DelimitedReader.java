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

/// Delimited text (RFC 4180, also with semicolon, tab or bar) as one table. A field's place is its cell as any
/// spreadsheet program shows it: sheet 1, column letter, number of the record.
public final class DelimitedReader implements Reader {
    public static final Set<String> MEDIA_TYPES = Set.of("text/csv", "text/tsv", "text/tab-separated-values");

    private static final String NAME = "assay-delimited 1";
    private static final String DELIMITERS = ",;\t|";
    private static final int SNIFFED_RECORDS = 50;

    private final ContainerLimits limits;

    public DelimitedReader(ContainerLimits limits) {
        this.limits = limits;
    }

    @Override
    public Extraction read(Path file, String mediaType) throws IOException {
        TextEncoding decoded = TextEncoding.read(file, limits.characters());
        char delimiter = delimiter(decoded.text());
        DocumentDraft draft = new DocumentDraft();
        draft.fact(new Fact.Property("encoding", decoded.charset().name()));
        draft.fact(new Fact.Property("delimiter", delimiter == '\t' ? "tab" : String.valueOf(delimiter)));
        table(new Records(decoded.text(), delimiter), draft);
        TextReader.tellGaps(decoded, draft);
        return new Extraction.Extracted(draft.finish(mediaType, NAME));
    }

    private void table(Records records, DocumentDraft draft) {
        DocumentDraft.TableDraft table = draft.table("", new Place.Cell("1", "A1"), Layer.BODY);
        int cells = 0;
        int row = 0;
        for (List<String> fields = records.next(); !fields.isEmpty(); fields = records.next()) {
            cells += fields.size();
            if (cells > limits.cells()) {
                draft.gap(Gap.Reason.LIMIT, new Place.Line(row + 1), "more than " + limits.cells() + " fields");
                break;
            }
            for (int column = 0; column < fields.size(); column++) {
                Place at = new Place.Cell("1", columnName(column) + (row + 1));
                table.cell(row, column, 1, 1, fields.get(column), at, null, null);
            }
            table.endRow();
            row++;
        }
        table.end();
    }

    /// The letters of a spreadsheet column, counted from 0.
    public static String columnName(int column) {
        String rest = column < 26 ? "" : columnName(column / 26 - 1);
        return rest + (char) ('A' + column % 26);
    }

    /// The delimiter under which most of the first records have the same number of fields, and most of them.
    private static char delimiter(String text) {
        char best = DELIMITERS.charAt(0);
        int bestScore = 0;
        for (int i = 0; i < DELIMITERS.length(); i++) {
            char candidate = DELIMITERS.charAt(i);
            int score = score(new Records(text, candidate));
            if (score > bestScore) {
                bestScore = score;
                best = candidate;
            }
        }
        return best;
    }

    private static int score(Records records) {
        int width = 0;
        int same = 0;
        int read = 0;
        for (List<String> fields = records.next();
                !fields.isEmpty() && read < SNIFFED_RECORDS;
                fields = records.next()) {
            width = read == 0 ? fields.size() : width;
            same += fields.size() == width ? 1 : 0;
            read++;
        }
        return width < 2 ? 0 : same * 1_000 + Math.min(width, 999);
    }

    /// Splits text into records.
    private static final class Records {
        private final String text;
        private final char delimiter;
        private int at;

        Records(String text, char delimiter) {
            this.text = text;
            this.delimiter = delimiter;
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
            while (at < text.length()) {
                char c = text.charAt(at++);
                if (c != '"') {
                    field.append(c);
                } else if (at < text.length() && text.charAt(at) == '"') {
                    field.append(c);
                    at++;
                } else {
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
