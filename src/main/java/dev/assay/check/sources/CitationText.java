package dev.assay.check.sources;

import dev.assay.document.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds citations in a text: `[12]`, `[3\u20135, 9]`, raised figures, `(Smith 2019)`, `(Smith & Jones, 2020; Lee et
/// al.
/// 2018a)`, `Smith and Jones (2020)`.
final class CitationText {
    private static final int RANGE = 100;
    private static final int REACH = 70;
    private static final Pattern BRACKETS = Pattern.compile(
            "\\[(?<list>[0-9]{1,3}(?:[ \\x{00A0}]?[,;\u2013\u2014\u2212-][ \\x{00A0}]?[0-9]{1,3}){0,30})"
                    + "(?:[,:;]? ?(?:pp?\\.|S\\.|sect?\\.|ch\\.|Table|Figure)[^\\[\\]]{1,30})?](?![(\\p{L}\\p{N}_=])");
    private static final Pattern INTERVAL =
            Pattern.compile("(?iu)(?:\\bci|ki|interval|intervall|range|between|from|in|of|=|:|\u2208)[ \\x{00A0}]?$");
    private static final Pattern RAISED = Pattern.compile(
            "(?<=[\\p{L}]{4}|[.,;:)\"\u201d])[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]{1,3}(?:[,\u207b\u2013][\u00b9\u00b2\u00b3\u2070\u2074-\u2079]{1,3}){0,10}");
    private static final String RAISED_DIGITS = "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079";
    private static final String YEARS =
            "(?<years>(?:1[89]|20)[0-9]{2}[a-z]?(?:(?:, ?|/)(?:(?:(?:1[89]|20)[0-9]{2})[a-z]?|[a-z](?!\\p{L}))){0,6})";
    private static final String NAME =
            "(?:(?:[Vv]an|[Vv]on|[Dd]e|[Dd]er|den|[Ll]a|[Ll]e|[Dd]i|[Dd]el|[Dd]u|[Tt]er|[Tt]en|[Zz]u)"
                    + " ){0,2}\\p{Lu}[\\p{L}'\u2019\u2010-]{1,40}";
    private static final String MORE = "(?<more>(?:, " + NAME + "){0,6},? (?:&|and|und) " + NAME
            + "|,? et al\\.?|,? u\\. ?a\\.|,? and (?:others|colleagues)|,? und (?:andere|Kollegen))?";
    private static final Pattern BRACKETED = Pattern.compile("[(\\[](?<items>[^()\\[\\]]{4,400}?)[)\\]]");
    private static final Pattern ITEM =
            Pattern.compile("^(?:(?:[Ss]ee|also|cf\\.?|e\\.g\\.,?|i\\.e\\.,?|vgl\\.?|siehe|auch|z\\. ?B\\.|for"
                    + " example|[Ss]ources?:|[Qq]uellen?:|adapted from|based"
                    + " on|nach|after|by)"
                    + " ){0,3}"
                    + "(?<who>" + NAME + ")" + MORE + "(?<comma>,?) " + YEARS
                    + "(?:[,:] ?(?:(?:pp?|S|ch|sec|chap|Kap)\\. ?)?[0-9ivx]{1,5}(?:[\u2013-][0-9]{1,5})?(?:"
                    + " ?ff?\\.)?)?$");
    private static final Pattern BODY =
            Pattern.compile("^(?:(?:[Ss]ee|also|cf\\.?|e\\.g\\.,?|vgl\\.?|siehe|[Ss]ources?:|[Qq]uellen?:)"
                    + " ){0,2}(?<who>\\p{Lu}[\\p{L}&'\u2019-]{0,30}(?:"
                    + " (?:of|for|and|the|on|in|f\u00fcr|der|des|\\p{Lu}[\\p{L}'\u2019-]{0,30})){1,8})(?<comma>,?) "
                    + YEARS + "$");
    private static final Pattern TOLD =
            Pattern.compile("(?<![\\p{L}.-])(?<who>" + NAME + ")" + MORE + "(?:'s|\u2019s)? \\(" + YEARS
                    + "(?:[,:][^()]{1,20})?\\)(?<verb>"
                    + " (?:found|finds?|showe?d?s?|shown|reporte?d?s?|argue[sd]?|suggest(?:s|ed)?|propose[sd]?"
                    + "|describe[sd]?|demonstrate[sd]?|estimate[sd]?|conclude[sd]?|note[sd]?|observe[sd]?|claim(?:s|ed)?|states?|stated|define[sd]?"
                    + "|zeigte?n?|fand(?:en)?|berichte[nt]e?n?|have|has|used|recommend(?:s|ed)?)\\b)?");
    private static final Pattern YEAR =
            Pattern.compile("(?<![0-9/.-])(?:1[6-9]|20)[0-9]{2}[a-z]?(?:, ?[a-z](?!\\p{L})){0,5}(?![\\p{L}0-9])");
    private static final Pattern CAPITALISED = Pattern.compile("\\p{Lu}[\\p{L}'\u2019\u2010-]+");
    private static final Set<String> NO_AUTHORS = words("january february march april may june july august september"
        + " october november december jan feb mar apr jun jul aug sep sept oct nov dec januar februar m\u00e4rz mai"
        + " juni juli oktober dezember monday tuesday wednesday thursday friday saturday sunday spring summer autumn"
        + " fall winter in since until as by from to on at the table figure chart exhibit wave phase version edition"
        + " act regulation directive law copyright source base total year quarter fiscal fy since seit stand welle"
        + " tabelle abbildung early late mid end budget census estimate actual forecast target average ref revised"
        + " updated published effective amended born founded established circa before after between during about");

