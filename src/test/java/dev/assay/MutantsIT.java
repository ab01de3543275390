package dev.assay;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The crash tests see the faults they are there for: each fault of the delivery protocol is put into the
/// program, and the oracle must say what it does.
final class MutantsIT {
    @TempDir
    private Path folder;

    private Path front;

    @BeforeEach
    void makeFront() throws Exception {
        front = Files.createDirectory(folder.resolve("classes"));
    }

    @Test
    void acknowledgeBeforeCommit_losesAFile() throws Exception {
        CrashHome home = mutated(
                "intake/folder/Claimed.java",
                new Mutant.Change(
                        "        log.record(note.arrived(stored.get()",
                        "        claims.release(note);\n        CrashPoint.here(\"W6\");\n"
                                + "        log.record(note.arrived(stored.get()"));
        home.drop("HB-1-good.txt", CrashHome.good("Sales of still water"), "accept");
        home.crash("W6");
        home.oracle().judgeTheDead();
        assertSays(home, "files neither at their source nor recorded");
    }

    @Test
    void publishWithoutStaging_publishesTwice() throws Exception {
        CrashHome home = mutated(
                "dispatch/QueuePublisher.java",
                new Mutant.Change(
                        "stage.write(entry.id(), folder -> folders.write(entry.submission(), folder));",
                        "Path target = queues.resolve(entry.target()).resolve(entry.submission());\n"
                                + "java.nio.file.Files.createDirectory(target);\n"
                                + "folders.write(entry.submission(), target);\n"
                                + "dev.assay.meter.CrashPoint.here(\"UNSTAGED\");"));
        home.drop("HB-1-good.txt", CrashHome.good("Sales of still water"), "accept");
        home.crash("UNSTAGED");
        home.oracle().judgeTheDead();
        home.run();
        assertSays(home, "folders taken from the queues");
    }

    @Test
    void letterWithoutStaging_isWrittenTwice() throws Exception {
        CrashHome home = mutated(
                "dispatch/VendorOutboxPublisher.java",
                new Mutant.Change("stage.write(entry.id(), folder -> {", "Path folder = vendor.resolve(name);\n{"),
                new Mutant.Change(
                        "                write(letter.orElseThrow(), folder);",
                        "Files.createDirectory(folder);\nwrite(letter.orElseThrow(), folder);\n"
                                + "dev.assay.meter.CrashPoint.here(\"UNSTAGED\");"),
                new Mutant.Change("            });", "            }"));
        home.drop("stray.txt", "Nobody has ordered this note about the weather.\n", "held");
        home.crash("UNSTAGED");
        home.oracle().judgeTheDead();
        home.run();
        assertSays(home, "letters taken from the outbox");
    }

    @Test
    void attemptsAfter_areNotCountedWhenTheProcessDies() throws Exception {
        CrashHome home = mutated(
                "ledger/Jobs.java",
                new Mutant.Change("attempts = attempts + 1, ", ""),
                new Mutant.Change("\"error = NULL\"", "\"error = NULL, attempts = attempts + 1\""));
        home.drop("HB-1-good.txt", CrashHome.good("Sales of still water"), "accept");
        home.crash("W8");
        home.oracle().judgeTheDead();
        assertSays(home, "claimed jobs whose attempt is not counted");
    }

    @Test
    void acknowledgeByName_losesTheSecondVersion() throws Exception {
        CrashHome home = mutated(
                "intake/folder/Claims.java",
                new Mutant.Change(
                        "        Files.deleteIfExists(file(note));",
                        "        Files.deleteIfExists(file(note));\n        Files.deleteIfExists("
                                + "claims.resolveSibling(note.vendor()).resolve(note.shown()));"));
        home.drop("HB-1-good.txt", CrashHome.good("Sales of still water"), "any");
        home.crash("W6");
        home.drop("HB-1-good.txt", CrashHome.good("Sales of sparkling water"), "any");
        home.run();
        assertSays(home, "recorded arrivals");
    }

    @Test
    void acknowledgeWithoutALook_losesWhatAnOpenWriterChanged() throws Exception {
        CrashHome home = mutated(
                "intake/folder/Claimed.java",
                new Mutant.Change("if (!isWhatWasCopied.test(facts)) {", "if (facts.size() < 0) {"));
        home.drop("HB-1-good.txt", CrashHome.good("Sales of still water"), "any");
        try (RandomAccessFile handle =
                new RandomAccessFile(home.dropped("HB-1-good.txt").toFile(), "rw")) {
            home.crash("W6");
            byte[] second = CrashHome.good("Sales of cider").getBytes(StandardCharsets.UTF_8);
            handle.setLength(0);
            handle.write(second);
            home.oracle().dropped(second, "any");
        }
        home.run();
        assertSays(home, "recorded arrivals");
    }

    @Test
    void acknowledgeBeforeCommitBySftp_losesAFile() throws Exception {
        mutate(
                "intake/Reception.java",
                new Mutant.Change(
                        "            log.record(pickup.arrived(stored.get()",
                        "            source.acknowledge();\n            CrashPoint.here(\"W6\");\n"
                                + "            log.record(pickup.arrived(stored.get()"));
        try (CrashHome home = CrashHome.withServer(folder.resolve("home"), front)) {
            home.drop("HB-1-good.txt", CrashHome.good("Sales of still water"), "accept");
            home.crash("W6");
            home.oracle().judgeTheDead();
            assertSays(home, "files neither at their source nor recorded");
        }
    }

    @Test
    void acknowledgeByNameBySftp_losesTheSecondVersion() throws Exception {
        mutate(
                "intake/sftp/ServerFile.java",
                new Mutant.Change("!renamed.get().isSameContent(seen)", "renamed.get().size() < 0"));
        mutate("intake/sftp/Received.java", new Mutant.Change("sighting.file().isSameContent(read)", "true"));
        try (CrashHome home = CrashHome.withServer(folder.resolve("home"), front)) {
            home.drop("HB-1-good.txt", CrashHome.good("Sales of still water"), "any");
            home.replaceBeforeRename("HB-1-good.txt", CrashHome.good("Sales of sparkling water"));
            home.run();
            assertSays(home, "recorded arrivals");
        }
    }

    private void mutate(String source, Mutant.Change... changes) throws Exception {
        new Mutant(source, List.of(changes)).compile(front);
    }

    private CrashHome mutated(String source, Mutant.Change... changes) throws Exception {
        new Mutant(source, List.of(changes)).compile(front);
        return new CrashHome(folder.resolve("home"), front);
    }

    private static void assertSays(CrashHome home, String violation) throws Exception {
        List<String> said = home.oracle().judge();
        assertTrue(said.stream().anyMatch(each -> each.startsWith(violation)), said + "\n" + home.tail());
    }
}
