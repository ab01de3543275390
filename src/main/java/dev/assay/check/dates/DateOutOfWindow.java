package dev.assay.check.dates;

import dev.assay.check.Check;
import dev.assay.check.Findings;
import dev.assay.check.Inspection;
import dev.assay.check.Kind;
import dev.assay.check.Outcome;
import dev.assay.check.Parameters;
import dev.assay.check.dates.ShownDate.Period;
import dev.assay.checklist.Parameter;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Flags a labelled date that lies outside a given time, or too far from another date.
///
/// ## Why
///
/// A price of three weeks ago under today's recommendation, fieldwork outside the agreed weeks, a safety cut-off
/// after the report: each makes the whole deliverable worthless, and each is a matter of counting days.
///
/// ## Example
///
/// ```yaml
/// - id: fresh-prices
///   check: date-out-of-window
///   with:
///     date: Price date
///     of: Report date
///     days-before: 3
///     days-after: 0
///     business-days: true
///     holidays: [2026-04-03, 2026-04-06]
/// ```
///
/// With "Price date: 30 March 2026" and "Report date: 8 April 2026", the first is flagged: it lies 5 business days
/// before. `not-before: 2026-03-01` and `not-after: 2026-03-31` hold a date or both ends of a period to a fixed time.
/// Dates are named by the words before them, as in `date-mismatch`; the usual names `Fieldwork`, `Price date`,
/// `Data cut-off` and `Date of the document` know their synonyms. Instead of a name, a date can be given as
/// `2026-03-31`.
///
/// ## What it does not do
///
/// It knows no public holidays by itself. Where a named date is not found, is found with different values, or can
/// be read in two ways of which one is in order and one is not, the item ends as *cannot tell*. Of a month without a
/// day, the whole month
/// must lie within the time.
public final class DateOutOfWindow implements Check {
    private static final List<String> DAYS =
            List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");
    private static final Kind KIND = new Kind(
            "date-out-of-window",
            1,
            "0.1",
            Kind.Family.NUMBERS,
            "The named date lies within the time that is allowed.",
            List.of(
                    Parameter.required(
                            "date",
                            Parameter.Type.TEXT,
                            "The words before the date, such as `Price date`; `Price date = closing price of | priced"
                                    + " at` gives them a name."),
                    Parameter.optional(
                            "of",
                            Parameter.Type.TEXT,
                            "The date it is held against: the words before it, or a date such as `2026-03-31`."),
                    Parameter.optional(
                            "days-before",
                            Parameter.Type.COUNT,
                            "How many days it may lie before `of`; without it, as many as you like."),
                    Parameter.optional(
                            "days-after",
                            Parameter.Type.COUNT,
                            "How many days it may lie after `of`; without it, as many as you like."),
                    Parameter.optional(
                            "not-before",
                            Parameter.Type.TEXT,
                            "The first day allowed: a date such as `2026-03-01`, or the words before one."),
                    Parameter.optional(
                            "not-after",
                            Parameter.Type.TEXT,
                            "The last day allowed: a date such as `2026-03-31`, or the words before one."),
                    Parameter.of(
                            "business-days",
                            Parameter.Type.FLAG,
                            false,
                            "Whether only business days count for `days-before` and `days-after`."),
                    Parameter.choices(
                            "weekend", DAYS, List.of("saturday", "sunday"), "Days of the week without business."),
                    Parameter.optional(
                            "holidays", Parameter.Type.TEXTS, "Further days without business, each as `2026-04-03`.")),
            List.of(),
            List.of("of", "not-before", "not-after"));

    @Override
    public Kind kind() {
        return KIND;
    }

    /// What is unread may hold the date, or hold another.
    @Override
    public Unread unread(Parameters parameters) {
        return Unread.MAY_DO_EITHER;
    }

    @Override
    public Outcome inspect(Inspection inspection, Parameters parameters) {
        return new Round(inspection, parameters).outcome();
    }

    /// A bound as it was found.
    private record Bound(List<Period> meanings, String words) {}

    /// One run.
    private static final class Round {
        private final List<Inspection.ReadPart> parts;
        private final Parameters parameters;
        private final List<String> doubts = new ArrayList<>();
        private final Calendar calendar;

        Round(Inspection inspection, Parameters parameters) {
            this.parts = inspection.readable();
            this.parameters = parameters;
            this.calendar =
                    new Calendar(parameters.flag("business-days"), weekend(parameters.texts("weekend")), holidays());
        }

        private static Set<DayOfWeek> weekend(List<String> names) {
            Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
            names.forEach(name -> days.add(DayOfWeek.of(DAYS.indexOf(name) + 1)));
            return days;
        }

        private Set<LocalDate> holidays() {
            Set<LocalDate> days = new HashSet<>();
            for (String text : parameters.texts("holidays")) {
                Optional<LocalDate> day = iso(text);
                day.ifPresent(days::add);
                if (day.isEmpty()) {
                    doubts.add("the holiday '" + text + "' is no date such as 2026-04-03");
                }
            }
            return days;
        }

