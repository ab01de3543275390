package dev.assay.document;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/// The rows of a large table that follow those kept as cells: their texts without places of their own, in a
/// fraction of the space that cells take.
///
/// Each page is a text of whole rows. A row ends with U+001E, its first field is its number, counted from 1, its
/// fields are set apart by U+001F, and what a workbook's cell stores beside what it shows follows after U+001D.
///
/// @param sheet name of the sheet; `1` for a delimited file
/// @param whole whether they go on to the table's end
/// @param pages in order
public record FurtherRows(String sheet, boolean whole, List<String> pages) {
    private static final char ROW = '\u001E';
    private static final char FIELD = '\u001F';
    private static final char STORED = '\u001D';
    private static final int PAGE = 1 << 20;

    public FurtherRows {
        pages = List.copyOf(pages);
    }

    /// One row.
    ///
    /// @param number counted from 1
    /// @param shown  texts by column; empty where a cell is
    /// @param raw    stored numbers by column; null where there is none
    public record Row(int number, List<String> shown, List<@Nullable String> raw) {}

    /// The rows, in order.
    public Iterator<Row> rows() {
        return new Rows(pages.iterator());
    }

    private static final class Rows implements Iterator<Row> {
        private final Iterator<String> pages;
        private String page = "";
        private int at;

        Rows(Iterator<String> pages) {
            this.pages = pages;
        }

        @Override
        public boolean hasNext() {
            while (at >= page.length() && pages.hasNext()) {
                page = pages.next();
                at = 0;
            }
            return at < page.length();
        }

        @Override
        public Row next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            int end = page.indexOf(ROW, at);
            int field = page.indexOf(FIELD, at);
            List<String> shown = new ArrayList<>();
            List<@Nullable String> raw = new ArrayList<>();
            int number = Integer.parseInt(page, at, field < 0 || field > end ? end : field, 10);
            while (field >= 0 && field < end) {
                int next = page.indexOf(FIELD, field + 1);
                int stop = next < 0 || next > end ? end : next;
                String text = page.substring(field + 1, stop);
                int stored = text.indexOf(STORED);
                shown.add(stored < 0 ? text : text.substring(0, stored));
                raw.add(stored < 0 ? null : text.substring(stored + 1));
                field = next;
            }
            at = end + 1;
            return new Row(number, shown, raw);
        }
    }

    /// Takes rows as they are read.
    public static final class Draft {
        private final String sheet;
        private final int most;
        private final List<String> pages = new ArrayList<>();
        private StringBuilder page = new StringBuilder();
        private long length;
        private boolean whole = true;

        /// @param most UTF-16 units that are taken
        public Draft(String sheet, int most) {
            this.sheet = sheet;
            this.most = most;
        }

        /// Whether no row was refused so far.
        public boolean isWhole() {
            return whole;
        }

        /// Begins a row; refused rows are passed over whole.
        ///
        /// @param number counted from 1
        public void begin(int number) {
            whole &= length + page.length() < most;
            if (whole) {
                page.append(number);
            }
        }

        /// The next field.
        ///
        /// @param raw stored number, null where there is none
        public void field(String shown, @Nullable String raw) {
            if (!whole) {
                return;
            }
            page.append(FIELD);
            append(shown);
            if (raw != null) {
                page.append(STORED).append(raw);
            }
        }

        private void append(String text) {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                page.append(c < ' ' ? ' ' : c);
            }
        }

        public void end() {
            if (!whole) {
                return;
            }
            page.append(ROW);
            if (page.length() >= PAGE) {
                close();
            }
        }

        private void close() {
            length += page.length();
            pages.add(page.toString());
            page = new StringBuilder();
        }

        public FurtherRows finish() {
            if (!page.isEmpty()) {
                close();
            }
            return new FurtherRows(sheet, whole, pages);
        }
    }
}
