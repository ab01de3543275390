package dev.assay.extract;

import dev.assay.document.Block;
import dev.assay.document.Document;
import dev.assay.document.Fact;
import dev.assay.document.Gap;
import dev.assay.document.Layer;
import dev.assay.document.Place;
import dev.assay.document.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A document being read: appends text and remembers where each block stands.
///
/// Blocks are separated by one line feed, cells of a row by a tab, rows by a line feed. Line ends become line
/// feeds; other control characters than tab and line feed are dropped, so that offsets never depend on the
/// platform.
final class DocumentDraft {
    private final StringBuilder text = new StringBuilder();
    private final List<Block> blocks = new ArrayList<>();
    private final List<Fact> facts = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();

    void heading(int level, String words, Place place, Layer layer) {
        Span span = block(words);
        if (span.length() > 0) {
            blocks.add(new Block.Heading(Math.clamp(level, 1, 9), span, place, layer));
        }
    }

    void paragraph(String words, Place place, Layer layer) {
        Span span = block(words);
        if (span.length() > 0) {
            blocks.add(new Block.Paragraph(span, place, layer));
        }
    }

    void listItem(int level, String words, Place place, Layer layer) {
        Span span = block(words);
        if (span.length() > 0) {
            blocks.add(new Block.ListItem(Math.max(1, level), span, place, layer));
        }
    }

    /// Starts a table; cells are appended row by row, then [TableDraft#end] closes it.
    TableDraft table(String name, Place place, Layer layer) {
        separate();
        return new TableDraft(name, place, layer);
    }

    void fact(Fact fact) {
        if (!facts.contains(fact)) {
            facts.add(fact);
        }
    }

    void gap(Gap.Reason reason, Place place, String detail) {
        gaps.add(new Gap(reason, place, detail));
    }

    /// How much text there is so far, in UTF-16 units.
    int length() {
        return text.length();
    }

    Document finish(String mediaType, String reader) {
        return new Document(mediaType, text.toString(), blocks, facts, gaps, reader);
    }

    private Span block(String words) {
        String clean = clean(words);
        if (clean.isBlank()) {
            return new Span(text.length(), text.length());
        }
        separate();
        return append(clean.strip());
    }

    private void separate() {
        if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
            text.append('\n');
        }
    }

    private Span append(String clean) {
        int start = text.length();
        text.append(clean);
        return new Span(start, text.length());
    }

    private static String clean(String words) {
        StringBuilder clean = new StringBuilder(words.length());
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            boolean lineEnd =
                    c == '\r' || c == '\u000B' || c == '\f' || c == '\u0085' || c == '\u2028' || c == '\u2029';
            if (lineEnd) {
                boolean pair = c == '\r' && i + 1 < words.length() && words.charAt(i + 1) == '\n';
                if (!pair) {
                    clean.append('\n');
                }
            } else if (c == '\t' || c == '\n' || !Character.isISOControl(c)) {
                clean.append(c);
            }
        }
        return clean.toString();
    }

    /// A table being read.
    final class TableDraft {
        private final String name;
        private final Place place;
        private final Layer layer;
        private final int start = text.length();
        private final List<Block.Row> rows = new ArrayList<>();
        private List<Block.Cell> cells = new ArrayList<>();

        private TableDraft(String name, Place place, Layer layer) {
            this.name = name;
            this.place = place;
            this.layer = layer;
        }

        /// Appends a cell to the open row. Row and column are counted from 0.
        void cell(
                int row,
                int column,
                int rowSpan,
                int columnSpan,
                String words,
                Place at,
                @Nullable String raw,
                @Nullable String formula) {
            if (!cells.isEmpty()) {
                text.append('\t');
            }
            String flat = clean(words).strip().replace('\n', ' ').replace('\t', ' ');
            cells.add(new Block.Cell(row, column, rowSpan, columnSpan, append(flat), at, raw, formula));
        }

        void endRow() {
            if (!cells.isEmpty()) {
                rows.add(new Block.Row(cells));
                cells = new ArrayList<>();
                text.append('\n');
            }
        }

        void end() {
            endRow();
            if (rows.isEmpty()) {
                return;
            }
            text.setLength(text.length() - 1);
            blocks.add(new Block.Table(name, rows, new Span(start, text.length()), place, layer));
        }
    }
}
