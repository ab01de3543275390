package dev.assay.check.language;

import dev.assay.check.Check;
import dev.assay.check.Findings;
import dev.assay.check.Inspection;
import dev.assay.check.Kind;
import dev.assay.check.Outcome;
import dev.assay.check.Parameters;
import dev.assay.check.Titles;
import dev.assay.checklist.Parameter;
import dev.assay.document.Block;
import dev.assay.document.Document;
import dev.assay.document.Layer;
import dev.assay.document.Span;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Flags single sentences, headings, captions and cells that were left in another language than the one ordered.
///
/// ## Why
///
/// The translator overlooks the note below the table, the caption inside the text, the sentence that was added in the
/// last round. Each is small, and each is on the page that the board reads.
///
/// ## Example
///
/// In a work order for German, "Source: own calculation of the authors" under a table is flagged, and so is one English
/// sentence amid a German paragraph. `language: de` sets the language where the work order says none; `allow: [en]`
/// lets another one stand; `except: [Terms of Use]` names texts that stay as they are.
///
/// ## What it does not do
///
/// A sentence's language is told by its small words, such as "the" and "und", in English, German, French, Spanish,
/// Italian and Dutch; a sentence must have two or three of them and none of the ordered language, and at least
/// `least-words` words. So single foreign words, names and titles pass, and so does what has no small words.
/// Quotations,
/// program code, lists of references, and headers and footers are passed over. Whole passages in another language are
/// `wrong-language`'s, which knows more languages; where both are asked for, both flag them.
public final class UntranslatedFragment implements Check {
    private static final Set<Layer> LAYERS = EnumSet.of(Layer.BODY, Layer.INSERTED, Layer.FOOTNOTE, Layer.ENDNOTE);
    private static final Pattern SENTENCE = Pattern.compile("[^.!?\\n]+(?:[.!?](?!\\s|$)[^.!?\\n]*)*[.!?]?");
    private static final Pattern REFERENCES = Pattern.compile("references?|bibliography|works cited|sources"
        + "|literatur(?:verzeichnis)?|quellen(?:verzeichnis)?|referenzen|r\u00E9f\u00E9rences|bibliographie|bibliograf\u00EDa"
        + "|referencias|bibliografia|riferimenti|literatuur|bronnen");

    private static final Kind KIND = new Kind(
            "untranslated-fragment",
            1,
            "0.1",
            Kind.Family.LANGUAGE,
            "Every sentence is in the language that was ordered.",
            List.of(
                    Parameter.optional(
                            "language",
                            Parameter.Type.TEXT,
                            "The language as a BCP 47 tag, such as `de`; the work order's where this is not set."),
                    Parameter.optional(
                            "allow", Parameter.Type.TEXTS, "Further languages that may occur, as BCP 47 tags."),
                    Parameter.optional(
                            "except", Parameter.Type.TEXTS, "Texts that stay as they are; a sentence with one passes."),
                    Parameter.of(
                            "least-words",
                            Parameter.Type.COUNT,
                            4,
                            "How many words a sentence must have to be flagged.")),
            List.of(),
            List.of());

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public Outcome inspect(Inspection inspection, Parameters parameters) {
        String ordered = primary(parameters.optionalText("language").orElse(inspection.language()));
        if (ordered.isEmpty()) {
            return new Outcome.NotApplicable("Neither the item nor the work order says a language.");
        }
        Rules rules = new Rules(
                ordered,
                new HashSet<>(parameters.texts("allow").stream()
                        .map(UntranslatedFragment::primary)
                        .toList()),
                parameters.texts("except").stream()
                        .map(text -> text.toLowerCase(Locale.ROOT))
                        .toList(),
                parameters.count("least-words").orElse(4));
        Findings findings = new Findings(KIND);
        for (Inspection.ReadPart part : inspection.readable()) {
            part(part, rules, findings);
        }
        return findings.outcome(
                "fragment is in another language|fragments are in another language",
                "No sentence in another language was found.");
    }

    /// What a sentence may be in.
    private record Rules(String ordered, Set<String> allowed, List<String> except, int leastWords) {
        Optional<String> other(String sentence) {
            String lower = sentence.toLowerCase(Locale.ROOT);
            return except.stream().anyMatch(lower::contains)
                    ? Optional.empty()
                    : FunctionWords.other(sentence, ordered, leastWords).filter(tag -> !allowed.contains(tag));
        }
    }

    private static void part(Inspection.ReadPart part, Rules rules, Findings findings) {
        Document document = part.document();
        int level = 0;
        for (Block block : document.blocks()) {
            if (!LAYERS.contains(block.layer())) {
                continue;
            }
            if (block instanceof Block.Heading heading) {
                boolean begins = REFERENCES
                        .matcher(Titles.normalised(document.text(heading)))
                        .matches();
                level = begins ? heading.level() : level > 0 && heading.level() > level ? level : 0;
            }
            boolean sheet = block instanceof Block.Table named
                    && REFERENCES.matcher(Titles.normalised(named.name())).matches();
            if (level > 0 || sheet) {
                continue;
            }
            if (block instanceof Block.Table table) {
                table.rows().forEach(row -> row.cells().forEach(cell -> passage(part, cell.span(), rules, findings)));
            } else {
                passage(part, block.span(), rules, findings);
            }
        }
    }

    private static void passage(Inspection.ReadPart part, Span passage, Rules rules, Findings findings) {
        String text = part.document().text(passage);
        if (CodeLines.areIn(text)) {
            return;
        }
        Quoted quoted = Quoted.in(text);
        Matcher sentence = SENTENCE.matcher(text);
        while (sentence.find()) {
            Span span = trimmed(text, sentence.start(), sentence.end());
            Optional<String> other = quoted.overlap(span) ? Optional.empty() : rules.other(sentence.group());
            other.ifPresent(tag -> findings.at(
                    part,
                    new Span(passage.start() + span.start(), passage.start() + span.end()),
                    "This is in " + name(tag) + ", not in " + name(rules.ordered()) + ".",
                    "Translate it, or mark it as a quotation."));
        }
    }

    private static Span trimmed(String text, int start, int end) {
        int from = start;
        while (from < end && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        int to = end;
        while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        return new Span(from, to);
    }

    private static String primary(String tag) {
        return Locale.forLanguageTag(tag.strip()).getLanguage();
    }

    private static String name(String tag) {
        return Locale.forLanguageTag(tag).getDisplayLanguage(Locale.ENGLISH);
    }
}
