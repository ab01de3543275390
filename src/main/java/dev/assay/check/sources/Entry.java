package dev.assay.check.sources;

import dev.assay.document.Span;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One source of a bibliography.
///
/// @param number  as it is labelled; 0 where it is not
/// @param span    in the document
/// @param names   what it can be cited by, folded: the first author's family name, the acronym of an organisation
/// @param authors the words of the part that names the authors, folded
/// @param years   such as `2019` or `2018a`, as strings
record Entry(int number, Span span, List<String> names, Set<String> authors, List<String> years) {
    static final int LEAST = 12;
    private static final int AUTHORS = 250;
    private static final Pattern YEAR = Pattern.compile("(?<![0-9/.-])(?:1[6-9]|20)[0-9]{2}[a-z]?(?![\\p{L}0-9/])");
    private static final Pattern BRACKETED = Pattern.compile("\\(((?:1[6-9]|20)[0-9]{2}[a-z]?)[^()]{0,20}\\)");
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}'\u2019\u2010-]*");

    static Entry of(int number, Span span, String text) {
        List<String> years = new ArrayList<>();
        Matcher bracketed = BRACKETED.matcher(text);
        Matcher year = YEAR.matcher(text);
        int end = Math.min(text.length(), AUTHORS);
        if (bracketed.find() && bracketed.start() <= AUTHORS) {
            years.add(bracketed.group(1));
            end = bracketed.start();
        } else {
            boolean first = true;
            while (year.find()) {
                end = first && year.start() > 3 ? Math.min(end, year.start()) : end;
                first = false;
                years.add(year.group());
            }
        }
        List<String> names = new ArrayList<>();
        Set<String> authors = new LinkedHashSet<>();
        StringBuilder initials = new StringBuilder();
        boolean leading = true;
        Matcher word = WORD.matcher(text.substring(0, end));
        while (word.find()) {
            String each = word.group();
            boolean capital = Character.isUpperCase(each.codePointAt(0));
            authors.add(folded(each));
            if (capital && each.length() >= 2 && names.isEmpty()) {
                names.add(folded(each));
            }
            leading &= capital || each.length() <= 4;
            if (leading && capital) {
                initials.append(each.charAt(0));
            }
            leading &= word.end() >= text.length() || ".,(".indexOf(text.charAt(word.end())) < 0;
            if (capital && each.length() >= 2 && each.equals(each.toUpperCase(Locale.ROOT))) {
                names.add(folded(each));
            }
        }
        if (initials.length() >= 2) {
            names.add(folded(initials.toString()));
        }
        authors.addAll(names);
        return new Entry(number, span, names, authors, years);
    }

    /// A name without case, accents and apostrophes.
    static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("[\\p{M}'\u2019]", "")
                .replace('\u2010', '-')
                .toLowerCase(Locale.ROOT);
    }

    /// Whether a citation of that author and year can mean it.
    boolean isMeantBy(String author, String year) {
        return authors.contains(author) && years.stream().anyMatch(own -> sameYear(own, year));
    }

    /// A citation without a letter may mean any of that year, and the other way round.
    static boolean sameYear(String one, String other) {
        return one.equals(other)
                || (one.length() == 5 && other.length() == 4 && one.startsWith(other))
                || (one.length() == 4 && other.length() == 5 && other.startsWith(one));
    }
}
