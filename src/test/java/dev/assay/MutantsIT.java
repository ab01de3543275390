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
    private static final Mutant.Change ACKNOWLEDGED_FIRST = new Mutant.Change(
            "            log.record(pickup.arrived(stored.get()",
            "            source.acknowledge();\n            CrashPoint.here(\"W6\");\n"
                    + "            log.record(pickup.arrived(stored.get()");

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
        mutate("intake/Reception.java", ACKNOWLEDGED_FIRST);
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

    @Test
    void acknowledgeBeforeCommitByMail_losesAMail() throws Exception {
        mutate("intake/Reception.java", ACKNOWLEDGED_FIRST);
        CrashHome home = new CrashHome(folder.resolve("home"), front);
        try (CrashMailbox mailbox = new CrashMailbox(home, folder.resolve("home"))) {
            mailbox.servedOn(mailbox.imapPort());
            mailbox.deliver("[hb-1/good]", CrashHome.good("Sales of still water"), "accept");
            Thread watch = mailbox.watch();
            home.crash("W6");
            watch.join();
            home.oracle().judgeTheDead();
            assertSays(home, "files neither at their source nor recorded");
        }
    }

    /// A mail never changes under its number. Known by anything that its sender chooses, the next one with the same
    /// would take its place.
    @Test
    void acknowledgeByWhatTheSenderChooses_losesTheSecondMail() throws Exception {
        mutate(
                "intake/mail/MailIntake.java",
                new Mutant.Change(
                        "String id = id(mail.uidValidity(), mail.uid());", "String id = id(0, mail.size());"));
        CrashHome home = new CrashHome(folder.resolve("home"), front);
        try (CrashMailbox mailbox = new CrashMailbox(home, folder.resolve("home"))) {
            mailbox.servedOn(mailbox.imapPort());
            mailbox.deliver("[hb-1/good]", CrashHome.good("Sales of still water"), "any");
            mailbox.deliver("[hb-1/good]", CrashHome.good("Sales of sour waters"), "any");
            Thread watch = mailbox.watch();
            home.run();
            watch.join();
            assertSays(home, "recorded arrivals");
        }
    }

    @Test
    void acknowledgeBeforeCommitByUpload_losesAFile() throws Exception {
        mutate(
                "intake/Reception.java",
                new Mutant.Change(
                        "            log.record(pickup.arrived(stored.get().size(), stored.get().sha256(),"
                                + " clock.instant()));",
                        "Stored there = stored.get();\nThread.ofPlatform().start(() -> {\njava.util.concurrent.locks"
                                + ".LockSupport.parkNanos(1_000_000_000L);\nCrashPoint.here(\"UNRECORDED\");\n"
                                + "log.record(pickup.arrived(there.size(), there.sha256(), clock.instant()));\n});"),
                new Mutant.Change("            letGo(pickup, source, ArrivalLog.State.RECORDED);\n", ""));
        mutate(
                "intake/upload/Uploads.java",
                new Mutant.Change(
                        "                ArrivalRecord record = arrivals.find(id, vendor).orElseThrow();\n"
                                + "                yield json(201, Receipt.of(record))",
                        "                yield said(201, id)"));
        CrashHome home = new CrashHome(folder.resolve("home"), front);
        try (UploadingVendor vendor = new UploadingVendor(home, folder.resolve("home"))) {
            home.drop("HB-1-good.txt", CrashHome.good("Sales of still water"), "accept");
            vendor.begin();
            home.crash("UNRECORDED");
            home.oracle().judgeTheDead();
            assertSays(home, "files neither at their source nor recorded");
        }
    }

    @Test
    void acknowledgeByNameByUpload_losesTheSecondVersion() throws Exception {
        mutate(
                "intake/upload/Uploads.java",
                new Mutant.Change("ArrivalId.field(delivery.key())", "ArrivalId.field(delivery.name())"),
                new Mutant.Change(
                        "!incoming.sha256(reception.mostSize()).equals(known.arrival().sha256())",
                        "incoming.sha256(reception.mostSize()).isEmpty()"));
        CrashHome home = new CrashHome(folder.resolve("home"), front);
        try (UploadingVendor vendor = new UploadingVendor(home, folder.resolve("home"))) {
            home.drop("HB-1-good.txt", CrashHome.good("Sales of still water"), "any");
            vendor.begin();
            home.crash("W7");
            home.drop("HB-1-good.txt", CrashHome.good("Sales of sparkling water"), "any");
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
