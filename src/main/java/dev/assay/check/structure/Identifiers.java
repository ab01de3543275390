package dev.assay.check.structure;

import dev.assay.check.Passages;
import dev.assay.config.ClientPattern;
import dev.assay.document.Block;
import dev.assay.document.Document;
import dev.assay.document.Layer;
import dev.assay.document.Place;
import dev.assay.document.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Identifiers that a client's pattern finds, such as Bates numbers or the numbers of findings.
final class Identifiers {
    /// More digits are no number of a series.
    private static final int MOST_DIGITS = 9;

    private final Document document;
    private final List<Named> patterns;
    private boolean counted;

    Identifiers(Document document, List<String> named) {
        this.document = document;
        this.patterns = named.stream().map(Named::of).toList();
    }

    private record Named(String name, ClientPattern pattern) {
        static Named of(String entry) {
            int at = entry.indexOf('=');
            return at < 0
                    ? new Named("Identifier", ClientPattern.of(entry))
                    : new Named(
                            entry.substring(0, at).strip(),
                            ClientPattern.of(entry.substring(at + 1).strip()));
        }
    }

    boolean counted() {
        return counted;
    }

    List<Series.Fault> faults() {
        List<Series.Fault> faults = new ArrayList<>();
        for (Named named : patterns) {
            gaps(named, faults);
            repetitions(named, faults);
        }
        return faults;
    }

    private void gaps(Named named, List<Series.Fault> faults) {
        Map<String, TreeMap<Integer, Counted>> series = new TreeMap<>();
        Passages.shown(document).forEach(passage -> {
            for (Span found : named.pattern().find(document.text(passage))) {
                Span span = new Span(passage.start() + found.start(), passage.start() + found.end());
                Counted each = counted(named, span);
                if (each.number() >= 0) {
                    counted = true;
                    series.computeIfAbsent(each.series(), key -> new TreeMap<>())
                            .putIfAbsent(each.number(), each);
                }
            }
        });
        series.values()
                .forEach(each ->
                        faults.addAll(new Series(List.copyOf(each.values()), false, false).faults(number -> false)));
    }

    private Counted counted(Named named, Span span) {
        String label = document.text(span);
        int end = label.length();
        while (end > 0 && !Character.isDigit(label.charAt(end - 1))) {
            end--;
        }
        int at = end;
        while (at > 0 && Character.isDigit(label.charAt(at - 1))) {
            at--;
        }
        boolean number = end > at && end - at <= MOST_DIGITS;
        return new Counted(
                named.name(),
                label.substring(0, at),
                number ? Integer.parseInt(label.substring(at, end)) : -1,
                label.substring(0, end),
                label,
                0,
                span,
                document.placeAt(span.start()));
    }

    /// The same identifier alone in two cells of one column, or at the beginning of two headings, headers or footers.
    private void repetitions(Named named, List<Series.Fault> faults) {
        for (Block block : document.blocks()) {
            if (block instanceof Block.Table table && block.layer() == Layer.BODY) {
                Map<String, Counted> seen = new HashMap<>();
                table.rows()
                        .forEach(row -> row.cells()
                                .forEach(cell -> alone(named, cell.span(), cell.column() + " ", seen, faults)));
            }
        }
        Map<String, Counted> seen = new HashMap<>();
        for (Block block : document.blocks()) {
            boolean margin = (block.layer() == Layer.FOOTER || block.layer() == Layer.HEADER)
                    && block.place() instanceof Place.Page;
            if (block instanceof Block.Heading && block.layer() == Layer.BODY) {
                first(named, block.span(), "heading ", seen, faults);
            } else if (margin && !(block instanceof Block.Table)) {
                first(named, block.span(), "margin ", seen, faults);
            }
        }
    }

    private void alone(Named named, Span passage, String where, Map<String, Counted> seen, List<Series.Fault> faults) {
        String text = document.text(passage);
        for (Span found : named.pattern().find(text)) {
            if (text.strip().length() == found.length()) {
                tell(named, passage, found, where, seen, faults);
            }
        }
    }

    private void first(Named named, Span passage, String where, Map<String, Counted> seen, List<Series.Fault> faults) {
        named.pattern()
                .first(document.text(passage))
                .ifPresent(found -> tell(named, passage, found, where, seen, faults));
    }

    private void tell(
            Named named, Span passage, Span found, String where, Map<String, Counted> seen, List<Series.Fault> faults) {
        Counted each = counted(named, new Span(passage.start() + found.start(), passage.start() + found.end()));
        Counted before = seen.putIfAbsent(where + each.title(), each);
        if (before != null) {
            faults.add(new Series.Fault(
                    each,
                    each.what() + " " + each.title() + " is given twice: at "
                            + before.place().describe() + " and at "
                            + each.place().describe() + ".",
                    "Give each its own, and correct the references to them."));
        }
    }
}
