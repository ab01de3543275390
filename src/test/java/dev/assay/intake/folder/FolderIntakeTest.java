package dev.assay.intake.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.intake.Backpressure;
import dev.assay.vault.Disk;
import dev.assay.vault.DurabilityLost;
import dev.assay.work.Arrival;
import dev.assay.work.Channel;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FolderIntakeTest {
    @TempDir
    private Path home;

    private Installation here;
    private FolderIntake intake;

    @BeforeEach
    void start() throws IOException {
        here = new Installation(home);
        intake = here.start();
    }

    @Test
    void fileSeenTwiceUnchanged_isReceivedAndTakenFromTheFolder() throws IOException {
        Path file = here.deliver("hb-101/report.docx", "the report");
        FileTime modified = Files.getLastModifiedTime(file);
        here.list(intake);
        assertEquals(List.of(), here.log.recorded);
        here.clock.forward(2);
        here.list(intake);

        Arrival arrival = here.log.recorded.getFirst();
        assertEquals(1, here.log.recorded.size());
        assertEquals(Channel.FOLDER, arrival.channel());
        assertEquals("kestrel", arrival.vendor());
        assertEquals("hb-101/report.docx", arrival.path());
        assertEquals(10, arrival.size());
        assertTrue(arrival.id().matches("[0-9a-f]{32}"), arrival.id());
        Instant later = Installation.BEGIN.plusSeconds(2);
        assertEquals(
                new Arrival.ArrivalTimes(modified.toInstant(), Installation.BEGIN, Installation.BEGIN, later, later),
                arrival.times());
        assertEquals("the report", here.content(arrival));
        assertFalse(Files.exists(file));
        assertEquals(List.of(), Installation.names(here.drop.resolve(".claims")));
        assertEquals(List.of(), Installation.names(here.data.resolve("work")));
        assertEquals("ACKNOWLEDGED " + arrival.id(), here.log.lines().getLast());
        assertEquals(List.of(), intake.troubles());
    }

    @Test
    void growingFile_isNeverStable() throws IOException {
        for (int i = 0; i < 20; i++) {
            Files.writeString(
                    here.folder.resolve("log.txt"), "x", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            here.list(intake);
            here.clock.forward(3);
        }
        assertEquals(List.of(), here.log.recorded);
        here.listTwice(intake);
        Arrival arrival = here.log.recorded.getFirst();
        assertEquals(Installation.BEGIN, arrival.times().firstSeen());
        assertEquals(Installation.BEGIN.plusSeconds(19 * 3), arrival.times().lastGrowth());
        assertEquals(20, arrival.size());
    }

    @Test
    void newContentUnderPreservedTimeAndSize_isNotTakenForTheOld() throws IOException {
        Path file = here.deliver("a.txt", "old");
        Files.setLastModifiedTime(file, FileTime.from(Installation.BEGIN));
        here.list(intake);
        here.clock.forward(2);
        Files.writeString(file, "new");
        Files.setLastModifiedTime(file, FileTime.from(Installation.BEGIN));
        here.list(intake);
        assertEquals(List.of(), here.log.recorded);
        here.clock.forward(2);
        here.list(intake);
        assertEquals(List.of("new"), here.contents());
    }

    @Test
    void oneFileDroppedTwentyTimesWithPreservedTime_isTwentyArrivals() throws IOException {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            Path file = here.deliver("same.txt", "same");
            Files.setLastModifiedTime(file, FileTime.from(Installation.BEGIN));
            here.listTwice(intake);
            ids.add(here.log.recorded.getLast().id());
        }
        assertEquals(20, ids.size());
        assertEquals(20, here.log.recorded.size());
    }

    @Test
    void emptyFile_isReceived() throws IOException {
        here.deliver("empty.pdf", "");
        here.listTwice(intake);
        assertEquals(0, here.log.recorded.getFirst().size());
        assertEquals(List.of(""), here.contents());
    }

    @Test
    void fileOverTheLimit_isRefusedWithAReceipt_andKept() throws IOException {
        here.rules = new FolderRules(Duration.ofSeconds(2), 5);
        intake = here.start();
        here.deliver("fits.txt", "12345");
        here.deliver("large.txt", "123456");
        here.listTwice(intake);
        assertEquals(List.of("fits.txt"), here.paths());
        Arrival refused = here.log.refused.getFirst();
        assertEquals("large.txt", refused.path());
        assertEquals("", refused.sha256());
        assertEquals(6, refused.size());
        List<String> kept = Installation.names(here.drop.resolve(".refused"));
        assertEquals(2, kept.size());
        assertEquals(kept.getFirst() + ".json", kept.getLast());
        assertEquals("123456", Files.readString(here.drop.resolve(".refused").resolve(kept.getFirst())));
        assertEquals(List.of(), Installation.names(here.drop.resolve(".claims")));
    }

    @Test
    void hiddenAndTemporaryNames_wait_andAnAbandonedUploadIsReportedOnce() throws IOException {
        here.deliver(".DS_Store", "x");
        here.deliver(".git/config", "x");
        here.deliver("big.zip.filepart", "x");
        here.deliver("~$report.docx", "x");
        here.deliver("big.pdf.PART", "x");
        for (int i = 0; i < 4; i++) {
            here.listTwice(intake);
            here.clock.forward(3600);
        }
        assertEquals(List.of(), here.log.recorded);
        assertEquals(
                List.of("big.pdf.PART", "big.zip.filepart", "~$report.docx"),
                here.log.passedOver.stream().sorted().toList());
        Files.move(here.folder.resolve("big.zip.filepart"), here.folder.resolve("big.zip"));
        here.listTwice(intake);
        assertEquals(List.of("big.zip"), here.paths());
    }

    @Test
    void moreFilesThanAListingTakes_allComeIn_behindFiftyThatNeverRest() throws IOException {
        for (int i = 0; i < 120; i++) {
            here.deliver("%03d.txt".formatted(i), "content " + i);
        }
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 60; i++) {
                here.deliver("%03d.txt".formatted(i), "growing" + "!".repeat(round));
            }
            here.list(intake);
            here.clock.forward(2);
        }
        assertEquals(60, here.log.recorded.size());
        assertEquals("060.txt", here.paths().getFirst());
    }

    @Test
    void fileReplacedBeforeAcknowledgement_bothVersionsAreInTheLedger() throws IOException {
        var replacing = new FileLog(home.resolve("log2")) {
            private boolean done;

            @Override
            public boolean record(Arrival arrival) {
                if (!done) {
                    done = true;
                    replace();
                }
                return super.record(arrival);
            }

            private void replace() {
                try {
                    Path upload = Files.writeString(home.resolve("upload"), "second");
                    Files.move(upload, home.resolve("drop/kestrel/a.txt"), StandardCopyOption.ATOMIC_MOVE);
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            }
        };
        here = new Installation(home, replacing, new Disk());
        intake = here.start();
        here.deliver("a.txt", "first!");
        here.listTwice(intake);
        here.listTwice(intake);
        assertEquals(List.of("first!", "second"), here.contents());
        assertEquals(List.of(), Installation.names(here.folder));
    }

    @Test
    void writerThatKeepsTheFileOpen_isWaitedFor() throws IOException {
        Path file = here.deliver("open.txt", "half");
        try (var writer = new FileOutputStream(file.toFile(), true)) {
            here.list(intake);
            here.clock.forward(2);
            here.pressure = new Backpressure.Paused("disk");
            here.list(intake);
            here.pressure = new Backpressure.Open();
            var changing = new FileLog(home.resolve("log2")) {
                private int asked;

                @Override
                public java.util.Optional<State> state(String arrivalId) {
                    try {
                        if (asked++ == 0) {
                            writer.write(" and half".getBytes(java.nio.charset.StandardCharsets.UTF_8));
                        }
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                    return super.state(arrivalId);
                }
            };
            here = new Installation(home, changing, new Disk());
            intake = here.start();
            here.listTwice(intake);
            assertEquals(List.of(), here.log.recorded);
            here.list(intake);
            assertEquals(List.of(), here.log.recorded);
            here.clock.forward(2);
            here.list(intake);
        }
        assertEquals(List.of("half and half"), here.contents());
    }

    @Test
    void writerThatChangesTheFileAfterItWasRecorded_isAnotherArrival() throws IOException {
        Path file = here.deliver("open.txt", "one");
        try (var writer = new FileOutputStream(file.toFile(), true)) {
            var changing = new FileLog(home.resolve("log2")) {
                @Override
                public boolean record(Arrival arrival) {
                    boolean result = super.record(arrival);
                    if (recorded.size() == 1) {
                        write(writer);
                    }
                    return result;
                }
            };
            here = new Installation(home, changing, new Disk());
            intake = here.start();
            here.listTwice(intake);
            here.clock.forward(2);
            here.list(intake);
        }
        assertEquals(List.of("one", "one more"), here.contents());
        assertEquals(
                2,
                here.log.lines().stream().filter(line -> line.startsWith("ACK")).count());
        assertEquals(List.of(), Installation.names(here.drop.resolve(".claims")));
    }

    private static void write(FileOutputStream writer) {
        try {
            writer.write(" more".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whileIntakeIsPaused_nothingIsClaimed() throws IOException {
        here.deliver("a.txt", "a");
        here.pressure = new Backpressure.Paused("Intake waits: 1 MiB are free.");
        here.listTwice(intake);
        here.listTwice(intake);
        assertEquals(List.of(), here.log.recorded);
        assertEquals(List.of("a.txt"), Installation.names(here.folder));
        here.pressure = new Backpressure.Open();
        here.list(intake);
        assertEquals(List.of("a.txt"), here.paths());
        assertEquals(List.of(), intake.troubles());
    }

    @Test
    void failedFlush_endsIntake_andNothingIsRecordedAfterIt() throws IOException {
        var failing = new FailingDisk();
        here = new Installation(home, new FileLog(home.resolve("log2")), failing);
        intake = here.start();
        here.deliver("a.txt", "a");
        here.deliver("b.txt", "b");
        here.list(intake);
        here.clock.forward(2);
        failing.fail = true;
        assertThrows(DurabilityLost.class, () -> here.list(intake));
        failing.fail = false;
        assertThrows(DurabilityLost.class, () -> here.list(intake));
        assertEquals(List.of(), here.log.recorded);

        Installation after = new Installation(home, here.log, new Disk());
        FolderIntake restarted = after.start();
        after.listTwice(restarted);
        assertEquals(List.of("a", "b"), after.contents());
    }

    private static final class FailingDisk extends Disk {
        private boolean fail;

        @Override
        protected void flush(FileChannel channel, Path file) throws IOException {
            if (fail) {
                throw new IOException("Input/output error");
            }
            super.flush(channel, file);
        }
    }

    @Test
    void logThatFails_keepsTheClaimAndTriesAgainLater() throws IOException {
        here.log.down = true;
        here.deliver("a.txt", "a");
        here.listTwice(intake);
        assertEquals(1, intake.troubles().size());
        assertTrue(intake.troubles().getFirst().contains("The ledger is busy. It lies safe in .claims/"));
        assertEquals(1, here.log.failed);
        here.clock.forward(1);
        here.list(intake);
        assertEquals(2, here.log.failed);
        here.log.down = false;
        here.clock.forward(2);
        here.list(intake);
        assertEquals(2, here.log.failed);
        assertEquals(List.of("a"), here.contents());
        assertEquals(List.of(), intake.troubles());
    }

    @Test
    void clockMovedBack_keepsNoFileWaitingForTheJump() throws IOException {
        here.deliver("report.docx", "the report");
        here.list(intake);
        here.clock.forward(-3600);
        here.listTwice(intake);
        Arrival arrival = here.log.recorded.getFirst();
        assertEquals(Installation.BEGIN.minusSeconds(3600), arrival.times().lastGrowth());
        assertEquals(Installation.BEGIN.minusSeconds(3600), arrival.times().firstSeen());
    }

    @Test
    void clockMovedBack_keepsNoClaimWaitingForTheJump() throws IOException {
        here.deliver("report.docx", "the report");
        here.log.down = true;
        here.listTwice(intake);
        assertEquals(1, intake.troubles().size());
        here.log.down = false;
        here.clock.forward(-3600);
        here.list(intake);
        here.listTwice(intake);
        assertEquals(List.of("the report"), here.contents());
        assertEquals(List.of(), intake.troubles());
    }

    @Test
    void twoVendors_doNotTouchEachOthersClaims() throws IOException {
        Path other = Files.createDirectories(here.drop.resolve("lumen"));
        Files.writeString(other.resolve("b.txt"), "b");
        here.deliver("a.txt", "a");
        here.listTwice(intake);
        assertEquals(List.of("a.txt"), here.paths());
        assertEquals(List.of("b.txt"), Installation.names(other));
        assertThrows(IllegalArgumentException.class, () -> intake.offer(other.resolve("b.txt")));
        assertThrows(IllegalArgumentException.class, () -> intake.offer(here.folder.resolve("../lumen/b.txt")));
    }

    @Test
    void missingVendorFolder_isATroubleNotAnEnd() throws IOException {
        Files.delete(here.folder);
        intake.endOfListing();
        assertEquals(1, intake.troubles().size());
        Files.createDirectory(here.folder);
        intake.endOfListing();
        assertEquals(List.of(), intake.troubles());
    }

    @Test
    void unreadableNote_isLeftForAPerson_andOthersGoOn() throws IOException {
        Path claims = here.drop.resolve(".claims");
        Files.writeString(claims.resolve("x.json"), "{");
        Files.writeString(claims.resolve("x"), "claimed");
        intake = here.start();
        here.deliver("a.txt", "a");
        here.listTwice(intake);
        assertEquals(List.of("a.txt"), here.paths());
        assertEquals(List.of("x", "x.json"), Installation.names(claims));
    }

    @Test
    void unfinishedNote_isRemovedAtStart() throws IOException {
        Path claims = here.drop.resolve(".claims");
        Files.writeString(claims.resolve("y.json.part"), "{");
        here.start();
        assertEquals(List.of(), Installation.names(claims));
    }

    @Test
    void clientsNamesInNotes_areForPersonsToRead() throws IOException {
        here.log.down = true;
        here.deliver("a\nb.txt", "a");
        here.listTwice(intake);
        Path note = here.drop
                .resolve(".claims")
                .resolve(Installation.names(here.drop.resolve(".claims")).getLast());
        assertTrue(Files.readString(note).contains("\"shown\":\"a[U+000A]b.txt\""), Files.readString(note));
    }
}
