package dev.assay.ledger;

import dev.assay.config.Json;
import dev.assay.work.WorkOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The work orders that something was delivered for.
public final class Orders {
    private final Transactions transactions;

    Orders(Transactions transactions) {
        this.transactions = transactions;
    }

    /// The work orders that one continues: its predecessor, that one's, and so on, nearest first.
    public Set<String> predecessors(WorkOrder order) {
        return transactions.read(facts -> {
            Set<String> found = new LinkedHashSet<>();
            Optional<String> next = order.predecessor();
            while (next.isPresent() && !next.get().equals(order.id()) && found.add(next.get())) {
                next = recorded(facts, order.client(), next.get()).flatMap(WorkOrder::predecessor);
            }
            return found;
        });
    }

    /// The newest version of an order of a client.
    private static Optional<WorkOrder> recorded(Facts facts, String client, String order) {
        return facts
                .query(
                        "SELECT v.id AS id, v.definition_sealed AS definition_sealed FROM work_order_version v JOIN"
                                + " work_order o ON o.id = v.work_order WHERE o.id = :id AND o.client = :client"
                                + " ORDER BY v.recorded_at DESC, v.id LIMIT 1",
                        Map.of("id", order, "client", client))
                .stream()
                .findFirst()
                .map(row -> facts.unseal(
                        client,
                        "work_order_version",
                        row.text("id"),
                        "definition_sealed",
                        row.text("definition_sealed")))
                .map(text -> Json.read(text.getBytes(StandardCharsets.UTF_8), WorkOrder.class));
    }
}
