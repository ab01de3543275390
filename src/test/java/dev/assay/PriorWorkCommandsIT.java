package dev.assay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.assay.ledger.ArrivalRecord;
import dev.assay.ledger.Ledger;
import dev.assay.priorwork.Match;
import dev.assay.priorwork.Matches;
import dev.assay.priorwork.Relation;
import dev.assay.priorwork.Standing;
import dev.assay.priorwork.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/// The prior-work commands as a person types them, on an installation with two clients whose deliverables have
/// one passage in common.
@Timeout(240)
final class PriorWorkCommandsIT {
    private static final String OURS = "Ourheron opens the report. " + Texts.PASSAGE + " Ourheron closes the report.";
    private static final String THEIRS = "Secretfalcon opens it. " + Texts.PASSAGE + " Secretfalcon closes it.";
    /// Words of the passage that only the other client's text has.
    private static final List<String> THEIR_TEXT = List.of("secretfalcon", "falcon-wave");
    private static final List<String> THEIR_IDS = List.of("zenithcorp", "zenith corporation", "lumenworks", "zen-77");

    @TempDir
    Path temporary;

    private SmallHome home;
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void write() throws IOException {
        home = SmallHome.in(temporary.resolve("home"), List.of("report", "second"));
        home.write("clients/zenithcorp/client.yaml", "name: Zenith Corporation\n");
        Files.copy(
                home.folder.resolve("clients/acme/checklist.yaml"),
                home.folder.resolve("clients/zenithcorp/checklist.yaml"));
        home.write("vendors/lumenworks.yaml", "name: Lumenworks SA\n");
        String order = Files.readString(home.folder.resolve("work-orders/wo-1.yaml"));
        home.write(
                "work-orders/zen-77.yaml", order.replace("acme", "zenithcorp").replace("swift", "lumenworks"));
        log.start();
        root().addAppender(log);
    }

    @AfterEach
    void stopCapturing() {
        root().detachAppender(log);
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger("root");
    }

    @Test
    void nothingOfAnotherClient_isInAnyOutput_untilAClearedPersonUnlocksIt() throws Exception {
        String ours;
        try (Wiring.Running running = home.start()) {
            String theirs = theirs(running.ledger());
            ours = ours(running.ledger(), "report", 2);
            List<Match> matches = matches(running.ledger(), ours);
            assertEquals(
                    List.of(Relation.OTHER_CLIENT),
                    matches.stream().map(Match::relation).toList());
            long seen = running.ledger()
                    .stories()
                    .tell(ours)
                    .orElseThrow()
                    .inspection()
                    .orElseThrow()
                    .indexSequence();
            assertTrue(seen >= 2, "the verdict saw up to " + seen);
            assertNone(folder(ours), THEIR_TEXT, THEIR_IDS);
            assertNone(folder(theirs), List.of("ourheron"), List.of("acme", "swift", "wo-1"));
            for (String queue : List.of("accept", "rework", "review")) {
                assertNone(
                        Files.readString(
                                home.folder.resolve("queues").resolve(queue).resolve("index.tsv")),
                        THEIR_TEXT,
                        List.of());
            }
            assertNone(SmallHome.body(running, "/metrics"), THEIR_TEXT, THEIR_IDS);
            assertNone(SmallHome.body(running, "/health"), THEIR_TEXT, THEIR_IDS);
            assertNone(run("ledger", "show", ours).toString(), THEIR_TEXT, THEIR_IDS);
            assertNone(run("ledger", "show", ours, "--json").toString(), THEIR_TEXT, THEIR_IDS);
            assertNone(run("index", "stats").toString(), THEIR_TEXT, List.of());
            refusesToUnlockWithoutReason(running.ledger(), ours);
            unlocks(running.ledger(), ours, theirs);
        }
        assertNone(logged(), THEIR_TEXT, List.of("quarter because their usual"));
        assertFalse(logged().contains("ourheron"), logged());
        losesTheirText(ours);
        assertTrue(logged().contains("text is not there any more"), logged());
        assertNone(logged(), THEIR_TEXT, List.of());
    }

