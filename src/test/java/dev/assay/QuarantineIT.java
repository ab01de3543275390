package dev.assay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.config.Json;
import dev.assay.lab.servers.ClamdStandIn;
import dev.assay.ledger.ArrivalRecord;
import dev.assay.ledger.ArrivalState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A person at the desk sees what stands still and moves it on, while the installation runs.
final class QuarantineIT {
    private static final long MOST = 100_000;
    private static final String NOT_SCANNED = "It was not looked through for viruses";

    @TempDir
    private Path folder;

    @Test
    void releasedVirus_goesOnForThisArrivalAlone_andAReviewerLooks() throws Exception {
        try (ClamdStandIn clamd = ClamdStandIn.start(MOST)) {
            SmallHome home = scanned(clamd, "");
            home.deliver("report/virus.txt", ClamdStandIn.eicar());
            try (Wiring.Running running = home.start()) {
                ArrivalRecord stopped = SmallHome.settled(running.ledger(), 1).getFirst();
                assertEquals(ArrivalState.QUARANTINED, stopped.state());
                String id = stopped.arrival().id();
                assertEquals(
                        1, run("requeue", id, "--reason", "again").exit(), "what is quarantined is not just requeued");
                assertEquals(
                        "Arrival " + id + " is looked at again.\n",
                        run("quarantine", "release", id.substring(0, 6), "--reason", "a test file")
                                .out());
                assertEquals(
                        "ATTACHED -> ROUTED review by INCONCLUSIVE: The virus scanner found 'Eicar-Signature' in it,"
                                + " and a person released it.",
                        SmallHome.outcome(
                                running.ledger(),
                                SmallHome.settled(running.ledger(), 1).getFirst()));
                home.deliver("report/again.txt", ClamdStandIn.eicar());
                assertTrue(SmallHome.settled(running.ledger(), 2).stream()
                        .anyMatch(each -> each.state() == ArrivalState.QUARANTINED));
                assertTrue(running.ledger().verify().intact());
            }
        }
    }

    @Test
    void releasedBomb_isQuarantinedAgain() throws Exception {
        SmallHome home = SmallHome.in(folder, List.of("report"));
        home.deliver("report/bomb.zip", BadFiles.zip("zeros.txt", new byte[64 << 20], "b.txt", "b"));
        try (Wiring.Running running = home.start()) {
            String id = stopped(running, ArrivalState.QUARANTINED);
            assertEquals(
                    0,
                    run("quarantine", "release", id, "--reason", "it is fine").exit());
            assertEquals(id, stopped(running, ArrivalState.QUARANTINED));
        }
    }

    @Test
    void refusedArrival_isToldToItsVendor_withoutThePersonsReason_andItsBytesAreGone() throws Exception {
        SmallHome home = SmallHome.in(folder, List.of("report"));
        home.deliver("notes.txt", SmallHome.CLEAN.getBytes(StandardCharsets.UTF_8));
        try (Wiring.Running running = home.start()) {
            String id = stopped(running, ArrivalState.HELD);
            assertEquals(1, bytes());
            assertEquals(
                    "Arrival " + id + " is refused.\n",
                    run("quarantine", "refuse", id, "--reason", "SECRETWORD").out());
            assertEquals(
                    ArrivalState.REFUSED,
                    SmallHome.settled(running.ledger(), 1).getFirst().state());
            assertEquals(0, bytes());
            assertEquals(
                    1,
                    running.ledger().balances().arrivals().rows().get("refused").longValue());
            assertEquals(0, running.ledger().balances().arrivals().gap());
            List<String> letters = letters();
            assertEquals(
                    1,
                    letters.stream()
                            .filter(each -> each.contains("We could not take this file."))
                            .count(),
                    letters.toString());
            assertTrue(letters.stream().noneMatch(each -> each.contains("SECRETWORD")));
            assertEquals("Nothing stands still.\n", run("quarantine", "list").out());
            assertEquals(1, run("quarantine", "refuse", id, "--reason", "again").exit());
            assertEquals(1, run("requeue", id, "--reason", "again").exit());
            assertTrue(running.ledger().verify().intact());
        }
    }

    @Test
    void refusedArrival_keepsItsBytesWhileALegalHoldIsInForce() throws Exception {
        SmallHome home = SmallHome.in(folder, List.of("report"));
        home.deliver("notes.txt", SmallHome.CLEAN.getBytes(StandardCharsets.UTF_8));
        try (Wiring.Running running = home.start()) {
            String id = stopped(running, ArrivalState.HELD);
            running.ledger().holds().set("acme", "counsel", "case 7");
            run("quarantine", "refuse", id, "--reason", "advertising");
            assertEquals(1, bytes());
        }
        try (Wiring.Running running = home.start()) {
            assertEquals(1, bytes());
            running.ledger().holds().lift("acme", "counsel", "case 7 ended");
        }
        home.start().close();
        assertEquals(0, bytes());
    }

