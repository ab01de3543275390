package dev.assay.priorwork;

import dev.assay.document.Block;
import dev.assay.document.Document;
import dev.assay.document.Layer;
import dev.assay.document.Span;
import dev.assay.document.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The stretches of a document that say nothing about reuse: quotations that name their source, the list of works
/// referred to, tables of contents.
final class LeftOut {
    private static final int LEAST_QUOTED_WORDS = 8;
    private static final int LONGEST_QUOTATION = 3000;
    private static final int CITED_AFTER = 120;
    private static final int CITED_BEFORE = 160;
    private static final int LEAST_ENTRIES = 3;
    /// A longer line is none; looking for one in it would take time that grows with the square of its length.
    private static final int LONGEST_ENTRY = 400;

    private static final String APPENDIX = "appendix|appendices|annex|annexes|anhang|anlage|annexe|anexo|apêndice"
            + "|appendice|allegato|bijlage|приложение|附录";
    private static final Set<String> BIBLIOGRAPHIES = Set.of(
            "references",
            "list of references",
            "references cited",
            "bibliography",
            "works cited",
            "literature",
            "literature cited",
            "further reading",
            "sources",
            "literatur",
            "literaturverzeichnis",
            "quellen",
            "quellenverzeichnis",
            "quellenangaben",
            "referenzen",
            "références",
            "références bibliographiques",
            "bibliographie",
            "referencias",
            "bibliografía",
            "fuentes",
            "referências",
            "bibliografia",
            "riferimenti",
            "riferimenti bibliografici",
            "fonti",
            "literatuur",
            "bronnen",
            "список литературы",
            "список источников",
            "литература",
            "источники",
            "ссылки",
            "منابع",
            "مراجع",
            "הפניות",
            "מקורות",
            "参考文献");

