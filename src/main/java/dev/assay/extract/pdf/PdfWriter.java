package dev.assay.extract.pdf;

import dev.assay.document.Fact;
import dev.assay.document.Gap;
import dev.assay.document.Layer;
import dev.assay.document.Place;
import dev.assay.extract.draft.ContainerLimits;
import dev.assay.extract.draft.DocumentDraft;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/// Writes the pages of a PDF into a document, once all are known: what repeats, what is larger than the rest.
final class PdfWriter {
    private static final int MOST_IMAGES = 2_000;
    private static final int FEW_UNDECODABLE = 5;
    private static final double SHARE_UNDECODABLE = 0.02;

    private final DocumentDraft draft;
    private final PdfStructure structure;
    private final PdfFacts facts;
    private final ContainerLimits limits;
    private int images;
    private int cells;

    PdfWriter(DocumentDraft draft, PdfStructure structure, PdfFacts facts, ContainerLimits limits) {
        this.draft = draft;
        this.structure = structure;
        this.facts = facts;
        this.limits = limits;
    }

    /// One page, sorted into running lines and the rest.
    private record Sorted(PdfPage page, List<PdfLine> headers, List<PdfLine> footers, List<PdfPiece> body) {}

    void write(PDDocument document, List<PdfPage> pages) {
        PdfRunning running = new PdfRunning(pages, bodySize(pages));
        List<Sorted> sorted = pages.stream().map(page -> sort(page, running)).toList();
        List<PdfBlock> blocks = sorted.stream()
                .flatMap(page -> page.body().stream())
                .filter(PdfBlock.class::isInstance)
                .map(PdfBlock.class::cast)
                .toList();
        PdfHeadings headings = new PdfHeadings(blocks, structure.hasHeadings());
        for (Sorted page : sorted) {
            write(page, document.getPage(page.page().number() - 1), headings);
        }
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

    private static Sorted sort(PdfPage page, PdfRunning running) {
        Sorted sorted = new Sorted(page, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (List<PdfItem> stretch : page.stretches()) {
            List<PdfLine> lines = new ArrayList<>();
            for (PdfItem item : stretch) {
                switch (item) {
                    case PdfTable table -> {
                        sorted.body.addAll(PdfBlocks.of(page.number(), lines));
                        lines.clear();
                        sorted.body.add(table);
                    }
                    case PdfLine line -> sort(line, running.of(page, line), sorted, lines);
                }
            }
            sorted.body.addAll(PdfBlocks.of(page.number(), lines));
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

    private void write(Sorted sorted, PDPage page, PdfHeadings headings) {
        Place place = new Place.Page(sorted.page.number());
        sorted.headers.forEach(line -> draft.paragraph(line.text(), place, Layer.HEADER));
        List<Float> indents = new ArrayList<>();
        for (PdfPiece piece : sorted.body) {
            switch (piece) {
                case PdfTable table -> {
                    indents.clear();
                    table(table, place);
                }
                case PdfBlock block -> block(block, headings.level(block), indents, place);
            }
        }
        sorted.page.sideways().forEach(text -> draft.paragraph(text, place, Layer.BODY));
        structure.alternatives().stream()
                .filter(alternative -> alternative.isOn(page))
                .forEach(alternative -> draft.paragraph(alternative.text(), place, Layer.ALT_TEXT));
        facts.page(page, sorted.page.number());
        sorted.footers.forEach(line -> draft.paragraph(line.text(), place, Layer.FOOTER));
        images(sorted.page);
        gaps(sorted, place);
    }

    private void block(PdfBlock block, OptionalInt heading, List<Float> indents, Place place) {
        if (heading.isPresent()) {
            indents.clear();
            draft.heading(heading.getAsInt(), block.text(), place, Layer.BODY);
        } else if (block.item()) {
            draft.listItem(level(block.left(), indents), PdfBlocks.withoutBullet(block.text()), place, Layer.BODY);
        } else {
            indents.clear();
            draft.paragraph(block.text(), place, Layer.BODY);
        }
    }

    /// The level of a list entry among its neighbours, by how far it is indented.
    private static int level(float left, List<Float> indents) {
        while (!indents.isEmpty() && left < indents.getLast() - 3) {
            indents.removeLast();
        }
        if (indents.isEmpty() || left > indents.getLast() + 3) {
            indents.add(left);
        }
        return indents.size();
    }

    private void table(PdfTable table, Place place) {
        cells += table.cells().size();
        if (cells > limits.cells()) {
            draft.gap(Gap.Reason.LIMIT, place, "more table cells than are read");
            return;
        }
        DocumentDraft.TableDraft copy = draft.table("", place, Layer.BODY);
        int row = 0;
        for (PdfTable.Cell cell : table.cells()) {
            if (cell.row() != row) {
                copy.endRow();
                row = cell.row();
            }
            copy.cell(cell.row(), cell.column(), cell.rowSpan(), cell.columnSpan(), cell.text(), place, null, null);
        }
        copy.end();
    }

    private void images(PdfPage page) {
        for (Fact.Image image : page.images()) {
            if (images++ < MOST_IMAGES) {
                draft.fact(image);
            }
        }
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
        if (!page.damage().isEmpty()) {
            draft.gap(Gap.Reason.DAMAGED, place, page.damage());
        }
    }
}
