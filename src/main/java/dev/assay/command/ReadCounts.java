package dev.assay.command;

import dev.assay.child.TaskFolder;
import dev.assay.config.Fields;
import dev.assay.config.Json;
import dev.assay.extract.ReadSummary;
import dev.assay.work.ShownName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/// How reading every file below a folder ended: counted by format and ending, each file that was not read whole
/// with its reason, the slowest.
///
/// @param reads in order of path
record ReadCounts(List<Read> reads) {
    private static final int SLOWEST = 10;

    ReadCounts {
        reads = List.copyOf(reads);
    }

    /// One file.
    ///
    /// @param file   below the folder
    /// @param ending `read`, `read with gaps` or `unreadable: ` and the reason
    /// @param millis wall time with the copy into the task's folder
    record Read(String file, String ending, long millis, ReadSummary summary) {
        String why() {
            if (summary.unreadable() != null) {
                return summary.unreadable().detail();
            }
            return summary.gaps().isEmpty() ? "" : summary.gaps().getFirst().detail();
        }
    }

    /// Reads every file below a folder.
    ///
    /// @param workers how many at a time
    static ReadCounts of(Bench bench, Path folder, int workers) throws IOException, InterruptedException {
        List<Path> found;
        try (Stream<Path> walk = Files.walk(folder)) {
            found = walk.filter(Files::isRegularFile).sorted().toList();
        }
        List<Read> reads = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(workers)) {
            List<Future<Read>> futures = new ArrayList<>();
            for (Path file : found) {
                futures.add(threads.submit(() -> read(bench, folder, file)));
            }
            try {
                for (Future<Read> future : futures) {
                    reads.add(future.get());
                }
            } finally {
                threads.shutdownNow();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("Reading " + folder + " failed: " + e.getCause(), e);
        }
        return new ReadCounts(reads);
    }

    private static Read read(Bench bench, Path root, Path file) throws IOException, InterruptedException {
        long start = System.nanoTime();
        try (TaskFolder folder = bench.task()) {
            ReadSummary summary = ReadCommand.read(bench, file, folder);
            String name = ShownName.of(root.relativize(file).toString());
            return new Read(name, ending(summary), (System.nanoTime() - start) / 1_000_000, summary);
        }
    }

    private static String ending(ReadSummary summary) {
        if (summary.unreadable() != null) {
            return "unreadable: " + Fields.word(summary.unreadable().reason());
        }
        return summary.gaps().isEmpty() ? "read" : "read with gaps";
    }

    String json() {
        return Json.text(reads);
    }

    String text() {
        StringBuilder text = new StringBuilder();
        byType().forEach((type, endings) -> text.append("%-76s %s%n".formatted(type, endings)));
        Map<String, Integer> all = new TreeMap<>();
        reads.forEach(read -> all.merge(read.ending(), 1, Integer::sum));
        text.append("%d files: %s%n".formatted(reads.size(), all));
        text.append("Slowest:%n".formatted());
        reads.stream()
                .sorted(Comparator.comparingLong(Read::millis).reversed().thenComparing(Read::file))
                .limit(SLOWEST)
                .forEach(read -> text.append("  %6d ms  %s%n".formatted(read.millis(), read.file())));
        text.append("Not read:%n".formatted());
        reads.stream()
                .filter(read -> read.summary().unreadable() != null)
                .forEach(read -> text.append("  %s: %s%n".formatted(read.file(), ShownName.of(read.why()))));
        return text.toString();
    }

    private Map<String, Map<String, Integer>> byType() {
        Map<String, Map<String, Integer>> counts = new TreeMap<>();
        for (Read read : reads) {
            counts.computeIfAbsent(read.summary().mediaType(), type -> new TreeMap<>())
                    .merge(read.ending(), 1, Integer::sum);
        }
        return counts;
    }
}
