package dev.assay.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.child.ChildPool;
import dev.assay.child.ChildSettings;
import dev.assay.child.TaskFolder;
import dev.assay.config.Json;
import dev.assay.document.Block;
import dev.assay.document.Document;
import dev.assay.document.Extraction;
import dev.assay.document.Layer;
import dev.assay.document.Place;
import dev.assay.document.Span;
import dev.assay.ledger.Attached;
import dev.assay.ledger.Attachment;
import dev.assay.ledger.JobKind;
import dev.assay.ledger.Ledger;
import dev.assay.ledger.LedgerLocation;
import dev.assay.ledger.SubmissionRecord;
import dev.assay.ledger.Submissions.PartReading;
import dev.assay.meter.Meters;
import dev.assay.priorwork.Match;
import dev.assay.priorwork.Matches;
import dev.assay.priorwork.Relation;
import dev.assay.priorwork.index.Fingerprints;
import dev.assay.priorwork.index.PriorWorkIndex;
import dev.assay.vault.Stored;
import dev.assay.vault.Vault;
import dev.assay.work.Arrival;
import dev.assay.work.Client;
import dev.assay.work.Deliverable;
import dev.assay.work.Policy;
import dev.assay.work.PriorWorkUse;
import dev.assay.work.Tier;
import dev.assay.work.WorkOrder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Indexing and looking up with a real ledger, vault, index and child processes.
final class PriorWorkIT {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final String CANARY = "The heron at Quillmarsh counted seventeen lanterns before the harbour bell,"
            + " and nobody in the panel remembered which bottle had carried the copper label that winter";

    @TempDir
    private Path home;

    private Vault vault;
    private Ledger ledger;
    private ChildPool children;
    private PriorWorkIndex index;
    private IndexReplay replay;
    private PriorWorkLookUp lookUp;

    @BeforeEach
    void start() throws IOException {
        vault = Vault.open(home.resolve("data"), new char[0]);
        ledger = Ledger.open(
                LedgerLocation.file(home.resolve("data/ledger.db")), vault, Clock.fixed(NOON, ZoneOffset.UTC));
        children = ChildPool.start(new ChildSettings(1, 200, 100, home.resolve("scratch"), null, List.of()));
        TaskFolder.prepare(home.resolve("tasks"));
        openIndex();
    }

    private void openIndex() throws IOException {
        Fingerprints fingerprints = new Fingerprints(vault.secret("fingerprints"));
        Workshop workshop = new Workshop(ledger, vault, children, home.resolve("tasks"), 2, Meters.create());
        PartFingerprints parts = new PartFingerprints(workshop, fingerprints, LONG);
        index = PriorWorkIndex.open(home.resolve("data/index"), ledger.id(), fingerprints);
        replay = new IndexReplay(workshop, index, parts);
        lookUp = new PriorWorkLookUp(workshop, index, replay, parts, LONG);
    }

    @AfterEach
    void stop() throws IOException {
        index.close();
        children.close();
        ledger.close();
    }

    @Test
    void twoThatArriveTogether_seeEachOther() throws Exception {
        String one = read("one", "client-a", "kestrel", "wo-1", "Opening words of the first. " + CANARY + ".");
        String two = read("two", "client-a", "lumen", "wo-2", CANARY + ". Closing words of the second.");
        assertEquals(2, replay.catchUp());
        Match first = onlyMatch(one);
        Match second = onlyMatch(two);
        assertEquals(two, first.other().work());
        assertEquals(one, second.other().work());
        assertEquals(Relation.OTHER_VENDOR, first.relation());
        assertEquals(CANARY.substring(0, 160) + "\u2026", second.own().quote());
        assertEquals("paragraph 1", first.own().place());
    }

    @Test
    void earlierRoundsWorkOrdersAndVendors_areToldApart() throws Exception {
        String one = read("one", "client-a", "kestrel", "wo-1", CANARY);
        String two = read("two", "client-a", "kestrel", "wo-2", CANARY);
        assertEquals(Relation.SAME_VENDOR, onlyMatch(two).relation());
        assertEquals(one, onlyMatch(two).other().work());
    }

    @Test
    void workForAnotherClient_isRestricted_andNothingOfItIsTold() throws Exception {
        read("theirs", "client-b", "lumen", "wo-9", "Secretfalcon leads. " + CANARY + ". Secretfalcon ends.");
        String ours = read("ours", "client-a", "kestrel", "wo-1", "Our own beginning. " + CANARY + ". Our own end.");
        Matches matches = lookUp.of(ledger.submissions().find(ours).orElseThrow());
        Match match = matches.matches().getFirst();
        assertEquals(1, matches.matches().size());
        assertEquals(Relation.OTHER_CLIENT, match.relation());
        assertNull(match.other());
        String told = new String(Json.bytes(matches), StandardCharsets.UTF_8);
        for (String theirs : List.of("client-b", "lumen", "wo-9", "ecretfalcon")) {
            assertFalse(told.contains(theirs), theirs);
        }
        assertNoFileHolds("quillmarsh", "lanterns", "ecretfalcon");
    }