    private final List<Citation> citations = new ArrayList<>();
    private final Set<Integer> taken = new HashSet<>();

    private CitationText() {}

    private static Set<String> words(String list) {
        Set<String> words = new HashSet<>();
        for (String word : list.split(" ", -1)) {
            words.add(Entry.folded(word));
        }
        return words;
    }

    /// The citations of a passage.
    ///
    /// @param at where the passage starts in the document
    static List<Citation> in(String passage, int at) {
        String text = passage.replaceAll("[\\s\\x{00A0}]", " ");
        CitationText reading = new CitationText();
        if (text.indexOf('[') >= 0) {
            reading.brackets(text, at);
        }
        reading.raised(text, at);
        if (YEAR.matcher(text).find()) {
            reading.bracketed(text, at);
            reading.told(text, at);
        }
        return reading.citations;
    }

    /// What is read as author and year anywhere, as `smith 2019`: whether an entry is cited is not left to form.
    static void mentions(String passage, Set<String> mentions) {
        Matcher year = YEAR.matcher(passage);
        while (year.find()) {
            String before = passage.substring(Math.max(0, year.start() - REACH), year.start());
            Matcher word = CAPITALISED.matcher(before);
            List<String> years = years(year.group());
            while (word.find()) {
                String name = word.group().replaceAll("(?:'s|\u2019s)$", "");
                years.forEach(each -> mentions.add(Entry.folded(name) + ' ' + each));
            }
        }
    }

    private void brackets(String text, int at) {
        Matcher matcher = BRACKETS.matcher(text);
        while (matcher.find()) {
            char before = matcher.start() == 0 ? ' ' : text.charAt(matcher.start() - 1);
            boolean interval = INTERVAL.matcher(text.substring(Math.max(0, matcher.start() - 12), matcher.start()))
                            .find()
                    && matcher.group("list").contains(",");
            boolean sure = !Character.isLetterOrDigit(before) && before != '_' && before != ')' && !interval;
            if (!Character.isDigit(before) && before != '_') {
                numbers(
                        matcher.group("list"),
                        new Span(at + matcher.start(), at + matcher.end()),
                        matcher.group(),
                        sure);
            }
        }
    }

    private void numbers(String list, Span span, String shown, boolean sure) {
        for (String part : list.split("[,;]", -1)) {
            String[] ends = part.strip().split(" ?[\u2013\u2014\u2212-] ?", -1);
            int from = Integer.parseInt(ends[0].strip());
            int to = Integer.parseInt(ends[ends.length - 1].strip());
            boolean range = to >= from && to - from <= RANGE;
            for (int number = from; number <= (range ? to : from); number++) {
                citations.add(new Citation(span, shown, number, "", "", sure && range && number > 0));
            }
        }
    }

    private void raised(String text, int at) {
        Matcher matcher = RAISED.matcher(text);
        while (matcher.find()) {
            StringBuilder plain = new StringBuilder();
            for (char each : matcher.group().toCharArray()) {
                int digit = RAISED_DIGITS.indexOf(each);
                plain.append(digit >= 0 ? (char) ('0' + digit) : each == ',' ? ',' : '-');
            }
            numbers(plain.toString(), new Span(at + matcher.start(), at + matcher.end()), matcher.group(), false);
        }
    }

    private void bracketed(String text, int at) {
        Matcher matcher = BRACKETED.matcher(text);
        while (matcher.find()) {
            int start = matcher.start("items");
            for (String item : matcher.group("items").split(";", -1)) {
                int from = start + item.length() - item.stripLeading().length();
                item(item.strip(), at + from);
                start += item.length() + 1;
            }
        }
    }

    private void item(String item, int at) {
        Matcher named = ITEM.matcher(item);
        if (named.find()) {
            add(named, item, at, true);
            return;
        }
        Matcher body = BODY.matcher(item);
        if (body.find()) {
            add(body, item, at, !body.group("comma").isEmpty());
        }
    }

    private void told(String text, int at) {
        Matcher matcher = TOLD.matcher(text);
        while (matcher.find()) {
            boolean sure = matcher.group("more") != null || matcher.group("verb") != null;
            int end = matcher.group("verb") == null ? matcher.end() : matcher.start("verb");
            add(matcher, text.substring(matcher.start(), end), at + matcher.start(), sure);
        }
    }

    private void add(Matcher matcher, String shown, int at, boolean sure) {
        String[] words = matcher.group("who").split(" ", -1);
        boolean none = NO_AUTHORS.contains(Entry.folded(words[0]));
        if (none || !taken.add(at)) {
            return;
        }
        String name =
                Character.isUpperCase(words[0].codePointAt(0)) && words.length > 2 ? words[0] : words[words.length - 1];
        boolean person = words.length > 1 && !Character.isUpperCase(words[0].codePointAt(0));
        String author = Entry.folded(person ? words[words.length - 1] : name);
        for (String year : years(matcher.group("years"))) {
            citations.add(new Citation(new Span(at, at + shown.length()), shown, 0, author, year, sure));
        }
    }

    /// `2018a, b, 2020` as 2018a, 2018b and 2020.
    private static List<String> years(String written) {
        List<String> years = new ArrayList<>();
        for (String each : written.split("[,/] ?", -1)) {
            if (each.length() >= 4) {
                years.add(each);
            } else if (!years.isEmpty()) {
                years.add(years.getLast().substring(0, 4) + each);
            }
        }
        return years;
    }
}
