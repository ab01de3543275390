package dev.assay.stage.priorwork;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

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
import dev.assay.ledger.Decided;
import dev.assay.ledger.ImportedWork;
import dev.assay.ledger.JobKind;
import dev.assay.ledger.Ledger;
import dev.assay.ledger.LedgerLocation;
import dev.assay.ledger.SubmissionRecord;
import dev.assay.ledger.Submissions.PartReading;
import dev.assay.meter.Meters;
import dev.assay.priorwork.Match;
import dev.assay.priorwork.index.Fingerprints;
import dev.assay.priorwork.index.IndexSnapshot;
import dev.assay.priorwork.index.LiveIndex;
import dev.assay.priorwork.index.PriorWorkIndex;
import dev.assay.stage.workshop.Workshop;
import dev.assay.vault.Stored;
import dev.assay.vault.Vault;
import dev.assay.work.Arrival;
import dev.assay.work.Channel;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A real ledger, vault, index and child processes, for tests of indexing and looking up.
final class PriorWorkBench implements AutoCloseable {
    static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    static final Duration LONG = Duration.ofMinutes(2);
    static final String CANARY = "The heron at Quillmarsh counted seventeen lanterns before the harbour bell,"
            + " and nobody in the panel remembered which bottle had carried the copper label that winter";

    final Path home;
    final Vault vault;
    final Ledger ledger;
    final ChildPool children;
    final Workshop workshop;
    final Fingerprints fingerprints;
    final Map<String, PriorWorkUse> clients =
            new HashMap<>(Map.of("client-a", PriorWorkUse.SHARE, "client-b", PriorWorkUse.SHARE));
    LiveIndex index;
    IndexReplay replay;
    PriorWorkLookUp lookUp;
    Optional<String> predecessor = Optional.empty();

    PriorWorkBench(Path home) throws IOException {
        this.home = home;
        vault = Vault.open(home.resolve("data"), new char[0]);
        ledger = Ledger.open(
                LedgerLocation.file(home.resolve("data/ledger.db")), vault, Clock.fixed(NOON, ZoneOffset.UTC));
        children = ChildPool.start(new ChildSettings(1, 200, 100, home.resolve("scratch"), null, List.of()));
        TaskFolder.prepare(home.resolve("tasks"));
        workshop = new Workshop(ledger, vault, children, home.resolve("tasks"), 2, Meters.create());
        fingerprints = new Fingerprints(vault.secret("fingerprints"));
        openIndex();
    }

    void openIndex() throws IOException {
        PriorWorkUses uses = new PriorWorkUses(clients);
        index = LiveIndex.open(
                home.resolve("data/index"),
                folder -> PriorWorkIndex.open(folder, ledger.id(), fingerprints, uses.leftOut()));
        replay = replay(index);
        lookUp = new PriorWorkLookUp(workshop, index, replay, parts(), uses, LONG);
    }

    PartFingerprints parts() {
        return new PartFingerprints(workshop, fingerprints, LONG);
    }

    IndexReplay replay(LiveIndex of) {
        return new IndexReplay(workshop, of, parts(), new PriorWorkUses(clients));
    }

    @Override
    public void close() throws IOException {
        index.close();
        children.close();
        ledger.close();
    }

    void reopen() throws IOException {
        index.close();
        openIndex();
    }

    SubmissionRecord record(String submission) {
        return ledger.submissions().find(submission).orElseThrow();
    }

    List<Match> matches(String submission) throws Exception {
        return lookUp.of(record(submission)).matches();
    }

    /// Takes the oldest submission that was read from there to an accept.
    void accept() {
        ledger.submissions().indexed(ledger.jobs().claim(JobKind.INDEX, LONG).orElseThrow());
        ledger.submissions().checked(ledger.jobs().claim(JobKind.CHECK, LONG).orElseThrow(), "0".repeat(64), "{}");
        ledger.submissions()
                .decided(
                        ledger.jobs().claim(JobKind.DECIDE, LONG).orElseThrow(),
                        new Decided(
                                "checklist",
                                "1",
                                "{}",
                                1,
                                List.of(),
                                List.of(),
                                "accept",
                                false,
                                "ACCEPT",
                                "",
                                "1",
                                "{}"));
    }

    String add(String name, String text, ImportedWork.Kind kind, String client) throws Exception {
        return assertInstanceOf(WorkImport.Result.Added.class, addFile(name, text, kind, client))
                .id();
    }

    WorkImport.Result addFile(String name, String text, ImportedWork.Kind kind, String client) throws Exception {
        return add(List.of(work(Files.writeString(home.resolve(name), text), kind, client)), 1)
                .getFirst();
    }

    /// What became of each work.
    List<WorkImport.Result> add(List<WorkToImport> works, int atATime) throws Exception {
        List<WorkImport.Result> results = new ArrayList<>();
        new WorkImport(workshop, LONG).add(works, atATime, (work, result) -> {
            assertEquals(works.get(results.size()), work);
            results.add(result);
        });
        return results;
    }

    static WorkToImport work(Path file, ImportedWork.Kind kind, String client) {
        return new WorkToImport(
                file, kind, client, "", "", "Title of " + file.getFileName(), Optional.empty(), "accept", "en");
    }

    IndexSnapshot snapshot() throws IOException {
        return IndexSnapshot.open(home.resolve("data/index")).orElseThrow();
    }

    long sequence() throws IOException {
        return index.ask(PriorWorkIndex::sequence);
    }

    Match onlyMatch(String submission) throws Exception {
        List<Match> matches =
                lookUp.of(ledger.submissions().find(submission).orElseThrow()).matches();
        assertEquals(1, matches.size());
        return matches.getFirst();
    }

    /// A submission as it is after reading.
    String read(String name, String client, String vendor, String workOrder, String text) throws IOException {
        String arrival = String.format("%-32s", name).replace(' ', '0').replaceAll("[^0-9a-f]", "a");
        ledger.arrivals()
                .record(new Arrival(
                        arrival,
                        Channel.FOLDER,
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
                "every-day",
                Policy.standard(),
                predecessor,
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
                                List.of(new Attachment.AttachedPart("report", "report.docx", 17, arrival + arrival)),
                                new Attachment.Terms() {
                                    @Override
                                    public Instant counted(WorkOrder order) {
                                        return Instant.EPOCH;
                                    }

                                    @Override
                                    public long lateSeconds(WorkOrder inForce, Instant due, Duration paused) {
                                        return -60;
                                    }

                                    @Override
                                    public boolean drawn(WorkOrder inForce, int round) {
                                        return false;
                                    }
                                },
                                Attachment.Told.NOTHING,
                                Attachment.Assembly.WHOLE));
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

    void assertNoFileHolds(String... words) throws IOException {
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
