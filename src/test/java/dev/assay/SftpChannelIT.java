package dev.assay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.ledger.ArrivalRecord;
import dev.assay.ledger.ArrivalState;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The channel with a real ledger and a real SFTP server, which is made to do wrong.
final class SftpChannelIT {
    @TempDir
    private Path folder;

    private SftpHome sftp;

    @BeforeEach
    void start() throws Exception {
        sftp = new SftpHome(folder, List.of("report"));
    }

    @AfterEach
    void end() throws Exception {
        sftp.close();
    }

    @Test
    void aReport_isReceivedCheckedAndRenamed() throws Exception {
        sftp.put("swift/wo-1/report/report.docx", BadFiles.docx(SmallHome.CLEAN));
        try (Wiring.Running running = sftp.home.start()) {
            ArrivalRecord arrival = SmallHome.settled(running.ledger(), 1).getFirst();
            assertEquals("wo-1/report/report.docx", arrival.arrival().path());
            assertEquals(List.of(arrival.arrival().id()), names("swift/.received"));
            assertEquals(
                    "ATTACHED -> ROUTED accept by ACCEPT: 1 item that counts passed and none failed.",
                    SmallHome.outcome(running.ledger(), arrival));
        }
    }

    @Test
    void severalAccountsByPasswordAndByKey_areReceivedWithTheFoldersBelow() throws Exception {
        sftp.vendor(sftp.server().hostKey(), SftpHome.byPassword("swift", "."), SftpHome.byKey("keyed", "/out going"));
        sftp.put("swift/one.txt", note("one"));
        sftp.put("swift/a/b/c/two.txt", note("two"));
        sftp.put("keyed/out going/é/three.txt", note("three"));
        sftp.put("keyed/elsewhere/four.txt", note("four"));
        try (SftpHome.Running running = sftp.run()) {
            running.awaitAcknowledged(3);
            assertEquals(List.of("a/b/c/two.txt", "one.txt", "é/three.txt"), running.paths());
            assertEquals(2, names("swift/.received").size());
            assertEquals(1, names("keyed/out going/.received").size());
            assertEquals(List.of("four.txt"), names("keyed/elsewhere"));
            running.awaitWell();
            assertTrue(
                    running.meters().scrape().contains("assay_intake_total{channel=\"sftp\",outcome=\"recorded\"} 3"));
        }
    }

    @Test
    void anotherHostKey_isNamedUntilItIsTheRightOneAgain() throws Exception {
        String right = sftp.server().hostKey();
        sftp.put("swift/one.txt", note("one"));
        sftp.restart("another-key", SftpHome.PASSWORD);
        try (SftpHome.Running running = sftp.run()) {
            running.awaitTrouble("the server shows another host key ("
                    + fingerprint(sftp.server().hostKey()) + ") than vendors/swift.yaml names (" + fingerprint(right)
                    + ")");
            assertEquals(0, sftp.server().faults().opened());
            sftp.restart("host-key", SftpHome.PASSWORD);
            running.awaitAcknowledged(1);
            running.awaitWell();
            sftp.put("swift/two.txt", note("two"));
            sftp.restart("another-key", SftpHome.PASSWORD);
            running.awaitTrouble("another host key");
            sftp.restart("host-key", SftpHome.PASSWORD);
            running.awaitAcknowledged(2);
            running.awaitWell();
        }
    }

    @Test
    void aWrongPassword_isNamedUntilItIsRight() throws Exception {
        sftp.restart("host-key", "another password");
        sftp.put("swift/one.txt", note("one"));
        try (SftpHome.Running running = sftp.run()) {
            running.awaitTrouble("the server refuses the password. Check account and password in vendors/swift.yaml");
            sftp.restart("host-key", SftpHome.PASSWORD);
            running.awaitAcknowledged(1);
            running.awaitWell();
        }
    }

