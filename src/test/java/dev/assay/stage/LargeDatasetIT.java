package dev.assay.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.assay.check.CheckRequest;
import dev.assay.check.Checks;
import dev.assay.check.ItemOutcome;
import dev.assay.check.Outcome;
import dev.assay.checklist.Checklist;
import dev.assay.checklist.ChecklistReader;
import dev.assay.child.ChildPool;
import dev.assay.child.ChildSettings;
import dev.assay.child.Ending;
import dev.assay.config.Setting;
import dev.assay.config.Settings;
import dev.assay.extract.LargeDataset;
import dev.assay.extract.WarmUpTask;
import dev.assay.stage.workshop.PartReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A million rows of ten columns are read and held against all that can be declared of them, in a real child with the
/// heap it has where nobody sets another.
@Timeout(value = 1200, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class LargeDatasetIT {
    private static final int ROWS = 1_000_000;
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final String CHECKLIST = """
        title: A large data set
        items:
        - id: data
          check: dataset
          with:
            columns:
            - "record = integer, required, unique"
            - "customer = text, required, pattern C[0-9]{7}"
            - "day = date, from 2026-01-01 to 2026-12-31"
            - "region = one of north | south | east | west"
            - "amount = number, at least 0"
            keys: record + customer
            foreign-keys: "parent in this: record"
            sequences: record
            ranges: first to last
            conditions:
            - when region = north then amount <= 1000
            groups: "customer has each wave: 1"
            totals:
            - rows = 1000000
            - sum of amount = 500000000
        """;

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
    void delimitedFileOfAMillionRows_passes() throws Exception {
        LargeDataset.delimited(task.resolve("part"), ROWS, 0);
        assertEquals(new Outcome.Passed("1,000,000 rows of 1 table are in order."), outcome("data.csv"));
    }

    @Test
    void oneWrongRowAtTheEndOfADelimitedFile_isFound() throws Exception {
        LargeDataset.delimited(task.resolve("part"), ROWS, ROWS);
        wrongInTheLastRow("data.csv");
    }

    @Test
    void oneWrongRowAtTheEndOfASheet_isFound() throws Exception {
        LargeDataset.workbook(task.resolve("part"), ROWS, ROWS);
        wrongInTheLastRow("data.xlsx");
    }

    private void wrongInTheLastRow(String name) throws Exception {
        Outcome.Failed failed = assertInstanceOf(Outcome.Failed.class, outcome(name));
        assertEquals(1, failed.findings().size(), failed.reason());
        assertEquals(
                "'C12' in column 'customer' is not written as required: C[0-9]{7}.",
                failed.findings().getFirst().message());
        assertEquals(
                "cell B1000001", failed.findings().getFirst().place().describe().replaceFirst(".*, ", ""));
    }

    private Outcome outcome(String name) throws Exception {
        PartReader.Attempt read = new PartReader(pool, LONG).read(task, "part", name, "document.json");
        assertEquals(new Ending.Done(), read.ending());
        Checklist checklist = new ChecklistReader(Checks.kinds()).read("checklist.yaml", CHECKLIST);
        List<ItemOutcome> outcomes = new ItemRunner(pool, LONG)
                .run(
                        task,
                        checklist.items(),
                        left -> new CheckRequest(
                                "",
                                "",
                                "data",
                                "en",
                                List.of(new CheckRequest.CheckPart(name, "data", "document.json")),
                                left,
                                Map.of(),
                                null));
        return outcomes.getFirst().outcome();
    }
}
