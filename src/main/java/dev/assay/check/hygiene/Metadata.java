package dev.assay.check.hygiene;

import dev.assay.check.Check;
import dev.assay.check.Findings;
import dev.assay.check.Inspection;
import dev.assay.check.Kind;
import dev.assay.check.Outcome;
import dev.assay.check.Parameters;
import dev.assay.checklist.Parameter;
import dev.assay.config.ClientPattern;
import dev.assay.document.Fact;
import dev.assay.document.Place;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Flags document properties that must be there and are not, that must not be there and are, and those that a
/// program left behind.
///
/// ## Why
///
/// The title of a file is what a browser, a search and a document system show. Its author, company and path
/// tell who really wrote it, for whom it was first made, and from which template.
///
/// ## Example
///
/// With `must: [title, "author = Kestrel Insight.*"]` a report without a title is flagged, and one whose author is
/// someone else. With `must-not: [manager, "company = (?i).*pellworm.*"]` a manager is flagged, and another
/// client's name as company. Without any of these, leftovers are flagged: the title `Document1` or
/// `Microsoft Word - draft.docx`, the author `Administrator`, a path such as a folder of somebody's own computer.
///
/// ## What it does not do
///
/// It does not know whether an author is right, only whether it fits. Properties of embedded files and of
/// images are not looked at, and nothing is said of a file in a format that has no properties.
public final class Metadata implements Check {
    /// One name for what formats call differently.
    private static final Map<String, List<String>> NAMES = Map.ofEntries(
            Map.entry("title", List.of("dc:title", "Title")),
            Map.entry("subject", List.of("dc:subject", "Subject")),
            Map.entry("author", List.of("dc:creator", "Author", "meta:author")),
            Map.entry("last-modified-by", List.of("cp:lastModifiedBy", "meta:last-author")),
            Map.entry("company", List.of("Company", "extended-properties:Company")),
            Map.entry("manager", List.of("Manager", "extended-properties:Manager")),
            Map.entry("keywords", List.of("cp:keywords", "Keywords", "meta:keyword")),
            Map.entry("category", List.of("cp:category")),
            Map.entry("description", List.of("dc:description")),
            Map.entry("language", List.of("dc:language", "pdf:Lang")),
            Map.entry("template", List.of("Template", "extended-properties:Template")),
            Map.entry("application", List.of("Application", "Creator", "xmp:CreatorTool")),
            Map.entry("producer", List.of("Producer", "pdf:producer")));

    private static final ClientPattern LEFT_TITLE = ClientPattern.of(
            "(?i)^(document\\d*|untitled.*|presentation\\d*|powerpoint presentation|book\\d*|dokument\\d*|unbenannt.*"
                    + "|microsoft (word|excel|powerpoint) - .*|.*\\.(docx?|dotx?|xlsx?|pptx?|indd|tex))$");
    private static final ClientPattern LEFT_PERSON =
            ClientPattern.of("(?i)^(user|admin|administrator|owner|author|unknown|default|test|microsoft office user"
                    + "|windows user|python-docx|openpyxl|benutzer)$");
    private static final ClientPattern PATH = ClientPattern.of(
            "(?i)([a-z]:\\\\[^\\s\"]+\\\\|\\\\\\\\[a-z0-9._-]+\\\\[^\\s\"]+|/(?:users|home)/[^\\s\"/]+/|file:///)");

    private static final Kind KIND = new Kind(
            "metadata",
            1,
            "0.1",
            Kind.Family.HYGIENE,
            "The document's properties are as agreed.",
            List.of(
                    Parameter.optional(
                                    "must",
                                    Parameter.Type.NAMED_PATTERNS,
                                    "Properties that each file must have: a name, or `name = pattern` with a regular"
                                        + " expression in RE2 syntax that the whole value must match. Names are title,"
                                        + " subject, author, last-modified-by, company, manager, keywords, category,"
                                        + " description, language, template, application, producer, or a name as"
                                        + " `assay read` shows it.")
                            .sharper(Parameter.Sharper.MORE),
                    Parameter.optional(
                                    "must-not",
                                    Parameter.Type.NAMED_PATTERNS,
                                    "Properties that no file may have: a name, or `name = pattern`.")
                            .sharper(Parameter.Sharper.MORE),
                    Parameter.of(
                                    "left-over",
                                    Parameter.Type.FLAG,
                                    true,
                                    "Whether titles, persons and paths that a program left behind are flagged.")
                            .sharper(Parameter.Sharper.MORE)),
            List.of(),
            List.of());

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public Unread unread(Parameters parameters) {
        return Unread.HARMLESS_IN_A_READ_PART;
    }