    private void refusesToUnlockWithoutReason(Ledger ledger, String ours) {
        Console none = run("index", "unlock", ours, "1");
        assertEquals(64, none.exit(), none.toString());
        Console blank = run("index", "unlock", ours, "1", "--reason", " ");
        assertEquals(64, blank.exit(), blank.toString());
        assertTrue(blank.err().startsWith("--reason is empty. Say why; it is recorded.\n"), blank.err());
        Console wrong = run("index", "unlock", ours, "2", "--reason", "inquiry 7");
        assertEquals(64, wrong.exit(), wrong.toString());
        assertTrue(wrong.err().startsWith("Match 2 is no restricted one. Restricted: 1\n"), wrong.err());
        assertEquals(0, ledger.unlocks().of(ours));
        for (Console each : List.of(none, blank, wrong)) {
            assertNone(each.toString(), THEIR_TEXT, THEIR_IDS);
        }
    }

    private void unlocks(Ledger ledger, String ours, String theirs) throws IOException {
        Console shown = run("index", "unlock", ours, "1", "--reason", "inquiry 7 about heron");
        assertEquals(0, shown.exit(), shown.toString());
        assertTrue(shown.out().startsWith("client zenithcorp, vendor lumenworks, work order zen-77\n"), shown.out());
        assertTrue(shown.out().contains(theirs) && shown.out().contains("falcon-wave.docx, paragraph "), shown.out());
        assertTrue(shown.out().contains("price mattered less than refill size"), shown.out());
        assertEquals(1, ledger.unlocks().of(ours));
        assertTrue(ledger.verify().intact());
        assertNone(
                Files.readString(home.folder.resolve("data/ledger.db"), StandardCharsets.ISO_8859_1)
                        + Files.readString(home.folder.resolve("data/ledger.db-wal"), StandardCharsets.ISO_8859_1),
                THEIR_TEXT,
                List.of("inquiry 7", "refill size"));
    }

    /// The other client's blobs are damaged: what is said of that names nothing of theirs.
    private void losesTheirText(String ours) throws Exception {
        try (Stream<Path> blobs = Files.list(home.folder.resolve("data/blobs/zenithcorp"))) {
            for (Path blob : blobs.toList()) {
                Files.write(blob, new byte[100]);
            }
        }
        try (Wiring.Running running = home.start()) {
            String second = ours(running.ledger(), "second", 3);
            assertNone(folder(second), THEIR_TEXT, THEIR_IDS);
            assertNone(SmallHome.body(running, "/health"), THEIR_TEXT, THEIR_IDS);
            assertEquals(
                    List.of(ours),
                    matches(running.ledger(), second).stream()
                            .map(match -> match.other().work())
                            .toList());
        }
    }

    @Test
    void recalledWork_isSaidToBe() throws Exception {
        try (Wiring.Running running = home.start()) {
            String first = ours(running.ledger(), "report", 1);
            Console recalled = run("index", "recall", first.substring(0, 8), "--reason", "wrong base");
            assertEquals("Submission " + first + " is recalled.\n", recalled.out(), recalled.toString());
            assertEquals(
                    "Submission " + first + " was recalled before.\n",
                    run("index", "recall", first, "--reason", "again").out());
            String second = ours(running.ledger(), "second", 2);
            Match match = matches(running.ledger(), second).getFirst();
            assertEquals(Standing.RECALLED, match.other().standing());
            assertEquals("heron.docx", match.other().title());
            assertTrue(running.ledger().verify().intact());
        }
    }

    @Test
    void indexIsRebuiltWhileTheInstallationRuns_andByItself() throws Exception {
        try (Wiring.Running running = home.start()) {
            String first = ours(running.ledger(), "report", 1);
            Console beside = run("index", "rebuild");
            assertEquals(
                    "The index is built anew, sequence 2. The running installation takes it into use before its next"
                            + " look-up.\n",
                    beside.out(),
                    beside.toString());
            assertTrue(Files.exists(home.folder.resolve("data/index.next")));
            String second = ours(running.ledger(), "second", 2);
            assertEquals(
                    first, matches(running.ledger(), second).getFirst().other().work());
            assertFalse(Files.exists(home.folder.resolve("data/index.next")));
            Console stats = run("index", "stats");
            assertTrue(stats.out().startsWith("works     2\npassages  2\nbytes "), stats.toString());
            assertTrue(stats.out().endsWith("\n  acme: 2 works, 2 passages\n"), stats.toString());
            Console purge = run("index", "purge", "--client", "acme", "--reason", "over");
            assertEquals(70, purge.exit(), purge.toString());
            assertTrue(purge.err().contains("Another Assay works in "), purge.err());
        }
        Console alone = run("index", "rebuild");
        assertEquals("The index is built anew and in use, sequence 4.\n", alone.out(), alone.toString());
        assertTrue(run("index", "stats", "--json").out().contains("\"sequence\" : 4"));
    }

