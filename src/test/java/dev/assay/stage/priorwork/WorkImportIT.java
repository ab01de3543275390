package dev.assay.stage.priorwork;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.assay.ledger.ImportedWork;
import dev.assay.ledger.IndexOps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files taken into the archive, several at a time.
final class WorkImportIT {
    @TempDir
    private Path home;

    private PriorWorkBench bench;

    @BeforeEach
    void start() throws IOException {
        bench = new PriorWorkBench(home);
    }

    @AfterEach
    void stop() throws IOException {
        bench.close();
    }

    @Test
    void fileThatCannotBeRead_isTold_andLeavesNothing() throws Exception {
        WorkImport.Result empty = bench.addFile("empty.txt", "", ImportedWork.Kind.WORK, "client-a");
        assertEquals(new WorkImport.Result.Failed("the file has no bytes"), empty);
        assertEquals(0, bench.ledger.indexOps().newest());
        assertEquals(
                List.of(
                        new WorkImport.Result.Failed("it cannot be read: no such file"),
                        new WorkImport.Result.Failed("it cannot be read: no plain file")),
                bench.add(List.of(work(home.resolve("none.txt")), work(home)), 1));
        assertNothingInPlain();
    }

    @Test
    void severalAtATime_areToldAndRecordedInTheirOrder_andBadOnesStopNone() throws Exception {
        List<WorkToImport> works = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            boolean bad = i % 7 == 3;
            works.add(work(Files.writeString(home.resolve("f" + i + ".txt"), bad ? "" : "Report number " + i)));
            expected.add(bad ? "the file has no bytes" : "added");
        }
        assertEquals(
                expected, bench.add(works, 4).stream().map(WorkImportIT::word).toList());
        assertEquals(
                IntStream.range(0, 40)
                        .filter(i -> i % 7 != 3)
                        .mapToObj(i -> "Title of f" + i + ".txt")
                        .toList(),
                titles());
        assertNothingInPlain();
    }

    @Test
    void ofTheSameBytesTwice_theFirstIsTakenIn() throws Exception {
        List<WorkToImport> works = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            works.add(work(Files.writeString(home.resolve("same" + i + ".txt"), "One and the same report")));
        }
        assertEquals(
                List.of("added", "there", "there", "there", "there", "there", "there", "there"),
                bench.add(works, 4).stream().map(WorkImportIT::word).toList());
        assertEquals(List.of("Title of same0.txt"), titles());
    }

    @Test
    void whatIsOurOwnFailure_endsTheImport() throws Exception {
        Path file = Files.writeString(home.resolve("a.txt"), "A report");
        Path blobs = home.resolve("data/blobs");
        Files.move(blobs, home.resolve("kept"));
        Files.writeString(blobs, "no folder");
        assertThrows(IOException.class, () -> bench.add(List.of(work(file), work(file)), 2));
        assertEquals(0, bench.ledger.indexOps().newest());
        assertNothingInPlain();
    }

    private static WorkToImport work(Path file) {
        return PriorWorkBench.work(file, ImportedWork.Kind.WORK, "client-a");
    }

    private static String word(WorkImport.Result result) {
        return switch (result) {
            case WorkImport.Result.Added ignored -> "added";
            case WorkImport.Result.There ignored -> "there";
            case WorkImport.Result.Failed failed -> failed.reason();
        };
    }

    /// Of what the index is to take in, in the order of its operations.
    private List<String> titles() {
        return bench.ledger.indexOps().after(0).stream()
                .map(IndexOps.IndexOp::subject)
                .map(id -> bench.ledger.importedWorks().find(id).orElseThrow().title())
                .toList();
    }

    private void assertNothingInPlain() throws IOException {
        try (Stream<Path> tasks = Files.list(home.resolve("tasks"))) {
            assertEquals(List.of(), tasks.toList());
        }
    }
}
