package dev.assay.check.sources;

import dev.assay.check.Check;
import dev.assay.check.Findings;
import dev.assay.check.FoldedText;
import dev.assay.check.Inspection;
import dev.assay.check.Kind;
import dev.assay.check.Outcome;
import dev.assay.check.Parameters;
import dev.assay.check.Passages;
import dev.assay.check.Quotes;
import dev.assay.check.dates.NamedDate;
import dev.assay.checklist.Parameter;
import dev.assay.document.Document;
import dev.assay.document.Fact;
import dev.assay.document.Span;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Flags sources that are too old, and web pages that were looked at too long ago.
///
/// ## Why
///
/// A market size of 2014 in a report of this year is history, and a page last seen three years ago may say something
/// else by now. Nobody reads the dates in a bibliography of eighty entries; a machine does.
///
/// ## Example
///
/// Of a report dated 12 March 2026, with the defaults, "Source: Market Monitor, 2019" is flagged because 2019 ended
/// more than 5 years before, as is the entry "Smith, J. (2018). Brands." in the bibliography, and "accessed 4 May 2024"
/// because that is more than 12 months before. "Source: Market Monitor, 2019–2024" is not: the newest date of a source
/// counts, and of a year its last day.
///
/// ```yaml
/// - id: fresh-sources
///   check: stale-source
///   with:
///     max-years: 2
///     as-of: Report date
///     except: [Companies Act]
/// ```
///
/// Age is counted to `as-of`, a day such as `2026-03-31` or the words before a date. Without it, to the date that the
/// document gives as its own ("Date: …", "Report date: …"), or else to the day on which the file says it was last
/// changed.
///
/// ## What it does not do
///
/// Without a day to count to, the item ends as *cannot tell*, and so it does where an entry of the bibliography has
/// neither a date nor a day of access. It reads dates in the bibliography (as `citation-mismatch` finds it), in lines
/// such as "Source: …" or "Quelle: …", and after "accessed", "retrieved", "abgerufen" and the like; a year in running
/// text is not taken for a source's.
public final class StaleSource implements Check {
    private static final int SHOWN = 80;
    private static final Pattern LINE = Pattern.compile(
            "(?iu)(?:^|[(\\[.;]\\s{0,3})(?:data )?(?:sources?|quellen?)\\s?:\\s{0,3}(?<named>[^\\n]{4,400})");
    private static final Kind KIND = new Kind(
            "stale-source",
            1,
            "0.1",
            Kind.Family.SOURCES,
            "Sources are recent enough.",
            List.of(
                    Parameter.of(
                                    "max-years",
                                    Parameter.Type.COUNT,
                                    5,
                                    "How many years old a source may be, by its newest date.")
                            .sharper(Parameter.Sharper.LESS),
                    Parameter.of(
                                    "max-access-months",
                                    Parameter.Type.COUNT,
                                    12,
                                    "How many months ago a source may have been looked at.")
                            .sharper(Parameter.Sharper.LESS),
                    Parameter.optional(
                            "as-of",
                            Parameter.Type.TEXT,
                            "The day to count to: `2026-03-31`, or the words before a date in the document."),
                    Parameter.choices(
                                    "of",
                                    List.of("bibliography", "source-lines", "access"),
                                    List.of("bibliography", "source-lines", "access"),
                                    "Which dates to look at.")
                            .sharper(Parameter.Sharper.MORE),
                    Parameter.optional(
                                    "except",
                                    Parameter.Type.TEXTS,
                                    "Words by which sources are known that may be of any age.")
                            .sharper(Parameter.Sharper.LESS)),
            List.of(),
            List.of());

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public Outcome inspect(Inspection inspection, Parameters parameters) {
        Round round = new Round(inspection.readable(), parameters);
        inspection.readable().forEach(round::part);
        return round.outcome();
    }

    /// One run.
    private static final class Round {
        private final Findings findings = new Findings(KIND);
        private final List<String> doubts = new ArrayList<>();
        private final List<Inspection.ReadPart> parts;
        private final Parameters parameters;
        private final Set<String> of;
        private final List<FoldedText> except;
        private final long years;
        private final long months;
        private int checked;

        Round(List<Inspection.ReadPart> parts, Parameters parameters) {
            this.parts = parts;
            this.parameters = parameters;
            this.of = Set.copyOf(parameters.texts("of"));
            this.except = parameters.texts("except").stream()
                    .map(text -> FoldedText.of(text.strip(), false))
                    .toList();
            this.years = parameters.count("max-years").orElse(0);
            this.months = parameters.count("max-access-months").orElse(0);
        }

        /// What a finding is about.
        private record Told(Span span, SourceDates.Dated date, String text, boolean access) {}

        void part(Inspection.ReadPart part) {
            Optional<LocalDate> day = day(part);
            LocalDate latest = day.map(each -> each.plusYears(1)).orElse(LocalDate.MAX);
            List<Told> sources = sources(part, latest);
            if (sources.isEmpty()) {
                return;
            }
            checked += sources.size();
            if (day.isEmpty()) {
                doubts.add("it is not known to which day the age of the sources in "
                        + part.part().name() + " is to be counted; set 'as-of'");
                return;
            }
            sources.sort(Comparator.comparingInt(told -> told.span().start()));
            sources.forEach(told -> tell(part, told, day.get()));
        }