        Outcome outcome() {
            Optional<Mention> date = one(parameters.text("date"));
            Optional<Bound> of = bound("of");
            Optional<Bound> notBefore = bound("not-before");
            Optional<Bound> notAfter = bound("not-after");
            if (!doubts.isEmpty()) {
                return new Outcome.CannotTell(
                        "The date cannot be judged: " + String.join("; ", doubts) + ".", Outcome.Cause.CONTENT);
            }
            Mention mention = date.orElseThrow();
            List<List<String>> readings = mention.date().meanings().stream()
                    .map(period -> faults(period, of, notBefore, notAfter))
                    .toList();
            boolean good = readings.stream().anyMatch(List::isEmpty);
            boolean bad = readings.stream().anyMatch(reading -> !reading.isEmpty());
            if (good && bad) {
                return new Outcome.CannotTell(
                        "'" + mention.date().shown() + "' (" + mention.where()
                                + ") can be read as two days, of which one is allowed.",
                        Outcome.Cause.CONTENT);
            }
            Findings findings = new Findings(KIND);
            if (bad) {
                findings.at(
                        mention.part(),
                        mention.span(),
                        mention.label().name() + " is '" + mention.date().shown() + "': "
                                + String.join(", and ", readings.getFirst()) + ".",
                        "Bring what it dates up to date, or correct the date.");
            }
            return findings.outcome(
                    "date out of its time",
                    mention.label().name() + " '" + mention.date().shown() + "' is within its time.");
        }

        private List<String> faults(
                Period date, Optional<Bound> of, Optional<Bound> notBefore, Optional<Bound> notAfter) {
            List<String> faults = new ArrayList<>();
            notBefore
                    .filter(bound -> bound.meanings().stream()
                            .allMatch(each -> date.first().isBefore(each.first())))
                    .ifPresent(bound -> faults.add("it lies before " + bound.words()));
            notAfter.filter(bound -> bound.meanings().stream()
                            .allMatch(each -> date.last().isAfter(each.last())))
                    .ifPresent(bound -> faults.add("it lies after " + bound.words()));
            of.ifPresent(bound -> distance(date, bound, faults));
            return faults;
        }

        private void distance(Period date, Bound bound, List<String> faults) {
            OptionalInt before = parameters.count("days-before");
            OptionalInt after = parameters.count("days-after");
            long early = bound.meanings().stream()
                    .mapToLong(each -> calendar.between(date.first(), each.last()))
                    .min()
                    .orElse(0);
            long late = bound.meanings().stream()
                    .mapToLong(each -> calendar.between(each.first(), date.last()))
                    .min()
                    .orElse(0);
            if (before.isPresent() && early > before.getAsInt()) {
                faults.add("it lies " + calendar.words(early) + " before " + bound.words() + "; allowed are "
                        + before.getAsInt());
            }
            if (after.isPresent() && late > after.getAsInt()) {
                faults.add("it lies " + calendar.words(late) + " after " + bound.words() + "; allowed are "
                        + after.getAsInt());
            }
        }

        private Optional<Bound> bound(String parameter) {
            Optional<String> given = parameters.optionalText(parameter);
            if (given.isEmpty()) {
                return Optional.empty();
            }
            Optional<LocalDate> day = iso(given.get());
            return day.isPresent()
                    ? Optional.of(
                            new Bound(List.of(Period.of(day.get())), given.get().strip()))
                    : one(given.get())
                            .map(mention -> new Bound(
                                    mention.date().meanings(),
                                    mention.label().name() + " '"
                                            + mention.date().shown() + "' (" + mention.where() + ")"));
        }

        /// The one date of a name; otherwise a doubt is added.
        private Optional<Mention> one(String name) {
            DateLabel label = DateLabel.USUAL.stream()
                    .filter(each -> each.name().equalsIgnoreCase(name.strip())
                            || each.words().matcher(name.strip()).matches())
                    .findFirst()
                    .orElseGet(() -> DateLabel.of(name));
            List<Mention> found = parts.stream()
                    .flatMap(part -> Labelled.of(part, List.of(label)).stream())
                    .filter(mention -> mention.qualifier().isEmpty())
                    .toList();
            if (found.isEmpty()) {
                doubts.add("no date is given as '" + name.strip().toLowerCase(Locale.ROOT) + "'");
                return Optional.empty();
            }
            Mention first = found.getFirst();
            Optional<Mention> other =
                    found.stream().filter(mention -> !mention.agrees(first)).findFirst();
            if (other.isPresent()) {
                doubts.add("'" + name.strip() + "' is '" + first.date().shown() + "' (" + first.where() + ") and '"
                        + other.get().date().shown() + "' (" + other.get().where() + ")");
                return Optional.empty();
            }
            if (first.date().isImpossible()) {
                doubts.add("'" + first.date().shown() + "' (" + first.where() + ") is no date");
                return Optional.empty();
            }
            return Optional.of(first);
        }

        private static Optional<LocalDate> iso(String text) {
            try {
                return Optional.of(LocalDate.parse(text.strip()));
            } catch (DateTimeParseException e) {
                return Optional.empty();
            }
        }
    }
}
