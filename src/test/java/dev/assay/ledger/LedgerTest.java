package dev.assay.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.vault.Vault;
import dev.assay.work.Arrival;
import dev.assay.work.Client;
import dev.assay.work.Deliverable;
import dev.assay.work.Policy;
import dev.assay.work.Tier;
import dev.assay.work.WorkOrder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LedgerTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Duration LEASE = Duration.ofMinutes(5);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void deliverableFromArrivalToQueue_keepsItsStoryAndBothBalances(Ledgers database) {
        try (Ledger ledger = open(database)) {
            assertTrue(ledger.arrivals().record(arrival("a1")));
            assertFalse(ledger.arrivals().record(arrival("a1")), "the same arrival twice");
            ledger.arrivals().acknowledged(arrivalId("a1"));
            Attached.Submitted submitted = (Attached.Submitted) attach(ledger, "a1", "bytes-1");
            decide(ledger, submitted.submission(), "rework");
            publish(ledger);

            Story story = ledger.stories().tell(submitted.submission()).orElseThrow();
            assertEquals(SubmissionState.ROUTED, story.submission().state());
            assertEquals("Harrowgate Beverages", story.clientName());
            assertEquals("deck.pptx", story.submission().parts().getFirst().name());
            assertEquals("{\"ruling\":1}", story.inspection().orElseThrow().ruling());
            assertEquals(
                    List.of("{\"outcome\":1}"), story.inspection().orElseThrow().outcomes());
            assertEquals(
                    List.of(
                            "arrival.recorded",
                            "arrival.acknowledged",
                            "submission.identified",
                            "arrival.attached",
                            "submission.extracted",
                            "submission.checked",
                            "submission.decided",
                            "outbox.opened",
                            "outbox.staged",
                            "outbox.published",
                            "submission.routed"),
                    story.events().stream().map(Story.Happening::kind).toList());
            assertEquals(
                    "1 = {attached=1", ledger.balances().arrivals().toString().substring(0, 15));
            assertEquals(0, ledger.balances().arrivals().gap());
            assertEquals(1L, ledger.balances().submissions().rows().get("rework"));
            assertEquals(0, ledger.balances().submissions().gap());
            assertEquals(List.of(submitted.submission()), ledger.outbox().queue("rework"));
            assertTrue(ledger.verify().intact(), ledger.verify().broken());
        }
    }

    @ParameterizedTest
    @EnumSource
    void sameBytesInTheSameRound_areLinkedNotDoubled(Ledgers database) {
        try (Ledger ledger = open(database)) {
            ledger.arrivals().record(arrival("a1"));
            ledger.arrivals().record(arrival("a2"));
            Attached.Submitted first = (Attached.Submitted) attach(ledger, "a1", "bytes-1");
            Attached second = attach(ledger, "a2", "bytes-1");
            assertEquals(new Attached.Duplicate(first.submission()), second);
            assertEquals(1, ledger.submissionIds().size());
            assertEquals(1L, ledger.balances().arrivals().rows().get("duplicate"));
            assertEquals(0, ledger.balances().arrivals().gap());
        }
    }

    @ParameterizedTest
    @EnumSource
    void otherBytesBeforeTheVerdict_supersedeTheOlderRevision(Ledgers database) {
        try (Ledger ledger = open(database)) {
            ledger.arrivals().record(arrival("a1"));
            ledger.arrivals().record(arrival("a2"));
            Attached.Submitted first = (Attached.Submitted) attach(ledger, "a1", "bytes-1");
            Attached.Submitted second = (Attached.Submitted) attach(ledger, "a2", "bytes-2");
            SubmissionRecord older =
                    ledger.submissions().find(first.submission()).orElseThrow();
            SubmissionRecord newer =
                    ledger.submissions().find(second.submission()).orElseThrow();
            assertEquals(SubmissionState.SUPERSEDED, older.state());
            assertEquals(1, newer.round());
            assertEquals(2, newer.revision());
            assertEquals(first.submission(), newer.supersedes().orElseThrow());
            assertEquals(
                    second.submission(),
                    ledger.jobs().claim(JobKind.EXTRACT, LEASE).orElseThrow().subject());
            assertTrue(ledger.jobs().claim(JobKind.EXTRACT, LEASE).isEmpty(), "the older one's job is withdrawn");
        }
    }

    @ParameterizedTest
    @EnumSource
    void otherBytesAfterRework_openTheNextRound_sameBytesDoNot(Ledgers database) {
        try (Ledger ledger = open(database)) {
            ledger.arrivals().record(arrival("a1"));
            Attached.Submitted first = (Attached.Submitted) attach(ledger, "a1", "bytes-1");
            decide(ledger, first.submission(), "rework");
            publish(ledger);
            ledger.arrivals().record(arrival("a2"));
            assertInstanceOf(Attached.Duplicate.class, attach(ledger, "a2", "bytes-1"));
            ledger.arrivals().record(arrival("a3"));
            Attached.Submitted next = (Attached.Submitted) attach(ledger, "a3", "bytes-2");
            SubmissionRecord record =
                    ledger.submissions().find(next.submission()).orElseThrow();
            assertEquals(2, record.round());
            assertEquals(1, record.revision());
            assertEquals(
                    java.util.Set.of("f1"),
                    ledger.submissions().history(record, "c1").earlier());
        }
    }

    @ParameterizedTest
    @EnumSource
    void changedWorkOrder_holdsForTheNextRoundNotForTheOpenOne(Ledgers database) {
        try (Ledger ledger = open(database)) {
            ledger.arrivals().record(arrival("a1"));
            Attached.Submitted first = (Attached.Submitted) attach(ledger, "a1", "bytes-1", "v1");
            ledger.arrivals().record(arrival("a2"));
            Attached.Submitted second = (Attached.Submitted) attach(ledger, "a2", "bytes-2", "v2");
            assertEquals(
                    "v1",
                    ledger.submissions().find(second.submission()).orElseThrow().workOrderVersion());
            decide(ledger, second.submission(), "rework");
            publish(ledger);
            ledger.arrivals().record(arrival("a3"));
            Attached.Submitted third = (Attached.Submitted) attach(ledger, "a3", "bytes-3", "v2");
            assertEquals(
                    "v2",
                    ledger.submissions().find(third.submission()).orElseThrow().workOrderVersion());
            assertEquals(
                    SubmissionState.SUPERSEDED,
                    ledger.submissions().find(first.submission()).orElseThrow().state());
        }
    }

    @ParameterizedTest
    @EnumSource
    void lostLease_writesNothing(Ledgers database) {
        try (Ledger ledger = open(database)) {
            ledger.arrivals().record(arrival("a1"));
            Job old = ledger.jobs().claim(JobKind.IDENTIFY, LEASE).orElseThrow();
            ledger.jobs().retry(old, Duration.ZERO, true, "interrupted");
            Job current = ledger.jobs().claim(JobKind.IDENTIFY, LEASE).orElseThrow();
            assertEquals(2, current.attempts());
            assertThrows(LeaseLost.class, () -> ledger.arrivals().settle(old, ArrivalState.HELD, "late"));
            assertEquals(
                    ArrivalState.IN_FLIGHT,
                    ledger.arrivals().find(arrivalId("a1")).orElseThrow().state());
            ledger.arrivals().settle(current, ArrivalState.HELD, "unknown work order");
            assertEquals(
                    "unknown work order",
                    ledger.arrivals().find(arrivalId("a1")).orElseThrow().reason());
        }
    }

    @ParameterizedTest
    @EnumSource
    void manifestOfAFolder_opensWhatWasHeldThere(Ledgers database) {
        try (Ledger ledger = open(database)) {
            ledger.arrivals().record(arrival("a1"));
            ledger.arrivals()
                    .settle(ledger.jobs().claim(JobKind.IDENTIFY, LEASE).orElseThrow(), ArrivalState.HELD, "unknown");
            ledger.arrivals().record(arrival("a2"));
            ledger.arrivals()
                    .manifest(ledger.jobs().claim(JobKind.IDENTIFY, LEASE).orElseThrow(), "{\"workOrder\":\"hb-101\"}");
            assertEquals(
                    arrivalId("a1"),
                    ledger.jobs().claim(JobKind.IDENTIFY, LEASE).orElseThrow().subject());
            assertEquals(
                    "{\"workOrder\":\"hb-101\"}",
                    ledger.arrivals().manifestBeside(arrival("a1")).orElseThrow());
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyFactOfTheModel_hasItsTable(Ledgers database) {
        try (Ledger ledger = open(database)) {
            assertTrue(ledger.verify().intact(), ledger.verify().broken());
            assertTrue(EventChain.FACTS.containsAll(List.of(
                    "work_order",
                    "work_order_version",
                    "assignment",
                    "deliverable",
                    "reference",
                    "arrival",
                    "submission",
                    "inspection",
                    "item_outcome",
                    "finding",
                    "verdict",
                    "decision",
                    "clock_event",
                    "question",
                    "feedback",
                    "audit_sample",
                    "hold")));
        }
    }

    private Ledger open(Ledgers database) {
        return database.open(database.location(folder), vault(), Clock.fixed(NOON, ZoneOffset.UTC));
    }

    private Vault vault() {
        try {
            return Vault.open(folder.resolve("data"), new char[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String arrivalId(String name) {
        return Digests.id("arrival", name);
    }

    private static Arrival arrival(String name) {
        return new Arrival(
                arrivalId(name),
                "folder",
                "kestrel-insight",
                "hb-101/deck.pptx",
                17,
                Digests.of(name),
                new Arrival.ArrivalTimes(NOON, NOON, NOON, NOON, NOON));
    }

    static Attached attach(Ledger ledger, String arrival, String bytes) {
        return attach(ledger, arrival, bytes, "v1");
    }

    private static Attached attach(Ledger ledger, String arrival, String bytes, String version) {
        Job job = ledger.jobs().claim(JobKind.IDENTIFY, LEASE).orElseThrow();
        Deliverable deck = new Deliverable(
                "deck", "Deck", "deck", "checklist", List.of("kestrel-insight"), List.of("hb-101"), NOON);
        WorkOrder order = new WorkOrder(
                "hb-101",
                version,
                "harrowgate",
                "market-research",
                Tier.STANDARD,
                "en",
                ZoneId.of("Europe/London"),
                "none",
                Policy.standard(),
                List.of(deck));
        return ledger.submissions()
                .attach(
                        job,
                        new Attachment(
                                arrivalId(arrival),
                                new Client("harrowgate", "Harrowgate Beverages", Period.ofYears(2), Policy.standard()),
                                "kestrel-insight",
                                order,
                                deck,
                                "path",
                                List.of(),
                                Map.of(),
                                List.of(new Attachment.AttachedPart("deck", "deck.pptx", 17, Digests.of(bytes))),
                                -60,
                                round -> false));
    }

    static void decide(Ledger ledger, String submission, String verdict) {
        String part = ledger.submissions()
                .find(submission)
                .orElseThrow()
                .parts()
                .getFirst()
                .id();
        ledger.submissions()
                .extracted(
                        ledger.jobs().claim(JobKind.EXTRACT, LEASE).orElseThrow(),
                        "reader 1",
                        Map.of(part, new Submissions.PartReading("d1", "{}")));
        ledger.submissions().indexed(ledger.jobs().claim(JobKind.INDEX, LEASE).orElseThrow());
        ledger.submissions().checked(ledger.jobs().claim(JobKind.CHECK, LEASE).orElseThrow(), "o1", "{}");
        ledger.submissions()
                .decided(
                        ledger.jobs().claim(JobKind.DECIDE, LEASE).orElseThrow(),
                        new Decided(
                                "checklist",
                                "c1",
                                "{}",
                                0,
                                List.of(new Decided.OutcomeRecord(
                                        "no-placeholders",
                                        "machine",
                                        "placeholder-text",
                                        1,
                                        "enforce",
                                        "failed",
                                        "",
                                        "{\"outcome\":1}")),
                                List.of(new Decided.FindingRecord(
                                        "no-placeholders",
                                        "placeholder-text",
                                        1,
                                        "f1",
                                        "major",
                                        "rework",
                                        "enforce",
                                        "vendor",
                                        "{}")),
                                verdict,
                                false,
                                "REWORK",
                                "97.1",
                                "mqm-1",
                                "{\"ruling\":1}"));
    }

    static void publish(Ledger ledger) {
        Job job = ledger.jobs().claim(JobKind.PUBLISH, LEASE).orElseThrow();
        ledger.outbox().staged(job.subject());
        ledger.outbox().published(job);
    }
}
