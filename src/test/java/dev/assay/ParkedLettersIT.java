package dev.assay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.lab.servers.SmtpStandIn;
import dev.assay.ledger.Standstill;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Letters to an address that a mail server refuses for good, and what a purge does about letters.
final class ParkedLettersIT {
    private static final int ATTEMPTS = 2;

    @TempDir
    private Path folder;

    private SmallHome home;
    private SmtpStandIn server;

    @BeforeEach
    void prepare() throws Exception {
        server = SmtpStandIn.refusing();
        home = SmallHome.in(folder, List.of("report"));
        home.write(
                "assay.properties",
                Files.readString(folder.resolve("assay.properties")) + "smtp.host = 127.0.0.1\nsmtp.port = "
                        + server.port() + "\nsmtp.tls = false\nsmtp.from = quality@assay.example\njobs.most-attempts = "
                        + ATTEMPTS + "\n");
        home.write("vendors/swift.yaml", "name: Swift Research Ltd\ncontact: gone@swift.example\n");
        home.deliver("report/report.txt", SmallHome.CLEAN.getBytes(StandardCharsets.UTF_8));
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void letterToARefusedAddress_isParked_toldByHealth_andSentWhenRequeued() throws Exception {
        try (Wiring.Running running = home.start()) {
            Standstill letter = parked(running);
            assertEquals(ATTEMPTS, server.refused());
            assertTrue(letter.reason().contains("550 5.1.1 no such user"), letter.reason());
            assertTrue(letter.reason().endsWith(", tried 2 times"), letter.reason());
            assertTrue(
                    running.health().notices().getFirst().startsWith("letters to vendor 'swift' are parked"),
                    running.health().notices().toString());
            assertEquals(List.of(), running.health().reasons());
            assertTrue(SmallHome.body(running, "/metrics").contains("assay_letters_parked 1.0"));
            server.relent();
            assertEquals(
                    "Letter " + letter.id() + " is begun anew.\n",
                    run("requeue", letter.id(), "--reason", "the mailbox is back")
                            .out());
            SmallHome.settled(running.ledger(), 1);
            assertEquals(1, server.taken());
            assertEquals(List.of(), running.health().notices());
            assertTrue(running.ledger().verify().intact());
        }
    }

    @Test
    void parkedLetter_isGivenUp() throws Exception {
        try (Wiring.Running running = home.start()) {
            Standstill letter = parked(running);
            assertEquals(
                    0,
                    run("quarantine", "refuse", letter.id(), "--reason", "told by telephone")
                            .exit());
            assertEquals(List.of(), running.ledger().standstills().list());
            assertTrue(running.ledger().verify().intact());
        }
    }

    @Test
    void purge_withdrawsAndListsWhatHasNotGone_andDeletesTheLettersInTheOutbox() throws Exception {
        try (Wiring.Running running = home.start()) {
            parked(running);
            assertEquals(1, outbox().size());
        }
        Path other = Files.createDirectories(folder.resolve("outbox/swift/2020-01-01-other-receipt-01234567"));
        Console purged = run("index", "purge", "--client", "acme", "--reason", "contract ended");
        assertEquals(0, purged.exit(), purged.toString());
        assertTrue(
                purged.out().contains("These letters lay in the outbox and are deleted:\n  outbox/swift/"),
                purged.out());
        assertTrue(
                purged.out()
                        .contains("These letters had not gone and will not go; tell the vendor what it must know:\n"
                                + "  receipt "),
                purged.out());
        assertTrue(purged.out().contains(" by mail to vendor swift\n"), purged.out());
        assertEquals(List.of(other), outbox());
        assertFalse(run("quarantine", "list").out().contains("letter"));
        assertEquals(0, run("ledger", "verify").exit());
    }

    private Standstill parked(Wiring.Running running) throws Exception {
        SmallHome.settled(running.ledger(), 1);
        List<Standstill> stopped = running.ledger().standstills().list();
        assertEquals(1, stopped.size(), stopped.toString());
        assertEquals(Standstill.Kind.LETTER, stopped.getFirst().kind());
        return stopped.getFirst();
    }

    private List<Path> outbox() throws Exception {
        try (Stream<Path> inside = Files.list(folder.resolve("outbox/swift"))) {
            return inside.toList();
        }
    }

    private Console run(Object... arguments) {
        List<Object> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--home", folder));
        return Console.run(all.toArray());
    }
}
