package dev.assay.ledger;

import dev.assay.work.Deliverable;
import dev.assay.work.WorkOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One transaction that makes an arrival a submission: definitions as they are now, round, revision, parts,
/// job.
final class Attaching {
    private static final int OPENED_BY_FIRST_BYTES = 1;

    private final Facts facts;
    private final Attachment attachment;
    private final WorkOrder order;
    private final Deliverable deliverable;
    private final String deliverableId;
    private final String client;

    Attaching(Facts facts, Attachment attachment) {
        this.facts = facts;
        this.attachment = attachment;
        this.order = attachment.workOrder();
        this.deliverable = attachment.deliverable();
        this.deliverableId = attachment.deliverableId();
        this.client = attachment.client().id();
    }

    Attached run() {
        recordDefinitions();
        String root = attachment.contentRoot();
        return switch (Placement.of(root, earlier())) {
            case Placement.Duplicate duplicate -> duplicate(duplicate.submission());
            case Placement.Fresh fresh -> submit(fresh, root);
        };
    }

    private void recordDefinitions() {
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
                        .with("calendar", order.calendar())
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

    private List<Placement.Earlier> earlier() {
        return facts
                .query(
                        "SELECT * FROM submission WHERE deliverable = :deliverable",
                        Map.of("deliverable", deliverableId))
                .stream()
                .map(row -> new Placement.Earlier(
                        row.text("id"),
                        row.count("round"),
                        row.count("revision"),
                        row.text("content_root"),
                        SubmissionState.valueOf(row.text("state")),
                        Optional.ofNullable(row.textOrNull("verdict")),
                        row.flag("restricted")))
                .toList();
    }

    private Attached duplicate(String submission) {
        facts.update(
                "arrival",
                attachment.arrival(),
                "arrival.duplicate",
                Row.empty().with("state", ArrivalState.DUPLICATE.name()).with("duplicate_of", submission));
        return new Attached.Duplicate(submission);
    }

    private Attached submit(Placement.Fresh place, String root) {
        String effectKey = Digests.of(
                client, attachment.vendor(), order.id(), deliverable.id(), Integer.toString(place.round()), root);
        String id = effectKey.substring(0, 32);
        openRound(place);
        place.supersedes().ifPresent(older -> {
            Submissions.change(facts, older, SubmissionState.SUPERSEDED, Row.empty());
            IndexOps.appendIfKnown(facts, older, "superseded");
            Jobs.withdraw(facts, older);
        });
        insertSubmission(place, root, effectKey, id);
        List<String> alerts = insertParts(id);
        facts.insert(
                "arrival_submission",
                "arrival.attached",
                Row.empty()
                        .with("id", Digests.id("attached", attachment.arrival(), id))
                        .with("arrival", attachment.arrival())
                        .with("submission", id));
        facts.update(
                "arrival",
                attachment.arrival(),
                "arrival.attached",
                Row.empty().with("state", ArrivalState.ATTACHED.name()));
        Jobs.open(facts, JobKind.EXTRACT, id);
        return new Attached.Submitted(id, alerts);
    }

    /// An open round keeps the work order's version it began with.
    private void openRound(Placement.Fresh place) {
        String id = deliverableId + "/" + place.round();
        if (facts.find("round", id).isPresent()) {
            return;
        }
        facts.insert(
                "round",
                "round.opened",
                Row.empty()
                        .with("id", id)
                        .with("deliverable", deliverableId)
                        .with("number", place.round())
                        .with("work_order_version", versionId())
                        .with("due_at", Moments.text(deliverable.due()))
                        .with("opened_at", facts.now()));
        facts.update(
                "deliverable",
                deliverableId,
                "deliverable.round",
                Row.empty().with("round", place.round()).with("status", "delivered"));
        clock("vendor-" + (place.round() == OPENED_BY_FIRST_BYTES ? "delivery" : "rework"), "stop", place.round());
    }

    private void clock(String clock, String action, int round) {
        facts.insert(
                "clock_event",
                "clock." + action,
                Row.empty()
                        .with(
                                "id",
                                Digests.id("clock", deliverableId, Integer.toString(round), clock, action, facts.now()))
                        .with("deliverable", deliverableId)
                        .with("round", round)
                        .with("clock", clock)
                        .with("action", action)
                        .with("reason", "delivered")
                        .with("calendar_version", order.calendar())
                        .with("happened_at", facts.now()));
    }

    private void insertSubmission(Placement.Fresh place, String root, String effectKey, String id) {
        Row arrival = facts.get("arrival", attachment.arrival());
        facts.insert(
                Submissions.TABLE,
                "submission.identified",
                Row.empty()
                        .with("id", id)
                        .with("effect_key", effectKey)
                        .with("client", client)
                        .with("vendor", attachment.vendor())
                        .with("work_order", order.id())
                        .with("deliverable", deliverableId)
                        .with("round", place.round())
                        .with("revision", place.revision())
                        .with("content_root", root)
                        .with("supersedes", place.supersedes().orElse(null))
                        .with("after_acceptance", place.afterAcceptance())
                        .with("identified_by", attachment.identifiedBy())
                        .with("conflicts_sealed", sealed(id, "conflicts_sealed", attachment.conflicts()))
                        .with("declarations_sealed", sealed(id, "declarations_sealed", attachment.declarations()))
                        .with("late_seconds", attachment.lateSeconds())
                        .with("drawn", attachment.drawn().test(place.round()))
                        .with("received_at", arrival.text("recorded_at"))
                        .with("state", SubmissionState.IDENTIFIED.name())
                        .with("restricted", false));
    }

    private String sealed(String id, String column, Object value) {
        return facts.seal(client, Submissions.TABLE, id, column, Submissions.json(value));
    }

    private List<String> insertParts(String submission) {
        List<String> alerts = new ArrayList<>();
        int ordinal = 0;
        for (Attachment.AttachedPart part : attachment.parts()) {
            alerts.addAll(sameBytesElsewhere(part));
            String id = Digests.id("part", submission, Integer.toString(ordinal));
            facts.insert(
                    "part",
                    "part.attached",
                    Row.empty()
                            .with("id", id)
                            .with("submission", submission)
                            .with("arrival", attachment.arrival())
                            .with("ordinal", ordinal++)
                            .with("role", part.role())
                            .with("name_sealed", facts.seal(client, "part", id, "name_sealed", part.name()))
                            .with("size", part.size())
                            .with("sha256", part.sha256()));
        }
        if (!alerts.isEmpty()) {
            facts.note("alert.same-bytes", Submissions.TABLE, submission);
        }
        return alerts;
    }

    private List<String> sameBytesElsewhere(Attachment.AttachedPart part) {
        return facts
                .query(
                        "SELECT DISTINCT s.id AS id, s.client AS client FROM part p JOIN submission s ON s.id ="
                            + " p.submission WHERE p.sha256 = :sha256 AND (s.client <> :client OR s.vendor <> :vendor)"
                            + " ORDER BY s.id",
                        Map.of("sha256", part.sha256(), "client", client, "vendor", attachment.vendor()))
                .stream()
                .map(row -> row.text("client").equals(client)
                        ? "the same bytes came from another vendor as submission " + row.text("id")
                        : "the same bytes were delivered for another client")
                .toList();
    }

    private String versionId() {
        return Digests.id("work-order-version", order.id(), order.version());
    }
}
