package dev.assay.check.expression;

import dev.assay.check.Check;
import dev.assay.check.Findings;
import dev.assay.check.Inspection;
import dev.assay.check.Kind;
import dev.assay.check.Outcome;
import dev.assay.check.Parameters;
import dev.assay.check.Quotes;
import dev.assay.checklist.KindForm;
import dev.assay.checklist.NamedFigure;
import dev.assay.checklist.Parameter;
import dev.assay.checklist.Trait;
import dev.assay.config.Problems;
import dev.assay.document.Block;
import dev.assay.document.Fact;
import dev.assay.document.Place;
import dev.assay.document.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Flags a rule of the client's own that the figures of a deliverable break.
///
/// ## Why
///
/// Every client has arithmetic that nobody else has: upside is target over price, the bridge from net income to cash
/// adds up, screened is enrolled plus failures, the data cut-off lies before the report. Written as a rule once, it is
/// reckoned in every deliverable.
///
/// ## Example
///
/// ```yaml
/// figures:
///   price:  {label: Price | Share price}
///   target: {label: Target price | Price target}
///   upside: {label: Upside}
/// items:
///   - id: upside-follows
///     check: expression
///     with: {rule: upside = target / price - 1, tolerance: 0.005}
/// ```
///
/// With price 108.00 and target 120.00 an upside of 18 % is flagged: the rule gives 11.1 %.
///
/// A figure is named under `figures` of the checklist: by the `label` before it, in text or as a table's row, with
/// `column` and `table` where the label alone does not say which; or by the `cell` of a workbook, as `Sheet!B7`. `role`
/// says in which file of the delivery it stands, `source` in which reference or other deliverable of the order; `date:
/// true` makes it a date, and the difference of two dates is in days. Besides, `words`, `pages`, `slides`, `tables` and
/// `parts` are how many there are.
///
/// A rule compares two terms by `=`, `!=`, `<`, `<=`, `>` or `>=`; `and`, `or` and `not` join comparisons. Terms are
/// numbers, per cents, names, `+ - * /`, parentheses, and `abs`, `min`, `max`, `sum`.
///
/// Every figure stands for all values that would be shown as it is: 11 % for 10.5 % to 11.5 %. Only what no such values
/// can meet is flagged. `tolerance` is how much more both sides may differ, in their unit, 0.005 being half a
/// percentage point.
///
/// ## What it does not do
///
/// A figure that is not found, or found twice with values that cannot be the same, cannot be told; both places are
/// named. Units and magnitudes are not converted where only a heading says them, as "EUR million" over a column. There
/// are no conditions, no loops, and nothing can be called from a rule.
public final class Expression implements Check {
    private static final Set<String> MEASURES = Set.of("words", "pages", "slides", "tables", "parts");

    private static final String RULE = "rule";
    private static final String FIGURES = "figures";
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private static final Kind KIND = new Kind(
                    "expression",
                    1,
                    "0.1",
                    Kind.Family.NUMBERS,
                    "The figures obey the client's own rule.",
                    List.of(
                            Parameter.required(
                                    RULE, Parameter.Type.TEXT, "The rule, such as `upside = target / price - 1`."),
                            Parameter.of(
                                            "tolerance",
                                            Parameter.Type.NUMBER,
                                            0,
                                            "How far both sides may differ beyond rounding, in their unit; 0.005 is"
                                                    + " half a percentage point.")
                                    .sharper(Parameter.Sharper.LESS),
                            Parameter.optional(
                                    FIGURES,
                                    Parameter.Type.TEXTS,
                                    "Where the named figures stand; taken from `figures` of the checklist.")),
                    List.of(),
                    List.of())
            .with(Trait.USES_FIGURES)
            .proved(Expression::mistakes);

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public Unread unread(Parameters parameters) {
        return Unread.MAY_DO_EITHER;
    }

    @Override
    public List<List<String>> references(Parameters parameters) {
        return figures(parameters.texts(FIGURES)).values().stream()
                .map(NamedFigure::source)
                .filter(source -> !source.isEmpty())
                .distinct()
                .map(List::of)
                .toList();
    }

