package dev.assay.extract.render;

import dev.assay.document.Block;
import dev.assay.document.Document;
import dev.assay.document.Place;
import dev.assay.document.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds wants in a document: at their offsets where the text there is the quote, else the same words nearest to
/// them, else the same words in other case or with other quotation marks and dashes.
final class PassageSearch {
    private static final String CUT = " \u2026 ";
    private static final String WHITE_SPACE = "[\\s\\u00A0]++";
    private static final int LONGEST_QUOTE = 2_000;
    private static final int MOST_FOUND = 1_000;
    /// How far the end of a shortened quote may lie from its beginning.
    private static final int FARTHEST = 100_000;

    private final Document document;

    PassageSearch(Document document) {
        this.document = document;
    }

    Optional<Sought> find(int number, Want want) {
        Place place = want.place();
        if (place != null) {
            return at(place).map(span -> new Sought(number, span, place, false, 1));
        }
        boolean inside = want.start() >= 0
                && want.start() < want.end()
                && want.end() <= document.text().length();
        String quote = want.quote().strip();
        if (inside) {
            Span span = new Span(want.start(), want.end());
            if (quote.isEmpty() || isQuote(document.text(span), quote)) {
                return Optional.of(sought(number, span, false, 1));
            }
        }
        return quote.isEmpty() ? Optional.empty() : search(number, want, quote);
    }

    private Sought sought(int number, Span span, boolean moved, int occurrences) {
        return new Sought(number, span, document.placeAt(span.start()), moved, occurrences);
    }

    /// The text at a place; an empty span at the beginning of a page, a slide or the file, which are meant as a
    /// whole.
    private Optional<Span> at(Place place) {
        if (isSurface(place)) {
            int start = document.blocks().stream()
                    .filter(block -> isOn(block.place(), place))
                    .mapToInt(block -> block.span().start())
                    .findFirst()
                    .orElse(0);
            return Optional.of(new Span(start, start));
        }
        return document.blocks().stream()
                .flatMap(PassageSearch::placed)
                .filter(each -> each.place().equals(place))
                .map(Placed::span)
                .findFirst();
    }

    /// Whether a place is seen as a whole, with or without text.
    static boolean isSurface(Place place) {
        return place instanceof Place.Page
                || place instanceof Place.Whole
                || (place instanceof Place.Slide slide && slide.shape().isEmpty());
    }

    /// Whether a place lies on a surface.
    static boolean isOn(Place place, Place surface) {
        return surface instanceof Place.Whole
                || surface.equals(place)
                || (surface instanceof Place.Slide slide
                        && slide.shape().isEmpty()
                        && place instanceof Place.Slide other
                        && slide.slide() == other.slide());
    }

    private record Placed(Place place, Span span) {}

    private static Stream<Placed> placed(Block block) {
        Stream<Placed> itself = Stream.of(new Placed(block.place(), block.span()));
        return block instanceof Block.Table table
                ? Stream.concat(
                        itself,
                        table.rows().stream()
                                .flatMap(row -> row.cells().stream())
                                .map(cell -> new Placed(cell.place(), cell.span())))
                : itself;
    }

    private static boolean isQuote(String text, String quote) {
        String flat = flat(text);
        String wanted = flat(quote);
        if (flat.equals(wanted)) {
            return true;
        }
        int cut = wanted.indexOf(CUT);
        return cut >= 0
                && flat.length() >= wanted.length() - CUT.length()
                && flat.startsWith(wanted.substring(0, cut))
                && flat.endsWith(wanted.substring(cut + CUT.length()));
    }

    private static String flat(String text) {
        return text.replaceAll(WHITE_SPACE, " ").strip();
    }

    private Optional<Sought> search(int number, Want want, String quote) {
        String shorter = quote.length() <= LONGEST_QUOTE ? quote : quote.substring(0, LONGEST_QUOTE);
        List<Span> found = spans(shorter, PassageSearch::exact, 0);
        if (found.isEmpty()) {
            found = spans(shorter, PassageSearch::alike, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        }
        int hint = Math.max(0, want.start());
        int occurrences = found.size();
        return found.stream()
                .min(Comparator.comparingInt(span -> Math.abs(span.start() - hint)))
                .map(span -> sought(number, span, want.start() >= 0, occurrences));
    }

    /// Where the words stand, also where a quote is shortened in its middle.
    private List<Span> spans(String quote, Form form, int flags) {
        int cut = quote.indexOf(CUT);
        String head = cut < 0 ? quote : quote.substring(0, cut);
        Pattern words = pattern(head, form, flags);
        Pattern tail = cut < 0 ? null : pattern(quote.substring(cut + CUT.length()), form, flags);
        List<Span> spans = new ArrayList<>();
        Matcher heads = words.matcher(document.text());
        while (spans.size() < MOST_FOUND && heads.find()) {
            if (tail == null) {
                spans.add(new Span(heads.start(), heads.end()));
                continue;
            }
            Matcher ends = tail.matcher(document.text());
            ends.region(heads.end(), Math.min(document.text().length(), heads.end() + FARTHEST));
            if (!ends.find()) {
                break;
            }
            spans.add(new Span(heads.start(), ends.end()));
        }
        return spans;
    }

    private static Pattern pattern(String quote, Form form, int flags) {
        return Pattern.compile(
                Stream.of(quote.strip().split(WHITE_SPACE)).map(form::of).collect(Collectors.joining(WHITE_SPACE)),
                flags);
    }

    /// How a word of a quote is looked for.
    private interface Form {
        String of(String word);
    }

    private static String exact(String word) {
        return Pattern.quote(word);
    }

    private static String alike(String word) {
        return word.codePoints()
                .mapToObj(point -> switch (point) {
                    case '\'', '\u2018', '\u2019', '\u201A' -> "['\u2018\u2019\u201A]";
                    case '"', '\u201C', '\u201D', '\u201E', '\u00AB', '\u00BB' -> "[\"\u201C\u201D\u201E\u00AB\u00BB]";
                    case '-', '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2212' ->
                        "[-\u2010\u2011\u2012\u2013\u2014\u2212]";
                    default -> Pattern.quote(Character.toString(point));
                })
                .collect(Collectors.joining("\u00AD?"));
    }
}
