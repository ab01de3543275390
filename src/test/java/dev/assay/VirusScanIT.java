package dev.assay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.lab.servers.ClamdStandIn;
import dev.assay.ledger.ArrivalRecord;
import dev.assay.ledger.ArrivalState;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A ClamAV daemon, played by a stand-in that speaks its protocol, before everything that is delivered.
final class VirusScanIT {
    private static final long MOST = 100_000;

    @TempDir
    private Path folder;

    @Test
    void infectedFile_isQuarantined_andACleanOneGoesOn() throws Exception {
        try (ClamdStandIn clamd = ClamdStandIn.start(MOST)) {
            SmallHome home = home(clamd.address());
            home.deliver("report/virus.txt", ClamdStandIn.eicar());
            home.deliver("report/report.txt", SmallHome.CLEAN.getBytes(StandardCharsets.UTF_8));
            try (Wiring.Running running = home.start()) {
                List<ArrivalRecord> arrivals = SmallHome.settled(running.ledger(), 2);
                assertEquals(
                        List.of(
                                ArrivalState.ATTACHED + ": ",
                                ArrivalState.QUARANTINED + ": The virus scanner found 'Eicar-Signature' in it. Deliver"
                                        + " a clean copy."),
                        arrivals.stream()
                                .map(each -> each.state() + ": " + each.reason())
                                .sorted()
                                .toList());
            }
        }
    }

    @Test
    void fileLargerThanTheScannerTakes_isHeld_andNotOpened() throws Exception {
        try (ClamdStandIn clamd = ClamdStandIn.start(MOST)) {
            SmallHome home = home(clamd.address());
            home.deliver("report/large.txt", "word ".repeat(40_000).getBytes(StandardCharsets.UTF_8));
            try (Wiring.Running running = home.start()) {
                ArrivalRecord arrival = SmallHome.settled(running.ledger(), 1).getFirst();
                assertEquals(ArrivalState.HELD, arrival.state());
                assertTrue(
                        arrival.reason().startsWith("It could not be looked through for viruses."), arrival.reason());
            }
        }
    }

    /// Nothing passes while the scanner is away, health says why, and all goes on when it is back.
    @Test
    void scannerThatIsAway_delaysAndLosesNothing() throws Exception {
        ClamdStandIn clamd = ClamdStandIn.start(MOST);
        int port = Integer.parseInt(clamd.address().substring(clamd.address().indexOf(':') + 1));
        clamd.close();
        SmallHome home = home("127.0.0.1:" + port);
        home.deliver("report/report.txt", SmallHome.CLEAN.getBytes(StandardCharsets.UTF_8));
        try (Wiring.Running running = home.start()) {
            SmallHome.await(() -> running.health().reasons().stream()
                    .anyMatch(each -> each.contains("See that clamd runs and that Assay may connect to it.")));
            assertEquals(
                    ArrivalState.IN_FLIGHT,
                    running.ledger().arrivals().newest(1).getFirst().state());
            try (ClamdStandIn again = ClamdStandIn.startAt(port, MOST)) {
                assertEquals(
                        ArrivalState.ATTACHED,
                        SmallHome.settled(running.ledger(), 1).getFirst().state());
                SmallHome.await(() -> running.health().reasons().isEmpty());
            }
        }
    }

    private SmallHome home(String clamd) throws Exception {
        SmallHome home = SmallHome.in(folder, List.of("report"));
        String settings = Files.readString(folder.resolve("assay.properties"));
        home.write("assay.properties", settings + "scan.clamd = " + clamd + "\n");
        return home;
    }
}
