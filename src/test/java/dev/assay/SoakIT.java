package dev.assay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.lab.soak.Soak;
import dev.assay.lab.soak.SoakFigures;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A small soak, and one of a broken program, which it must see.
final class SoakIT {
    @TempDir
    private Path folder;

    @Test
    void killedAtRandom_byAllChannels_losesAndDoublesNothing() throws Exception {
        SoakFigures figures = soak(Path.of(""), 6, 40, Soak.channels());
        assertTrue(figures.isKept(), figures.text());
        assertEquals(6, figures.kills());
        assertEquals(40, figures.submissions());
        assertEquals(
                List.of(),
                figures.channels().stream()
                        .filter(each -> each.sent() == 0 || each.acknowledged() != each.sent())
                        .toList());
    }

    /// The source lets go, and the process takes its time before the commit.
    @Test
    void acknowledgeBeforeCommit_isSeenAsLoss() throws Exception {
        Path front = Files.createDirectory(folder.resolve("classes"));
        new Mutant(
                        "intake/Reception.java",
                        List.of(new Mutant.Change(
                                "            log.record(pickup.arrived(stored.get()",
                                "            source.acknowledge();\n"
                                    + "            java.util.concurrent.locks.LockSupport.parkNanos(2_000_000_000L);\n"
                                    + "            log.record(pickup.arrived(stored.get()")))
                .compile(front);
        SoakFigures figures = soak(front, 6, 40, List.of("sftp"));
        assertFalse(figures.lost().isEmpty(), figures.text());
    }

    private SoakFigures soak(Path front, int kills, int submissions, List<String> channels) throws Exception {
        return Soak.run(
                new Soak.Options(folder.resolve("home"), front, kills, submissions, 7, channels, 60), ignored -> {});
    }
}
