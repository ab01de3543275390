package dev.assay.ledger;

import dev.assay.work.ClockKind;
import dev.assay.work.Deliverable;
import dev.assay.work.PartRole;
import dev.assay.work.RoundClock;
import dev.assay.work.WorkOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One transaction that makes an arrival a submission: definitions as they are now, round, revision, parts,
/// job.
final class Attaching {
    private final Facts facts;
    private final Attachment attachment;
    private final WorkOrder order;
    private final Deliverable deliverable;
    private final String deliverableId;
    private final String client;
    private final Definitions definitions;
    private final Clocks clocks;
    private final Gathering gathered;

    Attaching(Facts facts, Attachment attachment) {
        this.facts = facts;
        this.attachment = attachment;
        this.order = attachment.workOrder();
        this.deliverable = attachment.deliverable();
        this.deliverableId = attachment.deliverableId();
        this.client = attachment.client().id();
        this.definitions = new Definitions(facts, attachment);
        this.clocks = new Clocks(facts);
        this.gathered = Gathering.of(facts, attachment);
    }

    Attached run() {
        Outages.notice(facts);
        definitions.record();
        String root = gathered.contentRoot();
        List<Placement.Earlier> earlier = earlier();
        return switch (Placement.of(root, attachment.certain(), earlier)) {
            case Placement.Duplicate duplicate -> duplicate(duplicate);
            case Placement.Fresh fresh -> submit(fresh, root);
        };
    }

    private List<Placement.Earlier> earlier() {
        return facts
                .query(
                        "SELECT * FROM submission WHERE deliverable = :deliverable",
                        Map.of("deliverable", deliverableId))
                .stream()
                .map(row -> new Placement.Earlier(
                        row.text("id"),
                        SubmissionReader.conflicts(facts, row).isEmpty(),
                        row.count("round"),
                        row.count("revision"),
                        row.text("content_root"),
                        SubmissionState.valueOf(row.text("state")),
                        Optional.ofNullable(row.textOrNull("verdict")),
                        row.flag("restricted")))
                .toList();
    }

    private Attached duplicate(Placement.Duplicate same) {
        String submission = same.submission();
        String reason = (reason(same) + answered(same)).strip();
        Row changes = Row.empty().with("state", ArrivalState.DUPLICATE.name()).with("duplicate_of", submission);
        String id = attachment.arrival();
        facts.update(
                "arrival",
                id,
                "arrival.duplicate",
                reason.isEmpty() ? changes : changes.with("reason_sealed", Arrivals.sealed(facts, id, reason)));
        if (same.state() != SubmissionState.PARKED) {
            return new Attached.Duplicate(submission, reason);
        }
        Submissions.resume(facts, submission);
        return new Attached.Resumed(submission, reason);
    }

    /// Whoever disputes everything changes nothing.
    private String answered(Placement.Duplicate same) {
        boolean own =
                facts.get(Submissions.TABLE, same.submission()).text("vendor").equals(attachment.vendor());
        if (attachment.told().answers().isEmpty() || !own) {
            return "";
        }
        Answers.insert(facts, client, same.submission(), attachment.told().answers());
        facts.note("alert.answered-unchanged", Submissions.TABLE, same.submission());
        return " The files are unchanged and bring answers to the letter, which a person reads.";
    }

    private String reason(Placement.Duplicate same) {
        if (facts.get(Submissions.TABLE, same.submission()).text("vendor").equals(attachment.vendor())) {
            return reason(same.state());
        }
        facts.note("alert.same-bytes", Submissions.TABLE, same.submission());
        return ("The same bytes came before from another vendor. " + reason(same.state())).strip();
    }

    /// Nothing of the submission's own reason, which is its client's text.
    private static String reason(SubmissionState state) {
        return switch (state) {
            case PARKED -> "The same bytes were parked; the work on them starts anew.";
            case HELD ->
                "The same bytes came before and are held: a password is needed. Ask the vendor for a copy without"
                        + " one.";
            case QUARANTINED ->
                "The same bytes came before and are quarantined. Ask the vendor to deliver in another form.";
            case SUPERSEDED ->
                "The same bytes came before, and a newer revision has replaced them and counts. Ask the vendor"
                        + " which of the two is meant.";
            case IDENTIFIED, EXTRACTED, CHECKED, DECIDED, ROUTED, WAITING, WITHDRAWN, REJECTED -> "";
        };
    }

    private Attached submit(Placement.Fresh place, String root) {
        String effectKey = Digests.of(
                client, attachment.vendor(), order.id(), deliverable.id(), Integer.toString(place.round()), root);
        String id = effectKey.substring(0, 32);
        openRound(place);
        vendorClock(place);
        List<String> queues = new ArrayList<>();
        for (String older : place.supersedes()) {
            supersede(older).ifPresent(queues::add);
        }
        insertSubmission(place, root, effectKey, id);
        List<String> alerts = insertParts(id);
        gathered.parts().stream().map(Gathering.Gathered::arrival).distinct().forEach(arrival -> link(arrival, id));
        Answers.insert(facts, client, id, gathered.answers(facts, attachment, place.round()));
        Doubts.insert(facts, client, id, gathered.doubts(facts, attachment));
        Optional<Instant> until = Assemblies.record(facts, attachment, gathered, id);
        if (until.isPresent()) {
            Submissions.change(facts, id, SubmissionState.WAITING, Row.empty());
            return new Attached.Waiting(id, until.get(), queues);
        }
        Jobs.open(facts, JobKind.EXTRACT, id);
        return new Attached.Submitted(id, alerts, queues);
    }

