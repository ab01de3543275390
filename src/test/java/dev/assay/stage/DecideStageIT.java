package dev.assay.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.assay.check.Checks;
import dev.assay.check.Finding;
import dev.assay.check.ItemOutcome;
import dev.assay.check.Outcome;
import dev.assay.checklist.Checklist;
import dev.assay.checklist.ChecklistReader;
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
import dev.assay.extract.ReadSummary;
import dev.assay.ledger.Delivery;
import dev.assay.ledger.JobKind;
import dev.assay.ledger.Ledger;
import dev.assay.ledger.LedgerLocation;
import dev.assay.ledger.Submissions.PartReading;
import dev.assay.meter.Meters;
import dev.assay.priorwork.Matches;
import dev.assay.stage.workshop.Workshop;
import dev.assay.vault.Vault;
import dev.assay.verdict.Ruling;
import dev.assay.work.Attribution;
import dev.assay.work.PriorWorkUse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Second rounds, decided with a real ledger, vault and child process. In the first round 'terms' failed and
/// 'totals' passed.
final class DecideStageIT {
    private static final String CLIENT = "harrowgate";
    private static final String BEFORE = "The shares of all brands add up to ";
    private static final String FIRST = BEFORE + "103 % in the north. Growth is guaranteed.";
    private static final Checklist CHECKLIST = checklist("Totals are right.");

    @TempDir
    private Path home;

    private Vault vault;
    private Ledger ledger;
    private ChildPool children;
    private Workshop workshop;

    @BeforeEach
    void start() throws IOException {
        vault = Vault.open(home.resolve("data"), new char[0]);
        ledger = Ledger.open(
                LedgerLocation.file(home.resolve("data/ledger.db")), vault, Clock.fixed(Delivery.NOON, ZoneOffset.UTC));
        TaskFolder.prepare(home.resolve("tasks"));
        children = ChildPool.start(new ChildSettings(1, 200, 100, home.resolve("scratch"), null, List.of()));
        workshop = new Workshop(ledger, vault, children, home.resolve("tasks"), 2, Meters.create());
    }

    @AfterEach
    void stop() {
        children.close();
        ledger.close();
    }

    @Test
    void findingOnATextThatPassedInTheRoundBefore_isForAPerson() throws Exception {
        sendBack();
        assertEquals(
                "review by CONTESTED: Blocking item 'totals': The total is wrong; but the same text passed before under"
                        + " this checklist.",
                second(CHECKLIST, 1, BEFORE + "103 % in the north. Growth is likely."));
    }

    @Test
    void findingOnATextThatTheVendorChanged_isSentBack() throws Exception {
        sendBack();
        assertEquals(
                "rework by REWORK: Blocking item 'totals': The total is wrong.",
                second(CHECKLIST, 1, BEFORE + "103 % in the south. Growth is likely."));
    }

    @Test
    void otherVersionOfTheKind_isNoPassBefore() throws Exception {
        String unchanged = BEFORE + "103 % in the north. Growth is likely.";
        sendBack();
        assertEquals("rework by REWORK: Blocking item 'totals': The total is wrong.", second(CHECKLIST, 2, unchanged));
    }

    @Test
    void otherVersionOfTheChecklist_isNoPassBefore() throws Exception {
        String unchanged = BEFORE + "103 % in the north. Growth is likely.";
        sendBack();
        assertEquals(
                "rework by REWORK: Blocking item 'totals': The total is wrong.",
                second(checklist("Every total is right."), 1, unchanged));
    }

    /// Nobody can say any more what passed.
    @Test
    void textOfTheRoundBefore_thatIsGone_isForAPerson() throws Exception {
        String document = sendBack();
        Files.delete(home.resolve("data/blobs").resolve(CLIENT).resolve(document));
        assertEquals(
                "review by CONTESTED: Blocking item 'totals': The total is wrong; but the same text passed before under"
                        + " this checklist.",
                second(CHECKLIST, 1, BEFORE + "103 % in the south. Growth is likely."));
    }

    /// It would stay in flight for ever.
    @Test
    void submissionThatWaits_isNeverDropped() throws Exception {
        String submission = Delivery.of("a1", "bytes-1").submit(ledger);
        Extraction locked = new Extraction.Unreadable(Extraction.Reason.PASSWORD, "application/pdf", "it is encrypted");
        assertThrows(
                IllegalStateException.class,
                () -> decide(submission, CHECKLIST, locked, passed(CHECKLIST, "terms", 1)));
        assertEquals(1, ledger.jobs().open());
    }

