package dev.assay.check.structure;

import dev.assay.document.Block;
import dev.assay.document.Document;
import dev.assay.document.Fact;
import dev.assay.document.Layer;
import dev.assay.document.Place;
import dev.assay.document.Span;
import dev.assay.document.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The numbered headings, captions and lists of one document.
final class Numberings {
    private static final int LEAST = 3;
    private static final int LONGEST_CAPTION = 60;
    private static final int HIGHEST = 199;

    private static final Pattern HEADING = Pattern.compile(
            "(?i)^\\s*(?<word>section|chapter|part|appendix|annex|schedule|exhibit|article|kapitel|abschnitt|teil|anhang"
                + "|anlage|artikel)?\\s*"
                + "(?<label>(?-i:[A-Z]{0,3})-?\\d{1,3}(?:\\.\\d{1,3}){0,6}|(?-i:[A-Z])(?:\\.\\d{1,3}){1,6}|(?-i:[A-Z]"
                + "|[IVXL]{1,6}))(?<end>[.:)]|\\s*[\u2013\u2014-](?=\\s)|(?=\\s+\\p{L})|\\s*$)");
    private static final Pattern CAPTION =
            Pattern.compile("(?i)^\\P{L}{0,3}(?<word>table|figure|fig\\.|chart|exhibit|box"
                + "|graph|map|diagram|tabelle|tab\\.|abbildung|abb\\.|diagramm|grafik|schaubild|\u00FCbersicht|karte|tableau"
                + "|figura|tabla)[\\s\\u00A0]*(?<label>(?-i:[A-Z]{0,2}[.-]?)\\d{1,4}(?:[.\u2013-]\\d{1,4}){0,4})"
                + "(?<part>[a-z]?)(?![\\p{L}\\d])(?<rest>.*)$");
    private static final Pattern CAPTION_REST = Pattern.compile(
            "^\\s*(?:$|[.:|)\u2013\u2014-]\\s*(?:$|[\\P{L}\\p{Lu}\\p{Ll}\\p{Lo}])|[\\p{Lu}\\p{Lo}\"\u201C\u201E])");
    private static final Pattern CONTINUED =
            Pattern.compile("(?i)\\b(?:continued|cont(?:['\u2019]?d|\\.)|fortsetzung|forts\\.|fortgesetzt|suite)");
    private static final Pattern LISTED =
            Pattern.compile("(?:[.\u2026\u00B7_]\\s?){3,}\\s*\\d{1,4}\\s*$|\\t\\s*\\d{1,4}\\s*$");
    private static final Pattern ENTRY =
            Pattern.compile("^\\s*(?<open>\\(?)(?<label>\\d{1,2}|[a-zA-Z]|[ivxl]{2,6})(?<close>[.)])\\s+\\S");
    private static final Pattern LEADING = Pattern.compile(
            "(?im)^\\P{L}{0,3}?((?:(?:table|figure|fig\\.|chart|exhibit|box|graph|map|diagram|tabelle|tab\\.|abbildung|abb\\."
                + "|section|chapter|part|appendix|annex|schedule|article|kapitel|abschnitt|teil|anhang|anlage|artikel)"
                + "\\s*)?(?-i:[A-Z]{0,3})[.-]?\\d{1,4}(?:[.\u2013-]\\d{1,4}){0,6})(?!\\d)");

    private static final Pattern INNER =
            Pattern.compile("(?<![A-Za-z\\d.])[A-Z]{0,3}\\d{1,3}(?:\\.\\d{1,3}){1,6}(?!\\d)");
    private static final Pattern RIGHT_TO_LEFT = Pattern.compile("[\u0590-\u08FF]");

    private final Document document;
    private final List<Block> body;
    private final Set<String> leading = new HashSet<>();
    private boolean counted;

