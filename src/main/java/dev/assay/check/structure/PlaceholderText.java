package dev.assay.check.structure;

import dev.assay.check.Check;
import dev.assay.check.Findings;
import dev.assay.check.FoldedText;
import dev.assay.check.Hit;
import dev.assay.check.Inspection;
import dev.assay.check.Kind;
import dev.assay.check.Outcome;
import dev.assay.check.Parameters;
import dev.assay.check.Passages;
import dev.assay.checklist.Parameter;
import dev.assay.checklist.Trait;
import dev.assay.config.ClientPattern;
import dev.assay.document.Block;
import dev.assay.document.Document;
import dev.assay.document.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Flags text that was meant to be replaced before delivery: TBD, XX %, lorem ipsum, `[●]`, "insert chart
/// here".
///
/// ## Why
///
/// A placeholder in a delivered document says that a figure or a paragraph is missing, and it is what a reader
/// remembers.
///
/// ## Example
///
/// Flagged are "Awareness rose to XX% in wave 3", "Fieldwork: TBD", "[insert chart here]", "<<client name>>",
/// "Click here to enter text", "see Figure XX", "20XX", "Lorem ipsum dolor sit amet", "[●]" and "as Smith [ ]
/// shows".
///
/// ## What it does not do
///
/// It is silent where a text may well be meant: Roman numerals ("Article XX"), abbreviations the document
/// itself explains ("TBC, tick-borne encephalitis" in a list of abbreviations), words in quotation marks,
/// masked numbers ("XXXX-XXXX-1234"), boxes to tick, code such as `list[]`, and everything in comments, speaker
/// notes and hidden or deleted text. It does not know what a template of yours holds: give such texts as
/// `also`.
public final class PlaceholderText implements Check {
    private static final Kind KIND = new Kind(
                    "placeholder-text",
                    1,
                    "0.1",
                    Kind.Family.STRUCTURE,
                    "No text is left that was meant to be replaced.",
                    List.of(
                            Parameter.optional(
                                            "also",
                                            Parameter.Type.PATTERNS,
                                            "Further placeholders, as regular expressions in RE2 syntax.")
                                    .sharper(Parameter.Sharper.MORE),
                            Parameter.optional(
                                            "except",
                                            Parameter.Type.TEXTS,
                                            "Texts that are no placeholders for you; a placeholder inside one of them"
                                                    + " is not flagged. Case does not count.")
                                    .sharper(Parameter.Sharper.LESS)),
                    List.of(),
                    List.of())
            .with(Trait.READS_PASSAGES);

