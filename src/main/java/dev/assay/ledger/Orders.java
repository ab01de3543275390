package dev.assay.ledger;

import dev.assay.config.Json;
import dev.assay.work.WorkOrder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The work orders that something was delivered for.
public final class Orders {
    private final Transactions transactions;

    Orders(Transactions transactions) {
        this.transactions = transactions;
    }

    /// Records of deliverables that are known from now on since when they are.
    public void expect(Collection<WorkOrder> orders) {
        List<String> ids = orders.stream()
                .flatMap(order -> order.deliverables().stream().map(deliverable -> order.id() + "/" + deliverable.id()))
                .sorted()
                .toList();
        transactions.write(facts -> {
            for (String id : ids) {
                facts.insertIfAbsent(
                        "expected_deliverable",
                        "deliverable.known",
                        Row.empty().with("id", id).with("first_known_at", facts.now()));
            }
            return true;
        });
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
