package dev.assay.letter;

import dev.assay.check.Finding;
import dev.assay.check.ItemOutcome;
import dev.assay.check.Outcome;
import dev.assay.checklist.By;
import dev.assay.checklist.Item;
import dev.assay.extract.ReadSummary;
import dev.assay.ledger.SubmissionRecord;
import dev.assay.letter.LetterView.Group;
import dev.assay.letter.LetterView.Point;
import dev.assay.letter.LetterView.Row;
import dev.assay.letter.LetterView.Section;
import dev.assay.letter.LetterView.Spot;
import dev.assay.work.ShownName;
import dev.assay.work.Tier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Asks a vendor to mend a deliverable: what to fix first on top, at most ten points, each with ids to answer by, the
/// client's requirement, places, quotes as far as the tier allows, and what would satisfy it. No score stands in it.
final class ReworkLetter {
    private static final int MOST_POINTS = 10;
    private static final int MOST_PLACES = 3;

    private final Ordered ordered;
    private final Wording wording;
    private final Quoting quoting;
    private final OpenPoints points;
    private final List<Group> groups;
    private final List<ItemOutcome> toMend;
    private final Map<String, String> values;
    private final String link;

    /// @param asked when the vendor is asked
    /// @param link  where a vendor reads what the letter may not say; empty for nowhere
    ReworkLetter(Ordered ordered, Instant asked, String link) {
        this.ordered = ordered;
        this.values = ordered.values(ordered.dueAgain(asked));
        this.wording = ordered.wording().naming(values);
        this.quoting = new Quoting(
                wording, ordered.tier(), ordered.submission().parts().size() > 1);
        this.points = new OpenPoints(ordered.outcomes());
        this.toMend = points.toMend();
        this.link = link;
        this.groups = groups();
    }

    String subject() {
        return wording.text("rework.subject", values);
    }

    LetterView view() {
        List<Section> sections = new ArrayList<>();
        int first = (int) toMend.stream()
                        .filter(outcome -> OpenPoints.isFirst(outcome.item()))
                        .count()
                + unreadable().size();
        section(sections, "first", "rework.first", groups.subList(0, Math.min(first, shown())), first >= shown());
        section(sections, "also", "rework.also", groups.subList(Math.min(first, shown()), shown()), first < shown());
        if (!points.advice().isEmpty()) {
            sections.add(new Section(
                    "",
                    wording.text("rework.advice"),
                    wording.text("rework.advice.intro", values),
                    List.of(),
                    points.advice().stream().map(this::advice).toList(),
                    List.of()));
        }
        rows(sections, "passed", "rework.passed", passed());
        rows(sections, "", "rework.unchecked", unchecked());
        sections.add(Section.of(wording.text("rework.answer"), List.of(), howToAnswer()));
        return new LetterView(
                wording.language(),
                Receipt.tag(ordered.order().language()),
                wording.text("rework.title", values),
                wording.count("rework.lead", groups.size(), values),
                facts(),
                sections,
                wording.text("closing", values));
    }

    private int shown() {
        return Math.min(groups.size(), MOST_POINTS);
    }

    private List<Row> facts() {
        return List.of(
                new Row(wording.text("fact.due.again"), values.get("due")),
                new Row(
                        wording.text("fact.work-order"),
                        ordered.order().id() + ", " + ordered.deliverable().id()),
                new Row(wording.text("fact.client"), values.get("client")),
                new Row(wording.text("fact.round"), wording.text("fact.round.text", values)),
                new Row(
                        wording.text("fact.received"),
                        wording.moment(ordered.timing().counted(), ordered.zone())),
                new Row(wording.text("fact.number"), ordered.submission().id()));
    }

    private void section(List<Section> sections, String style, String key, List<Group> shown, boolean last) {
        if (shown.isEmpty()) {
            return;
        }
        List<String> lines = new ArrayList<>();
        if (last && groups.size() > MOST_POINTS) {
            lines.add(wording.count("rework.more.groups", groups.size() - MOST_POINTS, values));
        }
        if (last && ordered.tier() == Tier.RESTRICTED) {
            Map<String, String> linked = new LinkedHashMap<>(values);
            linked.put("link", link);
            lines.add(wording.text(link.isEmpty() ? "rework.restricted.ask" : "rework.restricted.link", linked));
        }
        sections.add(
                new Section(style, wording.text(key), wording.text(key + ".intro", values), shown, List.of(), lines));
    }

    private void rows(List<Section> sections, String style, String key, List<Row> rows) {
        if (!rows.isEmpty()) {
            sections.add(new Section(
                    style, wording.text(key), wording.text(key + ".intro", values), List.of(), rows, List.of()));
        }
    }

    private List<Group> groups() {
        List<Group> all = new ArrayList<>();
        for (SubmissionRecord.PartRecord part : unreadable()) {
            all.add(unreadable(all.size() + 1, part));
        }
        for (ItemOutcome outcome : toMend) {
            all.add(group(all.size() + 1, outcome));
        }
        return all;
    }

    /// The files that cannot be read, where no item says so.
    private List<SubmissionRecord.PartRecord> unreadable() {
        if (!toMend.isEmpty()) {
            return List.of();
        }
        return ordered.submission().parts().stream()
                .filter(part -> Ordered.reading(part)
                        .map(reading -> reading.unreadable() != null)
                        .orElse(false))
                .toList();
    }

