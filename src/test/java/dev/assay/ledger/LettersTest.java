package dev.assay.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.vault.Vault;
import dev.assay.work.Turnaround;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What is written to a vendor is opened with the fact that it tells of, an entry for each way.
final class LettersTest {
    private static final Outlets BOTH = new Outlets(_ -> EnumSet.allOf(LetterWay.class), false);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void receipt_waitsForReadingAndForNothingElse(Ledgers database) throws IOException {
        try (Ledger ledger = open(database, BOTH)) {
            String submission = Delivery.of("a1", "bytes-1").submit(ledger);
            assertEquals(2, backlog(ledger));
            assertEquals(Optional.empty(), ledger.jobs().claim(JobKind.WRITE, Delivery.LEASE), "not read yet");
            Delivery.decide(ledger, submission, "review");
            Letters.Entry written = claimed(ledger, JobKind.WRITE);
            assertEquals(LetterKind.RECEIPT, written.kind());
            assertEquals(LetterWay.FILE, written.way());
            assertEquals(Optional.of(Delivery.id("a1")), written.arrival());
            assertEquals(written.reference(), claimed(ledger, JobKind.SEND).reference(), "one letter by two ways");
            assertEquals(0, backlog(ledger), "a review is not written of");
            Delivery.publish(ledger);
            assertTrue(ledger.verify().intact(), ledger.verify().broken());
        }
    }

    @ParameterizedTest
    @EnumSource
    void rework_isWrittenOfOnce_andItsTimeIsTheNextRounds(Ledgers database) throws IOException {
        Outlets file = new Outlets(_ -> Set.of(LetterWay.FILE), false);
        try (Ledger ledger = open(database, file)) {
            String submission = Delivery.of("a1", "bytes-1").submit(ledger);
            Delivery.decide(ledger, submission, "rework");
            claimed(ledger, JobKind.WRITE);
            Letters.Entry letter = claimed(ledger, JobKind.WRITE);
            assertEquals(LetterKind.LETTER, letter.kind());
            assertEquals(Optional.of(submission), letter.submission());
            assertFalse(ledger.letters().release(submission, "ann", "why not"), "it was written already");
            assertEquals(
                    SubmissionState.DECIDED,
                    ledger.submissions().find(submission).orElseThrow().state(),
                    "a letter does not put a submission into its queue");
            Delivery.publish(ledger);
            Instant due = Turnaround.STANDARD.due(
                    letter.opened(), Delivery.NOON, ZoneOffset.UTC, dev.assay.work.BusinessCalendar.everyDay());
            String second = Delivery.of("a2", "bytes-2").submit(ledger);
            assertEquals(due, ledger.submissions().find(second).orElseThrow().due());
            assertTrue(ledger.verify().intact(), ledger.verify().broken());
        }
    }

    @ParameterizedTest
    @EnumSource
    void heldAndQuarantined_areToldOf_parkedIsReceipted(Ledgers database) throws IOException {
        try (Ledger ledger = open(database, BOTH)) {
            List<LetterKind> kinds = new ArrayList<>();
            for (String name : List.of("a1", "a2", "a3")) {
                ledger.arrivals().record(Delivery.arrival(name));
                Job job = ledger.jobs().claim(JobKind.IDENTIFY, Delivery.LEASE).orElseThrow();
                switch (name) {
                    case "a1" -> ledger.arrivals().hold(job, "", "Say which.");
                    case "a2" -> ledger.arrivals().settle(job, ArrivalState.QUARANTINED, "Too large.");
                    default -> ledger.arrivals().settle(job, ArrivalState.PARKED, "It failed.");
                }
                kinds.add(claimed(ledger, JobKind.WRITE).kind());
            }
            assertEquals(List.of(LetterKind.NOTICE, LetterKind.NOTICE, LetterKind.RECEIPT), kinds);
            String submission = Delivery.of("a4", "bytes-4").submit(ledger);
            ledger.submissions()
                    .settle(
                            ledger.jobs().claim(JobKind.EXTRACT, Delivery.LEASE).orElseThrow(),
                            SubmissionState.HELD,
                            "A password.");
            assertEquals(LetterKind.RECEIPT, claimed(ledger, JobKind.WRITE).kind());
            assertEquals(Optional.of(submission), claimed(ledger, JobKind.WRITE).submission());
        }
    }

    @ParameterizedTest
    @EnumSource
    void withdrawnLetter_isDoneWith(Ledgers database) throws IOException {
        try (Ledger ledger = open(database, BOTH)) {
            ledger.arrivals().refused(Delivery.arrival("a1"), "Too large.");
            Job job = ledger.jobs().claim(JobKind.SEND, Delivery.LEASE).orElseThrow();
            ledger.letters().withdrawn(job);
            assertEquals(0, ledger.letters().backlog(LetterWay.MAIL));
            assertThrows(LeaseLost.class, () -> ledger.letters().withdrawn(job));
            assertEquals(0, ledger.outbox().backlog(), "letters are no effects for readers of queues");
            assertTrue(ledger.verify().intact(), ledger.verify().broken());
        }
    }

    /// Claims the next letter of a way and records that it went.
    private static Letters.Entry claimed(Ledger ledger, JobKind kind) {
        Job job = ledger.jobs().claim(kind, Duration.ofMinutes(5)).orElseThrow();
        Letters.Entry entry = ledger.letters().get(job.subject());
        ledger.outbox().published(job);
        return entry;
    }

    private static long backlog(Ledger ledger) {
        return ledger.letters().backlog(LetterWay.FILE) + ledger.letters().backlog(LetterWay.MAIL);
    }

    private Ledger open(Ledgers database, Outlets outlets) throws IOException {
        return Ledger.open(
                database.location(folder),
                Vault.open(folder.resolve("data"), new char[0]),
                Clock.fixed(Delivery.NOON, ZoneOffset.UTC),
                outlets);
    }
}
