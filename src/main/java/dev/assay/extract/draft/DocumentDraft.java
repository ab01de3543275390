package dev.assay.extract.draft;

import dev.assay.document.Block;
import dev.assay.document.Document;
import dev.assay.document.Fact;
import dev.assay.document.FurtherRows;
import dev.assay.document.Gap;
import dev.assay.document.Layer;
import dev.assay.document.Place;
import dev.assay.document.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A document being read: appends text and remembers where each block stands.
///
/// Blocks are separated by one line feed, cells of a row by a tab, rows by a line feed. Line ends become line
/// feeds; other control characters than tab and line feed are dropped, so that offsets never depend on the
/// platform.
public final class DocumentDraft {
    /// More than any person's work; a text that long was made to fill memory.
    private static final int LONGEST = 1 << 26;

    /// More than any person's work has of one kind; what comes after is not recorded.
    private static final int MOST_FACTS = 50_000;

    private static final int WIDEST_SEPARATION = 100;

    private final StringBuilder text = new StringBuilder();
    private final List<Block> blocks = new ArrayList<>();
    private final Set<Fact> facts = new LinkedHashSet<>();
    private final Map<Class<?>, Integer> factCounts = new HashMap<>();
    private final List<Gap> gaps = new ArrayList<>();
    private final List<FurtherRows> further = new ArrayList<>();
    private boolean limitTold;

    public Span heading(int level, String words, Place place, Layer layer) {
        Span span = block(words, place);
        if (span.length() > 0) {
            blocks.add(new Block.Heading(Math.clamp(level, 1, 9), span, place, layer));
        }
        return span;
    }

    /// Appends running text.
    ///
    /// @return where it lies; an empty span where nothing was written
    public Span paragraph(String words, Place place, Layer layer) {
        Span span = block(words, place);
        if (span.length() > 0) {
            blocks.add(new Block.Paragraph(span, place, layer));
        }
        return span;
    }

    public Span listItem(int level, String words, Place place, Layer layer) {
        Span span = block(words, place);
        if (span.length() > 0) {
            blocks.add(new Block.ListItem(Math.max(1, level), span, place, layer));
        }
        return span;
    }

    /// Starts a table; cells are appended row by row, then [TableDraft#end] closes it.
    public TableDraft table(String name, Place place, Layer layer) {
        return table(name, 1, place, layer);
    }

    /// Starts a table that is seen with some confidence only.
    ///
    /// @param confidence above 0 and at most 1
    public TableDraft table(String name, double confidence, Place place, Layer layer) {
        separate();
        return new TableDraft(name, confidence, place, layer);
    }

    /// Appends all that was read of a file inside this one.
    ///
    /// @param name of that file, empty where its places are those of this one
    public void append(Document part, String name) {
        separate();
        Within within = new Within(name, text.length());
        text.append(part.text());
        part.blocks().forEach(block -> blocks.add(within.block(block)));
        part.facts().forEach(fact -> fact(within.fact(fact)));
        part.gaps().forEach(gap -> gap(gap.reason(), within.place(gap.place()), gap.detail()));
    }

    /// Records a fact, once. Where there are more of a kind than any person's work has, that is said and the
    /// rest is left out.
    public void fact(Fact fact) {
        int count = factCounts.getOrDefault(fact.getClass(), 0);
        if (count < MOST_FACTS) {
            factCounts.put(fact.getClass(), facts.add(fact) ? count + 1 : count);
        } else if (count == MOST_FACTS && !facts.contains(fact)) {
            factCounts.put(fact.getClass(), count + 1);
            gap(
                    Gap.Reason.LIMIT,
                    new Place.Whole(),
                    "More than " + MOST_FACTS + " facts of the kind "
                            + fact.getClass().getSimpleName() + ".");
        }
    }

    public void gap(Gap.Reason reason, Place place, String detail) {
        gaps.add(new Gap(reason, place, detail));
    }

    /// Keeps the rows of a table that is larger than blocks can hold.
    public void further(FurtherRows rows) {
        further.add(rows);
    }

    /// Whether a fact of a type was recorded.
    public boolean holds(Class<? extends Fact> type) {
        return facts.stream().anyMatch(type::isInstance);
    }

    /// How much text there is so far, in UTF-16 units.
    public int length() {
        return text.length();
    }

    /// The text at a span.
    public String text(Span span) {
        return text.substring(span.start(), span.end());
    }