    @Test
    void list_namesTheNextStep_inWordsAndAsJson() throws Exception {
        SmallHome home = SmallHome.in(folder, List.of("report"));
        home.deliver("notes.txt", SmallHome.CLEAN.getBytes(StandardCharsets.UTF_8));
        try (Wiring.Running running = home.start()) {
            String id = stopped(running, ArrivalState.HELD);
            String list = run("quarantine", "list").out();
            assertTrue(list.startsWith("arrival     " + id + "  held        since "), list);
            assertTrue(list.contains("  swift by folder\n    Nothing says which deliverable it is."), list);
            assertTrue(list.endsWith("or refuse it.\n1 stand still.\n"), list);
            Map<?, ?> line = (Map<?, ?>)
                    Json.read(run("quarantine", "list", "--json").out().getBytes(StandardCharsets.UTF_8), List.class)
                            .getFirst();
            assertEquals(
                    List.of("arrival", id, "held", "swift", "folder"),
                    Stream.of("kind", "id", "state", "vendor", "channel")
                            .<Object>map(line::get)
                            .toList());
        }
    }

    @Test
    void submissionThatNeedsAPassword_isRejected_andTheSameBytesStayRejected() throws Exception {
        SmallHome home = SmallHome.in(folder, List.of("report"));
        home.deliver("report/locked.xlsx", BadFiles.encryptedXlsx());
        try (Wiring.Running running = home.start()) {
            String id = SmallHome.settled(running.ledger(), 1)
                    .getFirst()
                    .submission()
                    .orElseThrow();
            assertEquals(
                    0,
                    run("quarantine", "refuse", id, "--reason", "no copy came").exit());
            assertEquals(
                    1,
                    running.ledger()
                            .balances()
                            .submissions()
                            .rows()
                            .get("rejected")
                            .longValue());
            assertEquals(0, running.ledger().balances().submissions().gap());
            assertTrue(running.ledger().verify().intact());
        }
    }

    @Test
    void namedArrival_goesOnAsWhatAPersonSays_ifItsVendorHasPartInIt() throws Exception {
        SmallHome home = SmallHome.in(folder, List.of("report", "deck"));
        home.write("vendors/other.yaml", "name: Other Ltd\n");
        home.deliver("notes.txt", SmallHome.CLEAN.getBytes(StandardCharsets.UTF_8));
        try (Wiring.Running running = home.start()) {
            String id = stopped(running, ArrivalState.HELD);
            assertEquals(64, name(id, "wo-1/nothing").exit());
            assertEquals(64, name(id, "wo-1").exit());
            assertEquals(64, name(id, "wo-1/deck", "--vendor", "other").exit());
            assertEquals(64, name(id, "wo-1/deck", "--vendor", "nobody").exit());
            assertEquals(
                    "Arrival " + id + " is begun anew.\n", name(id, "wo-1/deck").out());
            ArrivalRecord found = SmallHome.settled(running.ledger(), 1).getFirst();
            assertEquals(ArrivalState.ATTACHED, found.state());
            var submission = running.ledger()
                    .submissions()
                    .find(found.submission().orElseThrow())
                    .orElseThrow();
            assertEquals("deck", submission.deliverable());
            assertEquals("person", submission.identifiedBy());
            assertTrue(running.ledger().verify().intact());
        }
    }

    @Test
    void unscanned_isReviewedWhereTheClientSaysSo_andNeverAccepted() throws Exception {
        assertEquals(
                "ATTACHED -> ROUTED review by INCONCLUSIVE: " + NOT_SCANNED + ".",
                large("policy: {unscanned: review}\n"));
    }

    @Test
    void unscanned_isHeldByDefault() throws Exception {
        assertTrue(large("").startsWith("HELD: It could not be looked through for viruses."));
    }

    @Test
    void unscanned_isHeldForAClientThatSaysNothing_alsoWhereAnotherOfTheVendorsLetsItBeReviewed() throws Exception {
        try (ClamdStandIn clamd = ClamdStandIn.start(MOST)) {
            SmallHome home = scanned(clamd, "");
            home.write("clients/zenith/client.yaml", "name: Zenith plc\npolicy: {unscanned: review}\n");
            home.write(
                    "clients/zenith/checklist.yaml", Files.readString(folder.resolve("clients/acme/checklist.yaml")));
            home.write(
                    "work-orders/wo-2.yaml",
                    Files.readString(folder.resolve("work-orders/wo-1.yaml")).replace("acme", "zenith"));
            home.deliver("wo-1/report/large.txt", LARGE);
            home.deliver(
                    "wo-2/report/large.txt",
                    (new String(LARGE, StandardCharsets.UTF_8) + "end").getBytes(StandardCharsets.UTF_8));
            try (Wiring.Running running = home.start()) {
                assertEquals(
                        List.of(ArrivalState.ATTACHED, ArrivalState.HELD),
                        SmallHome.settled(running.ledger(), 2).stream()
                                .map(ArrivalRecord::state)
                                .sorted()
                                .toList());
            }
        }
    }

