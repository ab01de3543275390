package dev.assay.check.language;

import dev.assay.check.Titles;
import dev.assay.document.Block;
import dev.assay.document.Document;
import dev.assay.document.Fact;
import dev.assay.document.Layer;
import dev.assay.document.Span;
import dev.assay.document.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The abbreviations of one document: where each is used first in running text, and where it is spelled out.
final class Abbreviations {
    private static final Set<Layer> LAYERS = EnumSet.of(Layer.BODY, Layer.INSERTED, Layer.FOOTNOTE, Layer.ENDNOTE);
    private static final int LEAST_WORDS = 5;
    private static final int CONTEXT = 120;

    private static final Pattern TOKEN = Pattern.compile(
            "(?<![\\p{L}\\p{N}_@#$.%=&\\\\\u2019'-])((?:[A-Z]{2,7}|[A-Z]&[A-Z]|[A-Z]{1,2}[a-z][A-Z]{1,2}))(s)?(?![\\p{L}\\p{N}_@&=\\\\(])");
    private static final Pattern ROMAN = Pattern.compile("[IVX]+|[IVXL]{3,}");
    private static final Pattern LIST = Pattern.compile(
            "\\b(?:abbreviations?|acronyms?|glossary|initialisms|terminology"
                + "|definitions|nomenclature|abk\u00FCrzungen|abk\u00FCrzungsverzeichnis|glossar|begriffe|glossaire"
                + "|abr\u00E9viations|sigles|glosario|siglas|\u0433\u043B\u043E\u0441\u0441\u0430\u0440\u0438\u0439)\\b");
    private static final int LONGEST_TITLE = 8;
    private static final String JOINT = "(?:[A-Z]{2,7}[ /,]+(?:and |or |und )?)*";
    private static final Pattern REFERENCES = Pattern.compile(
            "references?|bibliography|works cited|literature|literatur(?:verzeichnis)?|quellen(?:verzeichnis)?"
                    + "|r\u00E9f\u00E9rences|bibliographie|sources");
    private static final Pattern COMPANY = Pattern.compile(
            "^,? (?:Inc|Ltd|Limited|Corp|Corporation|GmbH|AG|SE|plc|PLC|LLC|LLP|S\\.A|N\\.V|B\\.V|SpA|Group|Holding)\\b");
    private static final Pattern BEFORE_ALONE = Pattern.compile(
            "[\\p{L}\\p{N}.\u201D\"*]\\s*[(\\[](?:(?:the|hereinafter|hereafter|here|or|abbreviated|short|i\\.e\\.|kurz|im"
                + " Folgenden|nachfolgend|abgek\u00FCrzt|ci-apr\u00E8s|dite?)[,:]?\\s+(?:the\\s+)?)?[\"\u201C\u201E\u00AB'\u2018]?\\s?"
                    + JOINT + "$");
    private static final Pattern AFTER_ALONE =
            Pattern.compile("^(?:[ /,]+(?:and |or |und )?[A-Z]{2,7})*[\"\u201D\u201C\u00BB'\u2019]?\\s?[)\\];,]");
    private static final Pattern SAID =
            Pattern.compile("^[\"\u201D]?\\s*,?\\s*(?:stands? for|is short for|is an? (?:abbreviation|acronym)|is the"
                    + " (?:abbreviation|acronym)|means\\b|short for|refers to|steht f\u00FCr|bedeutet|ist die"
                    + " Abk\u00FCrzung|signifie)");
    private static final Pattern CALLED =
            Pattern.compile("(?i)(?:abbreviated(?: as| to)?|known as|called|referred to as|acronym|abgek\u00FCrzt(?:"
                    + " als)?|kurz:?|genannt|bezeichnet als)\\s*(?:the )?[\"\u201C\u201E']?$");
    private static final Pattern JOINED = Pattern.compile("^[\"\u201D]?\\s*(?:\\(|=|:|,|\u2013|\u2014|-)\\s*(?:the )?");
    private static final Set<String> SMALL = Set.of(
            "of",
            "the",
            "and",
            "for",
            "in",
            "on",
            "to",
            "a",
            "an",
            "with",
            "by",
            "der",
            "die",
            "das",
            "des",
            "und",
            "f\u00FCr",
            "von",
            "zur",
            "zum",
            "im",
            "de",
            "la",
            "le",
            "les",
            "du",
            "et",
            "pour",
            "en",
            "y",
            "del",
            "&",
            "or",
            "at");

    private final Document document;
    private final Map<String, Integer> defined = new HashMap<>();
    private final Map<String, List<Span>> used = new LinkedHashMap<>();
    private final Set<String> small = new HashSet<>();
    private final Set<String> listed = new HashSet<>();

    Abbreviations(Document document) {
        this.document = document;
        read();
    }

