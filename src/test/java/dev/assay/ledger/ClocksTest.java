package dev.assay.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.vault.Vault;
import dev.assay.work.RoundClock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// When clocks of rounds start, stand and stop.
final class ClocksTest {
    private static final Instant NOON = Delivery.NOON;
    private static final Outlets FILE = new Outlets(_ -> Set.of(LetterWay.FILE), false);

    @TempDir
    private Path folder;

    private Instant now = NOON;

    @ParameterizedTest
    @EnumSource
    void vendorsClocks_standForOutagesAndHolds_andLatenessTakesThemOff(Ledgers database) throws IOException {
        try (Ledger ledger = open(database, Outlets.NONE)) {
            ledger.outages().alive();
            String first = Delivery.of("a1", "bytes-1").submit(ledger);
            Delivery.decide(ledger, first, "rework");
            Delivery.publish(ledger);
            at("12:20");
            ledger.outages().alive();
            at("12:24");
            ledger.outages().alive();
            ledger.holds().set("harrowgate", "ann", "a dispute");
            at("12:28");
            ledger.holds().lift("harrowgate", "ann", "settled");
            String second = Delivery.of("a2", "bytes-2")
                    .due(NOON)
                    .came(Instant.parse("2026-11-27T12:00:00Z"))
                    .submit(ledger);
            assertEquals(
                    List.of(
                            "VENDOR_REWORK START 12:00 rework",
                            "VENDOR_REWORK PAUSE 12:00 outage",
                            "VENDOR_REWORK RESUME 12:20 outage",
                            "VENDOR_REWORK PAUSE 12:24 hold",
                            "VENDOR_REWORK RESUME 12:28 hold",
                            "VENDOR_REWORK STOP 12:00 delivered"),
                    events(ledger, second));
            SubmissionRecord record = ledger.submissions().find(second).orElseThrow();
            assertEquals(Instant.parse("2026-11-25T12:00:00Z"), record.due());
            assertEquals(Duration.ofDays(2).minusMinutes(24).toSeconds(), record.lateSeconds());
            assertTrue(ledger.verify().intact(), ledger.verify().broken());
        }
    }

    @ParameterizedTest
    @EnumSource
    void deliveryClock_runsFromWhenTheDeliverableWasKnown_withTheOutagesSince(Ledgers database) throws IOException {
        try (Ledger ledger = open(database, Outlets.NONE)) {
            ledger.outages().alive();
            ledger.orders().expect(List.of(Delivery.of("a1", "bytes-1").order()));
            at("12:05");
            ledger.outages().alive();
            at("12:30");
            String late = Delivery.of("a1", "bytes-1")
                    .came(Instant.parse("2026-11-23T12:29:00Z"))
                    .submit(ledger);
            assertEquals(
                    List.of(
                            "VENDOR_DELIVERY START 12:00 expected",
                            "VENDOR_DELIVERY PAUSE 12:05 outage",
                            "VENDOR_DELIVERY STOP 12:29 delivered",
                            "VENDOR_DELIVERY RESUME 12:30 outage"),
                    events(ledger, late));
            assertEquals(
                    Duration.ofMinutes(5).toSeconds(),
                    ledger.submissions().find(late).orElseThrow().lateSeconds());
        }
    }

    @ParameterizedTest
    @EnumSource
    void beatsFiveMinutesApart_areNoOutage(Ledgers database) throws IOException {
        try (Ledger ledger = open(database, Outlets.NONE)) {
            ledger.outages().alive();
            ledger.orders().expect(List.of(Delivery.of("a1", "bytes-1").order()));
            at("12:05");
            String submission = Delivery.of("a1", "bytes-1")
                    .came(Instant.parse("2026-11-23T12:05:00Z"))
                    .submit(ledger);
            assertEquals(
                    List.of("VENDOR_DELIVERY START 12:00 expected", "VENDOR_DELIVERY STOP 12:05 delivered"),
                    events(ledger, submission));
        }
    }

    @ParameterizedTest
    @EnumSource
    void ourClocks_runWhileAReceiptIsOwedAndAReviewIsOpen(Ledgers database) throws IOException {
        try (Ledger ledger = open(database, FILE)) {
            ledger.outages().alive();
            String first = Delivery.of("a1", "bytes-1").submit(ledger);
            Delivery.decide(ledger, first, "review");
            at("12:01");
            Delivery.publish(ledger);
            at("12:02");
            Job receipt = ledger.jobs().claim(JobKind.WRITE, Delivery.LEASE).orElseThrow();
            ledger.outbox().staged(receipt);
            ledger.outbox().published(receipt);
            at("12:03");
            String second = Delivery.of("a2", "bytes-2").submit(ledger);
            assertEquals(
                    List.of(
                            "VENDOR_DELIVERY START 12:00 expected",
                            "VENDOR_DELIVERY STOP 12:00 delivered",
                            "OUR_RECEIPT START 12:00 recorded",
                            "OUR_RECEIPT STOP 12:02 sent",
                            "OUR_RECEIPT START 12:02 recorded",
                            "OUR_REVIEW START 12:01 routed",
                            "OUR_REVIEW STOP 12:03 superseded"),
                    events(ledger, second));
            assertTrue(ledger.verify().intact(), ledger.verify().broken());
        }
    }

    private static List<String> events(Ledger ledger, String submission) {
        return ledger.stories().tell(submission).orElseThrow().clocks().stream()
                .flatMap(ClocksTest::lines)
                .toList();
    }

    private static Stream<String> lines(RoundClock clock) {
        return clock.events().stream()
                .map(event -> clock.kind() + " " + event.action() + " "
                        + event.at().toString().substring(11, 16) + " " + event.reason());
    }

    private void at(String time) {
        now = Instant.parse("2026-11-23T" + time + ":00Z");
    }

    private Ledger open(Ledgers database, Outlets outlets) throws IOException {
        return Ledger.open(
                database.location(folder),
                Vault.open(folder.resolve("data"), "test".toCharArray()),
                new Ticking(),
                outlets);
    }

    /// The time that the test says.
    private final class Ticking extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
