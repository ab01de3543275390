package dev.assay.ledger;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The two balances: arrivals and submissions.
public final class Balances {
    /// The named rows of the balance of submissions.
    public static final List<String> SUBMISSION_ROWS = List.of(
            "accepted",
            "rework",
            "review",
            "rejected",
            "superseded",
            "withdrawn",
            "waiting",
            "held",
            "quarantined",
            "parked",
            "in-flight");

    private final Transactions transactions;

    Balances(Transactions transactions) {
        this.transactions = transactions;
    }

    /// recorded = attached + duplicate + held + refused + quarantined + parked + in flight.
    public Balance arrivals() {
        return transactions.read(facts -> {
            Map<String, Long> rows = new LinkedHashMap<>();
            for (ArrivalState state : ArrivalState.values()) {
                rows.put(state.name().toLowerCase(Locale.ROOT).replace('_', '-'), 0L);
            }
            for (Row row : facts.query("SELECT state, COUNT(*) AS n FROM arrival GROUP BY state", Map.of())) {
                rows.merge(row.text("state").toLowerCase(Locale.ROOT).replace('_', '-'), row.number("n"), Long::sum);
            }
            return new Balance(events(facts, "arrival.recorded"), rows);
        });
    }

    /// received = accepted + rework + review + rejected + superseded + withdrawn + waiting + held + quarantined
    /// + parked + in flight.
    public Balance submissions() {
        return transactions.read(facts -> {
            Map<String, Long> rows = new LinkedHashMap<>();
            SUBMISSION_ROWS.forEach(row -> rows.put(row, 0L));
            for (Row row : facts.query(
                    "SELECT state, COALESCE(verdict, '') AS verdict, COUNT(*) AS n FROM submission GROUP BY state,"
                            + " verdict",
                    Map.of())) {
                rows.merge(
                        name(SubmissionState.valueOf(row.text("state")), row.text("verdict")),
                        row.number("n"),
                        Long::sum);
            }
            return new Balance(events(facts, "submission.identified"), rows);
        });
    }

    private static String name(SubmissionState state, String verdict) {
        return switch (state) {
            case IDENTIFIED, EXTRACTED, CHECKED -> "in-flight";
            case DECIDED, ROUTED -> verdict.equals("accept") ? "accepted" : verdict;
            case WAITING, HELD, QUARANTINED, PARKED, SUPERSEDED, WITHDRAWN, REJECTED ->
                state.name().toLowerCase(Locale.ROOT);
        };
    }

    private static long events(Facts facts, String kind) {
        return facts.query("SELECT COUNT(*) AS n FROM event WHERE kind = :kind", Map.of("kind", kind))
                .getFirst()
                .number("n");
    }
}