    @Test
    void tornIndex_isSaidToBe_isRebuilt_andHealthTellsHowFarItIs() throws Exception {
        String first;
        try (Wiring.Running running = home.start()) {
            first = ours(running.ledger(), "report", 1);
        }
        truncateASegment();
        // The text that is to be read anew comes when this test lets it.
        Path blob = home.folder.resolve("data/blobs/acme").resolve(document(first));
        Path kept = Files.move(blob, temporary.resolve("kept"));
        assertEquals(0, new ProcessBuilder("mkfifo", blob.toString()).start().waitFor());
        try (Wiring.Running running = home.start()) {
            String health = SmallHome.body(running, "/health");
            assertTrue(
                    health.contains(
                            "The prior-work index is being rebuilt (it is damaged): 0 of 2 operations. Look-ups wait."),
                    health);
            assertTrue(
                    logged().contains("the prior-work index is built anew from 2 operations: it is damaged."),
                    logged());
            Path other = Files.move(kept, blob.resolveSibling("kept"));
            Files.writeString(blob, "");
            Files.delete(blob);
            Files.move(other, blob);
            SmallHome.await(() -> !SmallHome.body(running, "/health").contains("rebuilt"));
            home.write("again", "");
        }
        Console rebuilt = run("index", "rebuild");
        assertEquals(0, rebuilt.exit(), rebuilt.toString());
        try (Wiring.Running running = home.start()) {
            String second = ours(running.ledger(), "second", 2);
            assertEquals(
                    first, matches(running.ledger(), second).getFirst().other().work());
        }
    }

    @Test
    void holdBlocksAPurge_afterWhichNothingIsLeft() throws Exception {
        try (Wiring.Running running = home.start()) {
            theirs(running.ledger());
            ours(running.ledger(), "report", 2);
        }
        assertEquals(
                "A legal hold is set for client zenithcorp.\n",
                run("hold", "set", "--client", "zenithcorp", "--reason", "case 7")
                        .out());
        Console held = run("index", "purge", "--client", "zenithcorp", "--reason", "contract ended");
        assertEquals(70, held.exit(), held.toString());
        assertEquals(
                "Client 'zenithcorp' is not purged: a legal hold is set for it. Lift it first: assay hold lift"
                        + " --client zenithcorp.\n",
                held.err());
        assertTrue(Files.exists(home.folder.resolve("data/blobs/zenithcorp")));
        assertEquals(
                0,
                run("hold", "lift", "--client", "zenithcorp", "--reason", "ended")
                        .exit());
        assertEquals(
                1,
                run("hold", "lift", "--client", "zenithcorp", "--reason", "ended")
                        .exit());
        assertEquals(
                64,
                run("hold", "set", "--client", "nobody", "--reason", "case 7").exit());
        Console purged = run("index", "purge", "--client", "zenithcorp", "--reason", "contract ended");
        assertEquals(0, purged.exit(), purged.toString());
        assertTrue(purged.out().contains("  left     0 passages, 0 terms (1 works' ids looked for)\n"), purged.out());
        assertTrue(purged.out().contains("\n  queues/accept/"), purged.out());
        assertFalse(Files.exists(home.folder.resolve("data/blobs/zenithcorp")));
        assertEquals(0, run("ledger", "verify").exit());
        assertFalse(run("index", "stats").out().contains("zenithcorp"));
        Console again = run("index", "purge", "--client", "zenithcorp", "--reason", "once more");
        assertEquals(0, again.exit(), again.toString());
        try (Wiring.Running running = home.start()) {
            String second = ours(running.ledger(), "second", 3);
            assertEquals(
                    List.of(Relation.EARLIER_ROUND).size(),
                    matches(running.ledger(), second).size());
            assertFalse(Files.readString(home.folder.resolve("queues/accept/index.tsv"))
                    .contains("Zenith"));
            assertEquals(200, SmallHome.get(running, "/health").statusCode());
        }
        assertEquals(
                70, run("index", "purge", "--client", "nobody", "--reason", "x").exit());
    }

