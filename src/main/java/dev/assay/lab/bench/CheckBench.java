package dev.assay.lab.bench;

import dev.assay.check.Check;
import dev.assay.check.Checks;
import dev.assay.check.Kind;
import dev.assay.checklist.By;
import dev.assay.checklist.Effect;
import dev.assay.checklist.Item;
import dev.assay.checklist.Mode;
import dev.assay.checklist.Parameter;
import dev.assay.checklist.Severity;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Measures what every check kind costs over files, beside reading them, in one child process that has done both
/// before. Kinds that need what only the gate knows are left out.
public final class CheckBench {
    private static final Duration DEADLINE = Duration.ofMinutes(10);
    private static final int HEAP_MEBIBYTES = 1024;
    private static final int NEVER = 1_000_000;
    private static final String FILE = "part";
    private static final String ROLE = "report";

    /// What an item cannot do without, as clients write it.
    private static final Map<String, Map<String, Object>> NEEDED = Map.of(
            "missing-section", Map.of("titles", List.of("Summary", "Method | Methodology", "Limitations")),
            "date-out-of-window", Map.of("date", "Date", "not-before", "2000-01-01", "not-after", "2030-12-31"),
            "preferred-term", Map.of("terms", List.of("utilise -> use", "leverage -> use", "commence -> begin")),
            "forbidden-term", Map.of("terms", List.of("guaranteed", "best in class", "risk-free")),
            "length", Map.of("max", 20_000),
            "unanswered-question", Map.of("questions", List.of("Which risks remain?", "What should be done first?")));

    private final ChildPool children;
    private final Path tasks;
    private final List<Item> items;

    private CheckBench(ChildPool children, Path tasks, List<Item> items) {
        this.children = children;
        this.tasks = tasks;
        this.items = items;
    }

    /// Measures every file below the folders.
    ///
    /// @param rounds   how often each is read and checked, at least 1; the least counts
    /// @param progress takes a line now and then
    public static CheckCosts run(List<Path> folders, int rounds, Consumer<String> progress)
            throws IOException, InterruptedException {
        List<Path> files = new ArrayList<>();
        for (Path folder : folders) {
            try (Stream<Path> walk = Files.walk(folder)) {
                walk.filter(Files::isRegularFile).sorted().forEach(files::add);
            }
        }
        Path tasks = Files.createTempDirectory("assay-bench-");
        try (ChildPool children = ChildPool.start(
                new ChildSettings(1, HEAP_MEBIBYTES, NEVER, tasks.resolve("scratch"), WarmUpTask.class, List.of()))) {
            CheckBench bench = new CheckBench(children, tasks, items());
            progress.accept(files.size() + " files; each is read and checked once before it is measured");
            for (Path file : files) {
                bench.of(file, 1, new ArrayList<>());
            }
            progress.accept(files.size() + " files; " + rounds + (rounds == 1 ? " round" : " rounds") + " each");
            List<CheckCosts.OfFile> costs = new ArrayList<>();
            List<LeftOut> leftOut = new ArrayList<>();
            for (Path file : files) {
                costs.addAll(bench.of(file, rounds, leftOut));
            }
            return new CheckCosts(costs, leftOut);
        } finally {
            TaskFolder.wipe(tasks);
        }
    }

    /// One item for each kind that can be run alone.
    static List<Item> items() {
        return Checks.all().stream()
                .filter(check -> !check.isForTheGate())
                .map(Check::kind)
                .map(CheckBench::item)
                .toList();
    }

    private static Item item(Kind kind) {
        Map<String, Object> parameters = new HashMap<>();
        kind.parameters().stream()
                .filter(parameter -> parameter.defaultValue() != null)
                .forEach(parameter -> parameters.put(parameter.name(), parameter.defaultValue()));
        parameters.putAll(NEEDED.getOrDefault(kind.id(), Map.of()));
        List<String> missing = kind.parameters().stream()
                .filter(Parameter::required)
                .map(Parameter::name)
                .filter(name -> !parameters.containsKey(name))
                .toList();
        if (!missing.isEmpty()) {
            throw new IllegalStateException("Kind " + kind.id() + " needs " + missing + ". Give them in NEEDED.");
        }
        return new Item(
                kind.id(),
                By.MACHINE,
                kind.id(),
                parameters,
                Severity.MAJOR,
                Effect.REWORK,
                Mode.ENFORCE,
                1,
                false,
                kind.requirement(),
                "",
                "",
                "",
                new Item.Examples(List.of(), List.of()),
                "");
    }

    /// What a file cost; empty where it is left out.
    private List<CheckCosts.OfFile> of(Path file, int rounds, List<LeftOut> leftOut)
            throws IOException, InterruptedException {
        String name = ShownName.of(String.valueOf(file.getFileName()));
        List<byte[]> answers = new ArrayList<>();
        Ending ending;
        try (TaskFolder folder = TaskFolder.in(tasks)) {
            Files.copy(file, folder.file(FILE));
            ending = children.run(
                    CheckMeasureTask.class,
                    folder.path(),
                    Json.bytes(new CheckMeasureTask.Request(
                            FILE, String.valueOf(file.getFileName()), ROLE, rounds, items)),
                    DEADLINE,
                    answers::add);
        }
        if (answers.isEmpty()) {
            leftOut.add(new LeftOut(name, "reading ended as " + ending));
            return List.of();
        }
        CheckMeasureTask.Read read = Json.read(answers.getFirst(), CheckMeasureTask.Read.class);
        if (!read.reason().isEmpty()) {
            leftOut.add(new LeftOut(name, read.reason()));
            return List.of();
        }
        if (answers.size() <= items.size()) {
            leftOut.add(new LeftOut(name, items.get(answers.size() - 1).id() + " ended as " + ending));
        }
        return List.of(new CheckCosts.OfFile(
                name,
                read.words(),
                read.cpu(),
                answers.stream()
                        .skip(1)
                        .map(answer -> Json.read(answer, CheckMeasureTask.Checked.class))
                        .map(checked -> new CheckCosts.OfItem(
                                checked.check(),
                                checked.cpu(),
                                checked.outcome(),
                                checked.findings(),
                                checked.reason()))
                        .toList()));
    }
}
