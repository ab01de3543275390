package dev.assay.check.dates;

import dev.assay.check.Check;
import dev.assay.check.Findings;
import dev.assay.check.Inspection;
import dev.assay.check.Kind;
import dev.assay.check.Outcome;
import dev.assay.check.Parameters;
import dev.assay.check.Passages;
import dev.assay.checklist.Parameter;
import dev.assay.document.Span;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Flags a date that is given differently in two places, and a day of the week that does not fit its date.
///
/// ## Why
///
/// Fieldwork that ends on the 14th in the summary and on the 16th in the method, a price date on the cover that
/// is not the one under the table: the reader cannot know which is right, and doubts the rest.
///
/// ## Example
///
/// "Fieldwork: 2–14 March 2026" on page 1 and "Fieldwork took place from 2 to 16 March 2026" on page 9 are
/// flagged on page 9, with both places. "Tuesday, 12 March 2026" is flagged: that day is a Thursday.
///
/// Held together are the dates of fieldwork (also field period, Feldzeit), prices (price date, priced as of,
/// closing prices of, Kurse vom), the data cut-off (also data as of, database lock, Datenstand) and whatever
/// `labels` adds, over all parts; and within each part its own date: report date, version date, date of issue, a
/// date alone on the title page, and the date in headers and footers. The label stands before the date in the
/// same sentence, in the cell to its left, or above it in a table of one row. A month agrees with a day in it,
/// "started on" and "ended on" with the ends of a period, and 03/04/2026 with both of its readings.
/// Where two dates occur, the more frequent one is taken as right, else the first.
///
/// ## What it does not do
///
/// Dates of what is told apart by words such as "wave 2", "pilot", "planned", "previous" or "interim" are not
/// held against those of another. Dates without a year are not read. A date that does not exist is left to
/// `impossible-value`. Where a labelled date cannot be read, the item ends as *cannot tell*.
public final class DateMismatch implements Check {
    private static final Kind KIND = new Kind(
            "date-mismatch",
            1,
            "0.1",
            Kind.Family.NUMBERS,
            "A date is the same wherever it is given, and its day of the week fits it.",
            List.of(
                    Parameter.optional(
                            "labels",
                            Parameter.Type.TEXTS,
                            "Further labels before a date that must be the same everywhere, such as `Valuation date`."
                                    + " Case does not count."),
                    Parameter.optional(
                            "except",
                            Parameter.Type.TEXTS,
                            "Of the usual names those that may differ: `Fieldwork`, `Price date`, `Data cut-off`,"
                                    + " `Date of the document`."),
                    Parameter.of(
                            "weekdays",
                            Parameter.Type.FLAG,
                            true,
                            "Whether a day of the week before a date must fit it.")),
            List.of(),
            List.of());
    private static final int MOST = 400;

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public Outcome inspect(Inspection inspection, Parameters parameters) {
        List<DateLabel> labels = labels(parameters);
        List<Inspection.ReadPart> parts = inspection.readable();
        List<Mention> mentions = parts.stream()
                .flatMap(part -> Labelled.of(part, labels).stream())
                .toList();
        List<String> doubts = mentions.stream()
                .filter(mention -> mention.date().isImpossible())
                .map(mention -> "'" + mention.date().shown() + "' (" + mention.where() + ") is no date")
                .collect(Collectors.toCollection(ArrayList::new));
        Faults faults = new Faults();
        int compared = compare(mentions, faults, doubts);
        int weekdays = parameters.flag("weekdays") ? weekdays(parts, faults) : 0;
        return outcome(parts, faults, doubts, compared, weekdays);
    }

    private static List<DateLabel> labels(Parameters parameters) {
        List<String> except = parameters.texts("except").stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
        List<DateLabel> labels = new ArrayList<>(DateLabel.USUAL.stream()
                .filter(label -> !except.contains(label.name().toLowerCase(Locale.ROOT)))
                .toList());
        parameters.texts("labels").forEach(words -> labels.add(DateLabel.of(words)));
        return labels;
    }

    private record Fault(Span span, String message, String remedy) {}

    /// Faults by the part they are in.
    private static final class Faults {
        private final IdentityHashMap<Inspection.ReadPart, List<Fault>> all = new IdentityHashMap<>();

