package dev.assay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.ledger.Ledger;
import dev.assay.priorwork.Match;
import dev.assay.priorwork.Relation;
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

/// What another client's work looks like from outside, and how a cleared person looks behind the wall.
@Timeout(240)
final class RestrictedWorkIT {
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
    void nothingOfAnotherClient_isInAnyOutput_untilAClearedPersonUnlocksIt() throws Exception {
        String ours;
        try (Wiring.Running running = clients.home.start()) {
            String theirs = clients.theirs(running.ledger());
            ours = clients.ours(running.ledger(), "report", 2);
            List<Match> matches = TwoClients.matches(running.ledger(), ours);
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
            TwoClients.assertNone(clients.folder(ours), TwoClients.THEIR_TEXT, TwoClients.THEIR_IDS);
            TwoClients.assertNone(clients.folder(theirs), List.of("ourheron"), List.of("acme", "swift", "wo-1"));
            for (String queue : List.of("accept", "rework", "review")) {
                TwoClients.assertNone(
                        Files.readString(clients.home
                                .folder
                                .resolve("queues")
                                .resolve(queue)
                                .resolve("index.tsv")),
                        TwoClients.THEIR_TEXT,
                        List.of());
            }
            TwoClients.assertNone(SmallHome.body(running, "/metrics"), TwoClients.THEIR_TEXT, TwoClients.THEIR_IDS);
            TwoClients.assertNone(SmallHome.body(running, "/health"), TwoClients.THEIR_TEXT, TwoClients.THEIR_IDS);
            TwoClients.assertNone(
                    clients.run("ledger", "show", ours).toString(), TwoClients.THEIR_TEXT, TwoClients.THEIR_IDS);
            TwoClients.assertNone(
                    clients.run("ledger", "show", ours, "--json").toString(),
                    TwoClients.THEIR_TEXT,
                    TwoClients.THEIR_IDS);
            TwoClients.assertNone(clients.run("index", "stats").toString(), TwoClients.THEIR_TEXT, List.of());
            refusesToUnlockWithoutReason(running.ledger(), ours);
            unlocks(running.ledger(), ours, theirs);
        }
        TwoClients.assertNone(clients.logged(), TwoClients.THEIR_TEXT, List.of("quarter because their usual"));
        assertFalse(clients.logged().contains("ourheron"), clients.logged());
        losesTheirText(ours);
        assertTrue(clients.logged().contains("text is not there any more"), clients.logged());
        TwoClients.assertNone(clients.logged(), TwoClients.THEIR_TEXT, List.of());
    }

    private void refusesToUnlockWithoutReason(Ledger ledger, String ours) {
        Console none = clients.run("index", "unlock", ours, "1");
        assertEquals(64, none.exit(), none.toString());
        Console blank = clients.run("index", "unlock", ours, "1", "--reason", " ");
        assertEquals(64, blank.exit(), blank.toString());
        assertTrue(blank.err().startsWith("--reason is empty. Say why; it is recorded.\n"), blank.err());
        Console wrong = clients.run("index", "unlock", ours, "2", "--reason", "inquiry 7");
        assertEquals(64, wrong.exit(), wrong.toString());
        assertTrue(wrong.err().startsWith("Match 2 is no restricted one. Restricted: 1\n"), wrong.err());
        assertEquals(0, ledger.unlocks().of(ours));
        for (Console each : List.of(none, blank, wrong)) {
            TwoClients.assertNone(each.toString(), TwoClients.THEIR_TEXT, TwoClients.THEIR_IDS);
        }
    }

    private void unlocks(Ledger ledger, String ours, String theirs) throws IOException {
        Console shown = clients.run("index", "unlock", ours, "1", "--reason", "inquiry 7 about heron");
        assertEquals(0, shown.exit(), shown.toString());
        assertTrue(shown.out().startsWith("client zenithcorp, vendor lumenworks, work order zen-77\n"), shown.out());
        assertTrue(shown.out().contains(theirs) && shown.out().contains("falcon-wave.docx, paragraph "), shown.out());
        assertTrue(shown.out().contains("price mattered less than refill size"), shown.out());
        assertEquals(1, ledger.unlocks().of(ours));
        assertTrue(ledger.verify().intact());
        TwoClients.assertNone(
                Files.readString(clients.home.folder.resolve("data/ledger.db"), StandardCharsets.ISO_8859_1)
                        + Files.readString(
                                clients.home.folder.resolve("data/ledger.db-wal"), StandardCharsets.ISO_8859_1),
                TwoClients.THEIR_TEXT,
                List.of("inquiry 7", "refill size"));
    }

    /// The other client's blobs are damaged: what is said of that names nothing of theirs.
    private void losesTheirText(String ours) throws Exception {
        try (Stream<Path> blobs = Files.list(clients.home.folder.resolve("data/blobs/zenithcorp"))) {
            for (Path blob : blobs.toList()) {
                Files.write(blob, new byte[100]);
            }
        }
        try (Wiring.Running running = clients.home.start()) {
            String second = clients.ours(running.ledger(), "second", 3);
            TwoClients.assertNone(clients.folder(second), TwoClients.THEIR_TEXT, TwoClients.THEIR_IDS);
            TwoClients.assertNone(SmallHome.body(running, "/health"), TwoClients.THEIR_TEXT, TwoClients.THEIR_IDS);
            assertEquals(
                    List.of(ours),
                    TwoClients.matches(running.ledger(), second).stream()
                            .map(match -> match.other().work())
                            .toList());
        }
    }
}
