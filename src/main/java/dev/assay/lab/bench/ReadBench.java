package dev.assay.lab.bench;

import dev.assay.child.ChildPool;
import dev.assay.child.ChildSettings;
import dev.assay.child.Ending;
import dev.assay.child.TaskFolder;
import dev.assay.config.Json;
import dev.assay.extract.ReadRequest;
import dev.assay.extract.ReadTask;
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
/// them before. Reading through a child is measured in another, which only reads, as the program's do.
///
/// A file on which one of the two does not end within its deadline, ends its process or finds nothing to read is
/// listed with the reason and left out of the ratios.
public final class ReadBench {
    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final int HEAP_MEBIBYTES = 1024;
    private static final int NEVER = 1_000_000;
    private static final String FILE = "part";
    private static final String PDF = "assay-pdf";

    /// Formats whose embedded files Assay does not open: Tika is not asked to open them either.
    private static final Set<String> CLOSED = Set.of("word", "workbook", "presentation", "assay-pdf");

    private final ChildPool engines;
    private final ChildPool readers;
    private final Path tasks;
    private final int rounds;
    private final Consumer<String> progress;
    private final List<LeftOut> leftOut = new ArrayList<>();

    private ReadBench(ChildPool engines, ChildPool readers, Path tasks, int rounds, Consumer<String> progress) {
        this.engines = engines;
        this.readers = readers;
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
        try (ChildPool engines = ChildPool.start(settings(tasks.resolve("engines")));
                ChildPool readers = ChildPool.start(settings(tasks.resolve("readers")))) {
            return new ReadBench(engines, readers, tasks, rounds, progress).measure(files(folders));
        } finally {
            TaskFolder.wipe(tasks);
        }
    }

    private static ChildSettings settings(Path scratch) {
        return new ChildSettings(1, HEAP_MEBIBYTES, NEVER, scratch, WarmUpTask.class, List.of());
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
        progress.accept(files.size() + " files; first each is read once to see which both read");
        List<Path> read = readByBoth(files);
        if (engines.state().deaths() > 0) {
            progress.accept(read.size() + " files; the process that read them ended, a new one is warmed up");
            read = readByBoth(read);
        }
        progress.accept(read.size() + " files; " + rounds + (rounds == 1 ? " round" : " rounds") + " each");
        List<ReadCost> costs = new ArrayList<>();
        for (Path file : read) {
            cost(file).ifPresent(costs::add);
            if (costs.size() % 100 == 99) {
                progress.accept(costs.size() + " files measured");
            }
        }
        return new ReadCosts(costs, leftOut, resident());
    }

    private List<Path> readByBoth(List<Path> files) throws IOException, InterruptedException {
        List<Path> read = new ArrayList<>();
        for (Path file : files) {
            try (TaskFolder folder = folder(file)) {
                if (measure(ReadEngine.ASSAY, folder, file, 1, true).isPresent()
                        && measure(ReadEngine.TIKA, folder, file, 1, true).isPresent()) {
                    throughChild(folder, file, 1);
                    read.add(file);
                }
            }
        }
        return read;
    }

    private Optional<ReadCost> cost(Path file) throws IOException, InterruptedException {
        try (TaskFolder folder = folder(file)) {
            Optional<ReadMeasureTask.Result> assay = measure(ReadEngine.ASSAY, folder, file, rounds, true);
            if (assay.isEmpty()) {
                return Optional.empty();
            }
            String reader = assay.get().reader();
            boolean embeds = CLOSED.stream().noneMatch(reader::startsWith);
            Optional<ReadMeasureTask.Result> tika = measure(ReadEngine.TIKA, folder, file, rounds, embeds);
            if (tika.isEmpty()) {
                return Optional.empty();
            }
            Optional<ReadMeasureTask.Result> text = reader.startsWith(PDF)
                    ? measure(ReadEngine.PDF_TEXT, folder, file, rounds, embeds)
                    : Optional.empty();
            return Optional.of(new ReadCost(
                    shown(file),
                    reader,
                    tika.get().cpu(),
                    assay.get().cpu(),
                    assay.get().languages(),
                    text.map(ReadMeasureTask.Result::cpu).orElse(0L),
                    assay.get().wall(),
                    throughChild(folder, file, rounds)));
        }
    }

    private TaskFolder folder(Path file) throws IOException {
        TaskFolder folder = TaskFolder.in(tasks);
        Files.copy(file, folder.file(FILE));
        return folder;
    }

    /// What was measured; where nothing was, the file is left out.
    private Optional<ReadMeasureTask.Result> measure(
            ReadEngine engine, TaskFolder folder, Path file, int times, boolean embeds) throws InterruptedException {
        List<byte[]> answers = new ArrayList<>();
        ReadMeasureTask.Request request =
                new ReadMeasureTask.Request(engine, FILE, String.valueOf(file.getFileName()), times, embeds);
        Ending ending = engines.run(ReadMeasureTask.class, folder.path(), Json.bytes(request), DEADLINE, answers::add);
        if (!(ending instanceof Ending.Done) || answers.size() != 1) {
            leftOut.add(new LeftOut(shown(file), engine + " " + told(ending)));
            return Optional.empty();
        }
        ReadMeasureTask.Result result = Json.read(answers.getFirst(), ReadMeasureTask.Result.class);
        if (!result.reason().isEmpty()) {
            leftOut.add(new LeftOut(shown(file), engine + " " + result.reason()));
            return Optional.empty();
        }
        return Optional.of(result);
    }

    private static String told(Ending ending) {
        return switch (ending) {
            case Ending.Done _ -> "gave no answer";
            case Ending.Threw(String type) -> "threw " + type.substring(type.lastIndexOf('.') + 1);
            case Ending.Overran _ -> "took more than " + DEADLINE.toSeconds() + " s";
            case Ending.OutOfMemory _ -> "ran out of memory";
            case Ending.Died _ -> "ended its process";
        };
    }

    private static String shown(Path file) {
        return ShownName.of(String.valueOf(file.getFileName()));
    }

    /// Wall time of the reading task as the program runs it, seen from the parent.
    private long throughChild(TaskFolder folder, Path file, int times) throws InterruptedException {
        long least = Long.MAX_VALUE;
        byte[] input = Json.bytes(new ReadRequest(FILE, String.valueOf(file.getFileName()), "document.json"));
        for (int round = 0; round < times; round++) {
            long start = System.nanoTime();
            readers.run(ReadTask.class, folder.path(), input, DEADLINE, part -> {});
            least = Math.min(least, System.nanoTime() - start);
        }
        return least;
    }

    private long resident() throws IOException, InterruptedException {
        try (TaskFolder folder = TaskFolder.in(tasks)) {
            List<byte[]> answers = new ArrayList<>();
            byte[] request = Json.bytes(new ReadMeasureTask.Request(ReadEngine.NONE, FILE, FILE, 1, false));
            readers.run(ReadMeasureTask.class, folder.path(), request, DEADLINE, answers::add);
            return answers.stream()
                    .mapToLong(answer ->
                            Json.read(answer, ReadMeasureTask.Result.class).resident())
                    .findFirst()
                    .orElse(0);
        }
    }
}