    private Group unreadable(int number, SubmissionRecord.PartRecord part) {
        Optional<ReadSummary> reading = Ordered.reading(part);
        String why = reading.map(each ->
                        each.unreadable() == null ? "" : each.unreadable().detail())
                .orElse("");
        return new Group(
                number,
                wording.text("rework.unreadable.requirement", values),
                wording.text("blocking", values),
                "",
                List.of(new Point(
                        why,
                        List.of(new Spot(
                                part.sha256().substring(0, 8),
                                ordered.tier() == Tier.RESTRICTED ? "" : ShownName.of(part.name()),
                                null)),
                        wording.text("rework.remedy"),
                        wording.text("rework.unreadable.remedy", values))),
                "");
    }

    private Group group(int number, ItemOutcome outcome) {
        Item item = outcome.item();
        List<Finding> findings = OpenPoints.findings(outcome);
        List<Finding> shown = findings.subList(0, Math.min(findings.size(), MOST_PLACES));
        Map<String, List<Finding>> together = new LinkedHashMap<>();
        for (Finding finding : shown) {
            together.computeIfAbsent(
                            quoting.message(item, finding) + '\0' + quoting.remedy(item, finding),
                            _ -> new ArrayList<>())
                    .add(finding);
        }
        return new Group(
                number,
                item.requirement(),
                weight(item),
                item.clause(),
                together.values().stream().map(same -> point(item, same)).toList(),
                findings.size() == shown.size()
                        ? ""
                        : wording.count("rework.more.places", findings.size() - shown.size(), values));
    }

    private Point point(Item item, List<Finding> same) {
        Finding first = same.getFirst();
        return new Point(
                quoting.message(item, first),
                same.stream()
                        .map(finding -> new Spot(points.id(finding), quoting.where(finding), quoting.quote(finding)))
                        .toList(),
                wording.text("rework.remedy"),
                quoting.remedy(item, first));
    }

    private String weight(Item item) {
        String severity = severity(wording, item);
        return item.blocking() ? severity + ", " + wording.text("blocking", values) : severity;
    }

    static String severity(Wording wording, Item item) {
        return wording.text("severity." + item.severity().name().toLowerCase(java.util.Locale.ROOT));
    }

    private Row advice(ItemOutcome outcome) {
        return new Row(
                outcome.item().requirement(),
                wording.count(
                        "rework.advice.places", OpenPoints.findings(outcome).size(), values));
    }

    private List<Row> passed() {
        return points.ended(Outcome.Passed.class).stream()
                .map(outcome -> outcome.item().requirement())
                .distinct()
                .map(requirement -> new Row(requirement, ""))
                .toList();
    }

    private List<Row> unchecked() {
        return Stream.concat(
                        points.ended(Outcome.CannotTell.class).stream(), points.ended(Outcome.NotRun.class).stream())
                .map(outcome -> new Row(outcome.item().requirement(), why(outcome)))
                .distinct()
                .toList();
    }

    private String why(ItemOutcome outcome) {
        return switch (outcome.outcome()) {
            case Outcome.CannotTell untold -> {
                String cause = wording.text("untold." + cause(untold));
                yield ordered.tier() == Tier.STANDARD && untold.cause() != Outcome.Cause.ERROR
                        ? cause + ": " + untold.reason()
                        : cause;
            }
            case Outcome.NotRun _ -> {
                By by = outcome.item().by();
                yield wording.text(
                        "notrun." + (by == By.PERSON ? "person" : by == By.VENDOR ? "vendor" : "other"),
                        Map.of("item", outcome.item().id()));
            }
            case Outcome.Passed _, Outcome.Failed _, Outcome.NotApplicable _ -> "";
        };
    }

    private static String cause(Outcome.CannotTell untold) {
        return switch (untold.cause()) {
            case VENDOR -> "vendor";
            case ERROR, DEADLINE, LIMIT -> "ours";
            case CONTENT -> "content";
        };
    }

    private String[] howToAnswer() {
        boolean last = ordered.submission().round() >= ordered.rounds();
        return Stream.of(
                        "rework.answer.deliver",
                        "rework.answer.manifest",
                        "rework.answer.dispute",
                        last ? "rework.answer.last" : "rework.answer.rounds")
                .map(key -> wording.text(key, values))
                .toArray(String[]::new);
    }

    /// The manifest of the next delivery, its answers to be changed where the vendor sees it otherwise.
    String manifest() {
        StringBuilder text = new StringBuilder("work-order: ")
                .append(ordered.order().id())
                .append("\ndeliverable: ")
                .append(ordered.deliverable().id())
                .append('\n');
        List<String> ids = Stream.concat(toMend.stream(), points.advice().stream())
                .flatMap(outcome -> OpenPoints.findings(outcome).stream())
                .map(points::id)
                .distinct()
                .toList();
        for (ItemOutcome open : undeclared()) {
            text.append("# ")
                    .append(open.item().requirement().replaceAll("\\s+", " "))
                    .append('\n');
        }
        if (!undeclared().isEmpty()) {
            text.append("# declarations:\n");
        }
        undeclared()
                .forEach(open -> text.append("#   ").append(open.item().id()).append(": \"\"\n"));
        if (!ids.isEmpty()) {
            text.append("answers:      # fixed, disputed or question; the last two with a text\n");
        }
        ids.forEach(id -> text.append("  - {id: \"").append(id).append("\", answer: fixed, text: \"\"}\n"));
        return text.toString();
    }

    private List<ItemOutcome> undeclared() {
        return points.ended(Outcome.NotRun.class).stream()
                .filter(outcome -> outcome.item().by() == By.VENDOR)
                .toList();
    }

    /// All that was found, as rows of a table.
    FindingsList list() {
        return new FindingsList(wording, quoting, points, toMend, points.advice());
    }
}
