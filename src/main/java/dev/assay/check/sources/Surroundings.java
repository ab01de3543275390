package dev.assay.check.sources;

import dev.assay.document.Block;
import dev.assay.document.Document;
import dev.assay.document.Layer;
import dev.assay.document.Place;
import dev.assay.document.Span;
import dev.assay.document.Words;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What counts as beside a thing: its sentence, its passage, what stands above and below it, its page or slide,
/// its section.
final class Surroundings {
    /// Of a paragraph of running text, which ends the notes under a table.
    private static final int RUNNING = 25;
    /// The labels of a drawn chart are blocks by themselves.
    private static final int MOST = 60;
    /// Of a sentence, in characters to either side.
    private static final int FAR = 2_000;
    private static final Set<Layer> UNSEEN =
            EnumSet.of(Layer.COMMENT, Layer.SPEAKER_NOTE, Layer.HIDDEN, Layer.DELETED, Layer.METADATA, Layer.QUOTED);
    private static final Pattern NOTE =
            Pattern.compile("(?iu)^\\W{0,4}(?:notes?|sources?|base|basis|q(?:uestion)?[0-9]*|n"
                + " ?=|anmerkungen?|hinweis|quellen?|frage|legend|key|abbreviations)\\b|^[*\u2020\u2021\u00b9\u00b2\u00b3]|^[a-d1-9]["
                + " )]");
    private static final Pattern SENTENCE_END =
            Pattern.compile("(?<=[\\p{L}\\p{N})%\"\u201d]{3})[.!?][\"\u201d)]?\\s+(?=[\\p{Lu}\"\u201c\u201e(\\[])|\\n");

    private final Document document;
    private final List<Block> blocks;
    private final Captions captions;
    private final String within;
    private final Map<Object, StringBuilder> pages = new HashMap<>();
    private final Map<Object, String> texts = new HashMap<>();
    private final int[] sectionStart;

    Surroundings(Document document, Captions captions, String within) {
        this.document = document;
        this.blocks = document.blocks();
        this.captions = captions;
        this.within = within;
        this.sectionStart = new int[blocks.size()];
        int start = 0;
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i) instanceof Block.Heading) {
                start = i;
            }
            sectionStart[i] = start;
            append(i, pages.computeIfAbsent(page(i), each -> new StringBuilder()));
        }
    }

    /// The text beside a thing, a line for each block; the same object where it is the same for several things.
    String of(Anchor anchor) {
        return switch (within) {
            case "sentence" -> sentence(anchor);
            case "paragraph" -> document.text(anchor.passage());
            case "page" -> page(anchor);
            case "section" -> section(anchor.block());
            default -> near(anchor);
        };
    }

    private String page(Anchor anchor) {
        Object page = page(anchor.block());
        return texts.computeIfAbsent(
                page, each -> Objects.requireNonNull(pages.get(each)).toString());
    }

    /// The section where the file has no pages.
    private Object page(int block) {
        return switch (blocks.get(block).place()) {
            case Place.Page page -> page;
            case Place.Slide slide -> new Place.Slide(slide.slide(), "");
            case Place.Cell cell -> cell.sheet();
            case Place.Paragraph _, Place.Line _, Place.Part _, Place.Whole _ -> sectionStart[block];
        };
    }

    private String section(int block) {
        return texts.computeIfAbsent(sectionStart[block], each -> {
            StringBuilder text = new StringBuilder();
            for (int i = sectionStart[block]; i < blocks.size() && sectionStart[i] == sectionStart[block]; i++) {
                append(i, text);
            }
            return text.toString();
        });
    }

    private void append(int block, StringBuilder text) {
        if (!UNSEEN.contains(blocks.get(block).layer())) {
            text.append(document.text(blocks.get(block))).append('\n');
        }
    }

    private String near(Anchor anchor) {
        Block block = blocks.get(anchor.block());
        if (block.place() instanceof Place.Slide) {
            return page(anchor);
        }
        if (!anchor.area() && !(block instanceof Block.Table)) {
            return document.text(block);
        }
        return texts.computeIfAbsent(anchor.block(), at -> {
            StringBuilder text = new StringBuilder();
            above(anchor.block(), text);
            append(anchor.block(), text);
            below(anchor.block(), text);
            return text.toString();
        });
    }

    /// The caption and one more line, unless what stands above is of another table.
    private void above(int block, StringBuilder text) {
        for (int i = block - 1; i >= Math.max(0, block - 3); i--) {
            Block each = blocks.get(i);
            if (each.layer() != Layer.BODY || each instanceof Block.Table || isRunning(i)) {
                return;
            }
            append(i, text);
            if (captions.at(i) || each instanceof Block.Heading) {
                return;
            }
        }
    }

    /// The table or the labels of the chart, and the notes under it, up to running text, a heading or another caption.
    private void below(int block, StringBuilder text) {
        boolean table = blocks.get(block) instanceof Block.Table;
        int captioned = captions.at(block) ? 1 : 0;
        for (int i = block + 1; i < Math.min(blocks.size(), block + MOST); i++) {
            Block each = blocks.get(i);
            if (each.layer() == Layer.HEADER || each.layer() == Layer.FOOTER) {
                continue;
            }
            boolean far =
                    !(each instanceof Block.Table) && isFar(blocks.get(block).place(), each.place());
            if (each.layer() != Layer.BODY || each instanceof Block.Heading || far || isRunning(i)) {
                return;
            }
            if (captions.at(i) && captioned++ > 0) {
                return;
            }
            boolean goesOn = each.place() instanceof Place.Page && !captions.at(i - 1);
            if (each instanceof Block.Table && table && !goesOn) {
                return;
            }
            table |= each instanceof Block.Table;
            append(i, text);
        }
    }

    private static boolean isFar(Place one, Place other) {
        return one instanceof Place.Page page && other instanceof Place.Page next && next.page() - page.page() > 1;
    }

    private boolean isRunning(int block) {
        Block each = blocks.get(block);
        if (each instanceof Block.Table || each instanceof Block.Heading || captions.at(block)) {
            return false;
        }
        String text = document.text(each);
        return Words.count(text) >= RUNNING && !NOTE.matcher(text.strip()).find();
    }

    private String sentence(Anchor anchor) {
        int first = Math.max(anchor.passage().start(), anchor.span().start() - FAR);
        int last = Math.min(anchor.passage().end(), anchor.span().end() + FAR);
        String text = document.text(new Span(first, last));
        int from = anchor.span().start() - first;
        int to = anchor.span().end() - first;
        int start = 0;
        Matcher end = SENTENCE_END.matcher(text);
        while (end.find()) {
            if (end.start() >= to) {
                return text.substring(start, end.end());
            }
            if (end.end() <= from) {
                start = end.end();
            }
        }
        return text.substring(start);
    }
}