    @Test
    void archive_isTakenIn_oneBadFileStopsNothing_andARerunPassesOverWhatIsThere() throws Exception {
        Path archive = Files.createDirectories(temporary.resolve("archive/deep"));
        Files.write(archive.resolve("heron.docx"), BadFiles.docx(OURS));
        Files.write(archive.resolve("empty.docx"), new byte[0]);
        Files.write(archive.resolve("other.docx"), BadFiles.docx(SmallHome.CLEAN));
        Files.writeString(archive.resolve(".hidden"), "x");
        Console first = run("index", "add", archive.getParent(), "--client", "acme", "--vendor", "swift");
        assertEquals(0, first.exit(), first.toString());
        assertEquals(
                "2 taken in, 0 there already, 1 not taken in\n  " + archive.resolve("empty.docx")
                        + ": the file has no bytes\n",
                first.out());
        assertTrue(first.err().contains("3 of 3: "), first.err());
        assertTrue(first.err().endsWith("The index holds all up to sequence 2.\n"), first.err());
        Files.write(archive.resolve("third.docx"), BadFiles.docx(THEIRS));
        Console again = run("index", "add", archive.getParent(), "--client", "acme", "--vendor", "swift", "--json");
        assertTrue(again.out().contains("\"added\" : 1,\n  \"there\" : 2,"), again.out());
        Console bad = run("index", "add", archive.resolve("empty.docx"), "--client", "acme");
        assertEquals(70, bad.exit(), bad.toString());
        assertEquals(64, run("index", "add", archive, "--client", "acmee").exit());
        assertEquals(64, run("index", "add", archive).exit());
        assertEquals(64, run("index", "add", "--client", "acme").exit());
        assertEquals(
                64,
                run("index", "add", archive, "--as", "external", "--client", "acme")
                        .exit());
        try (Wiring.Running running = home.start()) {
            String ours = ours(running.ledger(), "report", 1);
            assertEquals(
                    List.of(Relation.SAME_VENDOR),
                    matches(running.ledger(), ours).stream()
                            .filter(match -> match.other().title().equals("heron.docx"))
                            .map(Match::relation)
                            .toList());
            Console while_ = run("index", "add", archive.resolve("heron.docx"), "--as", "external");
            assertEquals(0, while_.exit(), while_.toString());
            assertTrue(
                    while_.err()
                            .endsWith("The running installation takes them into its index before its next look-up.\n"),
                    while_.err());
            String second = ours(running.ledger(), "second", 2);
            assertTrue(matches(running.ledger(), second).stream()
                    .anyMatch(match -> match.relation() == Relation.EXTERNAL));
            assertTrue(running.ledger().verify().intact());
        }
    }

    @Test
    void list_saysWhatIsKnownOfEachFile_andEveryMistakeInIt() throws Exception {
        Path list = Files.writeString(temporary.resolve("works.csv"), """
            file,client,vendor,work-order,title,kind,date,status
            heron.docx,acme,swift,wo-0,"Heron, wave 1",work,2024-05-31,recalled
            form.docx,acme,,,,template,,
            gone.docx,acme,,,,work,,
            """);
        Files.write(temporary.resolve("heron.docx"), BadFiles.docx(OURS));
        Files.write(temporary.resolve("form.docx"), BadFiles.docx(SmallHome.CLEAN));
        Console added = run("index", "add", "--csv", list);
        assertEquals(0, added.exit(), added.toString());
        assertTrue(added.out().startsWith("2 taken in, 0 there already, 1 not taken in\n"), added.out());
        assertTrue(added.out().endsWith("gone.docx: it cannot be read: no such file\n"), added.out());
        try (Wiring.Running running = home.start()) {
            Match match = matches(running.ledger(), ours(running.ledger(), "report", 1)).stream()
                    .filter(each -> each.exclusion() == null)
                    .findFirst()
                    .orElseThrow();
            assertEquals("Heron, wave 1", match.other().title());
            assertEquals(Standing.RECALLED, match.other().standing());
            assertEquals(Relation.SAME_VENDOR, match.relation());
        }
        Fixture.compare("commands/index-add-column.txt", wrong("file,titel\na.docx,A\n"));
        Fixture.compare("commands/index-add-mistakes.txt", wrong("""
            file,client,vendor,kind,date,status
            a.docx,acme
            ,acme,,,,
            a.docx,acmee,,,,
            a.docx,acme,Swift Ltd,,,
            a.docx,acme,,brif,,
            a.docx,acme,,,31.05.2024,
            a.docx,acme,,,,acepted
            a.docx,acme,,external,,
            a.docx,,,,,
            "a.docx,acme
            """));
    }

