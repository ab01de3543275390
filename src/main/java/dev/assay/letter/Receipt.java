package dev.assay.letter;

import dev.assay.document.Gap;
import dev.assay.extract.ReadSummary;
import dev.assay.ledger.ArrivalRecord;
import dev.assay.ledger.ArrivalState;
import dev.assay.ledger.SubmissionRecord;
import dev.assay.ledger.SubmissionState;
import dev.assay.ledger.Timing;
import dev.assay.letter.LetterView.Row;
import dev.assay.letter.LetterView.Section;
import dev.assay.work.ShownName;
import dev.assay.work.VendorAnswer;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Says that something came: what, with hashes, for which work order, what of it cannot be read, and when it was
/// due. Nothing in it depends on what checks find.
final class Receipt {
    private static final int MOST_GAPS = 5;

    private final Wording wording;
    private final ArrivalRecord arrival;

    Receipt(Wording wording, ArrivalRecord arrival) {
        this.wording = wording;
        this.arrival = arrival;
    }

    /// Of what belongs to no submission of this vendor.
    LetterView view() {
        ArrivalState state = arrival.state();
        String lead = switch (state) {
            case REFUSED -> "receipt.lead.refused";
            case DUPLICATE -> "receipt.lead.other";
            case PARKED -> "receipt.lead.parked";
            default -> "receipt.lead.manifest";
        };
        List<Row> facts = new ArrayList<>(delivered(wording, arrival, ZoneOffset.UTC));
        if (state == ArrivalState.REFUSED) {
            facts.add(new Row(wording.text("fact.reason"), arrival.reason()));
        }
        return new LetterView(
                wording.language(),
                null,
                wording.text("receipt.title"),
                wording.text(lead),
                facts,
                List.of(
                        files(List.of(file(arrival))),
                        Section.of(
                                wording.text("receipt.next"),
                                List.of(),
                                wording.text(
                                        state == ArrivalState.REFUSED ? "receipt.next.refused" : "receipt.next.text"))),
                wording.text("closing.notice"));
    }

    /// Of what belongs to a submission, and perhaps to others of the same client too.
    LetterView view(Ordered ordered, List<Ordered> others) {
        Map<String, String> values = ordered.values(ordered.due());
        SubmissionRecord submission = ordered.submission();
        boolean duplicate = arrival.state() == ArrivalState.DUPLICATE;
        List<Row> facts = new ArrayList<>();
        facts.add(new Row(
                wording.text("fact.work-order"),
                ordered.order().id() + ", " + ordered.deliverable().id()));
        facts.add(new Row(wording.text("fact.deliverable"), ordered.title()));
        facts.add(new Row(
                wording.text("fact.round"),
                wording.text(
                        "fact.revision.text",
                        "round",
                        Integer.toString(submission.round()),
                        "rounds",
                        Integer.toString(ordered.rounds()),
                        "revision",
                        Integer.toString(submission.revision()))));
        facts.addAll(delivered(wording, arrival, ordered.zone()));
        facts.add(new Row(
                wording.text("fact.due"),
                duplicate
                        ? values.get("due")
                        : wording.text(submission.lateSeconds() > 0 ? "fact.due.late" : "fact.due.early", values)));
        if (!duplicate) {
            facts.addAll(counted(ordered));
        }
        if (!duplicate && submission.supersedes().isPresent()) {
            facts.add(new Row(wording.text("fact.replaces"), wording.text("fact.replaces.text")));
        }
        if (duplicate && !arrival.reason().isEmpty()) {
            facts.add(new Row(wording.text("fact.reason"), arrival.reason()));
        }
        List<Section> sections = new ArrayList<>();
        sections.add(files(duplicate ? List.of(file(arrival)) : parts(submission)));
        missing(ordered).ifPresent(sections::add);
        for (Ordered other : others) {
            sections.add(other(other));
            missing(other).ifPresent(sections::add);
        }
        if (!ordered.answers().isEmpty()) {
            sections.add(Section.of(
                    wording.text("receipt.answers"),
                    ordered.answers().stream().map(this::answer).toList()));
        }
        sections.add(Section.of(wording.text("receipt.next"), List.of(), wording.text("receipt.next.text", values)));
        return new LetterView(
                wording.language(),
                null,
                wording.text("receipt.title"),
                wording.text(lead(duplicate, submission), values),
                facts,
                sections,
                wording.text("closing.notice"));
    }