    /// What is looked for, in RE2 syntax, each with the case in which it is meant and with texts of which every
    /// match has one, in lower case: most passages have none.
    private static final List<Rule> RULES = List.of(
            new Rule(Guard.EXPLAINED, "tb t.b.", "\\bTB[DCA]\\b|\\bT\\.B\\.[DCA]\\."),
            new Rule(
                    Guard.NONE,
                    "[",
                    "(?i)\\[ *(?:to be|tb[dca]|todo|xx+|placeholder|platzhalter|(?:please )?(?:insert|enter|fill"
                            + " in)|type here|your|hier einf\u00fcgen)\\b[^\\[\\]\\n"
                            + "]{0,80}\\]"),
            new Rule(
                    Guard.NONE,
                    "[",
                    "(?i)\\[ *(?:(?:client|company|project|author|vendor|product|customer|fund|brand)[ _-]name|date"
                            + "|month,? year|dd[/.-]mm[/.-]yy(?:yy)?|mm[/.-]dd[/.-]yy(?:yy)?) *\\]"),
            new Rule(
                    Guard.NONE,
                    "[ ( ???",
                    "[\\[(] *(?:[\u25CF\u2022\u25A0\u25AA\u2588]+|_{2,}|\\?{2,}|\\.{5,}) *[\\])]|^\\?{3,}$"),
            new Rule(Guard.EMPTY_BRACKETS, "[", "\\[[ \u00A0]*\\]"),
            new Rule(Guard.STEREOTYPE, "<<", "<<\\p{L}[^<>\\n]{0,60}>>"),
            new Rule(Guard.NONE, "<", "(?i)<(?:(?:insert|enter) [^<>\\n]{1,60}|(?:client|company|project) name)>"),
            new Rule(
                    Guard.STANDS_ALONE,
                    "here",
                    "(?i)\\b(?:insert|add|put|enter|paste|place) (?:[\\p{L}-]+ ){0,4}here\\b"),
            new Rule(Guard.QUOTED, "here", "(?i)\\b(?:your|sample|dummy|placeholder) (?:text|title) here\\b"),
            new Rule(
                    Guard.QUOTED,
                    "click",
                    "(?i)\\bclick (?:here |or tap here )?to (?:enter|add|edit)(?: master)? \\p{L}+\\b"),
            new Rule(Guard.QUOTED, "klicken", "(?i)\\bklicken (?:oder tippen )?sie hier,? um text einzugeben\\b"),
            new Rule(Guard.QUOTED, "lorem dolor", "(?i)\\blorem ipsum(?: dolor sit amet)?\\b|\\bdolor sit amet\\b"),
            new Rule(Guard.CODE, "todo fixme", "\\b(?:TODO|FIXME):"),
            new Rule(Guard.MASKED, "xx x. x,", "[$\u20AC\u00A3\u00A5] ?(?:X{2,}|X[.,]X)(?:[.,]?X)*(?:k|m|mn|bn)?\\b"),
            new Rule(Guard.MASKED, "xx x. x,", "[$\u20AC\u00A3\u00A5] ?(?:x{2,}|x[.,]x)(?:[.,]?x)*(?:k|m|mn|bn)?\\b"),
            new Rule(Guard.MASKED, "xx x. x,", "\\b(?:X{2,}(?:[.,]X{1,3})?|X[.,]X{1,3})(?: ?%| per ?cent\\b)"),
            new Rule(Guard.MASKED, "xx x. x,", "\\b(?:x{2,}(?:[.,]x{1,3})?|x[.,]x{1,3})(?: ?%| per ?cent\\b)"),
            new Rule(
                    Guard.MASKED,
                    "xx",
                    "\\bX{1,3},XXX(?:,XXX)*(?:\\.X+)?\\b|\\bXX+\\.X+\\b|\\b[nN] ?= ?(?:XX+|xx+)\\b"),
            new Rule(Guard.MASKED, "xx", "\\bXX[/.]XX[/.](?:20)?XX(?:XX)?\\b|\\b(?:19|20)XX\\b"),
            new Rule(
                    Guard.ROMAN,
                    "xx",
                    "(?i:\\b(?:figure|table|section|chapter|page|appendix|exhibit|slide|chart)) XX+\\b"
                            + "|(?i:\\b(?:figure|table|section|chapter|appendix|exhibit|slide|chart)) xx+\\b"));

    private static final ClientPattern ROMAN_NUMBER = ClientPattern.of(
            "(?i:\\b(?:figure|table|section|chapter|page|appendix|exhibit|slide|chart)) [IVXLC]*[IVLC][IVXLC]*\\b");
    private static final Set<String> STEREOTYPES = Set.of(
            "abstract",
            "actor",
            "artifact",
            "boundary",
            "component",
            "control",
            "create",
            "datatype",
            "device",
            "entity",
            "enumeration",
            "extend",
            "extends",
            "include",
            "includes",
            "interface",
            "service",
            "stereotype",
            "subsystem",
            "trace",
            "use",
            "uses");
    private static final String QUOTES = "\"'`\u2018\u2019\u201A\u201C\u201D\u201E\u00AB\u00BB\u2039\u203A";
    private static final String OF_MASKS = "-*#@/:_=+.";

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public Outcome inspect(Inspection inspection, Parameters parameters) {
        Findings findings = new Findings(KIND);
        List<ClientPattern> also = parameters.patterns("also");
        List<FoldedText> except = parameters.texts("except").stream()
                .map(text -> FoldedText.of(text.strip(), false))
                .toList();
        for (Inspection.ReadPart part : inspection.readable()) {
            Search search = new Search(part.document(), also, except);
            Passages.shown(part.document()).forEach(passage -> {
                String text = part.document().text(passage);
                for (Hit hit : search.hits(text, passage)) {
                    findings.at(
                            part,
                            hit.in(passage),
                            "A placeholder was left in the text: '" + hit.quoted(text) + "'.",
                            "Put the final text or figure in its place, or remove it.");
                }
            });
        }
        return findings.outcome("placeholder was left|placeholders were left", "No placeholder was left.");
    }

