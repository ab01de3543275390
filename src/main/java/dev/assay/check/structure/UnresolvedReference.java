package dev.assay.check.structure;

import dev.assay.check.Check;
import dev.assay.check.Findings;
import dev.assay.check.Inspection;
import dev.assay.check.Kind;
import dev.assay.check.Outcome;
import dev.assay.check.Parameters;
import dev.assay.check.Passages;
import dev.assay.checklist.Parameter;
import dev.assay.config.ClientPattern;
import dev.assay.document.Block;
import dev.assay.document.Document;
import dev.assay.document.Fact;
import dev.assay.document.Layer;
import dev.assay.document.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Flags references inside the document that lead nowhere: an error text in place of a number, a figure, table or
/// section that is not there, a link to a place that is gone.
///
/// ## Why
///
/// "See Figure 7" in a report with six figures costs the reader a search and the author their credit. "Error!
/// Reference source not found." in print says that nobody looked.
///
/// ## Example
///
/// Flagged are "Error! Reference source not found.", "see Figure 7" where the highest caption is Figure 6,
/// "section 4.2" where headings are numbered and none is 4.2, and a link to a bookmark that was deleted.
///
/// ## What it does not do
///
/// Sections are looked up only where the document's headings carry numbers, figures and tables only where some
/// have captions with numbers. References to other documents ("Table 3 of the protocol", "section 8 of the Act")
/// are passed over when a name follows. It does not check that the right figure is meant.
public final class UnresolvedReference implements Check {
    private static final ClientPattern ERROR = ClientPattern.of(
            "(?i)error! (?:reference source|bookmark|no (?:text|table|bookmark|index)|not a valid)[^.]*\\.?"
                    + "|fehler! (?:verweisquelle|textmarke|kein)[^.]*\\.?"
                    + "|erreur ! (?:source du renvoi|signet|aucun)[^.]*\\.?"
                    + "|\u00A1error! no se encuentra[^.]*\\.?");

    private static final Pattern CAPTION =
            Pattern.compile("(?i)^[^\\p{L}]{0,3}(table|figure|fig\\.|chart|exhibit|appendix|annex)[\\s\\u00A0]*"
                    + "([A-Z]?\\d+(?:[.\\-\u2013]\\d+)*|[A-Z])(?=[\\s.:\u2013\u2014\\-)|]|$)");
    private static final Pattern REFERENCE =
            Pattern.compile("(?i)\\b(table|figure|fig\\.|chart|exhibit|appendix|annex|section)s?[\\s\\u00A0]+"
                    + "([A-Z]?\\d+(?:[.\\-\u2013]\\d+)*|[A-Z](?![\\p{L}\\p{N}]))");
    private static final Pattern ELSEWHERE = Pattern.compile(
            "(?i)^(?:\\([a-z0-9]+\\))*[,\\s]*(?:of|in|to) (?:the |that |this |our |its )?(?!(?:present|current)"
                    + " )\\p{L}");
    private static final Pattern NUMBER = Pattern.compile("^\\s*(?:section\\s+)?(\\d+(?:\\.\\d+)*)\\.?(?=\\s|$)");

    private static final Kind KIND = new Kind(
            "unresolved-reference",
            1,
            "0.1",
            Kind.Family.STRUCTURE,
            "Every reference leads to something that is there.",
            List.of(Parameter.choices(
                            "of",
                            List.of("errors", "captions", "sections", "links"),
                            List.of("errors", "captions", "sections", "links"),
                            "Which references are looked at: error texts, figures and tables, numbered sections,"
                                    + " links.")
                    .sharper(Parameter.Sharper.MORE)),
            List.of(),
            List.of());

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public Unread unread(Parameters parameters) {
        return Unread.MAY_DO_EITHER;
    }

    @Override
    public Outcome inspect(Inspection inspection, Parameters parameters) {
        Findings findings = new Findings(KIND);
        List<String> of = parameters.texts("of");
        for (Inspection.ReadPart part : inspection.readable()) {
            Targets targets = Targets.of(part.document());
            Passages.shown(part.document()).forEach(passage -> {
                if (of.contains("errors")) {
                    errors(part, passage, findings);
                }
                references(part, passage, targets, of, findings);
            });
            if (of.contains("links")) {
                links(part, findings);
            }
        }
        return findings.outcome(
                "reference leads nowhere|references lead nowhere", "Every reference leads to something that is there.");
    }