    @Test
    void heldForWantOfAScan_isReleasedToAReviewer() throws Exception {
        try (ClamdStandIn clamd = ClamdStandIn.start(MOST)) {
            SmallHome home = scanned(clamd, "");
            home.deliver("report/large.txt", LARGE);
            try (Wiring.Running running = home.start()) {
                String id = stopped(running, ArrivalState.HELD);
                assertEquals(
                        0,
                        run("quarantine", "release", id, "--reason", "scanned by hand")
                                .exit());
                assertEquals(
                        "ATTACHED -> ROUTED review by INCONCLUSIVE: " + NOT_SCANNED + ", and a person released it.",
                        SmallHome.outcome(
                                running.ledger(),
                                SmallHome.settled(running.ledger(), 1).getFirst()));
            }
        }
    }

    @Test
    void unscannedPart_keepsTheWholeDeliveryFromBeingAccepted_whenTheRestComesScanned() throws Exception {
        try (ClamdStandIn clamd = ClamdStandIn.start(MOST)) {
            SmallHome home = scanned(clamd, "policy: {unscanned: review}\n");
            String order = Files.readString(folder.resolve("work-orders/wo-1.yaml"));
            home.write(
                    "work-orders/wo-1.yaml",
                    order.replace("vendors: [swift]", "parts: [{role: report}, {role: annex}], vendors: [swift]"));
            home.deliver("report/report.txt", LARGE);
            try (Wiring.Running running = home.start()) {
                SmallHome.await(() -> running.ledger().submissionIds().size() == 1);
                home.deliver("report/annex.txt", SmallHome.CLEAN.getBytes(StandardCharsets.UTF_8));
                SmallHome.settled(running.ledger(), 2);
                assertEquals(
                        2,
                        running.ledger()
                                .balances()
                                .arrivals()
                                .rows()
                                .get("attached")
                                .longValue());
                ArrivalRecord newest = running.ledger().arrivals().newest(2).getLast();
                assertEquals(
                        "ATTACHED -> ROUTED review by INCONCLUSIVE: " + NOT_SCANNED + ".",
                        SmallHome.outcome(running.ledger(), newest));
            }
        }
    }

    private static final byte[] LARGE = "The word is said again. ".repeat(8_000).getBytes(StandardCharsets.UTF_8);

    private String large(String policy) throws Exception {
        try (ClamdStandIn clamd = ClamdStandIn.start(MOST)) {
            SmallHome home = scanned(clamd, policy);
            home.deliver("report/large.txt", LARGE);
            try (Wiring.Running running = home.start()) {
                return SmallHome.outcome(
                        running.ledger(), SmallHome.settled(running.ledger(), 1).getFirst());
            }
        }
    }

    private SmallHome scanned(ClamdStandIn clamd, String policy) throws IOException {
        SmallHome home = SmallHome.in(folder, List.of("report"));
        String settings = Files.readString(folder.resolve("assay.properties"));
        home.write("assay.properties", settings + "scan.clamd = " + clamd.address() + "\n");
        home.write("clients/acme/client.yaml", "name: Acme Foods plc\n" + policy);
        return home;
    }

    private static String stopped(Wiring.Running running, ArrivalState state) throws InterruptedException {
        ArrivalRecord arrival = SmallHome.settled(running.ledger(), 1).getFirst();
        assertEquals(state, arrival.state(), arrival.reason());
        return arrival.arrival().id();
    }

    private long bytes() throws IOException {
        Path arrivals = folder.resolve("data/blobs/arrivals");
        assertFalse(Files.isSymbolicLink(arrivals));
        if (!Files.isDirectory(arrivals)) {
            return 0;
        }
        try (Stream<Path> inside = Files.list(arrivals)) {
            return inside.count();
        }
    }

    private List<String> letters() throws IOException {
        List<String> letters = new ArrayList<>();
        try (Stream<Path> inside = Files.walk(folder.resolve("outbox/swift"))) {
            for (Path file :
                    inside.filter(each -> each.toString().endsWith(".txt")).toList()) {
                letters.add(Files.readString(file));
            }
        }
        return letters;
    }

    private Console name(String id, String as, String... more) {
        List<Object> arguments = new ArrayList<>(List.of("requeue", id, "--as", as, "--reason", "their desk called"));
        arguments.addAll(List.of(more));
        return run(arguments.toArray());
    }

    private Console run(Object... arguments) {
        List<Object> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--home", folder));
        return Console.run(all.toArray());
    }
}
