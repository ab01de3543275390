package dev.assay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.priorwork.Match;
import dev.assay.priorwork.Relation;
import dev.assay.priorwork.Standing;
import dev.assay.priorwork.Texts;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Earlier work is taken in, as a person types it.
@Timeout(240)
final class IndexAddIT {
    @TempDir
    private Path temporary;

    private TwoClients clients;

    @BeforeEach
    void write() throws IOException {
        clients = TwoClients.in(temporary);
    }

    @AfterEach
    void stopCapturing() {
        clients.close();
    }

    @Test
    void archive_isTakenIn_oneBadFileStopsNothing_andARerunPassesOverWhatIsThere() throws Exception {
        Path archive = Files.createDirectories(temporary.resolve("archive/deep"));
        Files.write(archive.resolve("heron.docx"), BadFiles.docx(TwoClients.OURS));
        Files.write(archive.resolve("empty.docx"), new byte[0]);
        Files.write(archive.resolve("other.docx"), BadFiles.docx(SmallHome.CLEAN));
        Files.writeString(archive.resolve(".hidden"), "x");
        Console first = clients.run("index", "add", archive.getParent(), "--client", "acme", "--vendor", "swift");
        assertEquals(0, first.exit(), first.toString());
        assertEquals(
                "2 taken in, 0 there already, 1 not taken in\n  " + archive.resolve("empty.docx")
                        + ": the file has no bytes\n",
                first.out());
        assertTrue(first.err().contains("3 of 3: "), first.err());
        assertTrue(first.err().endsWith("The index holds all up to sequence 2.\n"), first.err());
        Files.write(archive.resolve("third.docx"), BadFiles.docx(TwoClients.THEIRS));
        Console again =
                clients.run("index", "add", archive.getParent(), "--client", "acme", "--vendor", "swift", "--json");
        assertTrue(again.out().contains("\"added\" : 1,\n  \"there\" : 2,"), again.out());
        Console bad = clients.run("index", "add", archive.resolve("empty.docx"), "--client", "acme");
        assertEquals(70, bad.exit(), bad.toString());
        assertEquals(
                64, clients.run("index", "add", archive, "--client", "acmee").exit());
        assertEquals(64, clients.run("index", "add", archive).exit());
        assertEquals(64, clients.run("index", "add", "--client", "acme").exit());
        assertEquals(
                64,
                clients.run("index", "add", archive, "--as", "external", "--client", "acme")
                        .exit());
        try (Wiring.Running running = clients.home.start()) {
            String ours = clients.ours(running.ledger(), "report", 1);
            assertEquals(
                    List.of(Relation.SAME_VENDOR),
                    TwoClients.matches(running.ledger(), ours).stream()
                            .filter(match -> match.other().title().equals("heron.docx"))
                            .map(Match::relation)
                            .toList());
            Console while_ = clients.run("index", "add", archive.resolve("heron.docx"), "--as", "external");
            assertEquals(0, while_.exit(), while_.toString());
            assertTrue(
                    while_.err()
                            .endsWith("The running installation takes them into its index before its next look-up.\n"),
                    while_.err());
            String second = clients.ours(running.ledger(), "second", 2);
            assertTrue(TwoClients.matches(running.ledger(), second).stream()
                    .anyMatch(match -> match.relation() == Relation.EXTERNAL));
            assertTrue(running.ledger().verify().intact());
        }
    }

    /// Killed where it is, with files being read and stored beside those that are recorded.
    @Test
    void importThatIsKilledMidway_isRunAgain_andEveryFileIsTakenInOnce() throws Exception {
        int files = 60;
        Path archive = Files.createDirectories(temporary.resolve("archive"));
        for (int i = 0; i < files; i++) {
            Files.writeString(archive.resolve(String.format("w%02d.txt", i)), "Report " + i + ". " + Texts.PASSAGE);
        }
        Path settings = clients.home.folder.resolve("assay.properties");
        Files.writeString(settings, Files.readString(settings).replace("children.count = 1", "children.count = 3"));
        int taken = 0;
        for (int kill : List.of(5, 20)) {
            kill(archive, kill);
            int before = taken;
            taken = Math.toIntExact(clients.sequence());
            assertTrue(taken >= before && taken >= kill && taken < files, taken + " were taken in");
        }
        Console again = clients.run("index", "add", archive, "--client", "acme");
        assertEquals(
                files - taken + " taken in, " + taken + " there already, 0 not taken in\n",
                again.out(),
                again.toString());
        assertTrue(again.err().endsWith("The index holds all up to sequence " + files + ".\n"), again.err());
        Console stats = clients.run("index", "stats");
        assertTrue(stats.out().endsWith("\n  acme: " + files + " works, " + files + " passages\n"), stats.out());
        assertEquals(0, clients.run("ledger", "verify").exit());
        assertFalse(Files.exists(clients.home.folder.resolve("data/commands")), "what the killed ones had open");
        try (Wiring.Running running = clients.home.start()) {
            assertEquals(files, running.ledger().indexOps().newest());
            assertEquals(2 * files, blobs(), "the file and its document, and nothing that no work names");
        }
    }

    /// Kills an import by SIGKILL as soon as it has told of a number of files.
    private void kill(Path archive, int files) throws Exception {
        Process process = Program.builder(
                        Path.of(""),
                        List.of(),
                        "index",
                        "add",
                        archive,
                        "--client",
                        "acme",
                        "--home",
                        clients.home.folder)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader told = process.errorReader(StandardCharsets.UTF_8)) {
            String line = told.readLine();
            while (line != null && !line.startsWith(files + " of ")) {
                line = told.readLine();
            }
            assertNotNull(line, "it ended by itself");
        } finally {
            assertEquals(137, process.destroyForcibly().waitFor());
        }
    }

    private int blobs() throws IOException {
        try (Stream<Path> blobs = Files.list(clients.home.folder.resolve("data/blobs/acme"))) {
            return Math.toIntExact(blobs.count());
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
        Files.write(temporary.resolve("heron.docx"), BadFiles.docx(TwoClients.OURS));
        Files.write(temporary.resolve("form.docx"), BadFiles.docx(SmallHome.CLEAN));
        Console added = clients.run("index", "add", "--csv", list);
        assertEquals(0, added.exit(), added.toString());
        assertTrue(added.out().startsWith("2 taken in, 0 there already, 1 not taken in\n"), added.out());
        assertTrue(added.out().endsWith("gone.docx: it cannot be read: no such file\n"), added.out());
        try (Wiring.Running running = clients.home.start()) {
            Match match = TwoClients.matches(running.ledger(), clients.ours(running.ledger(), "report", 1)).stream()
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
        long before = clients.sequence();
        Console run = clients.run("index", "add", "--csv", Files.writeString(temporary.resolve("wrong.csv"), list));
        assertEquals(before, clients.sequence());
        return run.without(temporary).toString();
    }
}
