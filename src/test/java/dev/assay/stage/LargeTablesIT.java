package dev.assay.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.check.CheckRequest;
import dev.assay.check.Checks;
import dev.assay.check.ItemOutcome;
import dev.assay.checklist.Checklist;
import dev.assay.checklist.ChecklistReader;
import dev.assay.child.ChildPool;
import dev.assay.child.ChildSettings;
import dev.assay.child.Ending;
import dev.assay.config.Json;
import dev.assay.config.Setting;
import dev.assay.config.Settings;
import dev.assay.extract.LargeTables;
import dev.assay.extract.ReadSummary;
import dev.assay.extract.WarmUpTask;
import dev.assay.priorwork.FingerprintRequest;
import dev.assay.priorwork.FingerprintTask;
import dev.assay.stage.workshop.PartReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A table of a million cells is read, checked and compared in a real child with the heap it has where nobody
/// sets another.
@Timeout(value = 1200, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class LargeTablesIT {
    private static final int ROWS = 100_000;
    private static final Duration LONG = Duration.ofMinutes(10);

    @TempDir
    Path home;

    private ChildPool pool;
    private Path task;

    @BeforeEach
    void start() throws Exception {
        task = Files.createDirectory(home.resolve("task"));
        int heap = Math.toIntExact(Settings.load(home, Map.of()).size(Setting.CHILDREN_HEAP) >> 20);
        pool = ChildPool.start(new ChildSettings(1, heap, 100, home.resolve("scratch"), WarmUpTask.class, List.of()));
    }

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void workbookOfAMillionCells_fits() throws Exception {
        LargeTables.workbook(task.resolve("part"), ROWS);
        fits("large.xlsx");
    }

    @Test
    void delimitedTextOfAMillionFields_fits() throws Exception {
        LargeTables.delimited(task.resolve("part"), ROWS);
        fits("large.csv");
    }

    private void fits(String name) throws Exception {
        PartReader.Attempt read = new PartReader(pool, LONG).read(task, "part", name, "document.json");
        assertEquals(new Ending.Done(), read.ending());
        ReadSummary summary = read.summary().orElseThrow();
        assertEquals(List.of(), summary.gaps());
        assertEquals(10 * ROWS, summary.cells());
        assertEquals(ROWS, summary.records());
        assertEquals(List.of(), failures(name));
        List<byte[]> shingles = new ArrayList<>();
        byte[] request = Json.bytes(new FingerprintRequest("document.json", "en"));
        assertEquals(new Ending.Done(), pool.run(FingerprintTask.class, task, request, LONG, shingles::add));
    }

    /// The items that could not be told because of what they cost.
    private List<ItemOutcome> failures(String name) throws Exception {
        Checklist checklist = new ChecklistReader(Checks.kinds()).read("checklist.yaml", """
            title: A large table
            items:
            - id: nothing-left-open
              check: placeholder-text
            - id: words
              check: forbidden-term
              with:
                terms: [guaranteed]
            - id: totals
              check: table-total
            """);
        List<ItemOutcome> outcomes = new ItemRunner(pool, LONG)
                .run(
                        task,
                        checklist.items(),
                        left -> new CheckRequest(
                                "",
                                "",
                                "tables",
                                "en",
                                List.of(new CheckRequest.CheckPart(name, "tables", "document.json")),
                                left,
                                Map.of(),
                                null));
        assertEquals(checklist.items().size(), outcomes.size());
        return outcomes.stream()
                .filter(outcome -> outcome.outcome() instanceof dev.assay.check.Outcome.CannotTell)
                .toList();
    }
}