    @Override
    public Outcome inspect(Inspection inspection, Parameters parameters) {
        Findings findings = new Findings(KIND);
        List<Rule> must = parameters.texts("must").stream().map(Rule::of).toList();
        List<Rule> mustNot = parameters.texts("must-not").stream().map(Rule::of).toList();
        for (Inspection.ReadPart part : inspection.readable()) {
            List<Fact.Property> properties =
                    part.document().facts(Fact.Property.class).toList();
            must.forEach(rule -> missing(part, properties, rule, findings));
            for (Fact.Property property : properties) {
                mustNot.stream()
                        .filter(rule -> rule.matches(property))
                        .findFirst()
                        .ifPresent(rule -> forbidden(part, property, findings));
                if (parameters.flag("left-over")) {
                    leftOver(property).ifPresent(what -> left(part, property, what, findings));
                }
            }
        }
        return findings.outcome(
                "property is not as agreed|properties are not as agreed", "The properties are as agreed.");
    }

    /// A property's name, and what its value must match.
    private record Rule(String name, Optional<ClientPattern> pattern) {
        static Rule of(String text) {
            String[] halves = text.split("\\s*=\\s*", 2);
            return new Rule(
                    halves[0].strip(),
                    halves.length < 2 ? Optional.empty() : Optional.of(ClientPattern.of("^(?:" + halves[1] + ")$")));
        }

        boolean names(Fact.Property property) {
            return property.name().equals(name)
                    || NAMES.getOrDefault(name.toLowerCase(Locale.ROOT), List.of())
                            .contains(property.name());
        }

        boolean matches(Fact.Property property) {
            return names(property)
                    && !property.value().isBlank()
                    && pattern.map(each -> each.first(property.value()).isPresent())
                            .orElse(true);
        }
    }

    private static void missing(
            Inspection.ReadPart part, List<Fact.Property> properties, Rule rule, Findings findings) {
        if (properties.stream().anyMatch(rule::matches)) {
            return;
        }
        String found = properties.stream()
                .filter(rule::names)
                .map(Fact.Property::value)
                .filter(value -> !value.isBlank())
                .findFirst()
                .map(value ->
                        "The property '" + rule.name() + "' is '" + shortened(value) + "', which is not as agreed.")
                .orElse("The property '" + rule.name() + "' is missing.");
        findings.about(
                part.part().name(),
                new Place.Whole(),
                "must " + rule.name(),
                found,
                "Set it in the properties of the file (File, Info) and save.");
    }

    private static void forbidden(Inspection.ReadPart part, Fact.Property property, Findings findings) {
        findings.about(
                part.part().name(),
                new Place.Whole(),
                "must not " + property.name(),
                "The property '" + property.name() + "' must not be there: '" + shortened(property.value()) + "'.",
                "Remove it in the properties of the file and save.");
    }

    private static void left(Inspection.ReadPart part, Fact.Property property, String what, Findings findings) {
        findings.about(
                part.part().name(),
                new Place.Whole(),
                "left " + property.name(),
                "The property '" + property.name() + "' holds " + what + ": '" + shortened(property.value()) + "'.",
                "Set it to what your client is to see, or remove it, and save.");
    }

    private static Optional<String> leftOver(Fact.Property property) {
        String value = property.value().strip();
        if (new Rule("title", Optional.empty()).names(property)
                && LEFT_TITLE.first(value).isPresent()) {
            return Optional.of("a title that its program made up");
        }
        boolean person = new Rule("author", Optional.empty()).names(property)
                || new Rule("last-modified-by", Optional.empty()).names(property);
        if (person && LEFT_PERSON.first(value).isPresent()) {
            return Optional.of("a name that says nobody");
        }
        return PATH.first(value).isPresent() ? Optional.of("a path of somebody's computer") : Optional.empty();
    }

    private static String shortened(String value) {
        String flat = value.replaceAll("\\s+", " ").strip();
        return flat.length() <= 80 ? flat : flat.substring(0, 79) + "\u2026";
    }
}
