package dev.assay.check.structure;

import dev.assay.check.Check;
import dev.assay.check.Findings;
import dev.assay.check.Inspection;
import dev.assay.check.Kind;
import dev.assay.check.Outcome;
import dev.assay.check.Parameters;
import dev.assay.check.Titles;
import dev.assay.checklist.KindForm;
import dev.assay.checklist.Parameter;
import dev.assay.document.Block;
import dev.assay.document.Document;
import dev.assay.document.Fact;
import dev.assay.document.Layer;
import dev.assay.document.Place;
import dev.assay.document.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// Flags a deliverable, or one section of it, that is longer or shorter than agreed.
///
/// ## Why
///
/// An abstract over its limit is refused by whoever receives it next; a report of half the agreed length has
/// left something out; a data file short of a thousand rows is not the file that was ordered.
///
/// ## Example
///
/// With `max: 150` and `scope: Abstract`, an abstract of 163 words is flagged with both figures. With `min:
/// 10`, `max: 25` and `unit: slides`, a deck of 31 slides is. With `min: 1000`, `unit: rows` and `scope:
/// Respondents`, the sheet of that name must have a thousand rows below its first.
///
/// ## What it does not do
///
/// It counts the body only: no headers, footers, footnotes, comments or speaker notes. A word is a run of
/// letters and digits, so that other programs may count a few more or less. The parts of a deliverable are
/// counted together. Where a file does not say how many pages it has, it cannot be told; a section that is not
/// there cannot be told either, and is for `missing-section` to flag.
public final class Length implements Check {
    private static final Kind KIND = new Kind(
            "length",
            1,
            "0.1",
            Kind.Family.STRUCTURE,
            "The length is within the agreed limits.",
            List.of(
                    Parameter.optional("min", Parameter.Type.COUNT, "The least that is accepted."),
                    Parameter.optional("max", Parameter.Type.COUNT, "The most that is accepted."),
                    Parameter.choice(
                            "unit",
                            List.of("words", "characters", "pages", "slides", "rows"),
                            "words",
                            "What is counted; characters include spaces; rows are those of tables, without the"
                                    + " first of each."),
                    Parameter.optional(
                            "scope",
                            Parameter.Type.TEXT,
                            "The title of the section, or the name of the sheet or table, that is counted; the"
                                    + " whole where left out. Numbering and case do not count.")),
            List.of(new KindForm.Range("min", "max")),
            List.of("min", "max"));

    @Override
    public Kind kind() {
        return KIND;
    }

    /// A page without text is still a page; what limits from above may be passed unseen, what limits from below
    /// may be reached unseen.
    @Override
    public Unread unread(Parameters parameters) {
        String unit = parameters.text("unit");
        boolean whole = parameters.optionalText("scope").isEmpty();
        if (whole && (unit.equals("pages") || unit.equals("slides"))) {
            return Unread.HARMLESS_IN_A_READ_PART;
        }
        if (parameters.count("max").isEmpty()) {
            return Unread.MAY_HOLD_CONTENT;
        }
        return parameters.count("min").isEmpty() ? Unread.MAY_HIDE_FAULTS : Unread.MAY_DO_EITHER;
    }

    @Override
    public Outcome inspect(Inspection inspection, Parameters parameters) {
        String unit = parameters.text("unit");
        Optional<String> scope = parameters.optionalText("scope");
        List<Scope> scopes = inspection.readable().stream()
                .flatMap(part -> scope(part, scope).stream())
                .toList();
        if (scopes.isEmpty()) {
            return new Outcome.CannotTell(
                    scope.map(title -> "There is no section, sheet or table '" + title + "' to measure.")
                            .orElse("Nothing could be read, so that nothing can be counted."),
                    Outcome.Cause.CONTENT);
        }
        long total = 0;
        for (Scope each : scopes) {
            OptionalLong count = each.count(unit);
            if (count.isEmpty()) {
                return new Outcome.CannotTell(
                        each.part().part().name() + " does not say how many " + unit + " it has.",
                        Outcome.Cause.CONTENT);
            }
            total += count.getAsLong();
        }
        return judge(scopes, total, unit, parameters);
    }