    /// One form of placeholder.
    private record Rule(Guard guard, List<String> hints, ClientPattern pattern) {
        Rule(Guard guard, String hints, String expression) {
            this(guard, List.of(hints.split(" ")), ClientPattern.of(expression));
        }

        List<Span> find(String text, String lower) {
            return hints.stream().anyMatch(lower::contains) ? pattern.find(text) : List.of();
        }
    }

    /// When a text of that form is meant as it stands.
    private enum Guard {
        NONE,
        /// In quotation marks: the text speaks of it.
        QUOTED,
        /// In quotation marks, or in a comment of quoted code.
        CODE,
        /// Explained in the document as an abbreviation, or in quotation marks.
        EXPLAINED,
        /// A box to tick, or code.
        EMPTY_BRACKETS,
        /// A word that modelling languages write in double angle brackets.
        STEREOTYPE,
        /// Anything but a line by itself.
        STANDS_ALONE,
        /// Part of a masked number or a longer code.
        MASKED,
        /// A Roman number in a document that counts so.
        ROMAN
    }

    /// The search in one document.
    private static final class Search {
        private final Document document;
        private final List<ClientPattern> also;
        private final List<FoldedText> except;
        private final Set<String> explained = new HashSet<>();
        private final Set<Span> entries = new HashSet<>();

        Search(Document document, List<ClientPattern> also, List<FoldedText> except) {
            this.document = document;
            this.also = also;
            this.except = except;
            document.tables().forEach(table -> table.rows().forEach(this::noteExplanation));
            Passages.shown(document).forEach(passage -> noteExplanation(document.text(passage)));
        }

        List<Hit> hits(String text, Span passage) {
            if (entries.contains(passage)) {
                return List.of();
            }
            List<Hit> hits = new ArrayList<>();
            String lower = text.toLowerCase(Locale.ROOT);
            for (Rule rule : RULES) {
                rule.find(text, lower).stream()
                        .filter(span -> !isMeant(rule.guard(), text, span))
                        .forEach(span -> hits.add(new Hit(span, "")));
            }
            also.forEach(pattern -> pattern.find(text).forEach(span -> hits.add(new Hit(span, ""))));
            if (!hits.isEmpty() && !except.isEmpty()) {
                FoldedText folded = FoldedText.of(text, false);
                List<Span> allowed = except.stream()
                        .flatMap(phrase -> folded.find(phrase).stream())
                        .toList();
                hits.removeIf(hit -> allowed.stream().anyMatch(span -> span.contains(hit.span())));
            }
            return Hit.apart(hits);
        }

        private boolean isMeant(Guard guard, String text, Span span) {
            String hit = text.substring(span.start(), span.end());
            char before = span.start() == 0 ? ' ' : text.charAt(span.start() - 1);
            char after = span.end() == text.length() ? ' ' : text.charAt(span.end());
            boolean quoted = QUOTES.indexOf(before) >= 0 && QUOTES.indexOf(after) >= 0;
            return switch (guard) {
                case NONE -> false;
                case QUOTED -> quoted;
                case CODE -> quoted || isCode(text, span.start());
                case EXPLAINED -> quoted || explained.contains(hit) || explains(text, span);
                case EMPTY_BRACKETS -> isBoxOrCode(text, span, before, after);
                case STEREOTYPE -> STEREOTYPES.contains(inner(hit));
                case STANDS_ALONE -> hit.length() + 3 < text.strip().length();
                case MASKED -> quoted || isMask(before) || (isMask(after) && !endsSentence(text, span.end()));
                case ROMAN -> ROMAN_NUMBER.first(document.text()).isPresent();
            };
        }

        private static boolean isCode(String text, int at) {
            String before = text.substring(Math.max(0, at - 10), at).strip();
            return !before.isEmpty() && "/*#-;%".indexOf(before.charAt(before.length() - 1)) >= 0;
        }