    Numberings(Document document) {
        this.document = document;
        List<Span> contents = document.facts(Fact.Field.class)
                .filter(field ->
                        field.instruction().strip().toUpperCase(Locale.ROOT).startsWith("TOC"))
                .map(Fact.Field::result)
                .toList();
        this.body = document.layer(Layer.BODY)
                .filter(block -> contents.stream().noneMatch(span -> span.overlaps(block.span())))
                .filter(block -> !LISTED.matcher(beginning(block)).find())
                .toList();
        body.forEach(this::addLeading);
    }

    /// Whether anything was numbered.
    boolean counted() {
        return counted;
    }

    /// What is wrong with the numberings of some sorts.
    List<Series.Fault> faults(List<String> of) {
        List<Series.Fault> faults = new ArrayList<>();
        if (of.contains("headings")) {
            faults.addAll(headings());
        }
        if (of.contains("captions")) {
            faults.addAll(captions());
        }
        if (of.contains("lists")) {
            Lists lists = new Lists(document, body);
            faults.addAll(lists.faults());
            counted |= lists.counted;
        }
        return faults;
    }

    private String beginning(Block block) {
        int end = Math.min(block.span().end(), block.span().start() + 400);
        return document.text().substring(block.span().start(), end);
    }

    private void addLeading(Block block) {
        String text = document.text(block);
        Matcher matcher = LEADING.matcher(text.replace('\t', '\n'));
        while (!(block instanceof Block.Heading) && matcher.find()) {
            leading.add(key(matcher.group(1)));
        }
        if (block instanceof Block.Heading || RIGHT_TO_LEFT.matcher(text).find()) {
            addInner(text);
        }
    }

    /// Numbers that stand behind the words of a heading, as in scripts that run from right to left; alone, also
    /// without a letter of another alphabet that stands before.
    private void addInner(String text) {
        Matcher matcher = INNER.matcher(text);
        while (matcher.find()) {
            if (matcher.start() > 0) {
                leading.add(key(matcher.group()));
            }
        }
    }

    private static String key(String label) {
        return label.toLowerCase(Locale.ROOT).replaceAll("\\s+", "").replace('\u2013', '-');
    }

    private List<Series.Fault> headings() {
        Map<String, List<Counted>> series = new LinkedHashMap<>();
        Map<String, Counted> latest = new HashMap<>();
        boolean dotted = false;
        int group = 0;
        for (Block block : body) {
            if (!(block instanceof Block.Heading heading)) {
                continue;
            }
            Matcher matcher = HEADING.matcher(document.text(heading));
            if (!matcher.find() || !isNumbered(matcher)) {
                group++;
                continue;
            }
            Counted each = heading(heading, matcher, latest, group);
            if (each.number() > 0 && each.number() <= HIGHEST) {
                dotted |= each.label().indexOf('.') > 0;
                series.computeIfAbsent(each.series(), key -> new ArrayList<>()).add(each);
                latest.put(each.series(), each);
            }
            group++;
        }
        List<Series.Fault> faults = new ArrayList<>();
        for (List<Counted> each : series.values()) {
            boolean inner = each.getFirst().label().indexOf('.') > 0;
            if (inner || each.size() >= LEAST || (dotted && each.size() == 2)) {
                counted = true;
                faults.addAll(faults(each, true, ""));
            }
        }
        return faults;
    }

    /// Letters and Roman numbers count only behind a word or in front of a mark; "A" may be an article.
    private static boolean isNumbered(Matcher matcher) {
        boolean digits = matcher.group("label").chars().anyMatch(Character::isDigit);
        boolean marked = !matcher.group("end").isBlank() || matcher.group("word") != null;
        return digits || marked;
    }

