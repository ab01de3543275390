package dev.assay.lab.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// What looking prior work up costs and finds, for archives of growing size.
///
/// @param queries how many deliverables with planted passages were looked up
/// @param clean   how many without
/// @param sizes   the smallest first
public record ScaleFigures(int queries, int clean, List<Size> sizes) {
    public ScaleFigures {
        sizes = List.copyOf(sizes);
    }

    /// One size. Times are medians over deliverables of 3,000 words, in milliseconds of the thread's processor time
    /// where nothing else is said.
    ///
    /// @param passages          how many are in the index
    /// @param segments          in how many segments
    /// @param bytes             of the index
    /// @param passagesPerSecond taken in per second of processor time, fingerprints included, merges in other
    /// threads not
    /// @param buildSeconds      wall time of both indexes since the size before
    /// @param preparing         words and fingerprints of the deliverable
    /// @param lookUp            from fingerprints to candidates
    /// @param lookUpWall        the same in wall time
    /// @param aligning          the candidates
    /// @param found             by edits in a hundred words, the share of planted passages whose report is a
    /// candidate at the passage's place
    /// @param aligned           by edits, the share of the planted passages' words that the shown passages cover
    /// @param candidates        on average
    /// @param score             of the shown passages that are not common ones
    /// @param falsePer100       passages shown in clean deliverables that are not common ones, per 100 deliverables
    /// @param commonPer100      passages shown as common ones, per 100 clean deliverables
    /// @param heap              bytes in use after collection
    /// @param resident          bytes of memory that no file backs (RssAnon); 0 where the system does not tell
    /// @param baseline          of the five-word index; null where it was not built so large
    public record Size(
            int passages,
            int segments,
            long bytes,
            double passagesPerSecond,
            double buildSeconds,
            double preparing,
            double lookUp,
            double lookUpWall,
            double aligning,
            Map<Integer, Double> found,
            Map<Integer, Double> aligned,
            double candidates,
            Score score,
            double falsePer100,
            double commonPer100,
            long heap,
            long resident,
            @Nullable Baseline baseline) {
        public Size {
            found = new TreeMap<>(found);
            aligned = new TreeMap<>(aligned);
        }

        double bytesPerPassage() {
            return (double) bytes / passages;
        }

        private double ofBaseline(ToDoubleFunction<Baseline> figure) {
            return baseline == null ? Double.NaN : figure.applyAsDouble(baseline);
        }
    }

    /// PAN's measures.
    public record Score(double precision, double recall, double f1, double granularity, double plagdet) {}

    /// The five-word index of the same texts.
    ///
    /// @param found by edits, the share of planted passages whose report shares two fingerprints within 150 words
    public record Baseline(long bytes, double passagesPerSecond, Map<Integer, Double> found) {
        public Baseline {
            found = new TreeMap<>(found);
        }
    }

    /// The figures as a table, with ratios to the smallest size and to the baseline.
    public String text() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT, "%d deliverables with planted passages, %d without, 3,000 words each%n", queries, clean));
        row(text, "passages", "%,.0f", Size::passages);
        row(text, "segments", "%.0f", Size::segments);
        row(text, "bytes per passage", "%.0f", Size::bytesPerPassage);
        row(text, "  against five-word index", "%.2f", size -> size.bytes() / size.ofBaseline(Baseline::bytes));
        row(text, "passages per CPU second", "%.0f", Size::passagesPerSecond);
        row(text, "  five-word index", "%.0f", size -> size.ofBaseline(Baseline::passagesPerSecond));
        row(text, "seconds to build both", "%.0f", Size::buildSeconds);
        row(text, "look-up CPU ms", "%.2f", Size::lookUp);
        ratio(text, Size::lookUp);
        row(text, "look-up wall ms", "%.2f", Size::lookUpWall);
        ratio(text, Size::lookUpWall);
        row(text, "words, fingerprints CPU ms", "%.2f", Size::preparing);
        row(text, "aligning CPU ms", "%.1f", Size::aligning);
        row(text, "candidates", "%.1f", Size::candidates);
        for (int edits : Planted.EDITS) {
            row(
                    text,
                    "found at " + edits + " % edits",
                    "%.3f",
                    size -> size.found().get(edits));
            row(
                    text,
                    "  five-word index",
                    "%.3f",
                    size -> size.ofBaseline(five -> five.found().get(edits)));
            row(
                    text,
                    "  against it",
                    "%.2f",
                    size -> size.found().get(edits)
                            / size.ofBaseline(five -> five.found().get(edits)));
            row(text, "  words aligned", "%.3f", size -> size.aligned().get(edits));
        }
        row(text, "precision", "%.4f", size -> size.score().precision());
        row(text, "recall", "%.4f", size -> size.score().recall());
        row(text, "F1", "%.4f", size -> size.score().f1());
        row(text, "granularity", "%.4f", size -> size.score().granularity());
        row(text, "plagdet", "%.4f", size -> size.score().plagdet());
        row(text, "false per 100 clean", "%.1f", Size::falsePer100);
        row(text, "common per 100 clean", "%.1f", Size::commonPer100);
        row(text, "heap MiB after collection", "%.1f", size -> size.heap() / 1048576.0);
        ratio(text, Size::heap);
        row(text, "resident MiB, no files", "%.1f", size -> size.resident() / 1048576.0);
        ratio(text, Size::resident);
        return text.toString();
    }

    private void ratio(StringBuilder text, ToDoubleFunction<Size> of) {
        double smallest = of.applyAsDouble(sizes.getFirst());
        row(text, "  against the smallest", "%.2f", size -> of.applyAsDouble(size) / smallest);
    }

    private void row(StringBuilder text, String name, String format, ToDoubleFunction<Size> of) {
        text.append(String.format(Locale.ROOT, "%-28s", name));

        sizes.forEach(size -> text.append(String.format(
                Locale.ROOT,
                "%14s",
                Double.isNaN(of.applyAsDouble(size))
                        ? "-"
                        : String.format(Locale.ROOT, format, of.applyAsDouble(size)))));
        text.append(System.lineSeparator());
    }
}
