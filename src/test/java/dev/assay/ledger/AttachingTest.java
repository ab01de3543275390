package dev.assay.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.vault.Vault;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What an identified arrival becomes, on both databases.
final class AttachingTest {
    private static final Duration DAY = Duration.ofDays(1);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void sameBytesAsAParkedSubmission_startTheWorkAnew(Ledgers database) throws IOException {
        try (Ledger ledger = open(database)) {
            String parked = Delivery.of("a1", "bytes-1").submit(ledger);
            for (int attempt = 1; attempt < 3; attempt++) {
                ledger.jobs().retry(claim(ledger, JobKind.EXTRACT), Duration.ZERO, true, "the reader died");
            }
            ledger.submissions().settle(claim(ledger, JobKind.EXTRACT), SubmissionState.PARKED, "attempts used up");
            String reason = "The same bytes were parked; the work on them starts anew.";
            assertEquals(
                    new Attached.Resumed(parked, reason),
                    Delivery.of("a2", "bytes-1").deliver(ledger));
            SubmissionRecord record = ledger.submissions().find(parked).orElseThrow();
            assertEquals(SubmissionState.IDENTIFIED, record.state());
            assertEquals("", record.reason());
            assertArrival(ledger, "a2", ArrivalState.DUPLICATE, reason);
            Job again = claim(ledger, JobKind.EXTRACT);
            assertEquals(parked, again.subject());
            assertEquals(1, again.attempts());
            ledger.jobs().retry(again, Duration.ZERO, false, "");
            Delivery.decide(ledger, parked, "accept");
            assertBalanced(ledger);
        }
    }

    @ParameterizedTest
    @EnumSource
    void sameBytesAsAHeldSubmission_areADuplicateThatSaysSo(Ledgers database) throws IOException {
        try (Ledger ledger = open(database)) {
            String held = Delivery.of("a1", "bytes-1").submit(ledger);
            ledger.submissions().settle(claim(ledger, JobKind.EXTRACT), SubmissionState.HELD, "A password is needed.");
            String reason = "The same bytes came before and are held: a password is needed. Ask the vendor for a copy"
                    + " without one.";
            assertEquals(
                    new Attached.Duplicate(held, reason),
                    Delivery.of("a2", "bytes-1").deliver(ledger));
            assertArrival(ledger, "a2", ArrivalState.DUPLICATE, reason);
            assertEquals(0, ledger.jobs().open());
            assertBalanced(ledger);
        }
    }

    @ParameterizedTest
    @EnumSource
    void sameBytesFromAnotherVendor_areToldOf(Ledgers database) throws IOException {
        try (Ledger ledger = open(database)) {
            String first = Delivery.of("a1", "bytes-1").submit(ledger);
            assertEquals(
                    new Attached.Duplicate(first, "The same bytes came before from another vendor."),
                    Delivery.of("a2", "bytes-1").vendor("lumen-analytics").deliver(ledger));
            assertTrue(ledger.stories().tell(first).orElseThrow().events().stream()
                    .anyMatch(event -> event.kind().equals("alert.same-bytes")));
            assertBalanced(ledger);
        }
    }

    @ParameterizedTest
    @EnumSource
    void sameBytesAsASupersededRevision_sayThatTheNewerCounts(Ledgers database) throws IOException {
        try (Ledger ledger = open(database)) {
            String older = Delivery.of("a1", "bytes-1").submit(ledger);
            Delivery.of("a2", "bytes-2").submit(ledger);
            assertEquals(
                    new Attached.Duplicate(
                            older,
                            "The same bytes came before, and a newer revision has replaced them and counts. Ask the"
                                    + " vendor which of the two is meant."),
                    Delivery.of("a3", "bytes-1").deliver(ledger));
        }
    }

