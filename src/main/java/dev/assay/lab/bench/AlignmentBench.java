package dev.assay.lab.bench;

import dev.assay.priorwork.PlainPairs;
import dev.assay.priorwork.PlainPairs.Compared;
import dev.assay.priorwork.PlainPairs.Detection;
import dev.assay.priorwork.PlainPairs.Refused;
import dev.assay.priorwork.align.PassageAligner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;

/// Measures alignment on pairs of texts whose shared passages are known, against word trigrams, by kind of reuse and
/// for two halves: the texts whose number is even, on which settings may be chosen, and the others.
public final class AlignmentBench {
    private static final int LEAST_COLUMNS = 6;
    private static final int KIND = 2;

    private AlignmentBench() {}

    /// A table of measures.
    ///
    /// @param table names the pairs; its third column is the kind of reuse
    /// @param cases the passages that are shared: susp, susp_off, susp_len, src, src_off, src_len
    /// @throws Refused if a table or a text cannot be used
    public static String run(Path table, Path cases, Path suspicious, Path sources, String language)
            throws IOException, Refused {
        PlainPairs pairs = PlainPairs.of(table, suspicious, sources);
        Map<String, List<Detection>> truth = truth(cases);
        List<Compared> found = pairs.compare(language, PassageAligner::align);
        List<Compared> plain = pairs.compare(language, TrigramBaseline::align);
        StringBuilder text = new StringBuilder();
        section(text, "Even half, for choosing", found, plain, truth, compared -> number(compared) % 2 == 0);
        section(text, "Odd half, untouched", found, plain, truth, compared -> number(compared) % 2 == 1);
        section(text, "All", found, plain, truth, compared -> true);
        return text.toString();
    }

    private static void section(
            StringBuilder text,
            String title,
            List<Compared> found,
            List<Compared> plain,
            Map<String, List<Detection>> truth,
            Predicate<Compared> half) {
        text.append(title).append('\n');
        line(text, "kind", "plagdet", "precision", "recall", "granularity", "trigrams", "false alarms");
        List<Compared> ours = found.stream().filter(half).toList();
        List<Compared> base = plain.stream().filter(half).toList();
        row(text, "all", ours, base, truth);
        for (String kind : new TreeSet<>(ours.stream().map(AlignmentBench::kind).toList())) {
            row(
                    text,
                    kind,
                    ours.stream().filter(each -> kind(each).equals(kind)).toList(),
                    base.stream().filter(each -> kind(each).equals(kind)).toList(),
                    truth);
        }
        text.append('\n');
    }

    private static void row(
            StringBuilder text,
            String kind,
            List<Compared> found,
            List<Compared> plain,
            Map<String, List<Detection>> truth) {
        PlagiarismScore measure = score(found, truth);
        line(
                text,
                kind,
                figure(measure.plagdet()),
                figure(measure.precision()),
                figure(measure.recall()),
                figure(measure.granularity()),
                figure(score(plain, truth).plagdet()),
                falseAlarms(found, truth) + " of " + clean(found, truth).size() + " (trigrams "
                        + falseAlarms(plain, truth) + ")");
    }

    /// In code points.
    private static PlagiarismScore score(List<Compared> found, Map<String, List<Detection>> truth) {
        List<PlagiarismScore.Pair> shared = new ArrayList<>();
        List<PlagiarismScore.Pair> detected = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            int number = i;
            truth(found.get(i), truth).forEach(each -> shared.add(pair(number, each)));
            found.get(i).detections().forEach(each -> detected.add(pair(number, each)));
        }
        return PlagiarismScore.of(shared, detected);
    }

    private static PlagiarismScore.Pair pair(int number, Detection each) {
        return new PlagiarismScore.Pair(
                number,
                number,
                each.ownOffset(),
                each.ownOffset() + each.ownLength(),
                each.otherOffset(),
                each.otherOffset() + each.otherLength());
    }

    private static List<Compared> clean(List<Compared> found, Map<String, List<Detection>> truth) {
        return found.stream().filter(each -> truth(each, truth).isEmpty()).toList();
    }

    private static long falseAlarms(List<Compared> found, Map<String, List<Detection>> truth) {
        return clean(found, truth).stream()
                .filter(each -> !each.detections().isEmpty())
                .count();
    }

    private static List<Detection> truth(Compared compared, Map<String, List<Detection>> truth) {
        return truth.getOrDefault(key(compared.pair().own(), compared.pair().other()), List.of());
    }

    private static String key(String own, String other) {
        return own + "\t" + other;
    }

    private static void line(StringBuilder text, String kind, String... columns) {
        text.append(String.format(Locale.ROOT, "  %-26s", kind));
        for (String column : columns) {
            text.append(String.format(Locale.ROOT, " %11s", column));
        }
        text.append('\n');
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    private static String kind(Compared compared) {
        List<String> columns = compared.pair().columns();
        return columns.size() > KIND ? columns.get(KIND) : "";
    }

    private static long number(Compared compared) {
        String digits = compared.pair().own().replaceAll("\\D", "");
        return digits.isEmpty() ? compared.pair().own().hashCode() & 1 : Long.parseLong(digits);
    }

    private static Map<String, List<Detection>> truth(Path cases) throws IOException, Refused {
        Map<String, List<Detection>> truth = new HashMap<>();
        for (String row : PlainPairs.rows(cases)) {
            String[] columns = row.split("\t", -1);
            if (columns.length < LEAST_COLUMNS || columns[0].equals("susp") || columns[2].isEmpty()) {
                continue;
            }
            try {
                truth.computeIfAbsent(key(columns[0], columns[3]), key -> new ArrayList<>())
                        .add(new Detection(
                                Integer.parseInt(columns[1]),
                                Integer.parseInt(columns[2]),
                                Integer.parseInt(columns[4]),
                                Integer.parseInt(columns[5])));
            } catch (NumberFormatException e) {
                throw new Refused(cases + ": offsets and lengths are numbers. Found: '" + row + "'");
            }
        }
        return truth;
    }
}
