package dev.assay.ledger;

import dev.assay.work.ClockEvent;
import dev.assay.work.ClockEvent.Action;
import dev.assay.work.ClockKind;
import dev.assay.work.RoundClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Writes and reads the clocks of rounds. Only a vendor's pause: for what keeps the vendor from delivering and is
/// not the vendor's doing.
final class Clocks {
    private static final String TABLE = "clock_event";
    private static final String RUNNING = "SELECT c.deliverable AS deliverable, c.round AS round, c.clock AS clock FROM"
            + " clock_event c JOIN deliverable d ON d.id = c.deliverable JOIN work_order o ON o.id = d.work_order"
            + " WHERE c.clock LIKE 'vendor-%' AND (o.client = :client OR :client = '') GROUP BY c.deliverable,"
            + " c.round, c.clock HAVING SUM(CASE c.action WHEN 'start' THEN 1 WHEN 'stop' THEN -1 ELSE 0 END) > 0"
            + " ORDER BY c.deliverable, c.round, c.clock";

    private final Facts facts;

    Clocks(Facts facts) {
        this.facts = facts;
    }

    /// Starts a clock that does not run yet; a vendor's once only, with the pauses that would have held it since.
    ///
    /// @param deliverable id across work orders
    void start(String deliverable, int round, ClockKind kind, String reason, Instant at) {
        RoundClock clock = find(deliverable, round, kind);
        boolean vendors = kind == ClockKind.ofVendor(round);
        if (clock.started() || (vendors && !clock.events().isEmpty())) {
            return;
        }
        Instant start = clock.events().isEmpty()
                ? at
                : later(at, clock.events().getLast().at().plusNanos(1));
        insert(clock, deliverable, Action.START, reason, start);
        if (vendors) {
            pauses(deliverable, start).forEach(pause -> pause(clock, deliverable, pause, start));
        }
    }

    /// Starts the vendor's clock of the round that a rework asks for: from the moment from which its due time counts.
    void startRework(Row submission, String reason) {
        int next = submission.count("round") + 1;
        start(submission.text("deliverable"), next, ClockKind.ofVendor(next), reason, Moments.read(facts.now()));
    }

    /// Stops a clock, not before it was started. One that does not run stays as it is.
    void stop(String deliverable, int round, ClockKind kind, String reason, Instant at) {
        RoundClock clock = find(deliverable, round, kind);
        if (clock.started()) {
            Instant started = clock.events().stream()
                    .filter(event -> event.action() == Action.START)
                    .reduce((first, last) -> last)
                    .orElseThrow()
                    .at();
            insert(clock, deliverable, Action.STOP, reason, later(at, started));
        }
    }

    /// Holds the vendors' clocks that run.
    ///
    /// @param client whose deliverables; empty for all
    void pauseVendors(String client, String reason, Instant at) {
        running(client, (clock, deliverable) -> insert(clock, deliverable, Action.PAUSE, reason, at));
    }

    /// Lets the vendors' clocks go on that were held for a reason.
    void resumeVendors(String client, String reason, Instant at) {
        running(client, (clock, deliverable) -> {
            if (clock.pausedFor().contains(reason)) {
                insert(clock, deliverable, Action.RESUME, reason, at);
            }
        });
    }

    /// Notes for the vendors' clocks that run that they stood for a while.
    void stood(String reason, Instant from, Instant until) {
        running("", (clock, deliverable) -> {
            Instant started = clock.events().getFirst().at();
            if (started.isBefore(until)) {
                pause(clock, deliverable, new Pause(reason, from, Optional.of(until)), started);
            }
        });
    }

    /// A clock, without events where it was never started.
    RoundClock find(String deliverable, int round, ClockKind kind) {
        return of(deliverable, round).stream()
                .filter(clock -> clock.kind() == kind)
                .findFirst()
                .orElse(new RoundClock(kind, round, List.of()));
    }

