package dev.assay.check.sources;

import dev.assay.check.Check;
import dev.assay.check.Findings;
import dev.assay.check.FoldedText;
import dev.assay.check.Inspection;
import dev.assay.check.Kind;
import dev.assay.check.Outcome;
import dev.assay.check.Parameters;
import dev.assay.check.Passages;
import dev.assay.checklist.Parameter;
import dev.assay.document.Document;
import dev.assay.document.Fact;
import dev.assay.document.Place;
import dev.assay.document.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Flags sources that a client does not accept: wikis, forums, answers by machines, a competitor, whatever is not on
/// the list.
///
/// ## Why
///
/// A wiki may say something else tomorrow, a forum's writer is nobody, and an answer by a machine has no source of its
/// own. And a competitor's page under a chart is noticed at the wrong moment.
///
/// ## Example
///
/// With the defaults, a link to `de.wikipedia.org`, "see www.reddit.com/r/tea", "Source: ChatGPT" and the entry
/// "Wikipedia. Tea. 2024." in the bibliography are flagged. `deny` names more, by host or by name, `allow` the only
/// hosts that may be linked to:
///
/// ```yaml
/// - id: sources
///   check: source-not-allowed
///   with:
///     deny: [rival-research.com, Rival Research]
///     allow: [europa.eu, who.int, example.org]
/// ```
///
/// A host stands for all below it: `europa.eu` for `ec.europa.eu`. Hosts are found in links and in the text, names in
/// what is given as a source: lines such as "Source: …", the bibliography, and after "according to" or "laut".
///
/// ## What it does not do
///
/// A name in running text is not taken for a source: a report about Reddit may say so. `allow` is asked of
/// links and of addresses with `http://`, `https://` or `www.`; mail addresses are none. Shortened links are seen as
/// what they are, not where they lead.
public final class SourceNotAllowed implements Check {
    private static final Pattern SOURCE =
            Pattern.compile("(?iu)(?:(?:^|[(\\[.;]\\s{0,3})(?:data |image |photo )?(?:sources?|quellen?)\\s?:\\s{0,3}"
                    + "|(?<![\\p{L}])(?:according to|as cited in|cited in|laut|zitiert nach) )(?<named>[^\\n]{2,300})");
    private static final Pattern LINK = Pattern.compile("(?i)https?://.*");
    private static final Pattern SAID = Pattern.compile("(?iu)^\\s*(?:acc|as |cit|laut|zit)");
    /// What follows "according to" ends here.
    private static final Pattern CLAUSE = Pattern.compile("[,;.:](?:\\s|$)");
    private static final int AFTER = 60;
    private static final Kind KIND = new Kind(
            "source-not-allowed",
            1,
            "0.1",
            Kind.Family.SOURCES,
            "Only sources that are accepted are used.",
            List.of(
                    Parameter.choices(
                                    "kinds",
                                    SourceKind.ids(),
                                    List.of("wiki", "forum", "ai"),
                                    "Kinds of sources that are not accepted.")
                            .sharper(Parameter.Sharper.MORE),
                    Parameter.optional(
                                    "deny",
                                    Parameter.Type.TEXTS,
                                    "Further sources that are not accepted: hosts such as `example.org`, or names.")
                            .sharper(Parameter.Sharper.MORE),
                    Parameter.optional(
                            "allow",
                            Parameter.Type.TEXTS,
                            "The only hosts that are accepted; without it, all but those above."),
                    Parameter.optional(
                                    "except",
                                    Parameter.Type.TEXTS,
                                    "Hosts and names that are accepted though their kind is not.")
                            .sharper(Parameter.Sharper.LESS)),
            List.of(),
            List.of());

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public Outcome inspect(Inspection inspection, Parameters parameters) {
        Round round = new Round(parameters);
        inspection.readable().forEach(round::part);
        return round.findings.outcome(
                "source is not accepted|sources are not accepted", "No source occurs that is not accepted.");
    }

    /// Sources of one sort that are not accepted.
    private record Rule(Hosts hosts, List<FoldedText> names, String why) {}

    /// One run.
    private static final class Round {
        private final Findings findings = new Findings(KIND);
        private final List<Rule> rules = new ArrayList<>();
        private final Hosts allowed;
        private final Hosts except;

        Round(Parameters parameters) {
            Set<String> excepted = new HashSet<>(parameters.texts("except"));
            for (SourceKind kind : SourceKind.ALL) {
                if (parameters.texts("kinds").contains(kind.id())) {
                    rules.add(rule(kind.hosts(), kind.names(), excepted, "it is " + kind.words()));
                }
            }
            Predicate<String> isHost =
                    each -> each.contains(".") && !each.strip().contains(" ");
            rules.add(rule(
                    parameters.texts("deny").stream().filter(isHost).toList(),
                    parameters.texts("deny").stream().filter(isHost.negate()).toList(),
                    Set.of(),
                    "it is on the list of those that are not"));
            allowed = new Hosts(parameters.texts("allow"));
            except = new Hosts(parameters.texts("except"));
        }

