package dev.assay.check.dataset;

import dev.assay.check.Given;
import dev.assay.check.Inspection;
import dev.assay.check.numbers.DisplayedNumber;
import dev.assay.check.numbers.DisplayedNumber.Mark;
import dev.assay.document.Block;
import dev.assay.document.Document;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds what a declaration names outside of the table itself: references of the work order first, then other
/// delivered files by a word of their name or role.
final class Lookup {
    private final Inspection inspection;
    private final Map<String, Optional<KeySet>> known = new HashMap<>();

    Lookup(Inspection inspection) {
        this.inspection = inspection;
    }

    /// A file that was found.
    ///
    /// @param quotable whether the vendor may be told what stands in it
    record Found(Inspection.ReadPart part, boolean quotable) {}

    /// The readable files of a name.
    List<Found> files(String where) {
        List<Found> found = new ArrayList<>();
        for (Given given : inspection.references(where)) {
            given.readable().forEach(part -> found.add(new Found(part, given.quotable())));
        }
        if (found.isEmpty()) {
            inspection.readable().stream()
                    .filter(part -> isNamed(part.part(), where))
                    .forEach(part -> found.add(new Found(part, true)));
        }
        return found;
    }

    /// Whether a file's name or role holds one of some words, set apart by `|`.
    static boolean isNamed(Inspection.Part part, String words) {
        String name = " " + plain(part.role() + " " + part.name()) + " ";
        return Arrays.stream(words.split("\\|", -1))
                .map(Lookup::plain)
                .anyMatch(word -> !word.isEmpty() && name.contains(" " + word + " "));
    }

    private static String plain(String words) {
        return words.replaceAll("[^\\p{L}\\p{N}]+", " ").strip().toLowerCase(Locale.ROOT);
    }

    /// The values of some columns of another table; empty, with a doubt told, where they cannot be had.
    ///
    /// @param columns their names; of a single one that is not there, the first column counts
    Optional<KeySet> keys(String where, List<String> columns, boolean orFirst, List<String> missing, Faults faults) {
        Optional<KeySet> keys = known.computeIfAbsent(
                where + '\0' + String.join("\0", columns), key -> load(where, columns, orFirst, missing));
        if (keys.isEmpty()) {
            faults.doubt("there is no '" + where + "' with column '" + String.join(" + ", columns)
                    + "' that could be read to its end");
        }
        return keys;
    }

    private Optional<KeySet> load(String where, List<String> columns, boolean orFirst, List<String> missing) {
        KeySet keys = new KeySet();
        boolean whole = true;
        boolean found = false;
        for (Found file : files(where)) {
            for (TableSource source : TableSource.of(file.part())) {
                Optional<DataTable> table = DataTable.withHeader(source, columns);
                List<Integer> at =
                        table.map(each -> columns(each, columns, orFirst)).orElse(List.of());
                if (!at.isEmpty()) {
                    found = true;
                    whole &= table.get().isWhole();
                    load(table.get(), at, missing, keys);
                }
            }
        }
        return found && whole ? Optional.of(keys) : Optional.empty();
    }

    /// The values of some columns of a table.
    static void load(DataTable table, List<Integer> columns, List<String> missing, KeySet keys) {
        Values values = table.values(missing);
        table.each(row -> {
            String key = Keys.key(row, columns, values);
            if (!key.isEmpty()) {
                keys.add(key, row.number());
            }
        });
    }

    private static List<Integer> columns(DataTable table, List<String> names, boolean orFirst) {
        List<Integer> at = new ArrayList<>();
        for (String name : names) {
            table.column(name).ifPresent(at::add);
        }
        if (at.size() == names.size()) {
            return at;
        }
        return orFirst ? List.of(0) : List.of();
    }

    /// The table of the wave before that has most columns in common, at least half.
    Optional<DataTable> before(Found file, DataTable table) {
        DataTable best = null;
        long most = 0;
        for (TableSource source : TableSource.of(file.part())) {
            Optional<DataTable> other = DataTable.withHeader(source, table.names());
            long common = other.map(each -> table.names().stream()
                            .filter(name -> each.column(name).isPresent())
                            .count())
                    .orElse(0L);
            if (other.isPresent() && common > most) {
                best = other.get();
                most = common;
            }
        }
        return 2 * most >= table.names().size() ? Optional.ofNullable(best) : Optional.empty();
    }

    /// The number that another file states under a label; empty, with a doubt told, where it states none or several.
    Optional<Total.Stated> stated(Column.Source source, Faults faults) {
        Set<BigDecimal> values = new LinkedHashSet<>();
        boolean quotable = true;
        for (Found file : files(source.where())) {
            quotable &= file.quotable();
            values.addAll(new Labels(file.part().document(), source.column()).numbers());
        }
        if (values.size() == 1) {
            String where = "'" + source.where() + "' (" + source.column() + ")";
            return Optional.of(new Total.Stated(values.iterator().next(), where, quotable));
        }
        String label = "'" + source.column() + "' of '" + source.where() + "'";
        faults.doubt(
                values.isEmpty()
                        ? "no number is stated as " + label
                        : "different numbers are stated as " + label
                                + (quotable
                                        ? ": "
                                                + String.join(
                                                        ", ",
                                                        values.stream()
                                                                .map(BigDecimal::toPlainString)
                                                                .toList())
                                        : ""));
        return Optional.empty();
    }

    /// Numbers that stand beside a label: right of it, below it, or after it in the same line.
    private static final class Labels {
        private final Document document;
        private final String label;
        private final Set<BigDecimal> numbers = new LinkedHashSet<>();

        Labels(Document document, String label) {
            this.document = document;
            this.label = plain(label);
        }

        Set<BigDecimal> numbers() {
            for (Block block : document.blocks()) {
                if (block instanceof Block.Table table) {
                    table(table);
                } else {
                    line(document.text(block));
                }
            }
            return numbers;
        }

        private void table(Block.Table table) {
            List<Block.Row> rows = table.rows();
            for (int row = 0; row < rows.size(); row++) {
                List<Block.Cell> cells = rows.get(row).cells();
                for (int at = 0; at < cells.size(); at++) {
                    if (plain(document.text(cells.get(at).span())).equals(label) && !right(cells, at)) {
                        below(rows, row + 1, cells.get(at).column());
                    }
                }
            }
        }

        private boolean right(List<Block.Cell> cells, int at) {
            return cells.subList(at + 1, cells.size()).stream().anyMatch(this::number);
        }

        private void below(List<Block.Row> rows, int row, int column) {
            if (row < rows.size()) {
                rows.get(row).cells().stream()
                        .filter(cell -> cell.column() == column)
                        .forEach(this::number);
            }
        }

        private boolean number(Block.Cell cell) {
            String raw = cell.raw();
            Optional<BigDecimal> number = number(raw == null ? document.text(cell.span()) : raw);
            number.ifPresent(value -> numbers.add(value.stripTrailingZeros()));
            return number.isPresent();
        }

        private void line(String text) {
            for (String line : text.split("\n", -1)) {
                int colon = Math.max(line.indexOf(':'), line.indexOf('='));
                if (colon > 0 && plain(line.substring(0, colon)).equals(label)) {
                    number(line.substring(colon + 1).strip())
                            .ifPresent(value -> numbers.add(value.stripTrailingZeros()));
                }
            }
        }

        private static Optional<BigDecimal> number(String text) {
            Mark mark = DisplayedNumber.evidence(text).orElse(Mark.POINT);
            return DisplayedNumber.parse(text, mark).map(DisplayedNumber::value);
        }
    }
}