    private String sendBack() throws Exception {
        String submission = Delivery.of("a1", "bytes-1").submit(ledger);
        String document = decide(
                submission,
                CHECKLIST,
                read(FIRST),
                failed(CHECKLIST, "terms", 1, FIRST, "guaranteed", "A term is forbidden."),
                passed(CHECKLIST, "totals", 1));
        assertEquals(
                "rework",
                ledger.submissions().find(submission).orElseThrow().verdict().orElseThrow());
        return document;
    }

    private String second(Checklist checklist, int kindVersion, String text) throws Exception {
        String submission = Delivery.of("a2", "bytes-2").submit(ledger);
        decide(
                submission,
                checklist,
                read(text),
                passed(checklist, "terms", 1),
                failed(checklist, "totals", kindVersion, text, "103 %", "The total is wrong."));
        Ruling ruling = Json.read(
                ledger.stories()
                        .tell(submission)
                        .orElseThrow()
                        .inspection()
                        .orElseThrow()
                        .ruling()
                        .getBytes(StandardCharsets.UTF_8),
                Ruling.class);
        return ruling.verdict().word() + " by " + ruling.rule() + ": " + ruling.reason();
    }

    /// Takes a submission from reading to its verdict.
    ///
    /// @return the blob of what was read
    private String decide(String submission, Checklist checklist, Extraction extraction, ItemOutcome... outcomes)
            throws Exception {
        String document = store(extraction);
        String part = ledger.submissions()
                .find(submission)
                .orElseThrow()
                .parts()
                .getFirst()
                .id();
        ledger.submissions()
                .extracted(
                        ledger.jobs().claim(JobKind.EXTRACT, Delivery.LEASE).orElseThrow(),
                        "test 1",
                        Map.of(part, new PartReading(document, json(ReadSummary.of(extraction, "text/plain")))));
        ledger.submissions()
                .indexed(ledger.jobs().claim(JobKind.INDEX, Delivery.LEASE).orElseThrow());
        ledger.submissions()
                .checked(
                        ledger.jobs().claim(JobKind.CHECK, Delivery.LEASE).orElseThrow(),
                        store(new Checked("checklist", "Checklist", checklist.version(), List.of(outcomes))),
                        json(new Matches(1, PriorWorkUse.SHARE, true, List.of(), 0, List.of(), List.of())));
        new DecideStage(workshop, Duration.ofMinutes(2))
                .work(ledger.jobs().claim(JobKind.DECIDE, Delivery.LEASE).orElseThrow());
        return document;
    }

    private static ItemOutcome passed(Checklist checklist, String item, int kindVersion) {
        return outcome(checklist, item, kindVersion, new Outcome.Passed("Nothing found."));
    }

    private static ItemOutcome failed(
            Checklist checklist, String item, int kindVersion, String text, String marked, String message) {
        int at = text.indexOf(marked);
        return outcome(
                checklist,
                item,
                kindVersion,
                new Outcome.Failed(
                        "1 thing.",
                        List.of(new Finding(
                                message,
                                "Mend it.",
                                "deck.pptx",
                                new Place.Paragraph(1, List.of()),
                                new Span(at, at + marked.length()),
                                new Finding.Quote(
                                        text.substring(0, at),
                                        marked,
                                        text.substring(at + marked.length(), text.indexOf('.', at))),
                                String.format("%032x", (item + text).hashCode()),
                                Attribution.VENDOR))));
    }

    private static ItemOutcome outcome(Checklist checklist, String item, int kindVersion, Outcome outcome) {
        return new ItemOutcome(
                checklist.items().stream()
                        .filter(each -> each.id().equals(item))
                        .findFirst()
                        .orElseThrow(),
                kindVersion,
                outcome);
    }

    private static Checklist checklist(String requirement) {
        return new ChecklistReader(Checks.kinds()).read("c.yaml", """
            title: T
            items:
            - {id: terms, check: forbidden-term, with: {terms: [guaranteed]}, severity: major, blocking: true}
            - {id: totals, check: table-total, severity: major, blocking: true, requirement: %s}
            """.formatted(requirement));
    }

    private static Extraction read(String text) {
        return new Extraction.Extracted(new Document(
                "text/plain",
                text,
                List.of(new Block.Paragraph(new Span(0, text.length()), new Place.Paragraph(1, List.of()), Layer.BODY)),
                List.of(),
                List.of(),
                List.of(),
                "test 1"));
    }

    private String store(Object value) throws IOException {
        Path file = home.resolve("plain");
        Json.write(file, value);
        return vault.store(CLIENT, file).sha256();
    }

    private static String json(Object value) {
        return new String(Json.bytes(value), StandardCharsets.UTF_8);
    }
}
