package dev.assay.ledger;

import dev.assay.config.Json;
import dev.assay.work.Deliverable;
import dev.assay.work.WorkOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;

/// What was ordered, as it is recorded when a delivery for it comes: client, work order and its version,
/// deliverable, assignments.
final class Definitions {
    private final Facts facts;
    private final Attachment attachment;
    private final WorkOrder order;
    private final Deliverable deliverable;
    private final String deliverableId;
    private final String client;

    Definitions(Facts facts, Attachment attachment) {
        this.facts = facts;
        this.attachment = attachment;
        this.order = attachment.workOrder();
        this.deliverable = attachment.deliverable();
        this.deliverableId = attachment.deliverableId();
        this.client = attachment.client().id();
    }

    /// Records what is not recorded yet.
    void record() {
        String now = facts.now();
        facts.insertIfAbsent(
                "client",
                "client.recorded",
                Row.empty()
                        .with("id", client)
                        .with(
                                "name_sealed",
                                facts.seal(
                                        client,
                                        "client",
                                        client,
                                        "name_sealed",
                                        attachment.client().name()))
                        .with("recorded_at", now));
        Optional<Row> known = facts.find("work_order", order.id());
        if (known.isEmpty()) {
            facts.insert(
                    "work_order",
                    "work-order.recorded",
                    Row.empty()
                            .with("id", order.id())
                            .with("client", client)
                            .with("version", order.version())
                            .with("recorded_at", now));
        } else if (!known.get().text("client").equals(client)) {
            throw new IllegalStateException("Work order '" + order.id() + "' is recorded for client '"
                    + known.get().text("client") + "' and cannot become client '" + client
                    + "': what was delivered for it lies under that client's key. Give the order another id.");
        } else if (!known.get().text("version").equals(order.version())) {
            facts.update(
                    "work_order", order.id(), "work-order.changed", Row.empty().with("version", order.version()));
        }
        recordVersion(now);
        recordDeliverable(now);
    }

    private void recordVersion(String now) {
        String id = versionId();
        facts.insertIfAbsent(
                "work_order_version",
                "work-order.version",
                Row.empty()
                        .with("id", id)
                        .with("work_order", order.id())
                        .with("version", order.version())
                        .with("practice", order.practice())
                        .with("tier", order.tier().name())
                        .with("language", order.language())
                        .with("zone", order.zone().getId())
                        .with("calendar", order.businessDays().version())
                        .with("policy_version", order.policy().version())
                        .with(
                                "definition_sealed",
                                facts.seal(
                                        client, "work_order_version", id, "definition_sealed", Submissions.json(order)))
                        .with("recorded_at", now));
    }

    private void recordDeliverable(String now) {
        facts.insertIfAbsent(
                "deliverable",
                "deliverable.recorded",
                Row.empty()
                        .with("id", deliverableId)
                        .with("work_order", order.id())
                        .with("role", deliverable.role())
                        .with("due_at", Moments.text(deliverable.due()))
                        .with("round", 0)
                        .with("status", "expected"));
        for (String vendor : deliverable.vendors()) {
            facts.insertIfAbsent(
                    "assignment",
                    "assignment.recorded",
                    Row.empty()
                            .with("id", Digests.id("assignment", deliverableId, vendor))
                            .with("work_order", order.id())
                            .with("deliverable", deliverableId)
                            .with("vendor", vendor)
                            .with("role", "maker")
                            .with("since", now));
        }
    }

    /// The work order in the version that a round is held to.
    WorkOrder inForce(String round) {
        String version = facts.get("round", round).text("work_order_version");
        String definition = facts.unseal(
                client,
                "work_order_version",
                version,
                "definition_sealed",
                facts.get("work_order_version", version).text("definition_sealed"));
        return Json.read(definition.getBytes(StandardCharsets.UTF_8), WorkOrder.class);
    }

    /// A policy, calendar or checklist that changed, as all do without the order's text, is another version of the
    /// order.
    String versionId() {
        return Digests.id(
                "work-order-version",
                order.id(),
                order.version(),
                order.policy().version(),
                order.businessDays().version(),
                order.deliverables().stream().map(Deliverable::checklistVersion).collect(Collectors.joining("\n")));
    }
}
