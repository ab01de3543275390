package dev.assay.intake.sftp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.intake.Backpressure;
import dev.assay.intake.Reception;
import dev.assay.vault.Vault;
import dev.assay.work.Secret;
import dev.assay.work.SftpAccount;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SftpIntakeTest {
    private static final Instant BEGIN = Instant.parse("2026-11-23T09:00:00Z");
    private static final Instant OLD = Instant.parse("2026-11-20T09:00:00Z");
    private static final int MOST = 1000;

    @TempDir
    Path data;

    private final FakeFolder folder = new FakeFolder();
    private final MemoryLog log = new MemoryLog();
    private final Hands clock = new Hands();
    private Backpressure pressure = new Backpressure.Open();
    private Duration stableFor = Duration.ofSeconds(2);
    private SftpIntake intake;

    /// A clock that is set by hand.
    private static final class Hands extends Clock {
        private Instant now = BEGIN;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @BeforeEach
    void begin() throws IOException {
        intake = start();
    }

    @Test
    void clockMovedBack_keepsNoFileWaitingForTheJump() throws Exception {
        folder.put("report.docx", "one", OLD);
        poll();
        clock.now = BEGIN.minusSeconds(3600);
        poll();
        clock.now = clock.now.plusSeconds(2);
        poll();
        assertEquals(1, log.recorded.size());
    }

    @Test
    void clockMovedBack_keepsNoServerWaitingForTheJump() {
        intake.failed("it is away");
        assertFalse(intake.begins());
        clock.now = BEGIN.minusSeconds(3600);
        assertTrue(intake.begins());
    }

    /// An intake that knows what the log knows and nothing else, as after a restart.
    private SftpIntake start() throws IOException {
        SftpAccount account = new SftpAccount(
                "sftp.kestrel.example",
                22,
                "assay",
                "out",
                List.of("ssh-ed25519 AAAA"),
                new SftpAccount.Login.Password(new Secret("x")));
        return new SftpIntake(
                "kestrel",
                account,
                new Reception(Vault.open(data, new char[0]), log, MOST, clock),
                log,
                log,
                new SftpRules(stableFor, Duration.ofSeconds(30)),
                () -> pressure,
                clock);
    }

    /// One poll as Camel makes it.
    ///
    /// @return the files that were due
    private List<String> poll() throws IOException {
        List<String> due = new ArrayList<>();
        if (!intake.begins()) {
            return due;
        }
        intake.connected();
        list("", due);
        for (String path : due) {
            intake.receive(path, folder);
        }
        intake.endOfListing(folder);
        return due;
    }

    private void list(String above, List<String> due) {
        String prefix = above.isEmpty() ? "" : above + "/";
        for (Map.Entry<String, FakeFolder.Entry> each :
                Map.copyOf(folder.entries).entrySet()) {
            String path = each.getKey();
            FakeFolder.Entry entry = each.getValue();
            String name = path.startsWith(prefix) ? path.substring(prefix.length()) : "/";
            if (!name.contains("/") && intake.sees(above, name, entry.kind(), entry.bytes().length, entry.modified())) {
                if (entry.kind() == RemoteFile.Kind.FOLDER) {
                    list(path, due);
                } else {
                    due.add(path);
                }
            }
        }
    }

    private void pollAfter(long seconds) throws IOException {
        clock.now = clock.now.plusSeconds(seconds);
        poll();
    }

    private List<String> recorded() {
        return log.recorded.stream()
                .map(each -> each.path() + " " + each.size())
                .toList();
    }

    @Test
    void seenTwiceUnchanged_isReceivedRenamedAndNoted() throws IOException {
        folder.put("wo/note.txt", "note", OLD);
        folder.makeFolder("wo");
        poll();
        assertEquals(List.of(), recorded());
        pollAfter(2);
        assertEquals(List.of("wo/note.txt 4"), recorded());
        String id = log.recorded.getFirst().id();
        assertTrue(folder.entries.containsKey(".received/" + id));
        assertFalse(folder.entries.containsKey("wo/note.txt"));
        assertEquals(List.of(id), List.copyOf(log.acknowledged));
        assertEquals(OLD, log.recorded.getFirst().times().claimedBySource());
        assertEquals(BEGIN, log.recorded.getFirst().times().lastGrowth());
    }

    @Test
    void changedBetweenLooks_waitsAnew() throws IOException {
        folder.put("note.txt", "no", OLD);
        poll();
        folder.put("note.txt", "note", OLD);
        pollAfter(2);
        assertEquals(List.of(), recorded());
        pollAfter(2);
        assertEquals(List.of("note.txt 4"), recorded());
    }

    /// What is written within the second of the last change has the same time.
    @Test
    void lessThanASecond_isNeverEnough() throws IOException {
        stableFor = Duration.ofMillis(100);
        intake = start();
        folder.put("note.txt", "old", BEGIN);
        poll();
        clock.now = clock.now.plusMillis(999);
        assertEquals(List.of(), poll());
        clock.now = clock.now.plusMillis(1);
        assertEquals(List.of("note.txt"), poll());
    }

    @Test
    void shownTwiceInOneListing_isReceivedOnce() {
        assertFalse(intake.sees("", "note.txt", RemoteFile.Kind.FILE, 4, OLD));
        clock.now = clock.now.plusSeconds(2);
        intake.begins();
        assertTrue(intake.sees("", "note.txt", RemoteFile.Kind.FILE, 4, OLD));
        assertFalse(intake.sees("", "note.txt", RemoteFile.Kind.FILE, 4, OLD));
    }

    @Test
    void namesThatLeaveTheFolder_arePassedOver() {
        for (int seconds = 0; seconds < 6; seconds += 3) {
            clock.now = BEGIN.plusSeconds(seconds);
            intake.begins();
            for (String name : List.of("", ".", "..", "../x", "a/b", "/etc/passwd", "a\0b")) {
                assertFalse(intake.sees("", name, RemoteFile.Kind.FILE, 4, OLD), name);
                assertFalse(intake.sees("", name, RemoteFile.Kind.FOLDER, 4, OLD), name);
            }
        }
        assertEquals(5, log.passedOver.size(), log.passedOver.toString());
    }

    @Test
    void namesThatAreNoText_areKeptApartAndShown() throws IOException {
        folder.put("\u00ff.txt", "one", OLD);
        folder.put("\u00fe.txt", "two", OLD);
        folder.put("\u00c3\u00a9.txt", "three", OLD);
        poll();
        pollAfter(2);
        assertEquals(
                List.of("\\xFE.txt 3", "\\xFF.txt 3", "\u00e9.txt 5"),
                recorded().stream().sorted().toList());
    }

    @Test
    void hiddenUnfinishedLinksAndDeepFolders_areLeft() throws IOException {
        folder.put(".hidden", "x", OLD);
        folder.put("a.part", "x", OLD);
        folder.put("a.filepart", "x", OLD);
        folder.put("~$a.docx", "x", OLD);
        folder.entries.put("link", new FakeFolder.Entry(RemoteFile.Kind.LINK, new byte[0], OLD));
        folder.entries.put("pipe", new FakeFolder.Entry(RemoteFile.Kind.OTHER, new byte[0], OLD));
        for (String path = "d"; path.length() < 20; path += "/d") {
            folder.makeFolder(path);
            folder.put(path + "/f", "x", OLD);
        }
        folder.put("x.camelLock", "data", OLD);
        poll();
        pollAfter(2);
        assertEquals(8, recorded().size(), recorded().toString());
        assertTrue(recorded().contains("x.camelLock 4"));
        assertEquals(3, log.passedOver.size(), log.passedOver.toString());
        assertEquals(3, intake.notices().size());
        pollAfter(3600);
        pollAfter(1);
        assertEquals(4, intake.notices().size());
    }

    @Test
    void endedBetweenCommitAndRename_isLetGoOfAtTheNextStart() throws IOException {
        folder.put("note.txt", "note", OLD);
        folder.beforeRename = () -> {
            throw new IllegalStateException("the process ends");
        };
        poll();
        pollAfter(2);
        assertEquals(List.of("note.txt 4"), recorded());
        folder.beforeRename = () -> {};
        intake = start();
        poll();
        pollAfter(2);
        assertEquals(List.of("note.txt 4"), recorded());
        assertEquals(1, log.acknowledged.size());
        assertFalse(folder.entries.containsKey("note.txt"));
    }

    @Test
    void endedBetweenRenameAndItsNote_isNotedAtTheNextStart() throws IOException {
        folder.put("note.txt", "note", OLD);
        folder.afterRename = () -> {
            throw new IllegalStateException("the process ends");
        };
        poll();
        pollAfter(2);
        assertEquals(0, log.acknowledged.size());
        folder.afterRename = () -> {};
        intake = start();
        poll();
        assertEquals(1, log.acknowledged.size());
        assertEquals(List.of("note.txt 4"), recorded());
    }

    @Test
    void replacedBeforeTheRename_bothAreReceived() throws IOException {
        folder.put("note.txt", "note", OLD);
        folder.beforeRename = once(() -> folder.put("note.txt", "second", BEGIN));
        poll();
        pollAfter(2);
        assertEquals(List.of("note.txt 4"), recorded());
        assertEquals(0, log.acknowledged.size());
        pollAfter(2);
        pollAfter(2);
        assertEquals(List.of("note.txt 4", "note.txt 6"), recorded());
        assertEquals(2, log.acknowledged.size());
    }

    @Test
    void replacedBeforeTheRenameAndEndedThere_bothAreReceivedOnce() throws IOException {
        folder.put("note.txt", "note", OLD);
        folder.beforeRename = once(() -> folder.put("note.txt", "second", BEGIN));
        folder.afterRename = () -> {
            throw new IllegalStateException("the process ends");
        };
        poll();
        pollAfter(2);
        folder.afterRename = () -> {};
        intake = start();
        poll();
        pollAfter(2);
        pollAfter(2);
        assertEquals(List.of("note.txt 4", "note.txt 6"), recorded());
        log.acknowledged.remove(log.recorded.getFirst().id());
        intake = start();
        poll();
        pollAfter(2);
        pollAfter(2);
        assertEquals(List.of("note.txt 4", "note.txt 6"), recorded());
        assertEquals(2, log.acknowledged.size());
    }

    @Test
    void replacedBetweenLookAndAcknowledgement_theSecondIsReceivedFromItsPlace() throws IOException {
        folder.put("note.txt", "note", OLD);
        folder.afterRename = once(() -> folder.put("note.txt", "second", BEGIN));
        poll();
        pollAfter(2);
        pollAfter(2);
        pollAfter(2);
        assertEquals(List.of("note.txt 4", "note.txt 6"), recorded());
    }

    @Test
    void writtenOnAfterTheRename_theWholeIsReceivedToo() throws IOException {
        folder.put("note.txt", "note", OLD);
        poll();
        pollAfter(2);
        folder.put(".received/" + log.recorded.getFirst().id(), "note and more", clock.now);
        pollAfter(1);
        pollAfter(2);
        assertEquals(List.of("note.txt 4", "note.txt 13"), recorded());
        pollAfter(2);
        pollAfter(2);
        assertEquals(2, recorded().size());
    }

    @Test
    void theSameAgain_isAnArrivalOfItsOwn() throws IOException {
        for (int i = 0; i < 3; i++) {
            folder.put("note.txt", "note", OLD);
            pollAfter(2);
            pollAfter(2);
        }
        assertEquals(List.of("note.txt 4", "note.txt 4", "note.txt 4"), recorded());
        assertEquals(3, log.acknowledged.size());
    }

    @Test
    void tooLarge_isRefusedWithoutBeingReadAndSetAside() throws IOException {
        for (int i = 0; i < 2; i++) {
            folder.put("large.bin", "x".repeat(MOST + 1), OLD);
            pollAfter(2);
            pollAfter(2);
        }
        assertEquals(1, log.refused.size());
        assertEquals(0, folder.read);
        assertFalse(folder.entries.containsKey("large.bin"));
        assertEquals(
                2,
                folder.entries.keySet().stream()
                        .filter(path -> path.startsWith(".refused/"))
                        .count());
        assertEquals(List.of(), intake.troubles());
    }

    @Test
    void aPollThatFailed_isTriedAgainLaterAndLater() throws IOException {
        List<Long> waits = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            intake.failed("the server is away.");
            long seconds = 0;
            while (!intake.begins()) {
                clock.now = clock.now.plusSeconds(1);
                seconds++;
            }
            waits.add(seconds);
        }
        assertEquals(List.of(30L, 60L, 120L, 240L, 300L, 300L), waits);
        assertEquals(
                List.of("SFTP account 'assay@sftp.kestrel.example:22/out' of vendor 'kestrel': the server is away."),
                intake.troubles());
        poll();
        assertEquals(List.of(), intake.troubles());
        assertTrue(intake.begins());
    }

    @Test
    void manyFilesThatFail_doNotKeepTheOthersWaiting() throws IOException {
        for (int i = 0; i < 120; i++) {
            String name = String.format("a%03d", i);
            folder.put(name, "x", OLD);
            folder.unreadable.add(name);
        }
        folder.put("b", "good", OLD);
        poll();
        for (int i = 0; i < 4; i++) {
            pollAfter(31);
        }
        assertEquals(List.of("b 4"), recorded());
        assertEquals(1, intake.troubles().size());
        folder.unreadable.clear();
        for (int i = 0; i < 60; i++) {
            pollAfter(300);
        }
        assertEquals(121, recorded().size());
        assertEquals(List.of(), intake.troubles());
    }

    @Test
    void aFlood_isReceivedFiftyAtATime() throws IOException {
        for (int i = 0; i < 10_000; i++) {
            folder.put("n" + i, "x", OLD);
        }
        poll();
        clock.now = clock.now.plusSeconds(2);
        assertEquals(50, poll().size());
        assertEquals(50, recorded().size());
        assertEquals(50, poll().size());
    }

    @Test
    void whileNothingMoreIsTaken_noPollBeginsAndNoFileIsRead() throws IOException {
        folder.put("one", "1", OLD);
        folder.put("two", "2", OLD);
        poll();
        clock.now = clock.now.plusSeconds(2);
        assertTrue(intake.begins());
        assertTrue(intake.sees("", "one", RemoteFile.Kind.FILE, 1, OLD));
        pressure = new Backpressure.Paused("full");
        intake.receive("one", folder);
        assertFalse(intake.begins());
        assertEquals(0, folder.read);
        pressure = new Backpressure.Open();
        poll();
        assertEquals(2, recorded().size());
    }

    @Test
    void aLostConnection_endsThePoll() throws IOException {
        folder.put("one", "1", OLD);
        poll();
        clock.now = clock.now.plusSeconds(2);
        assertTrue(intake.begins());
        assertTrue(intake.sees("", "one", RemoteFile.Kind.FILE, 1, OLD));
        folder.open = false;
        assertThrows(RemoteFolder.Lost.class, () -> intake.receive("one", folder));
    }

    private static Runnable once(Runnable step) {
        AtomicBoolean done = new AtomicBoolean();
        return () -> {
            if (!done.getAndSet(true)) {
                step.run();
            }
        };
    }
}
