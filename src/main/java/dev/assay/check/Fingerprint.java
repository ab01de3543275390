package dev.assay.check;

import dev.assay.document.Block;
import dev.assay.document.Document;
import dev.assay.document.Layer;
import dev.assay.document.Place;
import dev.assay.document.Span;
import dev.assay.document.Words;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/// What a finding is recognised by in a later round: the kind, the words concerned with the two words on either
/// side, and the section, slide or cell they stand in. Page and paragraph numbers are left out, so that a fault
/// keeps its fingerprint when text elsewhere comes or goes.
final class Fingerprint {
    private static final int NEIGHBOURS = 2;

    private Fingerprint() {}

    /// The surroundings of a finding about a text.
    static String key(String kind, Document document, Span span, Place place, Finding.Quote quote) {
        String surroundings = place instanceof Place.Cell
                ? quote.marked()
                : last(quote.before()) + '\u0001' + quote.marked() + '\u0001' + first(quote.after());
        return kind + '\0' + normalised(surroundings) + '\0' + coarse(document, span, place);
    }

    /// 32 hex digits.
    static String hash(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static String coarse(Document document, Span span, Place place) {
        return switch (place) {
            case Place.Cell cell -> "cell " + cell.sheet() + '!' + cell.cell();
            case Place.Part inner -> "part " + inner.path() + '\0' + coarse(document, span, inner.within());
            case Place.Slide slide -> slideTitle(document, slide);
            case Place.Paragraph paragraph
            when !paragraph.section().isEmpty() ->
                "section " + Titles.normalised(paragraph.section().getLast());
            case Place.Paragraph ignored -> section(document, span);
            case Place.Page ignored -> section(document, span);
            case Place.Line ignored -> section(document, span);
            case Place.Whole ignored -> section(document, span);
        };
    }

    private static String slideTitle(Document document, Place.Slide slide) {
        return document.layer(Layer.BODY)
                .filter(block -> block instanceof Block.Heading
                        && block.place() instanceof Place.Slide other
                        && other.slide() == slide.slide())
                .findFirst()
                .map(heading -> "slide " + Titles.normalised(document.text(heading)))
                .orElse("slide " + slide.slide());
    }

    private static String section(Document document, Span span) {
        String title = "";
        for (Block block : document.blocks()) {
            if (block.span().start() > span.start()) {
                break;
            }
            if (block instanceof Block.Heading && block.layer() == Layer.BODY) {
                title = Titles.normalised(document.text(block));
            }
        }
        return "section " + title;
    }

    private static String last(String text) {
        List<Span> words = Words.spans(text);
        return text.substring(
                words.size() <= NEIGHBOURS
                        ? 0
                        : words.get(words.size() - NEIGHBOURS).start());
    }

    private static String first(String text) {
        List<Span> words = Words.spans(text);
        return text.substring(
                0,
                words.size() <= NEIGHBOURS
                        ? text.length()
                        : words.get(NEIGHBOURS - 1).end());
    }

    private static String normalised(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", " ")
                .strip();
    }
}
