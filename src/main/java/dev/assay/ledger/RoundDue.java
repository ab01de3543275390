package dev.assay.ledger;

import dev.assay.config.Json;
import dev.assay.work.WorkOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// When the next round is due that a rework asks for: so long after the verdict, or after its release, as the
/// policy says in the version which the round that ended is held to.
final class RoundDue {
    private RoundDue() {}

    /// When a round's next one is due.
    ///
    /// @param deliverable id across work orders
    /// @param round       the round that ended
    /// @return empty where it did not end in rework
    static Optional<Instant> after(Facts facts, String deliverable, int round) {
        return facts
                .query(
                        "SELECT v.decided_at AS asked, d.decided_at AS released, r.work_order_version AS version,"
                            + " s.client AS client FROM submission s JOIN verdict v ON v.submission = s.id JOIN round"
                            + " r ON r.deliverable = s.deliverable AND r.number = s.round LEFT JOIN decision d ON"
                            + " d.submission = s.id AND d.kind = 'release' WHERE s.deliverable = :deliverable AND"
                            + " s.round = :round AND s.verdict = 'rework' AND s.state <> 'SUPERSEDED' ORDER BY"
                            + " v.decided_at DESC LIMIT 1",
                        Map.of("deliverable", deliverable, "round", round))
                .stream()
                .findFirst()
                .map(row -> due(facts, row, deliverable));
    }

    private static Instant due(Facts facts, Row row, String deliverable) {
        String version = row.text("version");
        WorkOrder order = Json.read(
                facts.unseal(
                                row.text("client"),
                                "work_order_version",
                                version,
                                "definition_sealed",
                                facts.get("work_order_version", version).text("definition_sealed"))
                        .getBytes(StandardCharsets.UTF_8),
                WorkOrder.class);
        String released = row.textOrNull("released");
        return order.policy()
                .reworkWithin()
                .due(
                        Moments.read(released == null ? row.text("asked") : released),
                        order.deliverable(deliverable.substring(order.id().length() + 1))
                                .orElseThrow()
                                .due(),
                        order.zone(),
                        order.businessDays());
    }
}
