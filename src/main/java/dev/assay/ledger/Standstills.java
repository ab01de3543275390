package dev.assay.ledger;

import dev.assay.vault.KeyDestroyed;
import dev.assay.vault.Vault;
import dev.assay.work.Vendor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// What is held, quarantined or parked, and what a person does about it. Whatever is done is recorded with who did it
/// and why, in the transaction that does it.
public final class Standstills {
    private static final Set<String> STATES = Set.of("HELD", "QUARANTINED", "PARKED");
    private static final String STOPPED = " WHERE state IN ('HELD', 'QUARANTINED', 'PARKED')";

    private static final String HANDLING = "handling";
    private static final String RELEASES = "SELECT * FROM handling WHERE subject = :id AND kind = 'release'";
    private static final String SINCE =
            "SELECT MAX(at) AS at FROM event WHERE subject_table = :table AND subject = :id AND kind = :kind";

    private final Transactions transactions;

    Standstills(Transactions transactions) {
        this.transactions = transactions;
    }

    /// What a person says an arrival is.
    ///
    /// @param vendor      who delivered it
    /// @param workOrder   id
    /// @param deliverable id within the work order
    public record Named(String vendor, String workOrder, String deliverable) {}

    /// All that stands still, the longest first.
    public List<Standstill> list() {
        return transactions.read(facts -> {
            List<Standstill> found = new ArrayList<>();
            facts.query("SELECT * FROM arrival" + STOPPED, Map.of()).forEach(row -> found.add(arrival(facts, row)));
            facts.query("SELECT * FROM submission" + STOPPED, Map.of())
                    .forEach(row -> found.add(submission(facts, row)));
            facts.query("SELECT * FROM outbox" + STOPPED, Map.of()).forEach(row -> found.add(letter(facts, row)));
            found.sort(Comparator.comparing(Standstill::since).thenComparing(Standstill::id));
            return found;
        });
    }

    static Standstill arrival(Facts facts, Row row) {
        ArrivalRecord arrival = Arrivals.read(facts, row);
        return standstill(
                facts,
                Standstill.Kind.ARRIVAL,
                row,
                arrival.arrival().vendor(),
                arrival.arrival().channel().word(),
                arrival.reason());
    }

    private static Standstill submission(Facts facts, Row row) {
        String channel = facts.query(
                        "SELECT a.channel AS channel FROM arrival a JOIN arrival_submission s"
                                + " ON s.arrival = a.id WHERE s.submission = :id ORDER BY a.recorded_at, a.id LIMIT 1",
                        Map.of("id", row.text("id")))
                .getFirst()
                .text("channel");
        return standstill(facts, Standstill.Kind.SUBMISSION, row, row.text("vendor"), channel, reason(facts, row));
    }

    private static String reason(Facts facts, Row submission) {
        try {
            String reason = facts.unsealOrNull(
                    submission.text("client"),
                    Submissions.TABLE,
                    submission.text("id"),
                    "reason_sealed",
                    submission.textOrNull("reason_sealed"));
            return reason == null ? "" : reason;
        } catch (KeyDestroyed e) {
            return "";
        }
    }

    private static Standstill letter(Facts facts, Row row) {
        return standstill(
                facts,
                Standstill.Kind.LETTER,
                row,
                row.text("target"),
                row.text("kind").replaceFirst(".*-", ""),
                Jobs.error(facts, row.text("id")));
    }

    private static Standstill standstill(
            Facts facts, Standstill.Kind kind, Row row, String vendor, String channel, String reason) {
        String id = row.text("id");
        String state = row.text("state");
        Map<String, String> event =
                Map.of("table", kind.table(), "id", id, "kind", kind.table() + "." + state.toLowerCase(Locale.ROOT));
        String since = facts.query(SINCE, event).getFirst().text("at");
        return new Standstill(kind, id, state, Moments.read(since), vendor, channel, reason);
    }

    /// Has what is quarantined or held looked at again, for which a person answers. What a virus scanner said of an
    /// arrival does not stop this one arrival again, if it says the same; limits hold as ever. Where the scanner's
    /// word was passed over, nothing is accepted without a reviewer.
    ///
    /// @return whether it was quarantined or held
    public boolean release(Standstill stopped, String actor, String reason) {
        return done(stopped, "release", actor, reason, facts -> {
            switch (stopped.kind()) {
                case ARRIVAL -> Arrivals.reopen(facts, stopped.id());
                case SUBMISSION -> Submissions.resume(facts, stopped.id());
                case LETTER -> {
                    return false;
                }
            }
            return true;
        });
    }

    /// Ends what stands still for good: an arrival is refused and its vendor told that it is, a submission rejected,
    /// a letter given up. The person's reason is recorded and goes to nobody.
    ///
    /// @return whether it stood still
    public boolean refuse(Standstill stopped, String actor, String reason) {
        return done(stopped, "refuse", actor, reason, facts -> {
            String id = stopped.id();
            switch (stopped.kind()) {
                case ARRIVAL -> {
                    Row row = facts.get("arrival", id);
                    facts.update("arrival", id, "arrival.refused", Row.empty().with("state", "REFUSED"));
                    Letters.open(facts, LetterKind.RECEIPT, id, row.text("vendor"), Duration.ZERO);
                }
                case SUBMISSION -> {
                    Submissions.change(facts, id, SubmissionState.REJECTED, Row.empty());
                    IndexOps.appendIfKnown(facts, id, "reject");
                }
                case LETTER ->
                    facts.update("outbox", id, "outbox.withdrawn", Row.empty().with("state", "WITHDRAWN"));
            }
            Jobs.withdraw(facts, id);
            return true;
        });
    }

