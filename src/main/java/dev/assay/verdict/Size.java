package dev.assay.verdict;

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

    /// The units of all parts together.
    public double units() {
        return measures.stream()
                .mapToDouble(
                        measure -> (double) measure.count() / measure.form().perUnit())
                .sum();
    }

    /// The measure of a part in the form its type is counted in.
    ///
    /// @param mediaType found from the content
    /// @param words     of the body
    /// @param slides    0 where the format has none
    /// @param cells     table cells that hold something
    /// @param records   rows of delimited data
    public static Measure measure(String mediaType, int words, int slides, int cells, int records) {
        String type = mediaType.toLowerCase(Locale.ROOT);
        if (slides > 0 && (type.contains("presentation") || type.contains("powerpoint"))) {
            return new Measure(Form.SLIDES, slides);
        }
        if (type.contains("spreadsheet") || type.contains("ms-excel")) {
            return new Measure(Form.CELLS, cells);
        }
        if (type.equals("text/csv") || type.equals("text/tab-separated-values")) {
            return new Measure(Form.RECORDS, records);
        }
        return new Measure(Form.WORDS, words);
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
