package dev.assay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.ledger.Ledger;
import dev.assay.priorwork.Match;
import dev.assay.priorwork.Relation;
import dev.assay.priorwork.Standing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
        long before = sequence();
        Console run = clients.run("index", "add", "--csv", Files.writeString(temporary.resolve("wrong.csv"), list));
        assertEquals(before, sequence());
        return run.without(temporary).toString();
    }

    private long sequence() {
        try (Ledger ledger = Wiring.ledger(clients.home.folder, Map.of())) {
            return ledger.indexOps().newest();
        }
    }
}
