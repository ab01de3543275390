package dev.assay.extract.pdf;

import dev.assay.document.Fact;
import dev.assay.document.Gap;
import dev.assay.document.Layer;
import dev.assay.document.Place;
import dev.assay.extract.draft.ContainerLimits;
import dev.assay.extract.draft.DocumentDraft;
import dev.assay.extract.pdf.facts.PdfFacts;
import dev.assay.extract.pdf.layout.Footnotes;
import dev.assay.extract.pdf.layout.LineEnds;
import dev.assay.extract.pdf.layout.PageWords;
import dev.assay.extract.pdf.layout.PdfBlock;
import dev.assay.extract.pdf.layout.PdfBlocks;
import dev.assay.extract.pdf.layout.PdfHeadings;
import dev.assay.extract.pdf.layout.PdfItem;
import dev.assay.extract.pdf.layout.PdfLine;
import dev.assay.extract.pdf.layout.PdfPage;
import dev.assay.extract.pdf.layout.PdfPiece;
import dev.assay.extract.pdf.layout.PdfRunning;
import dev.assay.extract.pdf.layout.PdfTable;
import dev.assay.extract.pdf.page.PdfStructure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.pdfbox.pdmodel.PDPage;

/// Writes the pages of a PDF into a document, once all are known: what repeats, what is larger than the rest.
final class PdfWriter {
    private static final int FEW_UNDECODABLE = 5;
    private static final double SHARE_UNDECODABLE = 0.02;

    private final DocumentDraft draft;
    private final PdfStructure structure;
    private final PdfFacts facts;
    private final ContainerLimits limits;
    private final PageBoxes boxes;
    private final boolean all;
    private int cells;

    /// @param all whether facts are told of each page
    PdfWriter(
            DocumentDraft draft,
            PdfStructure structure,
            PdfFacts facts,
            ContainerLimits limits,
            PageBoxes boxes,
            boolean all) {
        this.draft = draft;
        this.structure = structure;
        this.facts = facts;
        this.limits = limits;
        this.boxes = boxes;
        this.all = all;
    }

    /// One page, sorted into running lines and the rest.
    private record Sorted(PdfPage page, List<PdfLine> headers, List<PdfLine> footers, List<PdfPiece> body) {}

    void write(List<PDPage> tree, List<PdfPage> pages) {
        float bodySize = bodySize(pages);
        PdfRunning running = new PdfRunning(pages, bodySize);
        LineEnds ends = new LineEnds(pages);
        List<Sorted> sorted =
                pages.stream().map(page -> sort(page, running, ends)).toList();
        List<PdfBlock> blocks = sorted.stream()
                .flatMap(page -> page.body().stream())
                .filter(PdfBlock.class::isInstance)
                .map(PdfBlock.class::cast)
                .toList();
        PdfHeadings headings = new PdfHeadings(blocks, structure.hasHeadings());
        for (Sorted page : sorted) {
            write(page, tree.get(page.page().number() - 1), headings, bodySize, ends);
        }
        recognised(pages);
    }

    private static float bodySize(List<PdfPage> pages) {
        Map<Integer, Integer> sizes = new HashMap<>();
        for (PdfPage page : pages) {
            page.lines()
                    .forEach(line ->
                            sizes.merge(Math.round(line.size() * 2), line.text().length(), Integer::sum));
        }
        return PdfHeadings.bodySize(sizes);
    }

