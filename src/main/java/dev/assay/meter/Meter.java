package dev.assay.meter;

import java.util.List;

/// Every meter, declared once. Names and tags tell of work and states, never of clients, vendors or files.
public enum Meter {
    ARRIVALS("assay.arrivals", Type.GAUGE, "", "Arrivals in each state.", Tag.ARRIVAL_STATE),
    ARRIVALS_RECORDED("assay.arrivals.recorded", Type.GAUGE, "", "Arrivals recorded since the ledger began."),
    ARRIVALS_GAP(
            "assay.balance.arrivals.gap",
            Type.GAUGE,
            "",
            "Recorded arrivals less those in a state; other than 0 means that one is lost or doubled."),
    SUBMISSIONS("assay.submissions", Type.GAUGE, "", "Submissions in each state.", Tag.SUBMISSION_STATE),
    SUBMISSIONS_RECEIVED("assay.submissions.received", Type.GAUGE, "", "Submissions received since the ledger began."),
    SUBMISSIONS_GAP(
            "assay.balance.submissions.gap",
            Type.GAUGE,
            "",
            "Received submissions less those in a state; other than 0 means that one is lost or doubled."),
    STAGE("assay.stage", Type.TIMER, "seconds", "How long each stage takes.", Tag.STAGE),
    VERDICTS("assay.verdicts", Type.COUNTER, "", "Verdicts by the rule that fired.", Tag.VERDICT, Tag.RULE),
    ITEMS("assay.items", Type.COUNTER, "", "Checklist items by how they ended.", Tag.KIND, Tag.OUTCOME),
    CHILD_DEATHS(
            "assay.child.deaths",
            Type.COUNTER,
            "",
            "Child processes that did not end a task of looking into, reading or checking a file.",
            Tag.ENDING),
    INTAKE(
            "assay.intake",
            Type.COUNTER,
            "",
            "Files taken from a source; as failed, every attempt to list, claim or receive that failed.",
            Tag.CHANNEL,
            Tag.INTAKE_OUTCOME),
    INTAKE_BYTES("assay.intake.bytes", Type.COUNTER, "bytes", "Bytes taken from a source.", Tag.CHANNEL),
    INTAKE_REFUSED("assay.intake.refused", Type.COUNTER, "", "What was not taken, by why.", Tag.CHANNEL, Tag.REFUSAL),
    INTAKE_LAST_SUCCESS(
            "assay.intake.last.success",
            Type.GAUGE,
            "seconds",
            "When a channel was last looked into without a failure, in seconds since 1970; 0 if never.",
            Tag.CHANNEL),
    INTAKE_LAG(
            "assay.intake.lag",
            Type.TIMER,
            "seconds",
            "From when an arrival was complete at its source to when it was recorded.",
            Tag.CHANNEL),
    OUTBOX_BACKLOG("assay.outbox.backlog", Type.GAUGE, "", "Effects decided but not yet published."),
    LETTER_BACKLOG(
            "assay.letter.backlog",
            Type.GAUGE,
            "",
            "Letters to vendors that have not gone yet: into outbox folders (`file`), by mail (`mail`).",
            Tag.WAY),
    DEFINITION_MISTAKES(
            "assay.definitions.mistakes",
            Type.GAUGE,
            "",
            "Mistakes in what was written last, for which it is not in force; 0 when it is."),
    LETTERS_PARKED(
            "assay.letters.parked",
            Type.GAUGE,
            "",
            "Letters that are given up on until somebody requeues or refuses them."),
    OLDEST_OPEN_JOB(
            "assay.jobs.oldest.open.age", Type.GAUGE, "seconds", "Age of the oldest open job; 0 when none is open."),
    HEALTH_REASONS("assay.health.reasons", Type.GAUGE, "", "Reasons in `/health` for not being ready; 0 when ready."),
    HEALTH_NOTICES("assay.health.notices", Type.GAUGE, "", "Notices in `/health`: what a person may want to act on."),
    DISK_FREE("assay.disk.free", Type.GAUGE, "bytes", "Free space on the disk of the home."),
    DISK_SIZE("assay.disk.size", Type.GAUGE, "bytes", "Size of the disk of the home.");

    private final String id;
    private final Type type;
    private final String unit;
    private final String description;
    private final Tag first;
    private final Tag second;

    Meter(String id, Type type, String unit, String description) {
        this(id, type, unit, description, Tag.NONE, Tag.NONE);
    }

    Meter(String id, Type type, String unit, String description, Tag tag) {
        this(id, type, unit, description, tag, Tag.NONE);
    }

    Meter(String id, Type type, String unit, String description, Tag first, Tag second) {
        this.id = id;
        this.type = type;
        this.unit = unit;
        this.description = description;
        this.first = first;
        this.second = second;
    }

    /// The dotted name; Prometheus shows it with underscores, the unit, and `_total` for a counter.
    public String id() {
        return id;
    }

    public Type type() {
        return type;
    }

    /// The base unit, empty where things are counted.
    public String unit() {
        return unit;
    }

    public String description() {
        return description;
    }

    /// The tags it carries, in order.
    public List<Tag> tags() {
        return List.of(first, second).stream().filter(tag -> tag != Tag.NONE).toList();
    }

    /// What a meter does with its values.
    public enum Type {
        COUNTER,
        GAUGE,
        TIMER
    }
}
