package dev.assay.check.dataset;

import dev.assay.check.Quotes;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Numbers that go on without overlap and, where asked for, without a gap: one column, or the ranges of two, as of
/// Bates numbers (a prefix and digits). Series with different prefixes count for themselves.
final class Sequence implements RowRule {
    private static final Pattern NUMBERED = Pattern.compile("(.{0,60}?)([0-9]{1,18})");

    private final DataTable table;
    private final int begin;
    private final int end;
    private final boolean flagsGaps;
    private final Values values;
    private final Faults faults;
    private final Map<String, List<Range>> series = new TreeMap<>();
    /// One of each prefix and length, for a million of the same.
    private final Map<String, Numbered> forms = new HashMap<>();

    Sequence(DataTable table, int begin, int end, boolean flagsGaps, Values values, Faults faults) {
        this.table = table;
        this.begin = begin;
        this.end = end;
        this.flagsGaps = flagsGaps;
        this.values = values;
        this.faults = faults;
    }

    /// `BEGBATES to ENDBATES`, or one column.
    ///
    /// @throws IllegalArgumentException if it is none
    static List<String> names(String declaration) {
        String[] names = declaration.split(" to ", -1);
        if (names.length > 2 || names[0].isBlank() || names[names.length - 1].isBlank()) {
            throw new IllegalArgumentException(
                    "a sequence is a column, or 'begin to end' of two. Found: '" + declaration + "'");
        }
        return List.of(names[0].strip(), names[names.length - 1].strip());
    }

    /// A number with what stands before it.
    ///
    /// @param digits how many there are, leading zeros counted
    record Numbered(String prefix, long number, int digits) {
        static Optional<Numbered> of(String text) {
            Matcher matcher = NUMBERED.matcher(text);
            return matcher.matches()
                    ? Optional.of(new Numbered(
                            matcher.group(1),
                            new BigInteger(matcher.group(2)).longValueExact(),
                            matcher.group(2).length()))
                    : Optional.empty();
        }

        String written(long other) {
            String plain = String.valueOf(other);
            return prefix + "0".repeat(Math.max(0, digits - plain.length())) + plain;
        }
    }

    /// @param form how the first number is written
    private record Range(long first, long last, Spot spot, Numbered form) {
        String written() {
            return first == last ? form.written(first) : form.written(first) + " to " + form.written(last);
        }

        String row() {
            return "(row " + spot.row() + ")";
        }
    }

    @Override
    public void row(DataRow row) {
        String one = row.text(begin);
        String two = values.isMissing(row.text(end)) ? one : row.text(end);
        if (values.isMissing(one)) {
            faults.at(
                    "no number in column '" + table.name(begin) + "'",
                    row,
                    begin,
                    "Row " + row.number() + " has no number in column '" + table.name(begin) + "'.",
                    "Give each row its number.");
            return;
        }
        Optional<Numbered> first = Numbered.of(one);
        Optional<Numbered> last = Numbered.of(two);
        if (first.isEmpty() || last.isEmpty()) {
            int at = first.isEmpty() ? begin : end;
            faults.at(
                    "no number of a series in column '" + table.name(at) + "'",
                    row,
                    at,
                    "'" + Quotes.shortened(row.text(at), 60) + "' in column '" + table.name(at)
                            + "' does not end in digits, as a number of a series does.",
                    "Write the number as the others are written.");
            return;
        }
        add(row, first.get(), last.get());
    }

    private void add(DataRow row, Numbered first, Numbered last) {
        if (!first.prefix().equals(last.prefix()) || last.number() < first.number()) {
            faults.at(
                    "range that ends before it begins",
                    row,
                    end,
                    "Row " + row.number() + " goes from '" + row.text(begin) + "' to '" + row.text(end)
                            + "', which is no range.",
                    "Correct the beginning or the end.");
            return;
        }
        Numbered known = forms.computeIfAbsent(first.prefix() + '\0' + first.digits(), key -> first);
        series.computeIfAbsent(first.prefix(), key -> new ArrayList<>())
                .add(new Range(first.number(), last.number(), row.spot(begin), known));
    }

    @Override
    public void end() {
        series.values().forEach(this::judge);
    }

    private void judge(List<Range> ranges) {
        ranges.sort(Comparator.comparingLong(Range::first)
                .thenComparingInt(range -> range.spot().row()));
        Range latest = ranges.getFirst();
        for (Range range : ranges.subList(1, ranges.size())) {
            if (range.first() <= latest.last()) {
                faults.at(
                        "numbers given twice in column '" + table.name(begin) + "'",
                        range.spot(),
                        range.written(),
                        range.written() + " " + range.row() + " overlaps " + latest.written() + " " + latest.row()
                                + ".",
                        "Give each number once.");
            } else if (flagsGaps && range.first() > latest.last() + 1) {
                gap(latest, range);
            }
            latest = range.last() > latest.last() ? range : latest;
        }
    }

    private void gap(Range before, Range after) {
        long count = after.first() - before.last() - 1;
        String last = after.form().written(after.first() - 1);
        String missing = count == 1
                ? last + " is missing"
                : String.format(
                        Locale.ROOT,
                        "%s to %s are missing (%,d)",
                        after.form().written(before.last() + 1),
                        last,
                        count);
        faults.at(
                "gap in column '" + table.name(begin) + "'",
                after.spot(),
                after.written(),
                missing + " between " + before.form().written(before.last()) + " " + before.row() + " and "
                        + after.form().written(after.first()) + " " + after.row() + ".",
                "Deliver what is missing, or say in a row of its own that the numbers were not used.");
    }
}