    /// Which time counts, and what the due time was moved by.
    private List<Row> counted(Ordered ordered) {
        Timing timing = ordered.timing();
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(
                wording.text("fact.counted"),
                wording.text(
                        "counted."
                                + timing.counts()
                                        .name()
                                        .toLowerCase(Locale.ROOT)
                                        .replace('_', '-'),
                        "moment",
                        wording.moment(timing.counted(), ordered.zone()))));
        if (timing.paused().toMinutes() > 0) {
            rows.add(new Row(
                    wording.text("fact.paused"),
                    wording.text(
                            "fact.paused.text",
                            "minutes",
                            Long.toString(timing.paused().toMinutes()))));
        }
        return rows;
    }

    private static String lead(boolean duplicate, SubmissionRecord submission) {
        if (duplicate) {
            return "receipt.lead.duplicate";
        }
        return submission.state() == SubmissionState.WAITING ? "receipt.lead.waiting" : "receipt.lead";
    }

    /// What the same arrival brought for another deliverable.
    private Section other(Ordered ordered) {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(
                wording.text("fact.work-order"),
                ordered.order().id() + ", " + ordered.deliverable().id()));
        rows.add(new Row(wording.text("fact.due"), ordered.values(ordered.due()).get("due")));
        rows.addAll(parts(ordered.submission()));
        return Section.of(ordered.title(), rows);
    }

    /// What was expected and has not come.
    private Optional<Section> missing(Ordered ordered) {
        return ordered.story()
                .assembly()
                .filter(each -> !each.missing().isEmpty())
                .map(assembly -> {
                    List<Row> rows = assembly.missing().stream()
                            .map(each -> new Row(
                                    ShownName.of(each.name().isEmpty() ? each.role() : each.name()),
                                    wording.text("receipt.missing.row")))
                            .toList();
                    boolean waits = ordered.submission().state() == SubmissionState.WAITING && assembly.until() != null;
                    return Section.of(
                            wording.text("receipt.missing"),
                            rows,
                            waits
                                    ? wording.text(
                                            "receipt.missing.until",
                                            "until",
                                            wording.moment(assembly.until(), ordered.zone()))
                                    : wording.text("receipt.missing.over"));
                });
    }

    private Row answer(VendorAnswer answer) {
        String kind = wording.text("answer." + answer.kind().name().toLowerCase(Locale.ROOT));
        return new Row(
                answer.finding(),
                wording.text("receipt.answer", "answer", kind, "text", ShownName.of(answer.text()))
                        .strip());
    }

    private Section files(List<Row> rows) {
        return Section.of(wording.text("receipt.files"), rows);
    }

    /// How it came and when.
    static List<Row> delivered(Wording wording, ArrivalRecord arrival, ZoneId zone) {
        return List.of(
                new Row(
                        wording.text("fact.delivered-as"),
                        ShownName.of(arrival.arrival().path())),
                new Row(
                        wording.text("fact.received"),
                        wording.moment(arrival.arrival().times().lastGrowth(), zone)),
                new Row(wording.text("fact.number"), arrival.arrival().id()));
    }

    private Row file(ArrivalRecord record) {
        String path = record.arrival().path();
        String hash = record.arrival().sha256();
        return new Row(
                ShownName.of(path.substring(path.lastIndexOf('/') + 1)),
                hash.isEmpty()
                        ? wording.size(record.arrival().size())
                        : wording.text(
                                "receipt.file",
                                "size",
                                wording.size(record.arrival().size()),
                                "sha256",
                                hash));
    }

    private List<Row> parts(SubmissionRecord submission) {
        return submission.parts().stream().map(this::part).toList();
    }

    private Row part(SubmissionRecord.PartRecord part) {
        String about = part.role().isEmpty()
                ? wording.text("receipt.file", "size", wording.size(part.size()), "sha256", part.sha256())
                : wording.text(
                        "receipt.file.role",
                        "role",
                        wording.text(
                                "receipt.role." + part.basis().name().toLowerCase(Locale.ROOT), "role", part.role()),
                        "size",
                        wording.size(part.size()),
                        "sha256",
                        part.sha256());
        String before = part.arrival().equals(arrival.arrival().id()) ? "" : wording.text("receipt.before") + " ";
        return new Row(ShownName.of(part.name()), about + ". " + before + reading(part));
    }

    private String reading(SubmissionRecord.PartRecord part) {
        Optional<ReadSummary> reading = Ordered.reading(part);
        if (reading.isEmpty()) {
            return wording.text("receipt.unread");
        }
        ReadSummary summary = reading.get();
        if (summary.unreadable() != null) {
            return wording.text(
                    "receipt.unreadable", "reason", summary.unreadable().detail());
        }
        return summary.gaps().isEmpty()
                ? wording.text("receipt.complete")
                : wording.text(
                        "receipt.gaps",
                        "gaps",
                        summary.gaps().stream()
                                        .limit(MOST_GAPS)
                                        .map(Gap::describe)
                                        .collect(Collectors.joining("; "))
                                + (summary.gaps().size() > MOST_GAPS ? "; \u2026" : ""));
    }

    /// A language as markup may name it; null where it is none.
    static @Nullable String tag(String language) {
        return language.matches("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*") ? language : null;
    }
}