    /// What is wrong with a rule before anything is delivered.
    private static List<KindForm.Mistake> mistakes(Map<String, Object> values) {
        Parameters parameters = new Parameters(values);
        List<KindForm.Mistake> mistakes = new ArrayList<>();
        parameters.texts(FIGURES).stream()
                .filter(text -> !NamedFigure.isOne(text))
                .forEach(text -> mistakes.add(new KindForm.Mistake(
                        FIGURES, "'" + text + "' names no figure. Name it under 'figures' of the checklist")));
        if (!mistakes.isEmpty()) {
            return mistakes;
        }
        Map<String, NamedFigure> figures = figures(parameters.texts(FIGURES));
        figures.keySet().stream()
                .filter(MEASURES::contains)
                .forEach(name -> mistakes.add(
                        new KindForm.Mistake(RULE, "'" + name + "' is a measure; give the figure another name")));
        try {
            for (String name : RuleParser.parse(parameters.text(RULE)).names()) {
                if (!figures.containsKey(name) && !MEASURES.contains(name)) {
                    List<String> known = Stream.of(figures.keySet(), MEASURES)
                            .flatMap(Collection::stream)
                            .sorted()
                            .toList();
                    String hint = Problems.suggestion(name, known);
                    mistakes.add(new KindForm.Mistake(
                            RULE,
                            "'" + name + "' is no figure of this checklist."
                                    + (hint.isEmpty() ? " Known: " + String.join(", ", known) : hint)));
                }
            }
        } catch (RuleParser.Mistake e) {
            mistakes.add(new KindForm.Mistake(RULE, String.valueOf(e.getMessage())));
        }
        return mistakes;
    }

    private static Map<String, NamedFigure> figures(List<String> texts) {
        return texts.stream()
                .map(NamedFigure::of)
                .collect(Collectors.toMap(NamedFigure::name, each -> each, (one, other) -> other, LinkedHashMap::new));
    }

    @Override
    public Outcome inspect(Inspection inspection, Parameters parameters) {
        Rule rule;
        try {
            rule = RuleParser.parse(parameters.text(RULE));
        } catch (RuleParser.Mistake e) {
            throw new IllegalArgumentException("A checklist's rules were proved when it was read", e);
        }
        Map<String, NamedFigure> figures = figures(parameters.texts(FIGURES));
        Map<String, Value> values = new LinkedHashMap<>();
        Map<String, Reading> readings = new LinkedHashMap<>();
        for (String name : rule.names()) {
            NamedFigure figure = figures.get(name);
            if (figure == null) {
                values.put(name, Value.of(BigDecimal.valueOf(measure(name, inspection))));
                continue;
            }
            FigureFinder.Found found = FigureFinder.find(figure, figures.values(), inspection);
            Optional<Outcome> doubt = doubt(figure, found);
            if (doubt.isPresent()) {
                return doubt.get();
            }
            Reading surest = found.readings().stream()
                    .min(Comparator.comparing(reading -> reading.value()
                            .range()
                            .high()
                            .subtract(reading.value().range().low())))
                    .orElseThrow();
            readings.put(name, surest);
            values.put(name, surest.value());
        }
        BigDecimal tolerance = parameters.number("tolerance").orElse(BigDecimal.ZERO);
        Optional<Rule.Truth> truth = rule.truth(values, tolerance);
        if (truth.isEmpty()) {
            return cannotTell("The rule divides by what may be 0: " + told(readings, values) + ".");
        }
        if (truth.get() != Rule.Truth.BROKEN) {
            return new Outcome.Passed("The rule holds: " + told(readings, values) + ".");
        }
        return broken(rule, parameters.text(RULE), readings, values);
    }

    private static Optional<Outcome> doubt(NamedFigure figure, FigureFinder.Found found) {
        String name = "'" + figure.name() + "'";
        if (!found.doubts().isEmpty()) {
            return Optional.of(cannotTell("What stands where " + name + " should is not to be read: "
                    + found.doubts().stream().limit(3).collect(Collectors.joining(", ")) + "."));
        }
        if (found.readings().isEmpty()) {
            return Optional.of(cannotTell(name + " was not found: " + sought(figure) + "."));
        }
        Reading first = found.readings().getFirst();
        return found.readings().stream()
                .filter(other -> !first.value().range().meets(other.value().range()))
                .findFirst()
                .map(other -> cannotTell(name + " stands there twice with different values: " + told(first) + " and "
                        + told(other) + ". Say with 'column', 'table' or 'role' which is meant."));
    }