    private String wrong(String list) throws IOException {
        long before = sequence();
        Console run = run("index", "add", "--csv", Files.writeString(temporary.resolve("wrong.csv"), list));
        assertEquals(before, sequence());
        return run.without(temporary).toString();
    }

    private long sequence() {
        try (Ledger ledger = Wiring.ledger(home.folder, java.util.Map.of())) {
            return ledger.indexOps().newest();
        }
    }

    private String theirs(Ledger ledger) throws Exception {
        Path upload = Files.write(home.folder.resolve("upload"), BadFiles.docx(THEIRS));
        Path drop = Files.createDirectories(home.folder.resolve("drop/lumenworks/zen-77/report"));
        Files.move(upload, drop.resolve("falcon-wave.docx"));
        return submission(SmallHome.settled(ledger, 1));
    }

    private String ours(Ledger ledger, String deliverable, int arrivals) throws Exception {
        home.deliver("wo-1/" + deliverable + "/heron.docx", BadFiles.docx(OURS + deliverable));
        return submission(SmallHome.settled(ledger, arrivals));
    }

    /// Of the arrival that was recorded last.
    private static String submission(List<ArrivalRecord> arrivals) {
        return arrivals.stream()
                .max(java.util.Comparator.comparing(
                        each -> each.arrival().times().recorded()))
                .orElseThrow()
                .submission()
                .orElseThrow();
    }

    private static List<Match> matches(Ledger ledger, String submission) {
        return Matches.of(ledger.submissions().find(submission).orElseThrow().priorWork())
                .matches();
    }

    private String document(String submission) {
        try (Ledger ledger = Wiring.ledger(home.folder, java.util.Map.of())) {
            return ledger.submissions()
                    .find(submission)
                    .orElseThrow()
                    .parts()
                    .getFirst()
                    .document();
        }
    }

    private void truncateASegment() throws IOException {
        try (Stream<Path> files = Files.list(home.folder.resolve("data/index"))) {
            Path segment = files.filter(each -> each.toString().endsWith(".cfs"))
                    .findFirst()
                    .orElseThrow();
            Files.write(segment, Arrays.copyOf(Files.readAllBytes(segment), 64));
        }
    }

    private Console run(Object... arguments) {
        Object[] all = Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--home";
        all[arguments.length + 1] = home.folder;
        return Console.run(all);
    }

    /// All bytes of a published folder.
    private String folder(String submission) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files =
                Files.walk(home.folder.resolve("queues/accept").resolve(submission))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(file.getFileName()).append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        assertTrue(all.toString().contains("report.json"));
        return all.toString();
    }

    private String logged() {
        return log.list.stream()
                .map(event -> event.getFormattedMessage()
                        + (event.getThrowableProxy() == null
                                ? ""
                                : event.getThrowableProxy().getMessage()))
                .collect(Collectors.joining("\n"))
                .toLowerCase(Locale.ROOT);
    }

    private static void assertNone(String output, List<String> texts, List<String> ids) {
        String lower = output.toLowerCase(Locale.ROOT);
        Stream.concat(texts.stream(), ids.stream())
                .forEach(word -> assertFalse(lower.contains(word), () -> word + " is in\n" + output));
    }
}