    private static Counted heading(
            Block.Heading heading, Matcher matcher, Map<String, Counted> latest, int group, String text) {
        String word = matcher.group("word") == null ? "" : matcher.group("word").toLowerCase(Locale.ROOT);
        String label = matcher.group("label");
        int at = lastNumber(label);
        String what = word.isEmpty() ? "Heading" : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
        String title = shortened(text);
        String inner = label.indexOf('.') > 0 ? "" : heading.level() + " ";
        if (at < label.length()) {
            return new Counted(
                    what,
                    word + ' ' + inner + label.substring(0, at),
                    Integer.parseInt(label.substring(at)),
                    label,
                    title,
                    group,
                    heading.span(),
                    heading.place());
        }
        String letters = word + " " + inner + "letter";
        String romans = word + " " + inner + "roman";
        int letter = Counted.letter(label);
        int roman = Counted.roman(label);
        boolean isRoman = letter == 0
                || (roman > 0
                        && (roman == 1 ? !isAfter(latest.get(letters), letter) : isAfter(latest.get(romans), roman)));
        return new Counted(
                what,
                isRoman ? romans : letters,
                isRoman ? roman : letter,
                label,
                title,
                group,
                heading.span(),
                heading.place());
    }

    private Counted heading(Block.Heading heading, Matcher matcher, Map<String, Counted> latest, int group) {
        return heading(heading, matcher, latest, group, document.text(heading));
    }

    private static boolean isAfter(@Nullable Counted latest, int number) {
        return latest != null && latest.number() == number - 1;
    }