    /// A span without the white space at its ends, of which no more is looked at than separates blocks.
    public Span stripped(Span span) {
        int start = span.start();
        int end = span.end();
        int last = Math.max(start, end - WIDEST_SEPARATION);
        while (last < end && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        int first = Math.min(end, start + WIDEST_SEPARATION);
        while (start < first && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        return new Span(start, end);
    }

    public Document finish(String mediaType, String reader) {
        return new Document(mediaType, text.toString(), blocks, List.copyOf(facts), gaps, List.of(), reader, further);
    }

    private Span block(String words, Place place) {
        String clean = isFull(place) ? "" : clean(words);
        if (clean.isBlank()) {
            return new Span(text.length(), text.length());
        }
        separate();
        return append(clean.strip());
    }

    /// Whether no more text is taken; the first time, that is said.
    private boolean isFull(Place place) {
        boolean full = text.length() >= LONGEST;
        if (full && !limitTold) {
            limitTold = true;
            gap(Gap.Reason.LIMIT, place, "The text is longer than " + LONGEST + " characters.");
        }
        return full;
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

    /// A text as documents hold it: line ends are line feeds, of other control characters only tabs are left.
    public static String clean(String words) {
        int first = 0;
        while (first < words.length() && !isSpecial(words.charAt(first))) {
            first++;
        }
        if (first == words.length()) {
            return words;
        }
        StringBuilder clean = new StringBuilder(words.length()).append(words, 0, first);
        for (int i = first; i < words.length(); i++) {
            char c = words.charAt(i);
            if (isLineEnd(c)) {
                boolean pair = c == '\r' && i + 1 < words.length() && words.charAt(i + 1) == '\n';
                if (!pair) {
                    clean.append('\n');
                }
            } else if (!isSpecial(c)) {
                clean.append(c);
            }
        }
        return clean.toString();
    }

    private static boolean isSpecial(char c) {
        return c != '\t' && c != '\n' && (Character.isISOControl(c) || isLineEnd(c));
    }

    private static boolean isLineEnd(char c) {
        return c == '\r' || c == '\u000B' || c == '\f' || c == '\u0085' || c == '\u2028' || c == '\u2029';
    }

    /// A table being read.
    public final class TableDraft {
        private final String name;
        private final double confidence;
        private Place place;
        private final Layer layer;
        private final int start = text.length();
        private final List<Block.Row> rows = new ArrayList<>();
        private final Map<Long, Block.Cell> merged = new HashMap<>();
        private List<Block.Cell> cells = new ArrayList<>();

        private TableDraft(String name, double confidence, Place place, Layer layer) {
            this.name = name;
            this.confidence = confidence;
            this.place = place;
            this.layer = layer;
        }

        /// Appends a cell to the open row. Row and column are counted from 0.
        ///
        /// @return where its text lies
        public Span cell(
                int row,
                int column,
                int rowSpan,
                int columnSpan,
                String words,
                Place at,
                @Nullable String raw,
                @Nullable String formula) {
            return cell(row, column, rowSpan, columnSpan, words, at, raw, formula, null);
        }

        /// Appends a cell with its number format to the open row. Row and column are counted from 0.
        ///
        /// @return where its text lies
        public Span cell(
                int row,
                int column,
                int rowSpan,
                int columnSpan,
                String words,
                Place at,
                @Nullable String raw,
                @Nullable String formula,
                @Nullable String format) {
            if (!cells.isEmpty()) {
                text.append('\t');
            }
            String flat =
                    isFull(at) ? "" : clean(words).strip().replace('\n', ' ').replace('\t', ' ');
            Span span = append(flat);
            cells.add(new Block.Cell(row, column, rowSpan, columnSpan, span, at, raw, formula, format));
            return span;
        }

        /// Moves the table, for a reader that knows a table's range only at its end.
        public void place(Place known) {
            place = known;
        }

        /// Widens a cell that was appended before; counted from 0. Nothing happens where there is no such cell.
        public void merge(int row, int column, int rowSpan, int columnSpan) {
            Place anywhere = place;
            merged.put(
                    key(row, column),
                    new Block.Cell(row, column, rowSpan, columnSpan, new Span(0, 0), anywhere, null, null, null));
        }

        public void endRow() {
            if (!cells.isEmpty()) {
                rows.add(new Block.Row(cells));
                cells = new ArrayList<>();
                text.append('\n');
            }
        }

        public void end() {
            endRow();
            if (rows.isEmpty()) {
                return;
            }
            text.setLength(text.length() - 1);
            if (!merged.isEmpty()) {
                rows.replaceAll(this::widened);
            }
            blocks.add(new Block.Table(name, confidence, rows, new Span(start, text.length()), place, layer));
        }

        private Block.Row widened(Block.Row row) {
            boolean untouched =
                    row.cells().stream().noneMatch(cell -> merged.containsKey(key(cell.row(), cell.column())));
            return untouched
                    ? row
                    : new Block.Row(row.cells().stream().map(this::widened).toList());
        }

        private Block.Cell widened(Block.Cell cell) {
            Block.Cell size = merged.get(key(cell.row(), cell.column()));
            return size == null
                    ? cell
                    : new Block.Cell(
                            cell.row(),
                            cell.column(),
                            size.rowSpan(),
                            size.columnSpan(),
                            cell.span(),
                            cell.place(),
                            cell.raw(),
                            cell.formula(),
                            cell.format());
        }

        private static long key(int row, int column) {
            return (long) row << 32 | column;
        }
    }
}
