package dev.assay.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/// Knows for how long nothing could be taken in, from a heartbeat in the ledger: it is written while intake is open,
/// so that a gap is there whether the program was down, its machine slept, or intake waited for disk or open jobs.
/// No vendor's clock runs in such a gap.
public final class Outages {
    /// How often the heartbeat is to be written.
    public static final Duration INTERVAL = Duration.ofMinutes(1);
    static final String REASON = "outage";
    /// A restart is none.
    private static final Duration TOLERATED = Duration.ofMinutes(5);

    private static final String TABLE = "heartbeat";

    private final Transactions transactions;

    Outages(Transactions transactions) {
        this.transactions = transactions;
    }

    /// Records that deliverables can be taken in now, and the outage that has ended by it.
    public void alive() {
        transactions.write(facts -> {
            notice(facts);
            beat(facts);
            return true;
        });
    }

    /// Records the outage up to now, if there is one. What is received is measured after this.
    static void notice(Facts facts) {
        Instant now = Moments.read(facts.now());
        for (Row row : facts.query("SELECT at FROM heartbeat", Map.of())) {
            Instant last = Moments.read(row.text("at"));
            if (Duration.between(last, now).compareTo(TOLERATED) > 0) {
                facts.insert(
                        "outage",
                        "outage.noticed",
                        Row.empty()
                                .with("id", Digests.id(REASON, row.text("at"), facts.now()))
                                .with("began_at", row.text("at"))
                                .with("ended_at", facts.now()));
                new Clocks(facts).stood(REASON, last, now);
                beat(facts);
            }
        }
    }

    private static void beat(Facts facts) {
        facts.handle()
                .createUpdate(
                        "INSERT INTO " + TABLE + " (id, at) VALUES (1, :at) ON CONFLICT (id) DO UPDATE SET at = :at")
                .bind("at", facts.now())
                .execute();
    }
}