    @Test
    void aServerThatIsAway_isNamedAndReceivedFromWhenItIsBack() throws Exception {
        sftp.put("swift/one.txt", note("one"));
        try (SftpHome.Running running = sftp.run()) {
            running.awaitAcknowledged(1);
            sftp.server().close();
            running.awaitTrouble("cannot connect (");
            sftp.put("swift/two.txt", note("two"));
            sftp.restart("host-key", SftpHome.PASSWORD);
            running.awaitAcknowledged(2);
            running.awaitWell();
        }
    }

    @Test
    void aMissingFolder_isNamedUntilItIsThere() throws Exception {
        sftp.vendor(sftp.server().hostKey(), SftpHome.byPassword("swift", "out"));
        try (SftpHome.Running running = sftp.run()) {
            running.awaitTrouble("the folder 'out' cannot be listed");
            sftp.put("swift/out/one.txt", note("one"));
            running.awaitAcknowledged(1);
            running.awaitWell();
        }
    }

    @Test
    void aConnectionCutAtAByte_isBegunAnewAndTheFileReceivedOnce() throws Exception {
        byte[] large = large();
        sftp.server().faults().cut("large.bin", 300_000);
        sftp.put("swift/large.bin", large);
        try (SftpHome.Running running = sftp.run()) {
            running.awaitTrouble("the connection was lost");
            assertEquals(List.of(), running.paths());
            sftp.server().faults().heal();
            running.awaitAcknowledged(1);
            assertEquals(List.of(sha256(large)), running.hashes());
            running.awaitWell();
        }
    }

    @Test
    void aServerThatFallsSilent_isGivenUpOnAndNobodyElseWaits() throws Exception {
        sftp.vendor(sftp.server().hostKey(), SftpHome.byPassword("swift", "."), SftpHome.byKey("keyed", "."));
        byte[] large = large();
        sftp.server().faults().stall("large.bin", 300_000);
        sftp.put("swift/large.bin", large);
        try (SftpHome.Running running = sftp.run()) {
            SmallHome.await(() -> sftp.server().faults().stalled() == 1);
            sftp.put("keyed/small.txt", note("small"));
            sftp.home.deliver("dropped.txt", note("dropped"));
            SmallHome.await(() -> running.paths().equals(List.of("dropped.txt", "small.txt")));
            running.awaitTrouble("the server said nothing for 3 s");
            sftp.server().faults().heal();
            running.awaitAcknowledged(3);
            assertTrue(running.hashes().contains(sha256(large)));
            running.awaitWell();
        }
    }

    @Test
    void aFileThatGrowsWhileItIsRead_isReceivedWhole() throws Exception {
        byte[] large = large();
        Path file = sftp.put("swift/large.bin", large);
        AtomicBoolean grown = new AtomicBoolean();
        sftp.server().faults().whileReading("large.bin", 300_000, () -> {
            if (!grown.getAndSet(true)) {
                Files.write(file, note("and more"), StandardOpenOption.APPEND);
            }
        });
        try (SftpHome.Running running = sftp.run()) {
            running.awaitAcknowledged(1);
            byte[] whole = Files.readAllBytes(sftp.root
                    .resolve("swift/.received")
                    .resolve(names("swift/.received").getFirst()));
            assertEquals(large.length + note("and more").length, whole.length);
            assertEquals(List.of(sha256(whole)), running.hashes());
        }
    }

    @Test
    void aFileThatComesShort_isNotRecordedUntilItComesWhole() throws Exception {
        byte[] large = large();
        sftp.server().faults().shorten("large.bin", 300_000);
        sftp.put("swift/large.bin", large);
        try (SftpHome.Running running = sftp.run()) {
            running.awaitTrouble("Other than " + large.length + " bytes came of a file");
            sftp.put("swift/small.txt", note("small"));
            running.awaitAcknowledged(1);
            assertEquals(List.of("small.txt"), running.paths());
            sftp.server().faults().heal();
            running.awaitAcknowledged(2);
            assertTrue(running.hashes().contains(sha256(large)));
            running.awaitWell();
        }
    }

