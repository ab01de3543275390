package dev.assay.intake.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.vault.Disk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Small file systems that are full or read-only. They are mounted, which only root may do; else skipped.
final class DiskTroubleTest {
    @TempDir
    private Path home;

    @Test
    void fullDataDisk_losesNothing_andGoesOnWhenThereIsSpace() throws Exception {
        Path data = Files.createDirectories(home.resolve("data"));
        mounted(data, () -> {
            Installation here = new Installation(home);
            FolderIntake intake = here.start();
            Path ballast = Files.write(data.resolve("ballast"), new byte[3_800_000]);
            here.deliver("a.txt", "a".repeat(600_000));
            here.deliver("b.txt", "b".repeat(600_000));
            here.listTwice(intake);
            assertEquals(List.of(), here.log.recorded);
            assertEquals(2, intake.troubles().size());
            assertTrue(intake.troubles().getFirst().contains("No space left on device"));
            assertEquals(List.of(), Installation.names(data.resolve("work")));

            Files.delete(ballast);
            here.clock.forward(1);
            here.list(intake);
            assertEquals(List.of("a.txt", "b.txt"), here.paths());
            assertEquals(List.of("a".repeat(600_000), "b".repeat(600_000)), here.contents());
            assertEquals(List.of(), intake.troubles());
        });
    }

    @Test
    void fullDropDisk_leavesFilesWhereTheyAre() throws Exception {
        Path drop = Files.createDirectories(home.resolve("drop"));
        mounted(drop, () -> {
            Installation here = new Installation(home);
            FolderIntake intake = here.start();
            here.deliver("a.txt", "a");
            Path ballast = drop.resolve("ballast");
            fill(ballast);
            here.listTwice(intake);
            assertEquals(List.of("a.txt"), Installation.names(here.folder));
            assertEquals(1, intake.troubles().size());
            Files.delete(ballast);
            here.listTwice(intake);
            assertEquals(List.of("a"), here.contents());
            assertEquals(List.of(), intake.troubles());
        });
    }

    @Test
    void readOnlyDrop_isATroubleAndNothingIsTouched() throws Exception {
        Path drop = Files.createDirectories(home.resolve("drop"));
        mounted(drop, () -> {
            Installation here = new Installation(home);
            FolderIntake intake = here.start();
            here.deliver("a.txt", "a");
            run("mount", "-o", "remount,ro", drop.toString());
            here.listTwice(intake);
            assertEquals(List.of(), here.log.recorded);
            assertEquals(List.of("a.txt"), Installation.names(here.folder));
            assertTrue(
                    intake.troubles().getFirst().contains("Read-only file system"),
                    intake.troubles().toString());
            run("mount", "-o", "remount,rw", drop.toString());
            here.list(intake);
            assertEquals(List.of("a"), here.contents());
            assertEquals(List.of(), intake.troubles());
        });
    }

    @Test
    void vendorFolderOnAnotherFileSystem_isReported() throws Exception {
        Path folder = Files.createDirectories(home.resolve("drop/kestrel"));
        mounted(folder, () -> {
            Installation here = new Installation(home, new FileLog(home.resolve("log")), new Disk());
            FolderIntake intake = here.start();
            here.deliver("a.txt", "a");
            here.listTwice(intake);
            assertEquals(List.of(), here.log.recorded);
            assertEquals(List.of("a.txt"), here.log.passedOver);
            assertEquals(List.of("a.txt"), Installation.names(folder));
        });
    }

    private static void fill(Path ballast) throws IOException {
        try (var out = Files.newOutputStream(ballast)) {
            byte[] block = new byte[4096];
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            assertTrue(full.getMessage().contains("No space left"), full.getMessage());
        }
    }

    private static void mounted(Path folder, Work work) throws Exception {
        assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=4m", "none", folder.toString()), "needs root");
        try {
            work.run();
        } finally {
            run("umount", folder.toString());
        }
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
    }

    private interface Work {
        void run() throws Exception;
    }
}