        private void tell(Inspection.ReadPart part, Told told, LocalDate day) {
            LocalDate last = told.date().last();
            LocalDate oldest = told.access() ? day.minusMonths(months) : day.minusYears(years);
            if (!last.isBefore(oldest)) {
                return;
            }
            String text = Quotes.shortened(told.text().strip().replaceAll("\\s+", " "), SHOWN);
            String what = told.access()
                    ? "A source was looked at on '" + told.date().shown() + "', more than " + months + " months"
                    : "The source '" + text + "' is of '" + told.date().shown() + "', more than " + years + " years";
            findings.at(
                    part,
                    told.span(),
                    what + " before " + day + ".",
                    told.access()
                            ? "Look at the source again, and give the day."
                            : "Use a more recent source, or say why this one still holds.");
        }

        private List<Told> sources(Inspection.ReadPart part, LocalDate latest) {
            Document document = part.document();
            List<Told> sources = new ArrayList<>();
            if (of.contains("bibliography")) {
                bibliography(part, latest, sources);
            }
            Passages.shown(document).forEach(passage -> {
                String text = document.text(passage);
                if (of.contains("source-lines")) {
                    Matcher line = LINE.matcher(text);
                    while (line.find()) {
                        String named = line.group("named");
                        int at = passage.start() + line.start("named");
                        Optional.of(named)
                                .filter(each -> !isExcepted(each))
                                .flatMap(each -> SourceDates.newest(each, latest))
                                .ifPresent(date -> sources.add(new Told(moved(date.span(), at), date, named, false)));
                    }
                }
                if (of.contains("access") && !isExcepted(text)) {
                    SourceDates.accessed(text)
                            .forEach(date ->
                                    sources.add(new Told(moved(date.span(), passage.start()), date, text, true)));
                }
            });
            return sources;
        }

        private void bibliography(Inspection.ReadPart part, LocalDate latest, List<Told> sources) {
            Bibliography list = Bibliography.of(part, Set.of());
            if (!list.isNumbered() && !list.isDated()) {
                return;
            }
            for (Entry entry : list.entries()) {
                String text = part.document().text(entry.span());
                Optional<SourceDates.Dated> date = SourceDates.published(text, latest);
                if (isExcepted(text)) {
                    continue;
                }
                date.ifPresent(each ->
                        sources.add(new Told(moved(each.span(), entry.span().start()), each, text, false)));
                if (date.isEmpty() && SourceDates.accessed(text).isEmpty()) {
                    doubts.add("'" + Quotes.shortened(text.strip().replaceAll("\\s+", " "), SHOWN)
                            + "' has no date that can be read");
                }
            }
        }

        private boolean isExcepted(String text) {
            FoldedText folded = FoldedText.of(text, false);
            return except.stream().anyMatch(folded::holds);
        }

        private static Span moved(Span span, int by) {
            return new Span(span.start() + by, span.end() + by);
        }

        private Optional<LocalDate> day(Inspection.ReadPart part) {
            Optional<String> asOf = parameters.optionalText("as-of");
            if (asOf.isPresent()) {
                return NamedDate.of(parts, asOf.get());
            }
            return NamedDate.of(List.of(part), "").or(() -> changed(part.document()));
        }

        private static Optional<LocalDate> changed(Document document) {
            return document.facts(Fact.Property.class)
                    .filter(property -> property.name().equals("dcterms:modified")
                            || property.name().equals("dcterms:created"))
                    .map(Fact.Property::value)
                    .filter(value -> value.length() >= 10)
                    .flatMap(value -> iso(value.substring(0, 10)).stream())
                    .max(LocalDate::compareTo);
        }

        private static Optional<LocalDate> iso(String text) {
            try {
                return Optional.of(LocalDate.parse(text));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }

        Outcome outcome() {
            String few = String.join("; ", doubts.subList(0, Math.min(3, doubts.size())))
                    + (doubts.size() > 3 ? "; and " + (doubts.size() - 3) + " more." : ".");
            if (findings.isEmpty() && !doubts.isEmpty()) {
                return new Outcome.CannotTell("The age of sources cannot be told: " + few, Outcome.Cause.CONTENT);
            }
            if (checked == 0) {
                return new Outcome.NotApplicable("No source with a date is given.");
            }
            Outcome outcome = findings.outcome(
                    "source is too old|sources are too old",
                    checked == 1
                            ? "The one source with a date is recent enough."
                            : String.format(Locale.ROOT, "All %,d sources with a date are recent enough.", checked));
            return outcome instanceof Outcome.Failed failed && !doubts.isEmpty()
                    ? new Outcome.Failed(failed.reason() + " Not told: " + few, failed.findings())
                    : outcome;
        }
    }
}
