package dev.assay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Disks that refuse while an installation runs: the reason is told, nothing is lost, and work goes on in the
/// same run once the disk is well. Needs the right to mount.
final class BadDiskIT {
    @TempDir
    Path temporary;

    @Test
    void readOnlyQueue_isToldAndGoesOnWhenWritable() throws Exception {
        SmallHome home = SmallHome.in(temporary.resolve("home"), List.of("report"));
        Path queue = home.folder.resolve("queues");
        try (Wiring.Running running = home.start()) {
            Mount.readOnly(queue);
            try {
                home.deliver("wo-1/report/report.docx", BadFiles.docx(SmallHome.CLEAN));
                SmallHome.await(() -> !running.health().reasons().isEmpty());
                String reason = running.health().reasons().getFirst();
                assertTrue(reason.startsWith("publish: cannot publish "), reason);
                assertTrue(reason.contains("Read-only file system"), reason);
                assertTrue(reason.endsWith("It is tried again."), reason);
                assertEquals(503, SmallHome.get(running, "/health").statusCode());
            } finally {
                Mount.undo(queue);
            }
            SmallHome.settled(running.ledger(), 1);
            assertEquals(1, home.queue("accept").size());
            SmallHome.await(() -> running.health().reasons().isEmpty());
            assertTrue(running.ledger().verify().intact());
        }
    }

    @Test
    void readOnlyDrop_isToldAndGoesOnWhenWritable() throws Exception {
        SmallHome home = SmallHome.in(temporary.resolve("home"), List.of("report"));
        try (Wiring.Running running = home.start()) {
            Path waiting = home.deliver("wo-1/report/report.docx.part", BadFiles.docx(SmallHome.CLEAN));
            Files.move(waiting, waiting.resolveSibling("report.docx"));
            Mount.readOnly(home.drop().getParent());
            try {
                SmallHome.await(() -> running.health().reasons().stream()
                        .anyMatch(reason -> reason.startsWith("Cannot claim files of vendor 'swift': ")));
                assertEquals(503, SmallHome.get(running, "/health").statusCode());
                assertTrue(Files.exists(waiting.resolveSibling("report.docx")), "it stays where it is");
            } finally {
                Mount.undo(home.drop().getParent());
            }
            SmallHome.settled(running.ledger(), 1);
            SmallHome.await(() -> running.health().reasons().isEmpty());
            assertEquals(1, home.queue("accept").size());
        }
    }

    @Test
    void readOnlyData_isToldAndGoesOnWhenWritable() throws Exception {
        SmallHome home = SmallHome.in(temporary.resolve("home"), List.of("report"));
        try (Wiring.Running running = home.start()) {
            Path data = home.folder.resolve("data");
            Mount.readOnly(data);
            try {
                home.deliver("wo-1/report/report.docx", BadFiles.docx(SmallHome.CLEAN));
                SmallHome.await(() -> running.health().reasons().stream()
                        .anyMatch(reason -> reason.contains("Read-only file system")));
                assertEquals(503, SmallHome.get(running, "/health").statusCode());
            } finally {
                Mount.undo(data);
            }
            SmallHome.settled(running.ledger(), 1);
            SmallHome.await(() -> running.health().reasons().isEmpty());
            assertEquals(1, home.queue("accept").size());
            assertTrue(running.ledger().verify().intact());
        }
    }

    @Test
    void fullDisk_isToldAndGoesOnWhenFreed() throws Exception {
        Path folder = Files.createDirectory(temporary.resolve("home"));
        Mount.tmpfs(folder, "64m");
        try {
            SmallHome home = SmallHome.in(folder, List.of("report"));
            Path filler = folder.resolve("filler");
            byte[] report = BadFiles.docx(SmallHome.CLEAN);
            try (Wiring.Running running = home.start()) {
                Path waiting = home.deliver("wo-1/report/report.docx.part", report);
                fill(filler);
                Files.move(waiting, waiting.resolveSibling("report.docx"));
                SmallHome.await(() -> running.health().reasons().stream()
                        .anyMatch(reason -> reason.contains("No space left on device")));
                assertEquals(503, SmallHome.get(running, "/health").statusCode());
                Files.delete(filler);
                SmallHome.settled(running.ledger(), 1);
                SmallHome.await(() -> running.health().reasons().isEmpty());
                assertEquals(1, home.queue("accept").size());
                assertTrue(running.ledger().verify().intact());
                assertEquals(0, running.ledger().balances().arrivals().gap());
            }
        } finally {
            Mount.undo(folder);
        }
    }

    @Test
    void diskBelowTheReadingShare_pausesReadingUntilFreed() throws Exception {
        Path folder = Files.createDirectory(temporary.resolve("home"));
        Mount.tmpfs(folder, "64m");
        try {
            SmallHome home = SmallHome.in(folder, List.of("report"));
            home.write(
                    "assay.properties",
                    Files.readString(folder.resolve("assay.properties")) + "reading.least-free-share = 0.5\n");
            Path filler = folder.resolve("filler");
            try (Wiring.Running running = home.start()) {
                Files.write(filler, new byte[40 << 20]);
                SmallHome.await(() -> !running.health().reasons().isEmpty());
                assertEquals(503, SmallHome.get(running, "/health").statusCode());
                home.deliver("wo-1/report/report.docx", BadFiles.docx(SmallHome.CLEAN));
                SmallHome.await(() -> running.ledger().jobs().open() == 1);
                assertTrue(
                        running.health().reasons().getFirst().startsWith("Reading waits: "),
                        running.health().reasons().toString());
                assertEquals(0, running.ledger().balances().submissions().in());
                Files.delete(filler);
                SmallHome.settled(running.ledger(), 1);
                assertEquals(List.of(), running.health().reasons());
                assertEquals(1, home.queue("accept").size());
            }
        } finally {
            Mount.undo(folder);
        }
    }

    private static void fill(Path file) {
        byte[] block = new byte[4096];
        try (OutputStream out = Files.newOutputStream(file)) {
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            assertEquals("No space left on device", full.getMessage());
        }
    }
}