    @Test
    void lostOrForeignIndex_isRebuiltFromTheLedger() throws Exception {
        String one = read("one", "client-a", "kestrel", "wo-1", CANARY);
        read("two", "client-a", "kestrel", "wo-2", CANARY);
        replay.catchUp();
        index.close();
        TaskFolder.wipe(home.resolve("data/index"));
        PriorWorkIndex.open(home.resolve("data/index"), "foreign", new Fingerprints(vault.secret("fingerprints")))
                .close();
        openIndex();
        assertEquals(0, index.sequence());
        assertEquals(2, replay.catchUp());
        assertEquals(Relation.SAME_VENDOR, onlyMatch(one).relation());
    }

    @Test
    void operationsSinceTheLastCommit_areTakenInAgain() throws Exception {
        read("one", "client-a", "kestrel", "wo-1", CANARY);
        replay.catchUp();
        index.close();
        String two = read("two", "client-a", "kestrel", "wo-2", CANARY);
        openIndex();
        assertEquals(1, index.sequence());
        Matches matches = lookUp.of(ledger.submissions().find(two).orElseThrow());
        assertEquals(2, matches.sequence());
        assertTrue(matches.complete());
        assertEquals(1, matches.matches().size());
    }

    @Test
    void destroyedKey_hidesTheWork_andStopsNothing() throws Exception {
        read("one", "client-a", "kestrel", "wo-1", CANARY);
        vault.destroyKey("client-a");
        String two = read("two", "client-b", "kestrel", "wo-2", CANARY);
        assertEquals(
                List.of(),
                lookUp.of(ledger.submissions().find(two).orElseThrow()).matches());
    }

    private Match onlyMatch(String submission) throws Exception {
        List<Match> matches =
                lookUp.of(ledger.submissions().find(submission).orElseThrow()).matches();
        assertEquals(1, matches.size());
        return matches.getFirst();
    }

    /// A submission as it is after reading.
    private String read(String name, String client, String vendor, String workOrder, String text) throws IOException {
        String arrival = String.format("%-32s", name).replace(' ', '0').replaceAll("[^0-9a-f]", "a");
        ledger.arrivals()
                .record(new Arrival(
                        arrival,
                        "folder",
                        vendor,
                        name + ".docx",
                        17,
                        arrival + arrival,
                        new Arrival.ArrivalTimes(NOON, NOON, NOON, NOON, NOON)));
        ledger.arrivals().acknowledged(arrival);
        String submission = attach(arrival, client, vendor, workOrder);
        SubmissionRecord record = ledger.submissions().find(submission).orElseThrow();
        Path file = home.resolve("document.json");
        Json.write(file, new Extraction.Extracted(document(text)));
        Stored stored = vault.store(client, file);
        Files.delete(file);
        ledger.submissions()
                .extracted(
                        ledger.jobs().claim(JobKind.EXTRACT, LONG).orElseThrow(),
                        "test 1",
                        Map.of(record.parts().getFirst().id(), new PartReading(stored.sha256(), "{}")));
        return submission;
    }

    private String attach(String arrival, String client, String vendor, String workOrder) {
        Deliverable report =
                new Deliverable("report", "Report", "report", "checklist", List.of(vendor), List.of(workOrder), NOON);
        WorkOrder order = new WorkOrder(
                workOrder,
                "v1",
                client,
                "market-research",
                Tier.STANDARD,
                "en",
                ZoneOffset.UTC,
                "none",
                Policy.standard(),
                Optional.empty(),
                List.of(report));
        Attached attached = ledger.submissions()
                .attach(
                        ledger.jobs().claim(JobKind.IDENTIFY, LONG).orElseThrow(),
                        new Attachment(
                                arrival,
                                new Client(
                                        client,
                                        client,
                                        Period.ofYears(2),
                                        Policy.standard(),
                                        PriorWorkUse.SHARE,
                                        List.of()),
                                vendor,
                                order,
                                report,
                                "path",
                                List.of(),
                                Map.of(),
                                List.of(new Attachment.AttachedPart("report", "report.docx", 17, arrival + arrival)),
                                new Attachment.Terms() {
                                    @Override
                                    public long lateSeconds(WorkOrder inForce) {
                                        return -60;
                                    }

                                    @Override
                                    public boolean drawn(WorkOrder inForce, int round) {
                                        return false;
                                    }
                                }));
        return ((Attached.Submitted) attached).submission();
    }

    private static Document document(String text) {
        return new Document(
                "text/plain",
                text,
                List.of(new Block.Paragraph(new Span(0, text.length()), new Place.Paragraph(1, List.of()), Layer.BODY)),
                List.of(),
                List.of(),
                List.of(),
                "test 1");
    }

    private void assertNoFileHolds(String... words) throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String bytes =
                        Files.readString(file, StandardCharsets.ISO_8859_1).toLowerCase(java.util.Locale.ROOT);
                for (String word : words) {
                    assertFalse(bytes.contains(word), file + " holds " + word);
                }
            }
        }
    }
}
