package dev.assay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.priorwork.Match;
import dev.assay.priorwork.Standing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What keeps the prior-work index, as a person types it.
@Timeout(240)
final class IndexCommandsIT {
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
    void recalledWork_isSaidToBe() throws Exception {
        try (Wiring.Running running = clients.home.start()) {
            String first = clients.ours(running.ledger(), "report", 1);
            Console recalled = clients.run("index", "recall", first.substring(0, 8), "--reason", "wrong base");
            assertEquals("Submission " + first + " is recalled.\n", recalled.out(), recalled.toString());
            assertEquals(
                    "Submission " + first + " was recalled before.\n",
                    clients.run("index", "recall", first, "--reason", "again").out());
            String second = clients.ours(running.ledger(), "second", 2);
            Match match = TwoClients.matches(running.ledger(), second).getFirst();
            assertEquals(Standing.RECALLED, match.other().standing());
            assertEquals("heron.docx", match.other().title());
            assertTrue(running.ledger().verify().intact());
        }
    }

    @Test
    void indexIsRebuiltWhileTheInstallationRuns_andByItself() throws Exception {
        try (Wiring.Running running = clients.home.start()) {
            String first = clients.ours(running.ledger(), "report", 1);
            Console beside = clients.run("index", "rebuild");
            assertEquals(
                    "The index is built anew, sequence 2. The running installation takes it into use before its next"
                            + " look-up.\n",
                    beside.out(),
                    beside.toString());
            assertTrue(Files.exists(clients.home.folder.resolve("data/index.next")));
            String second = clients.ours(running.ledger(), "second", 2);
            assertEquals(
                    first,
                    TwoClients.matches(running.ledger(), second)
                            .getFirst()
                            .other()
                            .work());
            assertFalse(Files.exists(clients.home.folder.resolve("data/index.next")));
            Console stats = clients.run("index", "stats");
            assertTrue(stats.out().startsWith("works     2\npassages  2\nbytes "), stats.toString());
            assertTrue(stats.out().endsWith("\n  acme: 2 works, 2 passages\n"), stats.toString());
            Console purge = clients.run("index", "purge", "--client", "acme", "--reason", "over");
            assertEquals(70, purge.exit(), purge.toString());
            assertTrue(purge.err().contains("Another Assay works in "), purge.err());
        }
        Console alone = clients.run("index", "rebuild");
        assertEquals("The index is built anew and in use, sequence 4.\n", alone.out(), alone.toString());
        assertTrue(clients.run("index", "stats", "--json").out().contains("\"sequence\" : 4"));
    }

    @Test
    void tornIndex_isSaidToBe_isRebuilt_andHealthTellsHowFarItIs() throws Exception {
        String first;
        try (Wiring.Running running = clients.home.start()) {
            first = clients.ours(running.ledger(), "report", 1);
        }
        clients.truncateASegment();
        // The text that is to be read anew comes when this test lets it.
        Path blob = clients.home.folder.resolve("data/blobs/acme").resolve(clients.document(first));
        Path kept = Files.move(blob, temporary.resolve("kept"));
        assertEquals(0, new ProcessBuilder("mkfifo", blob.toString()).start().waitFor());
        try (Wiring.Running running = clients.home.start()) {
            String health = SmallHome.body(running, "/health");
            assertTrue(
                    health.contains(
                            "The prior-work index is being rebuilt (it is damaged): 0 of 2 operations. Look-ups wait."),
                    health);
            assertTrue(
                    clients.logged().contains("the prior-work index is built anew from 2 operations: it is damaged."),
                    clients.logged());
            Path other = Files.move(kept, blob.resolveSibling("kept"));
            Files.writeString(blob, "");
            Files.delete(blob);
            Files.move(other, blob);
            SmallHome.await(() -> !SmallHome.body(running, "/health").contains("rebuilt"));
            clients.home.write("again", "");
        }
        Console rebuilt = clients.run("index", "rebuild");
        assertEquals(0, rebuilt.exit(), rebuilt.toString());
        try (Wiring.Running running = clients.home.start()) {
            String second = clients.ours(running.ledger(), "second", 2);
            assertEquals(
                    first,
                    TwoClients.matches(running.ledger(), second)
                            .getFirst()
                            .other()
                            .work());
        }
    }
}