    private static Outcome cannotTell(String reason) {
        return new Outcome.CannotTell(reason, Outcome.Cause.CONTENT);
    }

    private static String sought(NamedFigure figure) {
        String what = figure.cell().isEmpty()
                ? "no figure behind "
                        + figure.labels().stream()
                                .map(label -> "'" + label + "'")
                                .collect(Collectors.joining(" or "))
                : "no cell " + figure.cell();
        return what
                + (figure.column().isEmpty() ? "" : " in a column '" + figure.column() + "'")
                + (figure.table().isEmpty() ? "" : " of a table '" + figure.table() + "'")
                + (figure.role().isEmpty() ? "" : " in the " + figure.role())
                + (figure.source().isEmpty() ? "" : " of the reference '" + figure.source() + "'");
    }

    private static String told(Reading reading) {
        return (reading.source().quotable() ? Quotes.shortened(reading.shown(), 40) : "as the client has it") + " ("
                + reading.where() + ")";
    }

    private static String told(Map<String, Reading> readings, Map<String, Value> values) {
        return values.keySet().stream()
                .map(name -> name + " "
                        + Optional.ofNullable(readings.get(name))
                                .map(Expression::told)
                                .orElseGet(() -> values.get(name).shown()))
                .collect(Collectors.joining(", "));
    }

    private static Outcome broken(Rule rule, String text, Map<String, Reading> readings, Map<String, Value> values) {
        Findings findings = new Findings(KIND);
        String message = "'" + text + "' does not hold: " + told(readings, values)
                + (rule instanceof Rule.Compared compared ? sides(compared, readings, values) : "") + ".";
        String remedy = "Correct the figure that is wrong, and every place that repeats it.";
        Optional<Reading> at = readings.values().stream()
                .filter(reading -> reading.source().own())
                .findFirst();
        if (at.isPresent()) {
            findings.at(at.get().source().part(), at.get().span(), message, remedy);
        } else {
            findings.about("", new Place.Whole(), text, message, remedy);
        }
        return findings.outcome("broken rule|broken rules", "");
    }

    /// What both sides come to, where neither is a figure that was just told; nothing of what must not be told.
    private static String sides(Rule.Compared compared, Map<String, Reading> readings, Map<String, Value> values) {
        if (!readings.values().stream().map(Reading::source).allMatch(Reading.Source::quotable)) {
            return "";
        }
        boolean percent = Stream.of(compared.left(), compared.right())
                .anyMatch(term -> term instanceof Rule.Name(String name)
                        && Optional.ofNullable(readings.get(name))
                                .filter(Reading::percent)
                                .isPresent());
        List<String> sides = new ArrayList<>();
        for (Rule.Term term : List.of(compared.left(), compared.right())) {
            if (!(term instanceof Rule.Name) && !(term instanceof Rule.Literal)) {
                term.value(values)
                        .ifPresent(value -> sides.add(
                                percent ? value.times(Value.of(HUNDRED)).shown() + " %" : value.shown()));
            }
        }
        return sides.isEmpty()
                ? ""
                : "; reckoned: " + String.join(" " + compared.comparison().sign() + " ", sides);
    }

    private static long measure(String name, Inspection inspection) {
        if (name.equals("parts")) {
            return inspection.parts().size();
        }
        return inspection.readable().stream()
                .map(Inspection.ReadPart::document)
                .mapToLong(document -> switch (name) {
                    case "words" -> Words.count(document.text());
                    case "tables" ->
                        document.blocks().stream()
                                .filter(Block.Table.class::isInstance)
                                .count();
                    case "pages" -> count(document.facts(Fact.Count.class), Fact.Count.Unit.PAGES);
                    default -> count(document.facts(Fact.Count.class), Fact.Count.Unit.SLIDES);
                })
                .sum();
    }

    private static long count(Stream<Fact.Count> counts, Fact.Count.Unit unit) {
        return counts.filter(count -> count.unit() == unit)
                .mapToLong(Fact.Count::count)
                .sum();
    }
}
