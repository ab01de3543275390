package dev.assay.ledger;

import dev.assay.work.Arrival;
import dev.assay.work.Channel;
import dev.assay.work.Client;
import dev.assay.work.Deliverable;
import dev.assay.work.Policy;
import dev.assay.work.PriorWorkUse;
import dev.assay.work.Tier;
import dev.assay.work.WorkOrder;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// A delivery of a deck for work order hb-101, and what can be different about it; and the steps that take it
/// through a ledger without reading anything.
///
/// @param arrival   a name for it
/// @param bytes     a name for what is in it
/// @param version   of the work order
/// @param policy    its version
/// @param sampling  the share that is drawn
/// @param due       when it is due
/// @param client    whose work it is
/// @param vendor    who delivers it
/// @param conflicts what weaker hints said instead
public record Delivery(
        String arrival,
        String bytes,
        String version,
        String policy,
        double sampling,
        Instant due,
        String client,
        String vendor,
        List<String> conflicts,
        Instant came) {
    public static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    public static final Duration LEASE = Duration.ofMinutes(5);
    private static final String VENDOR = "kestrel-insight";

    public static Delivery of(String arrival, String bytes) {
        return new Delivery(arrival, bytes, "v1", "standard", 0, NOON, "harrowgate", VENDOR, List.of(), NOON);
    }

    public Delivery version(String other) {
        return new Delivery(arrival, bytes, other, policy, sampling, due, client, vendor, conflicts, came);
    }

    public Delivery policy(String other, double share) {
        return new Delivery(arrival, bytes, version, other, share, due, client, vendor, conflicts, came);
    }

    public Delivery due(Instant other) {
        return new Delivery(arrival, bytes, version, policy, sampling, other, client, vendor, conflicts, came);
    }

    public Delivery client(String other) {
        return new Delivery(arrival, bytes, version, policy, sampling, due, other, vendor, conflicts, came);
    }

    public Delivery vendor(String other) {
        return new Delivery(arrival, bytes, version, policy, sampling, due, client, other, conflicts, came);
    }

    public Delivery conflicting(String... hints) {
        return new Delivery(arrival, bytes, version, policy, sampling, due, client, vendor, List.of(hints), came);
    }

    /// By the time that counts.
    public Delivery came(Instant other) {
        return new Delivery(arrival, bytes, version, policy, sampling, due, client, vendor, conflicts, other);
    }

    public static String id(String arrival) {
        return Digests.id("arrival", arrival);
    }

    public static Arrival arrival(String name) {
        return arrival(name, NOON);
    }

    public static Arrival arrival(String name, Instant recorded) {
        return new Arrival(
                id(name),
                Channel.FOLDER,
                VENDOR,
                "hb-101/deck.pptx",
                17,
                Digests.of(name),
                new Arrival.ArrivalTimes(NOON, NOON, NOON, NOON, recorded));
    }

    /// Records the arrival and attaches it.
    public Attached deliver(Ledger ledger) {
        ledger.arrivals().record(arrival(arrival));
        return attach(ledger);
    }

    /// Records the arrival, which becomes a submission.
    public String submit(Ledger ledger) {
        return ((Attached.Submitted) deliver(ledger)).submission();
    }

    /// Attaches the arrival that is next.
    public Attached attach(Ledger ledger) {
        Job job = ledger.jobs().claim(JobKind.IDENTIFY, LEASE).orElseThrow();
        return ledger.submissions()
                .attach(
                        job,
                        attachment(
                                List.of(new Attachment.AttachedPart("deck", "deck.pptx", 17, Digests.of(bytes))),
                                Attachment.Told.NOTHING,
                                Attachment.Assembly.WHOLE));
    }

    /// What is attached, of some files.
    Attachment attachment(List<Attachment.AttachedPart> parts, Attachment.Told told, Attachment.Assembly assembly) {
        WorkOrder order = order();
        return new Attachment(
                id(arrival),
                new Client(
                        client,
                        "Harrowgate Beverages",
                        Period.ofYears(2),
                        Policy.standard(),
                        PriorWorkUse.SHARE,
                        List.of()),
                vendor,
                order,
                order.deliverables().getFirst(),
                "path",
                conflicts,
                parts,
                new ByDue(came),
                told,
                assembly);
    }

    WorkOrder order() {
        return new WorkOrder(
                "hb-101",
                version,
                client,
                "market-research",
                Tier.STANDARD,
                "en",
                ZoneId.of("Europe/London"),
                "every-day",
                new Policy(
                        policy,
                        sampling,
                        0,
                        false,
                        false,
                        3,
                        0,
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        OptionalDouble.empty()),
                Optional.empty(),
                List.of(new Deliverable(
                        "deck", "Deck", "deck", "checklist", List.of(VENDOR, vendor), List.of("hb-101"), due)));
    }

    /// A share of 1 draws it.
    private record ByDue(Instant came) implements Attachment.Terms {
        @Override
        public Instant counted(WorkOrder inForce) {
            return came;
        }

        @Override
        public long lateSeconds(WorkOrder inForce, Instant due, Duration paused) {
            return Duration.between(due.plus(paused), came).toSeconds();
        }

        @Override
        public boolean drawn(WorkOrder inForce, int round) {
            return inForce.policy().sampling() == 1;
        }
    }

    /// Takes a submission from reading to its verdict, with a finding on one item and a pass of another.
    public static void decide(Ledger ledger, String submission, String verdict) {
        decide(ledger, submission, verdict, "f1");
    }

    /// As above, with the finding's fingerprint.
    public static void decide(Ledger ledger, String submission, String verdict, String fingerprint) {
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
                                List.of(
                                        new Decided.OutcomeRecord(
                                                "no-placeholders",
                                                "machine",
                                                "placeholder-text",
                                                1,
                                                "enforce",
                                                "failed",
                                                "",
                                                "{\"outcome\":1}"),
                                        new Decided.OutcomeRecord(
                                                "totals",
                                                "machine",
                                                "table-total",
                                                2,
                                                "enforce",
                                                "passed",
                                                "",
                                                "{\"outcome\":2}")),
                                List.of(new Decided.FindingRecord(
                                        "no-placeholders",
                                        "placeholder-text",
                                        1,
                                        fingerprint,
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

    public static void publish(Ledger ledger) {
        Job job = ledger.jobs().claim(JobKind.PUBLISH, LEASE).orElseThrow();
        ledger.outbox().staged(job);
        ledger.outbox().published(job);
    }
}