    private void link(String arrival, String submission) {
        facts.insert(
                "arrival_submission",
                "arrival.attached",
                Row.empty()
                        .with("id", Digests.id("attached", arrival, submission))
                        .with("arrival", arrival)
                        .with("submission", submission));
    }

    /// Takes an older submission's place.
    ///
    /// @return the queue that it stood in
    private Optional<String> supersede(String older) {
        Row row = facts.get(Submissions.TABLE, older);
        Optional<String> queue = Optional.ofNullable(row.textOrNull("verdict"));
        clocks.stop(deliverableId, row.count("round"), ClockKind.OUR_REVIEW, "superseded", Moments.read(facts.now()));
        Submissions.change(facts, older, SubmissionState.SUPERSEDED, Row.empty());
        IndexOps.appendIfKnown(facts, older, "superseded");
        Jobs.withdraw(facts, older);
        return queue;
    }

    /// An open round keeps the work order's version it began with.
    private void openRound(Placement.Fresh place) {
        String id = roundId(place);
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
                        .with("work_order_version", definitions.versionId())
                        .with("due_at", Moments.text(due(place)))
                        .with("opened_at", facts.now()));
        facts.update(
                "deliverable",
                deliverableId,
                "deliverable.round",
                Row.empty()
                        .with("round", place.round())
                        .with("due_at", Moments.text(due(place)))
                        .with("status", "delivered"));
    }

    /// A round of rework is due when the letter of the round before said, or when the order as it is now says if that
    /// is later.
    private Instant due(Placement.Fresh place) {
        return RoundDue.after(facts, deliverableId, place.round() - 1)
                .filter(deliverable.due()::isBefore)
                .orElse(deliverable.due());
    }

    private String roundId(Placement.Fresh place) {
        return deliverableId + "/" + place.round();
    }

    /// The vendor's clock of the round runs until the first delivery that is certain and waits for nothing, by the time
    /// that counts.
    private void vendorClock(Placement.Fresh place) {
        ClockKind kind = ClockKind.ofVendor(place.round());
        Instant came = attachment.terms().counted(definitions.inForce(roundId(place)));
        if (kind == ClockKind.VENDOR_DELIVERY) {
            clocks.start(deliverableId, place.round(), kind, "expected", known(came));
        }
        if (attachment.certain() && !Assemblies.waits(attachment, gathered)) {
            clocks.stop(deliverableId, place.round(), kind, "delivered", came);
        }
    }

    /// Since when the deliverable is known, not after its first bytes.
    private Instant known(Instant came) {
        return facts.find("expected_deliverable", deliverableId)
                .map(row -> Moments.read(row.text("first_known_at")))
                .filter(came::isAfter)
                .orElse(came);
    }

    private long late(WorkOrder inForce, Placement.Fresh place) {
        RoundClock clock = clocks.find(deliverableId, place.round(), ClockKind.ofVendor(place.round()));
        return attachment
                .terms()
                .lateSeconds(
                        inForce,
                        Moments.read(facts.get("round", roundId(place)).text("due_at")),
                        clock.paused(attachment.terms().counted(inForce), inForce.businessDays(), inForce.zone()));
    }

    private void insertSubmission(Placement.Fresh place, String root, String effectKey, String id) {
        Row arrival = facts.get("arrival", attachment.arrival());
        WorkOrder inForce = definitions.inForce(roundId(place));
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
                        .with(
                                "supersedes",
                                place.supersedes().isEmpty()
                                        ? null
                                        : place.supersedes().getLast())
                        .with("after_acceptance", place.afterAcceptance())
                        .with("identified_by", attachment.identifiedBy())
                        .with("conflicts_sealed", sealed(id, "conflicts_sealed", attachment.conflicts()))
                        .with(
                                "declarations_sealed",
                                sealed(
                                        id,
                                        "declarations_sealed",
                                        gathered.declarations(facts, attachment, place.round())))
                        .with("late_seconds", late(inForce, place))
                        .with("drawn", attachment.terms().drawn(inForce, place.round()))
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
        for (Gathering.Gathered each : gathered.parts()) {
            Attachment.AttachedPart part = each.part();
            alerts.addAll(sameBytesElsewhere(part));
            String id = Digests.id("part", submission, Integer.toString(ordinal));
            facts.insert(
                    "part",
                    "part.attached",
                    Row.empty()
                            .with("id", id)
                            .with("submission", submission)
                            .with("arrival", each.arrival())
                            .with("ordinal", ordinal++)
                            .with("role", part.role().role())
                            .with("name_sealed", facts.seal(client, "part", id, "name_sealed", part.name()))
                            .with("size", part.size())
                            .with("sha256", part.sha256()));
            if (part.role().basis() != PartRole.Basis.ONLY_ONE) {
                facts.insert(
                        "part_basis",
                        "part.basis",
                        Row.empty()
                                .with("id", id)
                                .with("basis", part.role().basis().name()));
            }
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
}