    private static void errors(Inspection.ReadPart part, Span passage, Findings findings) {
        String text = part.document().text(passage);
        if (text.indexOf('!') < 0) {
            return;
        }
        for (Span error : ERROR.find(text)) {
            findings.at(
                    part,
                    new Span(passage.start() + error.start(), passage.start() + error.end()),
                    "A reference could not be resolved when the fields were updated.",
                    "Set the reference anew, update all fields, and look through the result.");
        }
    }

    private static void references(
            Inspection.ReadPart part, Span passage, Targets targets, List<String> of, Findings findings) {
        String text = part.document().text(passage);
        if (CAPTION.matcher(text).find()) {
            return;
        }
        Matcher matcher = REFERENCE.matcher(text);
        while (matcher.find()) {
            String label = label(matcher.group(1));
            String number = number(matcher.group(2));
            boolean section = label.equals("section");
            boolean elsewhere = ELSEWHERE.matcher(text.substring(matcher.end())).find();
            if (of.contains(section ? "sections" : "captions") && !elsewhere && targets.lacks(label, number)) {
                findings.at(
                        part,
                        new Span(passage.start() + matcher.start(), passage.start() + matcher.end()),
                        "'" + matcher.group().replaceAll("\\s+", " ") + "' is not in the document. "
                                + targets.known(label),
                        "Name the one that is meant, or add what is missing.");
            }
        }
    }

    private static void links(Inspection.ReadPart part, Findings findings) {
        part.document()
                .facts(Fact.InternalLink.class)
                .filter(link -> !link.resolved())
                .forEach(link -> findings.about(
                        part.part().name(),
                        link.place(),
                        "link " + link.target() + ' ' + link.place().describe(),
                        "A link or reference field here leads to '" + link.target() + "', which is not in the file.",
                        "Set it anew, or remove it."));
    }

    private static String label(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return switch (lower) {
            case "fig." -> "figure";
            case "annex" -> "appendix";
            default -> lower;
        };
    }

    private static String number(String shown) {
        return shown.toUpperCase(Locale.ROOT).replace('\u2013', '-');
    }

    /// What references can lead to, by label.
    private record Targets(Map<String, Set<String>> numbers) {
        static Targets of(Document document) {
            Map<String, Set<String>> numbers = new TreeMap<>();
            document.facts(Fact.Caption.class)
                    .forEach(caption -> add(numbers, label(caption.label()), caption.number()));
            for (Block block : document.blocks()) {
                if (block instanceof Block.Table table) {
                    caption(numbers, table.name(), false);
                    table.rows().stream()
                            .flatMap(row -> row.cells().stream())
                            .forEach(cell -> caption(numbers, document.text(cell.span()), false));
                } else {
                    caption(numbers, document.text(block), block instanceof Block.Heading);
                }
                if (block instanceof Block.Heading && block.layer() == Layer.BODY) {
                    Matcher number = NUMBER.matcher(document.text(block));
                    if (number.find()) {
                        add(numbers, "section", number.group(1));
                    }
                }
            }
            return new Targets(numbers);
        }

        /// An appendix begins with a heading; a line of text that begins with its name refers to it.
        private static void caption(Map<String, Set<String>> numbers, String text, boolean heading) {
            Matcher caption = CAPTION.matcher(text);
            if (caption.find() && (heading || !label(caption.group(1)).equals("appendix"))) {
                add(numbers, label(caption.group(1)), caption.group(2));
            }
        }

        private static void add(Map<String, Set<String>> numbers, String label, String number) {
            numbers.computeIfAbsent(label, key -> new HashSet<>()).add(number(number));
        }

        /// Whether the document counts such things and this number is not among them.
        boolean lacks(String label, String number) {
            Set<String> known = numbers.getOrDefault(label, Set.of());
            boolean counts = label.equals("section") ? known.size() > 1 : !known.isEmpty();
            return counts && !known.contains(number) && known.stream().noneMatch(each -> each.startsWith(number + "."));
        }

        String known(String label) {
            List<String> known = numbers.getOrDefault(label, Set.of()).stream()
                    .sorted((one, other) ->
                            one.length() == other.length() ? one.compareTo(other) : one.length() - other.length())
                    .toList();
            String first = String.join(", ", known.subList(0, Math.min(known.size(), 8)));
            return "There is " + label + " " + first
                    + (known.size() > 8 ? " and " + (known.size() - 8) + " more." : ".");
        }
    }
}