        private static boolean isMask(char c) {
            return Character.isLetterOrDigit(c) || OF_MASKS.indexOf(c) >= 0;
        }

        private static boolean endsSentence(String text, int at) {
            return at + 1 >= text.length() || Character.isWhitespace(text.charAt(at + 1));
        }

        private static String inner(String hit) {
            return hit.substring(2, hit.length() - 2).strip().toLowerCase(Locale.ROOT);
        }

        private static boolean isBoxOrCode(String text, Span span, char before, char after) {
            boolean inside = span.start() > 0 && Character.isWhitespace(before);
            boolean code = text.indexOf('{') >= 0 || text.indexOf('=') >= 0 || text.indexOf('"') >= 0;
            boolean several = text.indexOf("[", span.end()) >= 0 || text.lastIndexOf('[', span.start() - 1) >= 0;
            int next = Math.min(span.end() + 1, text.length());
            boolean goesOn = ".,;)".indexOf(after) >= 0
                    || (after == ' ' && next < text.length() && Character.isLowerCase(text.charAt(next)));
            return !inside || code || several || !goesOn || text.charAt(span.start() - 1) == ':';
        }

        /// "TBC | tuberculosis" explains the word; "TBD | to be determined" is an entry that uses no
        /// placeholder.
        private void noteExplanation(Block.Row row) {
            for (int i = 0; i + 1 < row.cells().size(); i++) {
                Span cell = row.cells().get(i).span();
                String word = document.text(cell).strip();
                if (word.matches("TB[DCA]")) {
                    String meaning =
                            document.text(row.cells().get(i + 1).span()).strip();
                    if (isMeaning(word, meaning)) {
                        explained.add(word);
                    } else if (meaning.toLowerCase(Locale.ROOT).startsWith("to be ")) {
                        entries.add(cell);
                    }
                }
            }
        }

        /// "TBC: tuberculosis", "TBC = tuberculosis" or "tick-borne conjunctivitis (TBC)".
        private void noteExplanation(String text) {
            if (!text.contains("TB")) {
                return;
            }
            if (text.length() < 300 && text.matches("(?s)TB[DCA]\\s*[:=\u2013\u2014\t-].*")) {
                String word = text.substring(0, 3);
                if (isMeaning(word, text.substring(4).replaceFirst("^[\\s:=\u2013\u2014-]+", ""))) {
                    explained.add(word);
                }
            }
            for (int at = text.indexOf("(TB"); at >= 0; at = text.indexOf("(TB", at + 1)) {
                if (at + 5 <= text.length() && isMeaning(text.substring(at + 1, at + 4), lastThree(text, at))) {
                    explained.add(text.substring(at + 1, at + 4));
                }
            }
        }

        private static String lastThree(String text, int end) {
            String[] words = text.substring(Math.max(0, end - 60), end).strip().split("[\\s-]+");
            int first = Math.max(0, words.length - 3);
            return String.join(" ", List.of(words).subList(first, words.length));
        }

        private static boolean isMeaning(String word, String meaning) {
            String lower = meaning.toLowerCase(Locale.ROOT);
            int at = 0;
            for (char letter : word.toLowerCase(Locale.ROOT).toCharArray()) {
                at = lower.indexOf(letter, at) + 1;
                if (at == 0) {
                    return false;
                }
            }
            boolean initial = !lower.isEmpty() && lower.charAt(0) == Character.toLowerCase(word.charAt(0));
            return initial && !lower.startsWith("to be") && meaning.length() > word.length();
        }

        /// "to be determined (TBD)", or the entry of a list of abbreviations: the word is explained, not used.
        private static boolean explains(String text, Span span) {
            String before =
                    text.substring(Math.max(0, span.start() - 60), span.start()).toLowerCase(Locale.ROOT);
            String after = text.substring(span.end(), Math.min(text.length(), span.end() + 60))
                    .toLowerCase(Locale.ROOT);
            return (after.startsWith(")") && before.matches("(?s).*\\bto be \\p{L}+ \\("))
                    || after.matches("(?s)\\W{1,4}to be \\p{L}+.*");
        }
    }
}