    private static Outcome judge(List<Scope> scopes, long total, String unit, Parameters parameters) {
        Findings findings = new Findings(KIND);
        OptionalInt min = parameters.count("min");
        OptionalInt max = parameters.count("max");
        String subject = scopes.getFirst().subject() + " has " + counted(total, unit);
        if (max.isPresent() && total > max.getAsInt()) {
            add(
                    findings,
                    scopes,
                    subject + "; at most " + number(max.getAsInt()) + " are agreed (" + number(total - max.getAsInt())
                            + " too many).",
                    "Shorten it to at most " + counted(max.getAsInt(), unit) + ".");
        } else if (min.isPresent() && total < min.getAsInt()) {
            add(
                    findings,
                    scopes,
                    subject + "; at least " + number(min.getAsInt()) + " are agreed (" + number(min.getAsInt() - total)
                            + " too few).",
                    "Add what is missing, up to at least " + counted(min.getAsInt(), unit) + ".");
        }
        return findings.outcome("length outside the limits", subject + ", within the limits.");
    }

    private static void add(Findings findings, List<Scope> scopes, String message, String remedy) {
        Scope first = scopes.getFirst();
        String part = scopes.size() == 1 ? first.part().part().name() : "";
        findings.about(part, first.place(), "length\0" + Titles.normalised(first.title()), message, remedy);
    }

    private static String counted(long count, String unit) {
        return number(count) + " " + (count == 1 ? unit.substring(0, unit.length() - 1) : unit);
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private static Optional<Scope> scope(Inspection.ReadPart part, Optional<String> title) {
        Document document = part.document();
        if (title.isEmpty()) {
            return Optional.of(new Scope(
                    part, "", new Place.Whole(), document.layer(Layer.BODY).toList(), true));
        }
        String sought = Titles.normalised(title.get());
        Optional<Scope> section = document.sections().stream()
                .filter(each -> Titles.normalised(each.title()).equals(sought))
                .findFirst()
                .map(each -> new Scope(part, each.title(), each.heading().place(), each.blocks(), false));
        return section.or(() -> document.layer(Layer.BODY)
                .filter(block -> block instanceof Block.Table table
                        && Titles.normalised(table.name()).equals(sought))
                .findFirst()
                .map(table -> new Scope(part, title.get(), table.place(), List.of(table), false)));
    }

    /// What is measured in one part.
    private record Scope(Inspection.ReadPart part, String title, Place place, List<Block> blocks, boolean whole) {
        String subject() {
            return whole ? "The deliverable" : "'" + title + "'";
        }

        OptionalLong count(String unit) {
            return switch (unit) {
                case "words" ->
                    OptionalLong.of(blocks.stream()
                            .mapToLong(block -> Words.count(part.document().text(block)))
                            .sum());
                case "characters" ->
                    OptionalLong.of(blocks.stream().mapToLong(this::characters).sum());
                case "rows" ->
                    OptionalLong.of(blocks.stream().mapToLong(this::rows).sum());
                default -> sheets();
            };
        }

        private long characters(Block block) {
            String text = part.document().text(block);
            return text.codePointCount(0, text.length());
        }

        private long rows(Block block) {
            if (!(block instanceof Block.Table table)) {
                return 0;
            }
            long filled = table.rows().stream()
                    .filter(row -> row.cells().stream()
                            .anyMatch(cell -> !part.document().text(cell.span()).isBlank()))
                    .count();
            return Math.max(0, filled - 1);
        }

        /// A deck delivered as PDF has its slides as pages.
        private OptionalLong sheets() {
            if (!whole) {
                long distinct = blocks.stream()
                        .map(Block::place)
                        .map(Scope::sheet)
                        .filter(number -> number > 0)
                        .distinct()
                        .count();
                return distinct == 0 ? OptionalLong.empty() : OptionalLong.of(distinct);
            }
            return part.document()
                    .facts(Fact.Count.class)
                    .filter(count -> count.unit() != Fact.Count.Unit.SHEETS)
                    .mapToLong(Fact.Count::count)
                    .findFirst();
        }

        private static int sheet(Place place) {
            return switch (place) {
                case Place.Page page -> page.page();
                case Place.Slide slide -> slide.slide();
                case Place.Whole ignored -> 0;
                case Place.Paragraph ignored -> 0;
                case Place.Cell ignored -> 0;
                case Place.Line ignored -> 0;
                case Place.Part inner -> sheet(inner.within());
            };
        }
    }
}