    /// The clocks of a round that anything happened to.
    List<RoundClock> of(String deliverable, int round) {
        Map<ClockKind, List<ClockEvent>> events = new EnumMap<>(ClockKind.class);
        for (Row row : facts.query(
                "SELECT * FROM clock_event WHERE deliverable = :deliverable AND round = :round ORDER BY happened_at,"
                        + " id",
                Map.of("deliverable", deliverable, "round", round))) {
            events.computeIfAbsent(ClockKind.valueOf(constant(row.text("clock"))), kind -> new ArrayList<>())
                    .add(new ClockEvent(
                            Action.valueOf(constant(row.text("action"))),
                            Moments.read(row.text("happened_at")),
                            row.text("reason"),
                            row.text("calendar_version")));
        }
        return events.entrySet().stream()
                .map(entry -> new RoundClock(entry.getKey(), round, entry.getValue()))
                .toList();
    }

    private interface Running {
        void with(RoundClock clock, String deliverable);
    }

    private void running(String client, Running task) {
        for (Row row : facts.query(RUNNING, Map.of("client", client))) {
            String deliverable = row.text("deliverable");
            task.with(
                    find(deliverable, row.count("round"), ClockKind.valueOf(constant(row.text("clock")))), deliverable);
        }
    }

    /// @param until empty while it lasts
    private record Pause(String reason, Instant from, Optional<Instant> until) {}

    /// What would have held a vendor's clock since a moment.
    private List<Pause> pauses(String deliverable, Instant since) {
        List<Pause> pauses = new ArrayList<>();
        for (Row row :
                facts.query("SELECT * FROM outage WHERE ended_at > :since", Map.of("since", Moments.text(since)))) {
            pauses.add(new Pause(
                    Outages.REASON,
                    Moments.read(row.text("began_at")),
                    Optional.of(Moments.read(row.text("ended_at")))));
        }
        for (Row row : facts.query(
                "SELECT h.set_at AS set_at, h.lifted_at AS lifted_at FROM hold h JOIN work_order o ON o.client ="
                        + " h.subject JOIN deliverable d ON d.work_order = o.id WHERE h.subject_kind = 'client' AND"
                        + " d.id = :deliverable AND (h.lifted_at IS NULL OR h.lifted_at > :since)",
                Map.of("deliverable", deliverable, "since", Moments.text(since)))) {
            pauses.add(new Pause(
                    Holds.REASON,
                    Moments.read(row.text("set_at")),
                    Optional.ofNullable(row.textOrNull("lifted_at")).map(Moments::read)));
        }
        return pauses;
    }

    private void pause(RoundClock clock, String deliverable, Pause pause, Instant started) {
        insert(clock, deliverable, Action.PAUSE, pause.reason(), later(pause.from(), started));
        pause.until().ifPresent(until -> insert(clock, deliverable, Action.RESUME, pause.reason(), until));
    }

    private void insert(RoundClock clock, String deliverable, Action action, String reason, Instant at) {
        String kind = word(clock.kind());
        String moment = Moments.text(at);
        facts.insert(
                TABLE,
                "clock." + word(action),
                Row.empty()
                        .with(
                                "id",
                                Digests.id(
                                        "clock",
                                        deliverable,
                                        Integer.toString(clock.round()),
                                        kind,
                                        word(action),
                                        reason,
                                        moment,
                                        Integer.toString(clock.events().size())))
                        .with("deliverable", deliverable)
                        .with("round", clock.round())
                        .with("clock", kind)
                        .with("action", word(action))
                        .with("reason", reason)
                        .with("calendar_version", calendar(deliverable, clock.round()))
                        .with("happened_at", moment));
    }

    /// The calendar of the round; of one that is only asked for, that of the round before.
    private String calendar(String deliverable, int round) {
        return facts.query(
                        "SELECT v.calendar AS calendar FROM round r JOIN work_order_version v ON v.id ="
                                + " r.work_order_version WHERE r.deliverable = :deliverable AND r.number <= :round"
                                + " ORDER BY r.number DESC LIMIT 1",
                        Map.of("deliverable", deliverable, "round", round))
                .getFirst()
                .text("calendar");
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String constant(String word) {
        return word.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
