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
}