    /// Sends a parked letter again.
    ///
    /// @return whether it was parked
    public boolean resend(Standstill letter, String actor, String reason) {
        return done(letter, "requeue", actor, reason, facts -> {
            Row row = facts.get("outbox", letter.id());
            facts.update("outbox", letter.id(), "outbox.requeued", Row.empty().with("state", "NEW"));
            Jobs.open(facts, row.text("kind").endsWith("-file") ? JobKind.WRITE : JobKind.SEND, letter.id());
            return true;
        });
    }

    /// Has an arrival that is held or parked looked at again as what a person says it is. One whose vendor nobody knew
    /// is that vendor's from now on.
    ///
    /// @return whether it was held or parked
    /// @throws IllegalStateException if it came from another vendor, or its source was not told yet and would be
    ///                               asked under the name it has now
    public boolean name(Standstill stopped, Named named, String actor, String reason) {
        return transactions.write(facts -> {
            Row row = facts.get("arrival", stopped.id());
            if (!row.text("state").equals(stopped.state()) || stopped.state().equals("QUARANTINED")) {
                return false;
            }
            handled(facts, stopped, "name", actor, reason, Optional.of(named));
            if (!row.text("vendor").equals(named.vendor())) {
                give(facts, row, named.vendor());
            }
            Arrivals.reopen(facts, stopped.id());
            return true;
        });
    }

    private static void give(Facts facts, Row row, String vendor) {
        if (!row.text("vendor").equals(Vendor.UNKNOWN)) {
            throw new IllegalStateException("Arrival " + row.text("id") + " came from vendor " + row.text("vendor")
                    + ", and is not another's. Name a deliverable of that vendor.");
        }
        if (row.textOrNull("acknowledged_at") == null) {
            throw new IllegalStateException("The source of arrival " + row.text("id")
                    + " was not told yet that it is here. Try again when the installation has told it.");
        }
        facts.update(
                "arrival",
                row.text("id"),
                "arrival.named",
                Row.empty()
                        .with("vendor", vendor)
                        .with(
                                "folder_hash",
                                Arrivals.folderHash(Arrivals.read(facts, row).arrival(), vendor)));
    }

    /// What a person said last that an arrival is.
    public Optional<Named> named(String arrival) {
        return transactions.read(facts -> facts
                .query(
                        "SELECT * FROM handling WHERE subject = :id AND kind = 'name'"
                                + " ORDER BY handled_at DESC, id LIMIT 1",
                        Map.of("id", arrival))
                .stream()
                .findFirst()
                .map(row -> new Named(row.text("vendor"), row.text("work_order"), row.text("deliverable"))));
    }

    /// The reasons for which an arrival stood still when a person released it.
    public Set<String> released(String arrival) {
        return transactions.read(facts -> {
            Set<String> reasons = new HashSet<>();
            for (Row row : facts.query(RELEASES, Map.of("id", arrival))) {
                String id = row.text("id");
                reasons.add(facts.unseal(Vault.INTAKE, HANDLING, id, "about_sealed", row.text("about_sealed")));
            }
            return reasons;
        });
    }

    /// Does something about what is still as it was seen.
    private boolean done(Standstill stopped, String kind, String actor, String reason, Function<Facts, Boolean> work) {
        return transactions.write(facts -> {
            Row row = facts.get(stopped.kind().table(), stopped.id());
            if (!row.text("state").equals(stopped.state()) || !isFor(kind, stopped)) {
                return false;
            }
            if (stopped.kind() == Standstill.Kind.SUBMISSION) {
                Submissions.decide(facts, row, kind.equals("refuse") ? "reject" : kind, actor, reason);
            } else {
                handled(facts, stopped, kind, actor, reason, Optional.empty());
            }
            return work.apply(facts);
        });
    }

    private static boolean isFor(String kind, Standstill stopped) {
        return switch (kind) {
            case "release" ->
                stopped.kind() != Standstill.Kind.LETTER && !stopped.state().equals("PARKED");
            case "requeue" -> !stopped.state().equals("QUARANTINED");
            default -> STATES.contains(stopped.state());
        };
    }

    static void handled(
            Facts facts, Standstill stopped, String kind, String actor, String reason, Optional<Named> named) {
        String id = Digests.id("handling", stopped.id(), kind, facts.now());
        facts.insert(
                HANDLING,
                stopped.kind().table() + "." + kind,
                Row.empty()
                        .with("id", id)
                        .with("subject_kind", stopped.kind().name().toLowerCase(Locale.ROOT))
                        .with("subject", stopped.id())
                        .with("kind", kind)
                        .with("actor", actor)
                        .with("about_sealed", sealed(facts, id, "about_sealed", stopped.reason()))
                        .with("reason_sealed", sealed(facts, id, "reason_sealed", reason))
                        .with("vendor", named.map(Named::vendor).orElse(null))
                        .with("work_order", named.map(Named::workOrder).orElse(null))
                        .with("deliverable", named.map(Named::deliverable).orElse(null))
                        .with("handled_at", facts.now()));
    }

    private static String sealed(Facts facts, String id, String column, String text) {
        return facts.seal(Vault.INTAKE, HANDLING, id, column, text);
    }
}
