package dev.assay.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.vault.Vault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LedgerTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void deliverableFromArrivalToQueue_keepsItsStoryAndBothBalances(Ledgers database) {
        try (Ledger ledger = open(database)) {
            assertTrue(ledger.arrivals().record(Delivery.arrival("a1")));
            assertFalse(ledger.arrivals().record(Delivery.arrival("a1")), "the same arrival twice");
            ledger.arrivals().acknowledged(Delivery.id("a1"));
            Attached.Submitted submitted =
                    (Attached.Submitted) Delivery.of("a1", "bytes-1").attach(ledger);
            Delivery.decide(ledger, submitted.submission(), "rework");
            Delivery.publish(ledger);

            Story story = ledger.stories().tell(submitted.submission()).orElseThrow();
            assertEquals(SubmissionState.ROUTED, story.submission().state());
            assertEquals("Harrowgate Beverages", story.clientName());
            assertEquals("deck.pptx", story.submission().parts().getFirst().name());
            assertEquals("{\"ruling\":1}", story.inspection().orElseThrow().ruling());
            assertEquals(
                    List.of("{\"outcome\":1}", "{\"outcome\":2}"),
                    story.inspection().orElseThrow().outcomes());
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
            ledger.arrivals().record(Delivery.arrival("a1"));
            ledger.arrivals().record(Delivery.arrival("a2"));
            Attached.Submitted first =
                    (Attached.Submitted) Delivery.of("a1", "bytes-1").attach(ledger);
            Attached second = Delivery.of("a2", "bytes-1").attach(ledger);
            assertEquals(new Attached.Duplicate(first.submission(), ""), second);
            assertEquals(1, ledger.submissionIds().size());
            assertEquals(1L, ledger.balances().arrivals().rows().get("duplicate"));
            assertEquals(0, ledger.balances().arrivals().gap());
        }
    }

    @ParameterizedTest
    @EnumSource
    void otherBytesBeforeTheVerdict_supersedeTheOlderRevision(Ledgers database) {
        try (Ledger ledger = open(database)) {
            ledger.arrivals().record(Delivery.arrival("a1"));
            ledger.arrivals().record(Delivery.arrival("a2"));
            Attached.Submitted first =
                    (Attached.Submitted) Delivery.of("a1", "bytes-1").attach(ledger);
            Attached.Submitted second =
                    (Attached.Submitted) Delivery.of("a2", "bytes-2").attach(ledger);
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
                    ledger.jobs()
                            .claim(JobKind.EXTRACT, Delivery.LEASE)
                            .orElseThrow()
                            .subject());
            assertTrue(
                    ledger.jobs().claim(JobKind.EXTRACT, Delivery.LEASE).isEmpty(), "the older one's job is withdrawn");
        }
    }

    @ParameterizedTest
    @EnumSource
    void otherBytesAfterRework_openTheNextRound_sameBytesDoNot(Ledgers database) {
        try (Ledger ledger = open(database)) {
            ledger.arrivals().record(Delivery.arrival("a1"));
            Attached.Submitted first =
                    (Attached.Submitted) Delivery.of("a1", "bytes-1").attach(ledger);
            Delivery.decide(ledger, first.submission(), "rework");
            Delivery.publish(ledger);
            ledger.arrivals().record(Delivery.arrival("a2"));
            assertInstanceOf(
                    Attached.Duplicate.class, Delivery.of("a2", "bytes-1").attach(ledger));
            ledger.arrivals().record(Delivery.arrival("a3"));
            Attached.Submitted next =
                    (Attached.Submitted) Delivery.of("a3", "bytes-2").attach(ledger);
            SubmissionRecord record =
                    ledger.submissions().find(next.submission()).orElseThrow();
            assertEquals(2, record.round());
            assertEquals(1, record.revision());
            assertEquals(
                    java.util.Set.of("f1"),
                    ledger.submissions().history(record, "c1").asked());
        }
    }

    @ParameterizedTest
    @EnumSource
    void changedWorkOrder_holdsForTheNextRoundNotForTheOpenOne(Ledgers database) {
        try (Ledger ledger = open(database)) {
            ledger.arrivals().record(Delivery.arrival("a1"));
            Attached.Submitted first =
                    (Attached.Submitted) Delivery.of("a1", "bytes-1").attach(ledger);
            ledger.arrivals().record(Delivery.arrival("a2"));
            Attached.Submitted second = (Attached.Submitted)
                    Delivery.of("a2", "bytes-2").version("v2").attach(ledger);
            assertEquals(
                    "v1",
                    ledger.submissions().find(second.submission()).orElseThrow().workOrderVersion());
            Delivery.decide(ledger, second.submission(), "rework");
            Delivery.publish(ledger);
            ledger.arrivals().record(Delivery.arrival("a3"));
            Attached.Submitted third = (Attached.Submitted)
                    Delivery.of("a3", "bytes-3").version("v2").attach(ledger);
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
            ledger.arrivals().record(Delivery.arrival("a1"));
            Job old = ledger.jobs().claim(JobKind.IDENTIFY, Delivery.LEASE).orElseThrow();
            ledger.jobs().retry(old, Duration.ZERO, true, "interrupted");
            Job current = ledger.jobs().claim(JobKind.IDENTIFY, Delivery.LEASE).orElseThrow();
            assertEquals(2, current.attempts());
            assertThrows(LeaseLost.class, () -> ledger.arrivals().settle(old, ArrivalState.HELD, "late"));
            assertEquals(
                    ArrivalState.IN_FLIGHT,
                    ledger.arrivals().find(Delivery.id("a1")).orElseThrow().state());
            ledger.arrivals().settle(current, ArrivalState.HELD, "unknown work order");
            assertEquals(
                    "unknown work order",
                    ledger.arrivals().find(Delivery.id("a1")).orElseThrow().reason());
        }
    }

    /// Whoever took the job over may have published it, and a consumer may have taken it.
    @ParameterizedTest
    @EnumSource
    void lostLeaseOfAPublishingJob_stagesNothing(Ledgers database) {
        try (Ledger ledger = open(database)) {
            Delivery.decide(ledger, Delivery.of("a1", "bytes-1").submit(ledger), "accept");
            Job old = ledger.jobs().claim(JobKind.PUBLISH, Delivery.LEASE).orElseThrow();
            ledger.jobs().retry(old, Duration.ZERO, true, "overran its lease");
            Delivery.publish(ledger);
            assertThrows(LeaseLost.class, () -> ledger.outbox().staged(old));
            assertTrue(ledger.outbox().get(old.subject()).published());
            assertEquals(0, ledger.outbox().backlog());
        }
    }

    @ParameterizedTest
    @EnumSource
    void interruptedJob_isGivenBackAsIfNeverClaimed(Ledgers database) {
        try (Ledger ledger = open(database)) {
            ledger.arrivals().record(Delivery.arrival("a1"));
            Job interrupted =
                    ledger.jobs().claim(JobKind.IDENTIFY, Delivery.LEASE).orElseThrow();
            assertTrue(ledger.jobs().giveBack(interrupted));
            assertFalse(ledger.jobs().giveBack(interrupted));
            Job again = ledger.jobs().claim(JobKind.IDENTIFY, Delivery.LEASE).orElseThrow();
            assertEquals(1, again.attempts());
            assertFalse(ledger.jobs().giveBack(interrupted), "the lease is another's");
            ledger.arrivals().settle(again, ArrivalState.QUARANTINED, "looked into");
            assertFalse(ledger.jobs().giveBack(again), "it has ended");
            assertEquals(0, ledger.jobs().open());
        }
    }

    @ParameterizedTest
    @EnumSource
    void manifestOfAFolder_opensWhatWasHeldThere(Ledgers database) {
        try (Ledger ledger = open(database)) {
            ledger.arrivals().record(Delivery.arrival("a1"));
            ledger.arrivals()
                    .hold(ledger.jobs().claim(JobKind.IDENTIFY, Delivery.LEASE).orElseThrow(), "", "unknown");
            ledger.arrivals().record(Delivery.arrival("a2"));
            ledger.arrivals()
                    .manifest(
                            ledger.jobs()
                                    .claim(JobKind.IDENTIFY, Delivery.LEASE)
                                    .orElseThrow(),
                            "{\"workOrder\":\"hb-101\"}",
                            false);
            assertEquals(
                    Delivery.id("a1"),
                    ledger.jobs()
                            .claim(JobKind.IDENTIFY, Delivery.LEASE)
                            .orElseThrow()
                            .subject());
            assertEquals(
                    "{\"workOrder\":\"hb-101\"}",
                    ledger.arrivals()
                            .manifestBeside(Delivery.arrival("a1"))
                            .json()
                            .orElseThrow());
        }
    }

    /// Both were identified at the same instant: the file had been looked for a manifest before there was one.
    @ParameterizedTest
    @EnumSource
    void manifestThatComesBetweenLookingAndHolding_isLookedAtToo(Ledgers database) {
        try (Ledger ledger = open(database)) {
            ledger.arrivals().record(Delivery.arrival("a1"));
            ledger.arrivals().record(Delivery.arrival("a2"));
            Job file = ledger.jobs().claim(JobKind.IDENTIFY, Delivery.LEASE).orElseThrow();
            Job manifest = ledger.jobs().claim(JobKind.IDENTIFY, Delivery.LEASE).orElseThrow();
            String seen =
                    ledger.arrivals().manifestBeside(Delivery.arrival("a1")).arrival();
            ledger.arrivals().manifest(manifest, "{\"workOrder\":\"hb-101\"}", false);
            assertFalse(ledger.arrivals().hold(file, seen, "unknown"));
            assertEquals(
                    ArrivalState.IN_FLIGHT,
                    ledger.arrivals().find(Delivery.id("a1")).orElseThrow().state());
            Job again = ledger.jobs().claim(JobKind.IDENTIFY, Delivery.LEASE).orElseThrow();
            assertEquals(file.subject(), again.subject());
            assertEquals(1, again.attempts());
            FolderManifest beside = ledger.arrivals().manifestBeside(Delivery.arrival("a1"));
            assertEquals("{\"workOrder\":\"hb-101\"}", beside.json().orElseThrow());
            assertTrue(ledger.arrivals().hold(again, beside.arrival(), "unknown"));
            assertThrows(LeaseLost.class, () -> ledger.arrivals().hold(again, beside.arrival(), "unknown"));
            assertEquals(0, ledger.jobs().open());
            assertTrue(ledger.verify().intact(), ledger.verify().broken());
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
        return database.open(database.location(folder), vault(), Clock.fixed(Delivery.NOON, ZoneOffset.UTC));
    }

    private Vault vault() {
        try {
            return Vault.open(folder.resolve("data"), new char[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