    /// An abbreviation.
    ///
    /// @param first     its first use in running text
    /// @param uses      how often it is used there
    /// @param definedAt where it is spelled out; 0 on a list, -1 nowhere
    record Abbreviation(String text, Span first, int uses, int definedAt) {}

    /// Those that running text uses, in the order of their first uses.
    List<Abbreviation> found() {
        return used.entrySet().stream()
                .filter(each -> !small.contains(each.getKey().toLowerCase(Locale.ROOT)))
                .map(each -> new Abbreviation(
                        each.getKey(),
                        each.getValue().getFirst(),
                        each.getValue().size(),
                        listed.contains(each.getKey()) ? 0 : defined.getOrDefault(each.getKey(), -1)))
                .sorted(Comparator.comparingInt(each -> each.first().start()))
                .toList();
    }

    private void read() {
        boolean inList = false;
        boolean inReferences = false;
        int level = 0;
        List<Span> contents = document.facts(Fact.Field.class)
                .filter(field ->
                        field.instruction().strip().toUpperCase(Locale.ROOT).startsWith("TOC"))
                .map(Fact.Field::result)
                .toList();
        for (Block block : document.blocks()) {
            if (!LAYERS.contains(block.layer()) || contents.stream().anyMatch(span -> span.overlaps(block.span()))) {
                continue;
            }
            if (block instanceof Block.Heading heading && (heading.level() <= level || !(inList || inReferences))) {
                String title = Titles.normalised(document.text(heading));
                inList = isList(title);
                inReferences = REFERENCES.matcher(title).matches();
                level = heading.level();
            }
            read(block, inList, inReferences);
        }
    }

    private void read(Block block, boolean inList, boolean inReferences) {
        if (block instanceof Block.Table table) {
            table.rows().forEach(row -> row(row.cells(), inList));
            table.rows().forEach(row -> row.cells().forEach(cell -> passage(cell.span(), false, inList, inReferences)));
            return;
        }
        passage(block.span(), block instanceof Block.Heading, inList, inReferences);
        String text = document.text(block).strip();
        if (text.length() > 12 && isList(Titles.normalised(text.split("[:\n]", 2)[0]))) {
            everyOne(text);
        }
    }

    private static boolean isList(String title) {
        return LIST.matcher(title).find() && Words.count(title) <= LONGEST_TITLE;
    }

