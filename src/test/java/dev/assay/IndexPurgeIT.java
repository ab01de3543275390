package dev.assay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.priorwork.Relation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A client is forgotten, as a person types it.
@Timeout(240)
final class IndexPurgeIT {
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
    void holdBlocksAPurge_afterWhichNothingIsLeft() throws Exception {
        try (Wiring.Running running = clients.home.start()) {
            clients.theirs(running.ledger());
            clients.ours(running.ledger(), "report", 2);
        }
        assertEquals(
                "A legal hold is set for client zenithcorp.\n",
                clients.run("hold", "set", "--client", "zenithcorp", "--reason", "case 7")
                        .out());
        Console held = clients.run("index", "purge", "--client", "zenithcorp", "--reason", "contract ended");
        assertEquals(70, held.exit(), held.toString());
        assertEquals(
                "Client 'zenithcorp' is not purged: a legal hold is set for it. Lift it first: assay hold lift"
                        + " --client zenithcorp.\n",
                held.err());
        assertTrue(Files.exists(clients.home.folder.resolve("data/blobs/zenithcorp")));
        assertEquals(
                0,
                clients.run("hold", "lift", "--client", "zenithcorp", "--reason", "ended")
                        .exit());
        assertEquals(
                1,
                clients.run("hold", "lift", "--client", "zenithcorp", "--reason", "ended")
                        .exit());
        assertEquals(
                64,
                clients.run("hold", "set", "--client", "nobody", "--reason", "case 7")
                        .exit());
        Console purged = clients.run("index", "purge", "--client", "zenithcorp", "--reason", "contract ended");
        assertEquals(0, purged.exit(), purged.toString());
        assertTrue(purged.out().contains("  left     0 passages, 0 terms (1 works' ids looked for)\n"), purged.out());
        assertTrue(purged.out().contains("\n  queues/accept/"), purged.out());
        assertFalse(Files.readString(clients.home.folder.resolve("queues/accept/index.tsv"))
                .contains("Zenith"));
        assertFalse(Files.exists(clients.home.folder.resolve("data/blobs/zenithcorp")));
        assertEquals(0, clients.run("ledger", "verify").exit());
        assertFalse(clients.run("index", "stats").out().contains("zenithcorp"));
        Console again = clients.run("index", "purge", "--client", "zenithcorp", "--reason", "once more");
        assertEquals(0, again.exit(), again.toString());
        try (Wiring.Running running = clients.home.start()) {
            String second = clients.ours(running.ledger(), "second", 3);
            assertEquals(
                    List.of(Relation.EARLIER_ROUND).size(),
                    TwoClients.matches(running.ledger(), second).size());
            assertFalse(Files.readString(clients.home.folder.resolve("queues/accept/index.tsv"))
                    .contains("Zenith"));
            assertEquals(200, SmallHome.get(running, "/health").statusCode());
        }
        assertEquals(
                70,
                clients.run("index", "purge", "--client", "nobody", "--reason", "x")
                        .exit());
    }

    @Test
    void purge_listsAllThatLiesInTheQueues_andWhatWasTakenFromThem() throws Exception {
        Path queues = clients.home.folder.resolve("queues");
        String ours;
        String rework;
        String taken;
        try (Wiring.Running running = clients.home.start()) {
            clients.theirs(running.ledger());
            ours = clients.ours(running.ledger(), "report", 2);
            clients.home.deliver("wo-1/second/open.docx", BadFiles.docx("The price is TBD."));
            rework = TwoClients.newest(SmallHome.settled(running.ledger(), 3));
            clients.home.deliver("wo-1/second/good.docx", BadFiles.docx(SmallHome.CLEAN));
            taken = TwoClients.newest(SmallHome.settled(running.ledger(), 4));
        }
        Files.move(
                queues.resolve("accept").resolve(ours), queues.resolve("review").resolve(ours));
        Files.move(queues.resolve("accept").resolve(taken), temporary.resolve(taken));
        Path left = Files.createDirectories(clients.home.folder.resolve("data/tasks/killed"));
        Files.writeString(left.resolve("part"), TwoClients.OURS);
        Console purged = clients.run("index", "purge", "--client", "acme", "--reason", "contract ended");
        assertEquals(0, purged.exit(), purged.toString());
        assertTrue(purged.out().endsWith("""
            Delete these folders, which hold its reports and files in plain:
              queues/rework/%s
              queues/review/%s
            Delete what was taken from the queues, wherever it is now:
              submission %s
            Delete its files in backups and, if any were refused, in drop/.refused/.
            Remove clients/acme/ and its work orders, so that nothing more is delivered for it.
            """.formatted(rework, ours, taken)), purged.out());
        assertFalse(Files.exists(left), "what a killed installation left in plain");
    }
}