    @ParameterizedTest
    @EnumSource
    void latenessDrawAndDueTime_areThoseOfTheVersionTheRoundBeganWith(Ledgers database) throws IOException {
        try (Ledger ledger = open(database)) {
            Delivery first = Delivery.of("a1", "bytes-1").due(Delivery.NOON.minus(DAY));
            Delivery changed =
                    Delivery.of("a2", "bytes-2").version("v2").policy("p2", 1).due(Delivery.NOON.plus(DAY));
            SubmissionRecord opened = find(ledger, first.submit(ledger));
            assertEquals(DAY.toSeconds(), opened.lateSeconds());
            SubmissionRecord second = find(ledger, changed.submit(ledger));
            assertEquals(1, second.round());
            assertEquals(DAY.toSeconds(), second.lateSeconds());
            assertEquals(Delivery.NOON.minus(DAY), second.due());
            assertFalse(second.drawn());
            Delivery.decide(ledger, second.id(), "rework");
            Delivery.publish(ledger);
            SubmissionRecord third = find(
                    ledger,
                    Delivery.of("a3", "bytes-3")
                            .version("v2")
                            .policy("p2", 1)
                            .due(changed.due())
                            .submit(ledger));
            assertEquals(2, third.round());
            assertEquals(-2 * DAY.toSeconds(), third.lateSeconds());
            assertEquals(
                    Delivery.NOON.plus(DAY.multipliedBy(2)), third.due(), "two days after the rework was asked for");
            assertTrue(third.drawn());
        }
    }

    /// The client's own policy changes without the text of the order.
    @ParameterizedTest
    @EnumSource
    void changedPolicy_holdsForTheNextRound(Ledgers database) throws IOException {
        try (Ledger ledger = open(database)) {
            String first = Delivery.of("a1", "bytes-1").submit(ledger);
            assertEquals("standard", find(ledger, first).policyVersion());
            Delivery.decide(ledger, first, "rework");
            SubmissionRecord next =
                    find(ledger, Delivery.of("a2", "bytes-2").policy("p2", 1).submit(ledger));
            assertEquals("p2", next.policyVersion());
            assertTrue(next.definition().contains("\"sampling\":1"), next.definition());
        }
    }

    @ParameterizedTest
    @EnumSource
    void uncertainDelivery_standsBesideTheOthers(Ledgers database) throws IOException {
        try (Ledger ledger = open(database)) {
            String certain = Delivery.of("a1", "bytes-1").submit(ledger);
            String uncertain = Delivery.of("a2", "bytes-2")
                    .conflicting("by folder it is this, but by name it is that")
                    .submit(ledger);
            assertEquals(SubmissionState.IDENTIFIED, find(ledger, certain).state());
            assertEquals(
                    List.of("by folder it is this, but by name it is that"),
                    find(ledger, uncertain).conflicts());
            assertEquals(2, find(ledger, uncertain).revision());
            String newer = Delivery.of("a3", "bytes-3").submit(ledger);
            assertEquals(SubmissionState.SUPERSEDED, find(ledger, certain).state());
            assertEquals(SubmissionState.IDENTIFIED, find(ledger, uncertain).state());
            assertEquals(certain, find(ledger, newer).supersedes().orElseThrow());
            assertBalanced(ledger);
        }
    }

    @ParameterizedTest
    @EnumSource
    void supersededReview_leavesTheListOfItsQueue(Ledgers database) throws IOException {
        try (Ledger ledger = open(database)) {
            String older = Delivery.of("a1", "bytes-1").submit(ledger);
            Delivery.decide(ledger, older, "review");
            Delivery.publish(ledger);
            assertEquals(List.of(older), ledger.outbox().queue("review"));
            Attached.Submitted newer =
                    (Attached.Submitted) Delivery.of("a2", "bytes-2").deliver(ledger);
            assertEquals(List.of("review"), newer.queues());
            assertEquals(List.of(), ledger.outbox().queue("review"));
            Delivery.decide(ledger, newer.submission(), "review");
            Delivery.publish(ledger);
            assertEquals(List.of(newer.submission()), ledger.outbox().queue("review"));
        }
    }

