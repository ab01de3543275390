package dev.assay.lab.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What checking files cost, beside reading them.
///
/// @param files   that were read and checked
/// @param leftOut the others
public record CheckCosts(List<OfFile> files, List<LeftOut> leftOut) {
    private static final double MILLION = 1e6;

    public CheckCosts {
        files = List.copyOf(files);
        leftOut = List.copyOf(leftOut);
    }

    /// A file.
    ///
    /// @param reading processor time of reading it, in nanoseconds
    /// @param items   processor time of each item, in nanoseconds
    public record OfFile(String file, int words, long reading, List<OfItem> items) {
        public OfFile {
            items = List.copyOf(items);
        }

        long checking() {
            return items.stream().mapToLong(OfItem::cpu).sum();
        }
    }

    /// An item over a file.
    public record OfItem(String check, long cpu, String outcome, int findings, String reason) {}

    /// Processor time of all checks together, as a share of that of reading.
    public double share() {
        return (double) files.stream().mapToLong(OfFile::checking).sum()
                / Math.max(1, files.stream().mapToLong(OfFile::reading).sum());
    }

    /// A table for a person: each kind's milliseconds and its shares of checking and of reading, the dearest first.
    public String text() {
        long reading = files.stream().mapToLong(OfFile::reading).sum();
        long checking = files.stream().mapToLong(OfFile::checking).sum();
        Map<String, List<OfItem>> kinds = new LinkedHashMap<>();
        files.forEach(file -> file.items()
                .forEach(item -> kinds.computeIfAbsent(item.check(), ignored -> new ArrayList<>())
                        .add(item)));
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "%-26s %11s %9s %9s %9s %9s%n",
                "kind",
                "ms",
                "checking",
                "reading",
                "worst ms",
                "findings"));
        kinds.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<String, List<OfItem>> kind) -> -cpu(kind.getValue())))
                .forEach(kind -> text.append(String.format(
                        Locale.ROOT,
                        "%-26s %11.1f %8.1f%% %8.2f%% %9.1f %9d%n",
                        kind.getKey(),
                        cpu(kind.getValue()) / MILLION,
                        100.0 * cpu(kind.getValue()) / Math.max(1, checking),
                        100.0 * cpu(kind.getValue()) / Math.max(1, reading),
                        kind.getValue().stream().mapToLong(OfItem::cpu).max().orElse(0) / MILLION,
                        kind.getValue().stream().mapToInt(OfItem::findings).sum())));
        text.append(String.format(
                Locale.ROOT,
                "%d files, %,d words: reading %.1f ms, all checks %.1f ms, that is %.2f of reading%n",
                files.size(),
                files.stream().mapToInt(OfFile::words).sum(),
                reading / MILLION,
                checking / MILLION,
                share()));
        text.append(String.format(Locale.ROOT, "left out: %d%n", leftOut.size()));
        leftOut.forEach(file -> text.append("  ")
                .append(file.file())
                .append(": ")
                .append(file.reason())
                .append('\n'));
        return text.toString().replace(System.lineSeparator(), "\n");
    }

    private static long cpu(List<OfItem> items) {
        return items.stream().mapToLong(OfItem::cpu).sum();
    }
}