    @Test
    void aFileReplacedBeforeItsRename_isReceivedInBothVersions() throws Exception {
        Path file = sftp.put("swift/note.txt", note("first"));
        AtomicBoolean replaced = new AtomicBoolean();
        sftp.server().faults().beforeRename(() -> {
            if (!replaced.getAndSet(true)) {
                Files.move(
                        Files.write(folder.resolve("second"), note("the second version")),
                        file,
                        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
        });
        try (SftpHome.Running running = sftp.run()) {
            running.awaitAcknowledged(2);
            assertEquals(
                    Stream.of(sha256(note("first")), sha256(note("the second version")))
                            .sorted()
                            .toList(),
                    running.hashes());
            assertEquals(List.of("note.txt", "note.txt"), running.paths());
            running.awaitWell();
        }
    }

    @Test
    void theSameFileDeliveredAgain_isAnArrivalOfItsOwn() throws Exception {
        FileTime time = FileTime.fromMillis(1_700_000_000_000L);
        Files.setLastModifiedTime(sftp.put("swift/note.txt", note("same")), time);
        try (SftpHome.Running running = sftp.run()) {
            running.awaitAcknowledged(1);
            Path upload = Files.write(folder.resolve("again"), note("same"));
            Files.setLastModifiedTime(upload, time);
            Files.move(upload, sftp.root.resolve("swift/note.txt"));
            running.awaitAcknowledged(2);
            assertEquals(2, names("swift/.received").size());
        }
    }

    @Test
    void renamesRefused_theFileIsRecordedOnceAndLetGoOfLater() throws Exception {
        sftp.server().faults().refuseRenames();
        sftp.put("swift/note.txt", note("one"));
        try (SftpHome.Running running = sftp.run()) {
            running.awaitTrouble("Assay must be allowed to read there, to make folders and to rename.");
            assertEquals(List.of("note.txt"), running.paths());
        }
        try (SftpHome.Running running = sftp.run()) {
            running.awaitTrouble("a file cannot be received");
            sftp.server().faults().heal();
            running.awaitAcknowledged(1);
            running.awaitWell();
            assertEquals(List.of("note.txt"), running.paths());
            assertEquals(1, names("swift/.received").size());
        }
    }

    @Test
    void tooLarge_isRefusedAndSetAside() throws Exception {
        sftp.put("swift/large.bin", new byte[(1 << 20) + 1]);
        try (SftpHome.Running running = sftp.run()) {
            SmallHome.await(() -> Files.isDirectory(sftp.root.resolve("swift/.refused"))
                    && !Files.exists(sftp.root.resolve("swift/large.bin")));
            ArrivalRecord arrival = running.ledger().arrivals().newest(10).getFirst();
            assertEquals(ArrivalState.REFUSED, arrival.state());
            assertEquals(List.of(arrival.arrival().id()), names("swift/.refused"));
            assertTrue(running.meters()
                    .scrape()
                    .contains("assay_intake_refused_total{channel=\"sftp\",reason=\"too-large\"} 1"));
        }
    }

    /// Names are data, for JSch, for Camel and for us.
    @Test
    void hostileNames_areReceivedAsTheyAreAndReachNothingElse() throws Exception {
        List<String> hostile = List.of(
                "${header.CamelFileName}",
                "%2e%2e",
                "*",
                "..x",
                "?delete=true&moveTo=x",
                "CamelFileName",
                "RAW(x)",
                "[a-z].docx",
                "a\nb",
                "a\\*b",
                "a*b",
                "ab",
                "x.camelLock",
                "#bean",
                "{{every}}",
                "folder*/in?er/note \\",
                "folderX/in-er/note",
                "\u202Eexe.txt");
        for (String name : hostile) {
            if (!name.startsWith("..")) {
                sftp.put("swift/" + name, note(name));
            }
        }
        List<String> before = tree();
        try (SftpHome.Running running = sftp.run()) {
            int expected = hostile.size() - 1;
            running.awaitAcknowledged(expected);
            assertEquals(
                    hostile.stream()
                            .filter(name -> !name.startsWith(".."))
                            .sorted()
                            .toList(),
                    running.paths());
            assertEquals(
                    hostile.stream()
                            .filter(name -> !name.startsWith(".."))
                            .map(name -> sha256(note(name)))
                            .sorted()
                            .toList(),
                    running.hashes());
            assertEquals(expected, names("swift/.received").size());
        }
        assertEquals(before, tree());
    }

    @Test
    void linksAndUnfinishedUploads_areLeftWhereTheyAre() throws Exception {
        Path outside = Files.write(folder.resolve("outside.txt"), note("outside"));
        Files.createDirectories(sftp.root.resolve("swift"));
        Files.createSymbolicLink(sftp.root.resolve("swift/link.txt"), outside);
        Files.createSymbolicLink(sftp.root.resolve("swift/loop"), sftp.root.resolve("swift"));
        sftp.put("swift/upload.part", note("unfinished"));
        sftp.put("swift/.hidden", note("hidden"));
        sftp.put("swift/.folder/note.txt", note("hidden"));
        sftp.put("swift/note.txt", note("note"));
        try (SftpHome.Running running = sftp.run()) {
            running.awaitAcknowledged(1);
            sftp.put("swift/last.txt", note("last"));
            running.awaitAcknowledged(2);
            assertEquals(List.of("last.txt", "note.txt"), running.paths());
            assertEquals(
                    1,
                    running.health().notices().size(),
                    running.health().notices().toString());
        }
    }

    @Test
    void whileNothingMoreIsTaken_nothingIsRead() throws Exception {
        try (SftpHome.Running running = sftp.run()) {
            sftp.put("swift/one.txt", note("one"));
            running.awaitAcknowledged(1);
            running.openJobs().set(100);
            int opened = sftp.server().faults().opened();
            sftp.put("swift/two.txt", note("two"));
            int asked = running.asked().get();
            SmallHome.await(() -> running.asked().get() > asked + 40);
            assertEquals(opened, sftp.server().faults().opened());
            assertEquals(List.of("one.txt"), running.paths());
            running.openJobs().set(0);
            running.awaitAcknowledged(2);
        }
    }

    @Test
    void switchedOff_noAccountIsPolled() throws Exception {
        sftp.home.write(
                "assay.properties",
                Files.readString(sftp.home.folder.resolve("assay.properties")) + "sftp.enabled = false\n");
        sftp.put("swift/one.txt", note("one"));
        sftp.home.deliver("dropped.txt", note("dropped"));
        try (SftpHome.Running running = sftp.run()) {
            SmallHome.await(() -> running.paths().equals(List.of("dropped.txt")));
            assertEquals(0, sftp.server().sessions());
        }
    }

    private static byte[] note(String text) {
        return (text + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] large() {
        byte[] bytes = new byte[700_000];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 31 + i / 251);
        }
        return bytes;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String fingerprint(String hostKey) throws Exception {
        byte[] key = java.util.Base64.getDecoder().decode(hostKey.split(" ", -1)[1]);
        return "SHA256:"
                + java.util.Base64.getEncoder()
                        .withoutPadding()
                        .encodeToString(MessageDigest.getInstance("SHA-256").digest(key));
    }

    /// What lies beside the account's folder and the home.
    private List<String> tree() throws Exception {
        try (Stream<Path> inside = Files.walk(folder)) {
            return inside.map(each -> folder.relativize(each).toString())
                    .filter(each -> !each.startsWith("server/swift") && !each.startsWith("home"))
                    .sorted()
                    .toList();
        }
    }

    private List<String> names(String path) throws Exception {
        try (Stream<Path> inside = Files.list(sftp.root.resolve(path))) {
            return inside.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }
}
