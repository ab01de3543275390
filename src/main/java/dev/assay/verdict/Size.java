package dev.assay.verdict;

import dev.assay.document.Block;
import dev.assay.document.Document;
import dev.assay.document.Fact;
import java.util.List;
import java.util.Locale;

/// How large a deliverable is, in units that follow its form: 1,000 words, 10 slides, 1,000 cells, 1,000
/// records, a claim.
public record Size(List<Measure> measures) {
    public Size {
        measures = List.copyOf(measures);
    }

    /// A size of one form.
    public static Size of(Form form, long count) {
        return new Size(List.of(new Measure(form, count)));
    }

    /// The size of all parts that were read, each in its own form.
    public static Size of(List<Document> documents) {
        return new Size(documents.stream().map(Size::measure).toList());
    }

    /// The units of all parts together.
    public double units() {
        return measures.stream()
                .mapToDouble(
                        measure -> (double) measure.count() / measure.form().perUnit())
                .sum();
    }

    private static Measure measure(Document document) {
        String type = document.mediaType().toLowerCase(Locale.ROOT);
        if (type.contains("presentation") || type.contains("powerpoint")) {
            return document.facts(Fact.Count.class)
                    .filter(count -> count.unit() == Fact.Count.Unit.SLIDES)
                    .findFirst()
                    .map(count -> new Measure(Form.SLIDES, count.count()))
                    .orElseGet(() -> new Measure(Form.WORDS, document.words()));
        }
        if (type.contains("spreadsheet") || type.contains("ms-excel")) {
            return new Measure(Form.CELLS, cells(document));
        }
        if (type.equals("text/csv") || type.equals("text/tab-separated-values")) {
            return new Measure(
                    Form.RECORDS,
                    document.tables().mapToLong(table -> table.rows().size()).sum());
        }
        return new Measure(Form.WORDS, document.words());
    }

    private static long cells(Document document) {
        return document.tables()
                .flatMap(table -> table.rows().stream())
                .flatMap(row -> row.cells().stream())
                .map(Block.Cell::span)
                .filter(span -> span.length() > 0)
                .count();
    }

    /// A count in one form.
    public record Measure(Form form, long count) {
        public Measure {
            if (count < 0) {
                throw new IllegalArgumentException("A size is at least 0. Found: " + count);
            }
        }
    }

    /// What a deliverable is counted in.
    public enum Form {
        WORDS(1000),
        SLIDES(10),
        CELLS(1000),
        RECORDS(1000),
        CLAIMS(1);

        private final int perUnit;

        Form(int perUnit) {
            this.perUnit = perUnit;
        }

        /// How many make one unit.
        public int perUnit() {
            return perUnit;
        }
    }
}
