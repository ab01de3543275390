package dev.assay.check.structure;

import dev.assay.check.FoldedText;
import dev.assay.check.Passages;
import dev.assay.check.Titles;
import dev.assay.document.Block;
import dev.assay.document.Document;
import dev.assay.document.Layer;
import dev.assay.document.Span;
import dev.assay.document.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The terms that a document defines, and where.
final class DefinedTerms {
    private static final String OPEN = "[\"\u201C\u201E\u00AB]";
    private static final String CLOSE = "[\"\u201D\u201C\u00BB]";
    private static final String TERM = "(\\p{Lu}[\\p{L}\\p{N}&/.\u2019' \u00A0-]{1,59}?)";

    /// What stands in quotation marks in brackets: (together, the "Parties" and each a "Party").
    private static final Pattern BRACKETED = Pattern.compile("[(\\[]([^()\\[\\]]{3,200})[)\\]]");
    private static final Pattern INTRODUCED = Pattern.compile(
            "(?i)^\\s*(?:[\"\u201C\u201E\u00AB]|(?:the|this|these|each|an?|such|together|collectively|jointly|individually|respectively|as|or|in"
                + " each case|all|any|being|hereinafter|hereafter|herein|here|both|either|im"
                + " folgenden|nachfolgend|nachstehend|gemeinsam|zusammen|einzeln|jeweils|der|die|das|kurz)\\b)");
    private static final Pattern EXAMPLE =
            Pattern.compile("(?i)\\be\\.g\\.|\\bi\\.e\\.|\\bsuch as\\b|\\bfor example\\b|\\bz\\. ?B\\.|\\bsee\\b");
    private static final Pattern QUOTED = Pattern.compile(OPEN + TERM + "[,.]?" + CLOSE);
    private static final Pattern SAID = Pattern.compile(OPEN + TERM + "[,.]?" + CLOSE
            + "(?:\\s*\\([^)]{1,60}\\))?\\s*,?\\s*(?:or " + OPEN + TERM + CLOSE
            + "\\s*)?(?:shall |will |wird |werden )?(?:means?\\b|has the meaning|have the meaning|refers? to|is"
            + " defined|are defined|includes?\\b|bedeute[tn]?\\b|bezeichne[tn]?\\b|meint\\b|sind\\b|ist\\b)");
    private static final Pattern ENTRY =
            Pattern.compile("^\\s*(?:\\(?[0-9a-z]{1,4}(?:\\.[0-9]{1,3})*[.)]\\s+)?" + OPEN + "?"
                    + "(\\p{Lu}[\\p{L}\\p{N}&/\u2019' \u00A0-]{1,59}?)" + CLOSE
                    + "?(?:\\s*\\([^)]{1,40}\\))?\\s*(?::|\\t|\\s[\u2013\u2014-]\\s|\u2013|\u2014| (?:shall"
                    + " )?means?\\b| has the meaning| bedeutet\\b| bezeichnet\\b)");
    private static final Pattern SECTION =
            Pattern.compile("\\b(?:definitions?|defined terms|interpretation|glossary|glossar"
                    + "|begriffsbestimmungen|definitionen|begriffe)\\b");
    private static final int MOST_WORDS = 6;

    private final Document document;
    private final Map<String, List<Span>> terms = new LinkedHashMap<>();
    private final Map<String, List<String>> shorter = new HashMap<>();
    private final Set<String> glossary = new LinkedHashSet<>();
    private int inQuotes;

    DefinedTerms(Document document) {
        this.document = document;
        Passages.shown(document).forEach(this::read);
        sections();
    }

    /// The terms, each with the places where it is defined.
    Map<String, List<Span>> terms() {
        return terms;
    }

    /// How many are defined as contracts do, by quotation marks.
    int inQuotes() {
        return inQuotes;
    }

    /// Whether a term is an entry of a glossary alone, where the first letter is no sign of a definition.
    boolean isOfGlossary(String term) {
        return glossary.contains(term);
    }

