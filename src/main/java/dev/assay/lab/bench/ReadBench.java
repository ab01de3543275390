package dev.assay.lab.bench;

import dev.assay.child.ChildPool;
import dev.assay.child.ChildSettings;
import dev.assay.child.Ending;
import dev.assay.child.TaskFolder;
import dev.assay.config.Json;
import dev.assay.extract.WarmUpTask;
import dev.assay.work.ShownName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Measures what reading costs, against raw Tika over the same files, in one child process that has read all of
/// them before. A file on which one of the two does not end within its deadline, or ends its process, is listed
/// and left out of the ratios.
public final class ReadBench {
    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final int HEAP_MEBIBYTES = 1024;
    private static final int NEVER = 1_000_000;
    private static final String FILE = "part";
    private static final String PDF = "assay-pdf";

    /// Formats whose embedded files Assay does not open: Tika is not asked to open them either.
    private static final Set<String> CLOSED = Set.of("word", "workbook", "presentation", "assay-pdf");

    private final ChildPool children;
    private final Path tasks;
    private final int rounds;
    private final Consumer<String> progress;

    private ReadBench(ChildPool children, Path tasks, int rounds, Consumer<String> progress) {
        this.children = children;
        this.tasks = tasks;
        this.rounds = rounds;
        this.progress = progress;
    }

    /// Reads every file below the folders.
    ///
    /// @param rounds   how often each file is read by each engine, at least 1; the least counts
    /// @param progress takes a line now and then
    public static ReadCosts run(List<Path> folders, int rounds, Consumer<String> progress)
            throws IOException, InterruptedException {
        Path tasks = Files.createTempDirectory("assay-bench-");
        try (ChildPool children = ChildPool.start(new ChildSettings(
                1, HEAP_MEBIBYTES, NEVER, tasks.resolve("scratch"), WarmUpTask.class, List.of("-XX:+UseSerialGC")))) {
            return new ReadBench(children, tasks, rounds, progress).measure(files(folders));
        } finally {
            TaskFolder.wipe(tasks);
        }
    }

    private static List<Path> files(List<Path> folders) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path folder : folders) {
            try (Stream<Path> walk = Files.walk(folder)) {
                walk.filter(Files::isRegularFile).sorted().forEach(files::add);
            }
        }
        return files;
    }

    private ReadCosts measure(List<Path> files) throws IOException, InterruptedException {
        progress.accept(files.size() + " files; one pass to warm up, then " + rounds + " rounds each");
        for (Path file : files) {
            try (TaskFolder folder = folder(file)) {
                measure(ReadEngine.ASSAY, folder, file, 1, true);
                measure(ReadEngine.TIKA, folder, file, 1, true);
            }
        }
        List<ReadCost> costs = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        for (Path file : files) {
            cost(file).ifPresentOrElse(costs::add, () -> leftOut.add(ShownName.of(String.valueOf(file.getFileName()))));
            if (costs.size() % 100 == 99) {
                progress.accept(costs.size() + leftOut.size() + " files measured");
            }
        }
        return new ReadCosts(costs, leftOut);
    }

    private Optional<ReadCost> cost(Path file) throws IOException, InterruptedException {
        try (TaskFolder folder = folder(file)) {
            Optional<ReadMeasureTask.Result> assay = measure(ReadEngine.ASSAY, folder, file, rounds, true);
            if (assay.isEmpty() || assay.get().reader().isEmpty()) {
                return Optional.empty();
            }
            String reader = assay.get().reader();
            boolean embeds = CLOSED.stream().noneMatch(reader::startsWith);
            Optional<ReadMeasureTask.Result> tika = measure(ReadEngine.TIKA, folder, file, rounds, embeds);
            Optional<ReadMeasureTask.Result> languages = measure(ReadEngine.LANGUAGES, folder, file, rounds, embeds);
            Optional<ReadMeasureTask.Result> child = measure(ReadEngine.CHILD, folder, file, rounds, embeds);
            Optional<ReadMeasureTask.Result> text = reader.startsWith(PDF)
                    ? measure(ReadEngine.PDF_TEXT, folder, file, rounds, embeds)
                    : Optional.empty();
            if (tika.isEmpty() || languages.isEmpty() || child.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(new ReadCost(
                    ShownName.of(String.valueOf(file.getFileName())),
                    assay.get().mediaType(),
                    reader,
                    tika.get().cpu(),
                    assay.get().cpu(),
                    languages.get().cpu(),
                    text.map(ReadMeasureTask.Result::cpu).orElse(0L),
                    assay.get().wall(),
                    throughChild(folder, file),
                    child.get().resident()));
        }
    }

    private TaskFolder folder(Path file) throws IOException {
        TaskFolder folder = TaskFolder.in(tasks);
        Files.copy(file, folder.file(FILE));
        return folder;
    }

    private Optional<ReadMeasureTask.Result> measure(
            ReadEngine engine, TaskFolder folder, Path file, int times, boolean embeds) throws InterruptedException {
        List<byte[]> answers = new ArrayList<>();
        ReadMeasureTask.Request request =
                new ReadMeasureTask.Request(engine, FILE, String.valueOf(file.getFileName()), times, embeds);
        Ending ending = children.run(ReadMeasureTask.class, folder.path(), Json.bytes(request), DEADLINE, answers::add);
        return ending instanceof Ending.Done && answers.size() == 1
                ? Optional.of(Json.read(answers.getFirst(), ReadMeasureTask.Result.class))
                : Optional.empty();
    }

    /// Wall time of the reading task as the program runs it, seen from the parent.
    private long throughChild(TaskFolder folder, Path file) throws InterruptedException {
        long least = Long.MAX_VALUE;
        byte[] input = Json.bytes(
                new dev.assay.extract.ReadRequest(FILE, String.valueOf(file.getFileName()), "document.json"));
        for (int round = 0; round < rounds; round++) {
            long start = System.nanoTime();
            children.run(dev.assay.extract.ReadTask.class, folder.path(), input, DEADLINE, part -> {});
            least = Math.min(least, System.nanoTime() - start);
        }
        return least;
    }
}