    /// What follows a bibliography within its section is text again from such a title on.
    private static final Pattern RESUMES = Pattern.compile(
            "(?:" + APPENDIX + "|glossary|glossar|notes|acknowledge?ments|about the authors?|contact|disclaimer)\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /// An appendix may itself be a bibliography.
    private static final Pattern IN_APPENDIX =
            Pattern.compile("(?:" + APPENDIX + ")\\s+[\\p{L}\\p{Nd}]{1,3}\\s*[:.\u2013-]\\s*");
    private static final Pattern NUMBERING = Pattern.compile("^[\\p{Nd}IVXivx]{1,4}(?:[.:)]\\s*|\\s+)");
    private static final Pattern QUOTED = Pattern.compile(
            "\u201c[^\u201c\u201d]{20,}\u201d|\u201e[^\u201e\u201c\u201d]{20,}[\u201c\u201d]"
                + "|\u00ab[^\u00ab\u00bb]{20,}\u00bb|\u00bb[^\u00ab\u00bb]{20,}\u00ab|(?<![\\p{L}\\p{Nd}])\"[^\"]{20,}\"");
    private static final Pattern CITATION =
            Pattern.compile("\\[\\p{Nd}{1,3}(?:[,;\u2013-]\\s?\\p{Nd}{1,3})*(?:,[^\\]]{1,20})?\\]"
                    + "|\\((?:[^()]{0,80}[\\s,])?(?:19|20)\\p{Nd}{2}[a-z]?(?:[,:;][^()]{0,60})?\\)"
                    + "|\\bet al\\.|\\bibid\\b|\\bop\\. ?cit\\.|https?://|doi:|[\u00b9\u00b2\u00b3\u2070-\u2079]"
                    + "|(?<=[.\u201d\"\u00bb])\\p{Nd}{1,3}(?=\\s|$)");
    private static final Pattern ENTRY = Pattern.compile(
            ".*\\p{L}.*(?:\\t|\\.{2,}|(?:\\.\\s){2,}|\u2026|\\s{2,})\\s*(\\p{Nd}{1,4}|[ivxlc]{1,6})\\s*");

    private final Document document;
    private final List<Stretch> found = new ArrayList<>();

    private LeftOut(Document document) {
        this.document = document;
    }

    /// A stretch of the document's text.
    record Stretch(Span span, Exclusion why) {}

    /// The stretches of a document, in order, apart.
    static List<Stretch> of(Document document) {
        LeftOut search = new LeftOut(document);
        search.bibliographies();
        search.contents();
        search.quotations();
        return search.apart();
    }

    private void bibliographies() {
        List<Block> body = document.layer(Layer.BODY).toList();
        int i = 0;
        while (i < body.size()) {
            if (!isTitle(body.get(i)) || !isBibliography(title(body.get(i)))) {
                i++;
                continue;
            }
            int end = end(body, i);
            if (end > i + 1) {
                add(body.get(i + 1).span().start(), body.get(end - 1).span().end(), Exclusion.BIBLIOGRAPHY);
            }
            i = end;
        }
    }

    private static boolean isBibliography(String title) {
        return BIBLIOGRAPHIES.contains(IN_APPENDIX.matcher(title).replaceFirst(""));
    }

    /// Where a bibliography ends: at the next heading of its own or an outer level, or where text resumes.
    private int end(List<Block> body, int start) {
        int level = body.get(start) instanceof Block.Heading heading ? heading.level() : 0;
        for (int i = start + 1; i < body.size(); i++) {
            boolean heading = body.get(i) instanceof Block.Heading next && (level == 0 || next.level() <= level);
            if (heading
                    || (isTitle(body.get(i))
                            && RESUMES.matcher(title(body.get(i))).matches()
                            && !isBibliography(title(body.get(i))))) {
                return i;
            }
        }
        return body.size();
    }

    /// A heading, or a short line by itself that may be one.
    private boolean isTitle(Block block) {
        return block instanceof Block.Heading
                || (block instanceof Block.Paragraph && block.span().length() <= 60);
    }

    private String title(Block block) {
        String text = document.text(block).strip();
        return NUMBERING
                .matcher(text)
                .replaceFirst("")
                .replaceAll("[\\s:.]+$", "")
                .toLowerCase(Locale.ROOT);
    }

    /// Rows of tables end in figures, too; pages of a table of contents go up.
    private void contents() {
        List<Span> run = new ArrayList<>();
        int page = 0;
        for (Block block : document.layer(Layer.BODY).toList()) {
            for (Span line : block instanceof Block.Table ? List.of(block.span()) : lines(block.span())) {
                if (document.text(line).isBlank()) {
                    continue;
                }
                Matcher entry = ENTRY.matcher(document.text(line));
                boolean isEntry = !(block instanceof Block.Table) && line.length() <= LONGEST_ENTRY && entry.matches();
                int next = isEntry && Character.isDigit(entry.group(1).charAt(0))
                        ? Integer.parseInt(entry.group(1))
                        : page;
                if (!isEntry || next < page) {
                    endOfContents(run);
                    page = 0;
                }
                if (isEntry) {
                    run.add(line);
                    page = next;
                }
            }
        }
        endOfContents(run);
    }

    private void endOfContents(List<Span> run) {
        if (run.size() >= LEAST_ENTRIES) {
            add(run.getFirst().start(), run.getLast().end(), Exclusion.CONTENTS);
        }
        run.clear();
    }

    private List<Span> lines(Span span) {
        List<Span> lines = new ArrayList<>();
        int start = span.start();
        for (int i = span.start(); i <= span.end(); i++) {
            if (i == span.end() || document.text().charAt(i) == '\n') {
                lines.add(new Span(start, i));
                start = i + 1;
            }
        }
        return lines;
    }

    private void quotations() {
        for (Block block : document.blocks()) {
            if (block instanceof Block.Table) {
                continue;
            }
            Span span = block.span();
            String text = document.text(span);
            Matcher quoted = QUOTED.matcher(text);
            while (quoted.find()) {
                if (quoted.end() - quoted.start() <= LONGEST_QUOTATION
                        && Words.count(quoted.group()) >= LEAST_QUOTED_WORDS
                        && isCited(text, quoted.start(), quoted.end())) {
                    add(span.start() + quoted.start(), span.start() + quoted.end(), Exclusion.QUOTATION);
                }
            }
        }
    }

    private static boolean isCited(String text, int start, int end) {
        Matcher citation = CITATION.matcher(text);
        citation.useTransparentBounds(true);
        return found(citation, end, Math.min(text.length(), end + CITED_AFTER))
                || found(citation, Math.max(0, start - CITED_BEFORE), start);
    }

    private static boolean found(Matcher citation, int from, int to) {
        return citation.region(from, to).find();
    }

    private void add(int start, int end, Exclusion why) {
        found.add(new Stretch(new Span(start, end), why));
    }

    private List<Stretch> apart() {
        List<Stretch> apart = new ArrayList<>();
        found.stream()
                .sorted(Comparator.comparingInt(each -> each.span().start()))
                .forEach(each -> {
                    if (apart.isEmpty()
                            || apart.getLast().span().end() <= each.span().start()) {
                        apart.add(each);
                    }
                });
        return apart.stream().collect(Collectors.toUnmodifiableList());
    }
}