        private static Rule rule(List<String> hosts, List<String> names, Set<String> excepted, String why) {
            return new Rule(
                    new Hosts(hosts),
                    names.stream()
                            .filter(name -> excepted.stream().noneMatch(name::equalsIgnoreCase))
                            .map(name -> FoldedText.of(name.strip(), false))
                            .toList(),
                    why);
        }

        private Optional<String> fault(String host, boolean address) {
            if (except.holds(host)) {
                return Optional.empty();
            }
            Optional<String> denied = rules.stream()
                    .filter(rule -> rule.hosts().holds(host))
                    .map(Rule::why)
                    .findFirst();
            boolean unlisted = address && !allowed.isEmpty() && !allowed.holds(host);
            return denied.or(() -> unlisted ? Optional.of("it is not on the list of those that are") : denied);
        }

        void part(Inspection.ReadPart part) {
            Document document = part.document();
            Set<String> told = new HashSet<>();
            Bibliography list = Bibliography.of(part, Set.of());
            Set<Integer> entries = new HashSet<>();
            list.entries().forEach(entry -> entries.add(entry.span().start()));
            Passages.shown(document).forEach(passage -> passage(part, passage, entries, told));
            document.facts(Fact.ExternalLink.class)
                    .filter(link -> link.kind() == Fact.ExternalLink.Kind.HYPERLINK)
                    .filter(link -> LINK.matcher(link.target()).matches())
                    .forEach(link -> link(part, link, told));
        }

        private void passage(Inspection.ReadPart part, Span passage, Set<Integer> entries, Set<String> told) {
            String text = part.document().text(passage);
            Place place = part.document().placeAt(passage.start());
            Set<String> here = new HashSet<>();
            for (Hosts.Shown shown : Hosts.in(text)) {
                Optional<String> fault = fault(shown.host(), shown.address());
                if (fault.isPresent()) {
                    told.add(key(place, shown.host()));
                    here.add(fault.get());
                    findings.at(
                            part,
                            new Span(passage.start() + shown.start(), passage.start() + shown.end()),
                            message(text.substring(shown.start(), shown.end()), fault.get()),
                            "Rest the statement on a source that is accepted.");
                }
            }
            names(part, passage, text, entries.contains(passage.start()), here);
        }

        /// A source told by its address is not told again by its name.
        private void names(Inspection.ReadPart part, Span passage, String text, boolean entry, Set<String> here) {
            List<Span> sources = new ArrayList<>();
            if (entry) {
                sources.add(new Span(0, text.length()));
            } else {
                Matcher matcher = SOURCE.matcher(text);
                while (matcher.find()) {
                    sources.add(new Span(matcher.start("named"), end(text, matcher)));
                }
            }
            for (Span source : sources) {
                FoldedText folded = FoldedText.of(text.substring(source.start(), source.end()), false);
                for (Rule rule : rules) {
                    if (here.contains(rule.why())) {
                        continue;
                    }
                    for (FoldedText name : rule.names()) {
                        folded.find(name).stream()
                                .findFirst()
                                .ifPresent(found -> findings.at(
                                        part,
                                        new Span(
                                                passage.start() + source.start() + found.start(),
                                                passage.start() + source.start() + found.end()),
                                        message(
                                                text.substring(
                                                        source.start() + found.start(), source.start() + found.end()),
                                                rule.why()),
                                        "Rest the statement on a source that is accepted."));
                    }
                }
            }
        }

        /// Of a line of sources all of it, of what somebody is said to say only the name.
        private static int end(String text, Matcher source) {
            boolean said = SAID.matcher(source.group()).find();
            int most = Math.min(source.end(), source.start("named") + AFTER);
            Matcher clause = CLAUSE.matcher(text).region(source.start("named"), most);
            return said ? clause.find() ? clause.start() : most : source.end();
        }

        private void link(Inspection.ReadPart part, Fact.ExternalLink link, Set<String> told) {
            List<Hosts.Shown> hosts = Hosts.in(link.target());
            if (hosts.isEmpty()) {
                return;
            }
            String host = hosts.getFirst().host();
            fault(host, true)
                    .filter(_ -> told.add(key(link.place(), host)))
                    .ifPresent(fault -> findings.about(
                            part.part().name(),
                            link.place(),
                            "link " + host + ' ' + link.place().describe(),
                            "The link leads to '" + host + "', which is not accepted as a source: " + fault + ".",
                            "Rest the statement on a source that is accepted, and link to it."));
        }

        private static String key(Place place, String host) {
            return place.describe() + '\0' + host;
        }

        private static String message(String shown, String why) {
            return "'" + shown + "' is not accepted as a source: " + why + ".";
        }
    }
}
