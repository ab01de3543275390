package dev.assay.lab.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/// What reading many files cost.
///
/// @param costs    of the files that both engines read
/// @param leftOut  the others
/// @param resident the most memory that a child which only read with Assay ever had, in KiB
public record ReadCosts(List<ReadCost> costs, List<LeftOut> leftOut, long resident) {
    private static final long LARGE = 50_000_000;
    private static final double MILLION = 1e6;

    public ReadCosts {
        costs = List.copyOf(costs);
        leftOut = List.copyOf(leftOut);
    }

    /// A table for a person: sums of milliseconds, and their ratios to Tika's; the median is of both together.
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "%-34s %6s %11s %11s %8s %10s %8s %9s\n",
                "reader",
                "files",
                "Tika ms",
                "Assay ms",
                "reading",
                "languages",
                "both",
                "median"));
        Map<String, List<ReadCost>> byReader =
                costs.stream().collect(Collectors.groupingBy(ReadCost::reader, TreeMap::new, Collectors.toList()));
        byReader.forEach((reader, files) -> row(text, reader, files));
        List<ReadCost> pages = costs.stream().filter(cost -> cost.pdfText() > 0).toList();
        if (!pages.isEmpty()) {
            text.append(String.format(
                    Locale.ROOT,
                    "PDF: text, boxes and fonts alone against Tika: %.2f\n",
                    ratio(pages, ReadCost::pdfText, ReadCost::tika)));
        }
        List<ReadCost> large =
                costs.stream().filter(cost -> cost.wall() >= LARGE).toList();
        if (!large.isEmpty()) {
            text.append(String.format(
                    Locale.ROOT,
                    "through a child against in the process, wall time, %d files of 50 ms and more: %.2f\n",
                    large.size(),
                    ratio(large, ReadCost::child, ReadCost::wall)));
        }
        text.append(String.format(Locale.ROOT, "most memory of a child that only reads: %d MiB\n", resident >> 10));
        text.append(String.format(Locale.ROOT, "left out: %d\n", leftOut.size()));
        Map<String, List<LeftOut>> byReason =
                leftOut.stream().collect(Collectors.groupingBy(LeftOut::reason, TreeMap::new, Collectors.toList()));
        byReason.forEach((reason, files) -> {
            text.append(String.format(Locale.ROOT, "  %s: %d\n", reason, files.size()));
            files.forEach(file -> text.append("    ").append(file.file()).append('\n'));
        });
        return text.toString();
    }

    private static void row(StringBuilder text, String reader, List<ReadCost> files) {
        text.append(String.format(
                Locale.ROOT,
                "%-34s %6d %11.1f %11.1f %8.2f %10.2f %8.2f %9.2f\n",
                reader,
                files.size(),
                files.stream().mapToLong(ReadCost::tika).sum() / MILLION,
                files.stream().mapToLong(ReadCost::assay).sum() / MILLION,
                ratio(files, ReadCost::reading, ReadCost::tika),
                ratio(files, ReadCost::languages, ReadCost::tika),
                ratio(files, ReadCost::assay, ReadCost::tika),
                median(files)));
    }

    private static double ratio(List<ReadCost> files, ToLongFunction<ReadCost> over, ToLongFunction<ReadCost> under) {
        return (double) files.stream().mapToLong(over).sum()
                / files.stream().mapToLong(under).sum();
    }

    private static double median(List<ReadCost> files) {
        List<Double> ratios = new ArrayList<>(files.stream()
                .map(cost -> (double) cost.assay() / Math.max(1, cost.tika()))
                .sorted()
                .toList());
        return ratios.get(ratios.size() / 2);
    }
}