    /// "Abbreviations: CI, confidence interval; SD, standard deviation."
    private void everyOne(String text) {
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            listed.add(matcher.group(1));
        }
    }

    /// An abbreviation alone in a cell, its words in the next.
    private void row(List<Block.Cell> cells, boolean inList) {
        for (int i = 0; i + 1 < cells.size(); i++) {
            String text = document.text(cells.get(i).span()).strip();
            Matcher matcher = TOKEN.matcher(text);
            if (matcher.matches()
                    && (inList
                            || isSpelled(
                                    matcher.group(1),
                                    document.text(cells.get(i + 1).span())))) {
                listed.add(matcher.group(1));
            }
        }
    }

    private void passage(Span passage, boolean heading, boolean inList, boolean inReferences) {
        String text = document.text(passage);
        Matcher matcher = TOKEN.matcher(text);
        boolean any = false;
        boolean running = false;
        boolean begins = true;
        Quoted quoted = Quoted.NOTHING;
        while (matcher.find()) {
            if (!any) {
                running = !heading && !inReferences && isRunning(text);
                quoted = Quoted.in(text);
                any = true;
            }
            String token = matcher.group(1);
            Span span = new Span(passage.start() + matcher.start(), passage.start() + matcher.end());
            boolean entry =
                    inList && begins && text.substring(0, matcher.start()).isBlank();
            begins = false;
            boolean isDefined = !entry && isDefined(text, matcher);
            if (entry || (isDefined && inList)) {
                listed.add(token);
            } else if (isDefined) {
                defined.merge(token, span.start(), Math::min);
            } else if (running && isUse(text, matcher) && !quoted.holds(new Span(matcher.start(), matcher.end()))) {
                used.computeIfAbsent(token, key -> new ArrayList<>()).add(span);
            }
        }
        addSmall(text);
    }

    private void addSmall(String text) {
        for (Span word : Words.spans(text)) {
            if (word.length() >= 2 && word.length() <= 7 && Character.isLowerCase(text.charAt(word.start()))) {
                small.add(text.substring(word.start(), word.end()));
            }
        }
    }

    private static boolean isRunning(String text) {
        if (Words.count(text) < LEAST_WORDS || CodeLines.areIn(text)) {
            return false;
        }
        long capitals = text.chars().filter(Character::isUpperCase).count();
        long letters = text.chars().filter(Character::isLetter).count();
        return capitals * 2 < letters;
    }

    private static boolean isUse(String text, Matcher matcher) {
        String token = matcher.group(1);
        String after = text.substring(matcher.end(), Math.min(text.length(), matcher.end() + 20));
        boolean part = isPartOfCode(text, matcher.start(), matcher.end());
        return !ROMAN.matcher(token).matches()
                && !part
                && !COMPANY.matcher(after).find();
    }

    /// Whether it is joined to digits or capitals by a hyphen, or stands in an address or path.
    private static boolean isPartOfCode(String text, int start, int end) {
        int from = start;
        while (from > 0 && !Character.isWhitespace(text.charAt(from - 1))) {
            from--;
        }
        int to = end;
        while (to < text.length() && !Character.isWhitespace(text.charAt(to))) {
            to++;
        }
        String word = text.substring(from, to);
        boolean address = word.contains("://") || word.contains("www.") || word.indexOf('@') >= 0;
        boolean dotted =
                end + 1 < text.length() && text.charAt(end) == '.' && Character.isLetterOrDigit(text.charAt(end + 1));
        boolean joined = end + 1 < text.length()
                && "-\u2010\u2011\u2013/".indexOf(text.charAt(end)) >= 0
                && (Character.isDigit(text.charAt(end + 1)) || Character.isUpperCase(text.charAt(end + 1)));
        boolean behind = start > 1 && text.charAt(start - 1) == '/';
        boolean numbered = end + 1 < text.length()
                && (text.charAt(end) == ' ' || text.charAt(end) == '\u00A0')
                && Character.isDigit(text.charAt(end + 1));
        return address || dotted || joined || behind || numbered;
    }

    private static boolean isDefined(String text, Matcher matcher) {
        String token = matcher.group(1);
        String before = text.substring(Math.max(0, matcher.start() - CONTEXT), matcher.start());
        String after = text.substring(matcher.end(), Math.min(text.length(), matcher.end() + CONTEXT));
        if (BEFORE_ALONE.matcher(before).find() && AFTER_ALONE.matcher(after).find()) {
            return true;
        }
        if (SAID.matcher(after).find() || CALLED.matcher(before).find()) {
            return true;
        }
        Matcher joined = JOINED.matcher(after);
        if (joined.find() && isSpelled(token, after.substring(joined.end()))) {
            return true;
        }
        return isSpelledBefore(token, before);
    }

    /// Whether words begin with the abbreviation's letters, in order from the first on.
    private static boolean isSpelled(String token, String words) {
        String letters = letters(token);
        int at = 0;
        int count = 0;
        for (String word : words.strip().split("[\\s\u00A0/\u2010\u2011-]+", -1)) {
            String bare = word.replaceAll("^[^\\p{L}]+", "").toLowerCase(Locale.ROOT);
            if (++count > letters.length() + 6 || at == letters.length()) {
                break;
            }
            if (!bare.isEmpty() && at < letters.length() && bare.charAt(0) == letters.charAt(at)) {
                at++;
            } else if (at == 0) {
                return false;
            } else if (!SMALL.contains(bare) && !holds(bare, letters, at)) {
                break;
            }
        }
        return at == letters.length() || (at >= 2 && at + 1 == letters.length()) || isCompound(words, letters);
    }

    private static boolean holds(String word, String letters, int at) {
        return at < letters.length() && word.indexOf(letters.charAt(at)) >= 0;
    }

    /// One long word, as German has them: `Datenschutzgrundverordnung` for DSGVO.
    private static boolean isCompound(String words, String letters) {
        String word = words.strip().split("[\\s,;)]", 2)[0].toLowerCase(Locale.ROOT);
        if (word.length() < letters.length() * 3 || word.isEmpty() || word.charAt(0) != letters.charAt(0)) {
            return false;
        }
        int at = 0;
        for (int i = 0; i < word.length() && at < letters.length(); i++) {
            at += word.charAt(i) == letters.charAt(at) ? 1 : 0;
        }
        return at == letters.length();
    }

    /// "the Independent Data Monitoring Committee, IDMC," and "… – IDMC".
    private static boolean isSpelledBefore(String token, String before) {
        Matcher joint = Pattern.compile("\\s*(?:,(?: or)?|\u2013|\u2014)\\s*$").matcher(before);
        if (!joint.find()) {
            return false;
        }
        String letters = letters(token);
        String[] words = before.substring(0, joint.start()).split("[\\s\u00A0/-]+", -1);
        int at = letters.length() - 1;
        for (int i = words.length - 1; i >= 0 && at >= 0; i--) {
            String word = words[i].replaceAll("^[^\\p{L}]+", "").toLowerCase(Locale.ROOT);
            if (!word.isEmpty() && word.charAt(0) == letters.charAt(at)) {
                at--;
            } else if (!SMALL.contains(word)) {
                return false;
            }
        }
        return at < 0;
    }

    private static String letters(String token) {
        return token.replace("&", "").toLowerCase(Locale.ROOT);
    }
}