    private static int lastNumber(String label) {
        int at = label.length();
        while (at > 0 && Character.isDigit(label.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    private List<Series.Fault> captions() {
        Map<String, List<Counted>> series = new LinkedHashMap<>();
        int section = 0;
        for (Block block : body) {
            section += block instanceof Block.Heading ? 1 : 0;
            Span span = block instanceof Block.Table table ? title(table) : block.span();
            Matcher matcher = CAPTION.matcher(firstLine(span));
            if (matcher.find() && isCaption(matcher, block, span)) {
                Counted each = caption(matcher, span, block, section);
                List<Counted> before = series.computeIfAbsent(each.series(), key -> new ArrayList<>());
                if (before.isEmpty() || !isRepeated(before.getLast(), each)) {
                    before.add(each);
                }
            }
        }
        List<Series.Fault> faults = new ArrayList<>();
        for (List<Counted> each : series.values()) {
            counted = true;
            faults.addAll(faults(each, areBySection(each), each.getFirst().what()));
        }
        return faults;
    }

    /// Whether figures are counted anew in each section: so many begin with 1 that it is meant.
    private static boolean areBySection(List<Counted> series) {
        return series.stream().filter(each -> each.number() == 1).count() >= LEAST;
    }

    private String firstLine(Span span) {
        String text = document.text(span).strip();
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end);
    }

    /// What stands first on a sheet may be its caption.
    private static Span title(Block.Table table) {
        boolean sheet = table.place() instanceof Place.Cell && !table.rows().isEmpty();
        return sheet && !table.rows().getFirst().cells().isEmpty()
                ? table.rows().getFirst().cells().getFirst().span()
                : new Span(table.span().start(), table.span().start());
    }

    private boolean isCaption(Matcher matcher, Block block, Span span) {
        String rest = matcher.group("rest");
        String part = matcher.group("part");
        if (CONTINUED.matcher(rest).find() || !(part.isEmpty() || part.equalsIgnoreCase("a"))) {
            return false;
        }
        boolean known = document.facts(Fact.Caption.class)
                .anyMatch(caption -> caption.span().overlaps(block.span()));
        return known
                || (Words.count(document.text(span)) <= LONGEST_CAPTION
                        && CAPTION_REST.matcher(rest).find());
    }

    private static Counted caption(Matcher matcher, Span span, Block block, int section) {
        String word = matcher.group("word");
        String label = matcher.group("label").replace('\u2013', '-');
        int at = lastNumber(label);
        String what = word.substring(0, 1).toUpperCase(Locale.ROOT)
                + word.substring(1).toLowerCase(Locale.ROOT);
        return new Counted(
                what,
                canonical(word) + ' ' + label.substring(0, at),
                Integer.parseInt(label.substring(at)),
                label,
                shortened(matcher.group().strip()),
                section,
                span,
                block.place());
    }

    private static String canonical(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "fig." -> "figure";
            case "tab." -> "tabelle";
            case "abb." -> "abbildung";
            default -> word.toLowerCase(Locale.ROOT);
        };
    }

    /// A caption that stands again on the next page, above the rest of its table.
    private static boolean isRepeated(Counted before, Counted each) {
        return before.number() == each.number()
                && before.title().equalsIgnoreCase(each.title())
                && before.place() instanceof Place.Page one
                && each.place() instanceof Place.Page other
                && other.page() - one.page() == 1;
    }

    private Collection<Series.Fault> faults(List<Counted> series, boolean restarts, String word) {
        return new Series(series, true, restarts)
                .faults(number -> leading.contains(key(word + series.getFirst().shown(number))));
    }

    private static String shortened(String text) {
        String flat = text.strip().replaceAll("\\s+", " ");
        return flat.length() <= 80 ? flat : flat.substring(0, 80) + "\u2026";
    }

    /// The numbered lists of a document: entries, and paragraphs that begin like one.
    private static final class Lists {
        /// How many blocks may stand between an entry and one whose number does not follow it.
        private static final int NEAR = 3;

        private final Document document;
        private final List<Block> body;
        private boolean counted;

        Lists(Document document, List<Block> body) {
            this.document = document;
            this.body = body;
        }

        List<Series.Fault> faults() {
            List<Series.Fault> faults = new ArrayList<>();
            Map<String, List<Counted>> open = new LinkedHashMap<>();
            for (int i = 0; i < body.size(); i++) {
                Block block = body.get(i);
                if (block instanceof Block.Heading) {
                    close(open, faults);
                } else if (!(block instanceof Block.Table)) {
                    add(block, i, open, faults);
                }
            }
            close(open, faults);
            return faults;
        }

        private void close(Map<String, List<Counted>> open, List<Series.Fault> faults) {
            open.values().forEach(run -> judge(run, faults));
            open.clear();
        }

        private void judge(List<Counted> run, List<Series.Fault> faults) {
            if (run.size() >= LEAST) {
                counted = true;
                faults.addAll(new Series(run, false, false).faults(number -> false));
            }
        }

        private void add(Block block, int index, Map<String, List<Counted>> open, List<Series.Fault> faults) {
            Matcher matcher = ENTRY.matcher(document.text(block));
            if (!matcher.find()) {
                return;
            }
            String style = matcher.group("open")
                    + matcher.group("close")
                    + (block instanceof Block.ListItem item ? item.level() : 0);
            String label = matcher.group("label");
            for (String sort : List.of("digit", "letter", "roman")) {
                int number = value(label, sort);
                String key = style + sort + Character.isUpperCase(label.charAt(0));
                List<Counted> run = open.get(key);
                if (number > 0 && run != null && follows(run.getLast(), number, index)) {
                    run.add(entry(block, label, number, index));
                    return;
                }
            }
            for (String sort : List.of("digit", "roman", "letter")) {
                if (value(label, sort) == 1) {
                    String key = style + sort + Character.isUpperCase(label.charAt(0));
                    List<Counted> before = open.put(key, new ArrayList<>(List.of(entry(block, label, 1, index))));
                    if (before != null) {
                        judge(before, faults);
                    }
                    return;
                }
            }
        }

        private static int value(String label, String sort) {
            return switch (sort) {
                case "digit" -> Character.isDigit(label.charAt(0)) ? Integer.parseInt(label) : 0;
                case "letter" -> Counted.letter(label);
                default -> Counted.roman(label);
            };
        }

        private static boolean follows(Counted last, int number, int index) {
            int step = number - last.number();
            boolean near = index - last.group() <= NEAR;
            return step == 1 || (near && (step == 0 || step == 2 || step == 3) && number > 1);
        }

        private Counted entry(Block block, String label, int number, int index) {
            String title = shortened(document.text(block));
            return new Counted("List entry", "", number, label, title, index, block.span(), block.place());
        }
    }
}
