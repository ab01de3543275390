package dev.assay.check.dates;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a date may be said to be, and the words that say so.
///
/// @param name      as messages call it
/// @param words     finds the words
/// @param ofOnePart whether each part has its own, as a report and a deck their dates
record DateLabel(String name, Pattern words, boolean ofOnePart) {
    /// The date of a part itself: labelled, or alone on its title page or in its headers and footers.
    static final DateLabel OF_PART = of(
            "Date of the document",
            "(?:report|version|issue) date|date of (?:this |the )?(?:report|issue|version)|berichtsdatum|versionsdatum",
            true);

    static final List<DateLabel> USUAL = List.of(
            of(
                    "Fieldwork",
                    "(?:dates? of )?field[- ]?work(?: dates?| period)?|field period|feldzeit(?:raum)?|feldphase",
                    false),
            of(
                    "Price date",
                    "pric(?:e|ing) date|(?:closing |market )?prices? (?:as )?(?:of|at)|priced as (?:of|at)|kurse?"
                            + " (?:vom|per|zum)|kursdatum|closing prices? on",
                    false),
            of(
                    "Data cut-off",
                    "(?:data )?cut[- ]?off (?:date|point)|data cut[- ]?off|data ?base lock|data as"
                            + " (?:of|at)|datenstand|datenschnitt",
                    false),
            OF_PART);

    private static DateLabel of(String name, String words, boolean ofOnePart) {
        return new DateLabel(name, Pattern.compile("(?iu)(?<![\\p{L}-])(?:" + words + ")(?![\\p{L}])"), ofOnePart);
    }

    /// A client's own words, alone or as `name = words | other words`.
    static DateLabel of(String text) {
        int equals = text.indexOf(" = ");
        String name = equals < 0 ? text.strip() : text.substring(0, equals).strip();
        String words = Stream.of(text.substring(equals < 0 ? 0 : equals + 3).split("\\|", -1))
                .map(each -> Pattern.quote(each.strip()).replaceAll("\\s+", "\\\\E\\\\s+\\\\Q"))
                .collect(Collectors.joining("|"));
        return new DateLabel(
                name, Pattern.compile("(?iu)(?<![\\p{L}\\p{N}-])(?:" + words + ")(?![\\p{L}\\p{N}])"), false);
    }
}