    private void read(Span passage) {
        String text = document.text(passage);
        Matcher bracketed = BRACKETED.matcher(text);
        while (bracketed.find()) {
            boolean example = EXAMPLE.matcher(bracketed.group(1)).find();
            if (!example && INTRODUCED.matcher(bracketed.group(1)).find()) {
                Matcher quoted = QUOTED.matcher(bracketed.group(1));
                while (quoted.find()) {
                    inQuotes += add(quoted.group(1), passage.start() + bracketed.start(1) + quoted.start(1));
                }
            }
        }
        Matcher said = SAID.matcher(text);
        while (said.find()) {
            inQuotes += add(said.group(1), passage.start() + said.start(1));
            if (said.group(2) != null) {
                inQuotes += add(said.group(2), passage.start() + said.start(2));
            }
        }
    }

    private int add(String term, int at) {
        String bare = term.strip();
        if (Words.count(bare) > MOST_WORDS || bare.isEmpty()) {
            return 0;
        }
        terms.computeIfAbsent(bare, key -> new ArrayList<>()).add(new Span(at, at + term.length()));
        return 1;
    }

    private void sections() {
        int level = 0;
        for (Block block : document.layer(Layer.BODY).toList()) {
            if (block instanceof Block.Heading heading) {
                String title = Titles.normalised(document.text(heading));
                boolean begins = SECTION.matcher(title).find() && Words.count(title) <= MOST_WORDS;
                level = begins ? heading.level() : level > 0 && heading.level() > level ? level : 0;
            } else if (level > 0) {
                entries(block);
            }
        }
    }

    private void entries(Block block) {
        if (block instanceof Block.Table table) {
            for (Block.Row row : table.rows()) {
                if (row.cells().size() > 1 && row.cells().getFirst().row() > 0) {
                    entry(
                            row.cells().getFirst().span(),
                            document.text(row.cells().getFirst().span()));
                }
            }
            return;
        }
        Matcher entry = ENTRY.matcher(document.text(block));
        if (entry.find()) {
            entry(new Span(block.span().start() + entry.start(1), block.span().start() + entry.end(1)), entry.group(1));
        }
    }

    private void entry(Span span, String text) {
        String term = text.strip().replaceAll("^[\"\u201C\u201E]|[\"\u201D\u201C]$", "");
        boolean fit = !term.isEmpty() && Words.count(term) <= MOST_WORDS && Character.isUpperCase(term.charAt(0));
        if (fit && !terms.containsKey(term)) {
            glossary.add(term);
            shorter.put(term, shorter(term, span.end()));
            terms.computeIfAbsent(term, key -> new ArrayList<>()).add(span);
        }
    }

    /// What stands for an entry of a glossary: its abbreviation in brackets, each of several joined by a slash.
    private List<String> shorter(String term, int end) {
        List<String> others = new ArrayList<>(List.of(term.contains("/") ? term.split("/") : new String[0]));
        String after = document.text().substring(end, Math.min(document.text().length(), end + 60));
        Matcher bracket = Pattern.compile("^\\s*\\(([^)]{1,40})\\)").matcher(after);
        if (bracket.find()) {
            others.add(bracket.group(1).strip());
        }
        others.removeIf(String::isBlank);
        return others;
    }

    /// All that counts as a use of a term: its singular and plural, and what stands for it.
    List<FoldedText> uses(String term) {
        List<FoldedText> uses = new ArrayList<>(forms(term, !isOfGlossary(term)));
        shorter.getOrDefault(term, List.of()).forEach(other -> uses.addAll(forms(other, !isOfGlossary(term))));
        return uses;
    }

    /// A term with its singular and plural.
    static List<FoldedText> forms(String term, boolean matchCase) {
        Set<String> forms =
                new LinkedHashSet<>(List.of(term, term + "s", term + "es", term + "n", term + "en", term + "e"));
        if (term.endsWith("y")) {
            forms.add(term.substring(0, term.length() - 1) + "ies");
        }
        if (term.endsWith("ies")) {
            forms.add(term.substring(0, term.length() - 3) + "y");
        } else if (term.endsWith("s") && !term.endsWith("ss")) {
            forms.add(term.substring(0, term.length() - 1));
        }
        return forms.stream().map(form -> FoldedText.of(form, matchCase)).toList();
    }
}