    private static Sorted sort(PdfPage page, PdfRunning running, LineEnds ends) {
        Sorted sorted = new Sorted(page, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (List<PdfItem> stretch : page.stretches()) {
            List<PdfLine> lines = new ArrayList<>();
            for (PdfItem item : stretch) {
                switch (item) {
                    case PdfTable table -> {
                        sorted.body.addAll(PdfBlocks.of(page.number(), lines, ends));
                        lines.clear();
                        sorted.body.add(table);
                    }
                    case PdfLine line -> sort(line, running.of(page, line), sorted, lines);
                }
            }
            sorted.body.addAll(PdfBlocks.of(page.number(), lines, ends));
        }
        return sorted;
    }

    private static void sort(PdfLine line, Optional<PdfRunning.Edge> edge, Sorted sorted, List<PdfLine> lines) {
        if (edge.isEmpty()) {
            lines.add(line);
        } else if (edge.get() == PdfRunning.Edge.HEADER) {
            sorted.headers.add(line);
        } else {
            sorted.footers.add(line);
        }
    }

    private void write(Sorted sorted, PDPage page, PdfHeadings headings, float bodySize, LineEnds ends) {
        PdfPage known = sorted.page;
        Place place = new Place.Page(known.number());
        PageWords words = new PageWords(known.frame());
        PageText text = new PageText(draft, place, known.turn(), words, ends);
        PdfRunning.rows(sorted.headers).forEach(line -> text.paragraph(line, Layer.HEADER));
        List<PdfBlock> notes = Footnotes.of(sorted.body, bodySize, known.turn());
        body(sorted, notes, headings, text);
        for (PdfPage.Turned turned : known.sideways()) {
            PageText side = new PageText(draft, place, turned.turn(), words, ends);
            PdfBlocks.of(known.number(), turned.lines(), ends)
                    .forEach(block -> side.paragraph(block.placed(), Layer.BODY));
        }
        notes.forEach(note -> text.paragraph(note.placed(), Layer.FOOTNOTE));
        structure.alternatives().stream()
                .filter(alternative -> alternative.isOn(page))
                .forEach(alternative -> draft.paragraph(alternative.text(), place, Layer.ALT_TEXT));
        if (all) {
            new UnseenText(draft, facts, place).write(known.unseen(), known.number(), words, ends);
            facts.page(page, known.number(), words);
        }
        PdfRunning.rows(sorted.footers).forEach(line -> text.paragraph(line, Layer.FOOTER));
        if (all) {
            known.images().forEach(facts::tell);
        }
        known.gaps().forEach(gap -> draft.gap(gap.reason(), gap.place(), gap.detail()));
        gaps(sorted, place);
        handOut(known, words);
    }

    @SuppressWarnings("ReferenceEquality") // The very block, not one that says the same.
    private void body(Sorted sorted, List<PdfBlock> notes, PdfHeadings headings, PageText text) {
        for (PdfPiece piece : sorted.body) {
            switch (piece) {
                case PdfTable table -> table(table, text);
                case PdfBlock block -> {
                    if (notes.stream().noneMatch(note -> note == block)) {
                        block(block, headings.level(block), text);
                    }
                }
            }
        }
    }

    private static void block(PdfBlock block, OptionalInt heading, PageText text) {
        if (heading.isPresent()) {
            text.heading(heading.getAsInt(), block.placed());
        } else if (block.item()) {
            text.item(block.left(), block.withoutBullet());
        } else {
            text.paragraph(block.placed(), Layer.BODY);
        }
    }

    private void table(PdfTable table, PageText text) {
        cells += table.cells().size();
        if (cells > limits.cells()) {
            draft.gap(Gap.Reason.LIMIT, text.place(), "more table cells than are read");
            return;
        }
        text.table(table);
    }

    private void gaps(Sorted sorted, Place place) {
        PdfPage page = sorted.page;
        boolean silent = sorted.body.isEmpty() && page.sideways().isEmpty();
        boolean scan = page.glyphs() == 0 ? page.painted() : !page.images().isEmpty();
        if (silent && scan) {
            draft.gap(Gap.Reason.NO_TEXT, place, "the page shows something but holds no text of its own");
        }
        if (page.undecodable() >= FEW_UNDECODABLE && page.undecodable() > page.glyphs() * SHARE_UNDECODABLE) {
            draft.gap(
                    Gap.Reason.UNDECODABLE_FONT,
                    place,
                    page.undecodable() + " of " + page.glyphs() + " characters cannot be told");
        }
    }

    private void handOut(PdfPage page, PageWords words) {
        boxes.page(page.number(), page.frame().shownWidth(), page.frame().shownHeight());
        for (PageWords.Word word : words.words()) {
            var box = word.box();
            float width = box.right() - box.left();
            float height = box.bottom() - box.top();
            boxes.word(new WordBox(word.span(), page.number(), box.left(), box.top(), width, height));
        }
    }

    /// Pages whose text was recognised from a picture.
    private void recognised(List<PdfPage> pages) {
        StringBuilder ranges = new StringBuilder();
        for (int i = 0; i < pages.size(); i++) {
            if (pages.get(i).recognised()) {
                int end = i;
                while (end + 1 < pages.size() && pages.get(end + 1).recognised()) {
                    end++;
                }
                ranges.append(ranges.isEmpty() ? "" : ", ").append(i + 1).append(end > i ? "-" + (end + 1) : "");
                i = end;
            }
        }
        if (all && !ranges.isEmpty()) {
            facts.tell(new Fact.Property("pdf:OcrLayer", "pages " + ranges));
        }
    }
}