        void add(Inspection.ReadPart part, Fault fault) {
            all.computeIfAbsent(part, ignored -> new ArrayList<>()).add(fault);
        }

        void tell(Inspection.ReadPart part, Findings findings) {
            all.getOrDefault(part, List.of()).stream()
                    .sorted(Comparator.comparingInt(fault -> fault.span().start()))
                    .forEach(fault -> findings.at(part, fault.span(), fault.message(), fault.remedy()));
        }
    }

    /// How many dates were held against another.
    private static int compare(List<Mention> mentions, Faults faults, List<String> doubts) {
        Map<Object, List<Mention>> groups = mentions.stream()
                .filter(mention -> !mention.date().isImpossible())
                .collect(Collectors.groupingBy(Mention::group, LinkedHashMap::new, Collectors.toList()));
        int compared = 0;
        for (List<Mention> all : groups.values()) {
            if (all.size() > MOST) {
                doubts.add("'" + all.getFirst().label().name() + "' has more than " + MOST
                        + " dates; the first are compared");
            }
            List<Mention> group = all.subList(0, Math.min(MOST, all.size()));
            compared += group.size() > 1 ? group.size() : 0;
            Mention right = group.stream()
                    .max(Comparator.comparingLong((Mention one) ->
                                    group.stream().filter(one::agrees).count())
                            .thenComparingInt(one -> -group.indexOf(one)))
                    .orElseThrow();
            group.stream().filter(one -> !one.agrees(right)).forEach(one -> faults.add(one.part(), fault(one, right)));
        }
        return compared;
    }

    private static Fault fault(Mention one, Mention right) {
        String name = one.label().name() + (one.qualifier().isEmpty() ? "" : " (" + one.qualifier() + ")");
        return new Fault(
                one.span(),
                name + " is '" + one.date().shown() + "' here, but '"
                        + right.date().shown() + "' in " + right.where() + ".",
                "Find out which is right and give the same date everywhere.");
    }

    private static int weekdays(List<Inspection.ReadPart> parts, Faults faults) {
        int count = 0;
        for (Inspection.ReadPart part : parts) {
            for (Span passage : Passages.shown(part.document()).toList()) {
                for (ShownDate date : DateText.find(part.document().text(passage))) {
                    count += date.weekday().isPresent() && !date.isImpossible() ? 1 : 0;
                    if (!date.isImpossible() && !date.weekdayFits()) {
                        faults.add(part, weekday(passage, date));
                    }
                }
            }
        }
        return count;
    }

    private static Fault weekday(Span passage, ShownDate date) {
        DayOfWeek right = date.meanings().getFirst().first().getDayOfWeek();
        return new Fault(
                new Span(
                        passage.start() + date.span().start(),
                        passage.start() + date.span().end()),
                "'" + date.shown() + "': that day is a " + right.getDisplayName(TextStyle.FULL, Locale.ENGLISH) + ".",
                "Correct the day of the week, or the date.");
    }

    private static Outcome outcome(
            List<Inspection.ReadPart> parts, Faults faults, List<String> doubts, int compared, int weekdays) {
        Findings findings = new Findings(KIND);
        parts.forEach(part -> faults.tell(part, findings));
        String untold = String.join("; ", doubts.subList(0, Math.min(3, doubts.size())))
                + (doubts.size() > 3 ? "; and " + (doubts.size() - 3) + " more." : ".");
        if (findings.isEmpty() && !doubts.isEmpty()) {
            return new Outcome.CannotTell("A labelled date cannot be compared: " + untold, Outcome.Cause.CONTENT);
        }
        if (findings.isEmpty() && compared + weekdays == 0) {
            return new Outcome.NotApplicable("No labelled date occurs twice, and none has its day of the week.");
        }
        Outcome outcome = findings.outcome(
                "date does not fit|dates do not fit",
                String.format(Locale.ROOT, "Dates compared: %,d, days of the week: %,d; all fit.", compared, weekdays));
        return outcome instanceof Outcome.Failed failed && !doubts.isEmpty()
                ? new Outcome.Failed(failed.reason() + " Not told: " + untold, failed.findings())
                : outcome;
    }
}