    /// Of a revision that was replaced before its review nobody asked the vendor for anything.
    @ParameterizedTest
    @EnumSource
    void history_countsWhatEndedEarlierRoundsInRework(Ledgers database) throws IOException {
        try (Ledger ledger = open(database)) {
            String replaced = Delivery.of("a1", "bytes-1").submit(ledger);
            Delivery.decide(ledger, replaced, "review", "f-replaced");
            SubmissionRecord first = find(ledger, Delivery.of("a2", "bytes-2").submit(ledger));
            assertEquals(
                    new History(false, 0, Set.of(), Optional.empty(), Map.of()),
                    ledger.submissions().history(first, "c1"));
            Delivery.decide(ledger, first.id(), "rework", "f-first");
            SubmissionRecord second = find(ledger, Delivery.of("a3", "bytes-3").submit(ledger));
            assertEquals(
                    new History(false, 0, Set.of("f-first"), Optional.of(first.id()), Map.of("totals", 2)),
                    ledger.submissions().history(second, "c1"));
            assertEquals(
                    new History(false, 0, Set.of("f-first"), Optional.of(first.id()), Map.of()),
                    ledger.submissions().history(second, "c2"));
            Delivery.decide(ledger, second.id(), "rework", "f-second");
            SubmissionRecord third = find(ledger, Delivery.of("a4", "bytes-4").submit(ledger));
            assertEquals(
                    new History(false, 0, Set.of("f-first", "f-second"), Optional.of(second.id()), Map.of("totals", 2)),
                    ledger.submissions().history(third, "c1"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void blobsOfAClient_areNamedByWhatCameAndWhatWasMadeOfIt(Ledgers database) throws IOException {
        try (Ledger ledger = open(database)) {
            String part = Digests.of("bytes-1");
            String submission = Delivery.of("a1", "bytes-1").submit(ledger);
            assertEquals(Set.of(part), ledger.blobs().of("harrowgate"));
            Delivery.decide(ledger, submission, "accept");
            assertEquals(Set.of(part, "d1", "o1"), ledger.blobs().of("harrowgate"));
            assertEquals(Set.of(), ledger.blobs().of("pellworm"));
            assertEquals(Delivery.NOON, ledger.blobs().since());
            assertEquals(Delivery.NOON, ledger.blobs().until());
        }
    }

    @ParameterizedTest
    @EnumSource
    void workOrderOfAnotherClient_isNotTaken(Ledgers database) throws IOException {
        try (Ledger ledger = open(database)) {
            Delivery.of("a1", "bytes-1").submit(ledger);
            Delivery moved = Delivery.of("a2", "bytes-2").client("pellworm");
            IllegalStateException refused = assertThrows(IllegalStateException.class, () -> moved.deliver(ledger));
            assertEquals(
                    "Work order 'hb-101' is recorded for client 'harrowgate' and cannot become client 'pellworm': what"
                            + " was delivered for it lies under that client's key. Give the order another id.",
                    refused.getMessage());
            assertEquals(1, ledger.submissionIds().size());
        }
    }

    private static void assertArrival(Ledger ledger, String arrival, ArrivalState state, String reason) {
        ArrivalRecord record = ledger.arrivals().find(Delivery.id(arrival)).orElseThrow();
        assertEquals(state, record.state());
        assertEquals(reason, record.reason());
    }

    private static void assertBalanced(Ledger ledger) {
        assertEquals(0, ledger.balances().arrivals().gap());
        assertEquals(0, ledger.balances().submissions().gap());
        assertTrue(ledger.verify().intact(), ledger.verify().broken());
    }

    private static SubmissionRecord find(Ledger ledger, String submission) {
        return ledger.submissions().find(submission).orElseThrow();
    }

    private static Job claim(Ledger ledger, JobKind kind) {
        return ledger.jobs().claim(kind, Delivery.LEASE).orElseThrow();
    }

    private Ledger open(Ledgers database) throws IOException {
        return database.open(
                database.location(folder),
                Vault.open(folder.resolve("data"), new char[0]),
                Clock.fixed(Delivery.NOON, ZoneOffset.UTC));
    }
}
