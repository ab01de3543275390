package dev.assay.extract.workbook;

import dev.assay.document.Fact;
import dev.assay.document.Fact.ExternalLink.Kind;
import dev.assay.document.Place;
import dev.assay.extract.draft.DocumentDraft;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What formulas take from outside and say by name: what functions fetch, and other workbooks.
final class FormulaLinks {
    private static final Pattern OUTSIDE = Pattern.compile(
            "\\b(HYPERLINK|WEBSERVICE|IMAGE|RTD)\\(\"([^\"]+)\"|\\[([^\\]\\[\"]+\\.xl[a-z]{1,2})\\]",
            Pattern.CASE_INSENSITIVE);

    private final DocumentDraft draft;
    private final InternalLinks links;
    private final Predicate<String> known;
    private final Set<String> books = new HashSet<>();

    /// @param links takes those that lead to places inside
    /// @param known whether a workbook outside is told elsewhere
    FormulaLinks(DocumentDraft draft, InternalLinks links, Predicate<String> known) {
        this.draft = draft;
        this.links = links;
        this.known = known;
    }

    /// Tells those of a formula.
    void tell(String formula, String sheet, Place place) {
        if (formula.indexOf('"') < 0 && formula.indexOf('[') < 0) {
            return;
        }
        Matcher outside = OUTSIDE.matcher(formula);
        while (outside.find()) {
            if (outside.group(3) != null) {
                book(outside.group(3), place);
            } else if (outside.group(2).startsWith("#")) {
                links.add(outside.group(2), sheet, place);
            } else {
                draft.fact(new Fact.ExternalLink(kind(outside.group(1)), outside.group(2), place));
            }
        }
    }

    /// Whether a workbook outside was told.
    boolean told(String book) {
        return books.contains(book);
    }

    /// A workbook is told where it is named first.
    private void book(String name, Place place) {
        if (!known.test(name) && books.add(name)) {
            draft.fact(new Fact.ExternalLink(Kind.WORKBOOK, name, place));
        }
    }

    private static Kind kind(String function) {
        return switch (function.charAt(0)) {
            case 'H', 'h' -> Kind.HYPERLINK;
            case 'I', 'i' -> Kind.MEDIA;
            default -> Kind.DATA;
        };
    }
}
