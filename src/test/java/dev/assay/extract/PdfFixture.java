package dev.assay.extract;

import dev.assay.document.Block;
import dev.assay.document.Document;
import dev.assay.document.Fact;
import dev.assay.document.Gap;
import dev.assay.document.Layer;
import dev.assay.document.Place;
import dev.assay.document.Span;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.jspecify.annotations.Nullable;

/// Writes a document as PDF without structure: headings by type size, entries by bullets, ruled tables, and a
/// picture of a page where the document says that a page has no text.
final class PdfFixture implements AutoCloseable {
    private static final float LEFT = 72;
    private static final float TOP = 770;
    private static final float BOTTOM = 80;
    private static final float WIDTH = 450;
    private static final float BODY_SIZE = 11;
    private static final float ROW = 18;

    private final Document document;
    private final PDDocument pdf;
    private final PDFont font;
    private @Nullable PDPageContentStream page;
    private float y;

    /// What all text is set in, embedded.
    static final String FONT = "LiberationSans";

    private final List<Span> covered = new ArrayList<>();

    private PdfFixture(Document document, PDDocument pdf) throws IOException {
        this.document = document;
        this.pdf = pdf;
        try (InputStream file =
                PDFont.class.getResourceAsStream("/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf")) {
            this.font = PDType0Font.load(pdf, Objects.requireNonNull(file));
        }
    }

    static byte[] write(Document document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument pdf = new PDDocument()) {
            try (PdfFixture fixture = new PdfFixture(document, pdf)) {
                fixture.writeAll();
            }
            for (Fact fact : document.facts()) {
                PdfFixtureFacts.write(pdf, fact);
            }
            pdf.save(out);
        }
        return out.toByteArray();
    }

    private void writeAll() throws IOException {
        covered.addAll(document.facts(Fact.CoveredText.class)
                .map(Fact.CoveredText::span)
                .toList());
        for (Block block : document.blocks()) {
            if (block.layer() != Layer.BODY) {
                throw FixtureFormat.unfit(block.layer());
            }
            if (block.place() instanceof Place.Page at) {
                fill(at.page());
            }
            write(block);
        }
        for (Gap gap : document.gaps()) {
            scan(gap);
        }
        fill(document.facts(Fact.Count.class)
                .mapToInt(Fact.Count::count)
                .findFirst()
                .orElse(1));
    }

    private void fill(int pages) throws IOException {
        while (pdf.getNumberOfPages() < pages) {
            open();
        }
    }

    private PDPageContentStream open() throws IOException {
        close();
        PDPage next = new PDPage(PDRectangle.A4);
        pdf.addPage(next);
        y = TOP;
        page = new PDPageContentStream(pdf, next);
        return page;
    }

    private PDPageContentStream room(float height) throws IOException {
        return page == null || y - height < BOTTOM ? open() : page;
    }

    private void scan(Gap gap) throws IOException {
        if (gap.reason() != Gap.Reason.NO_TEXT || !(gap.place() instanceof Place.Page at)) {
            throw FixtureFormat.unfit(gap);
        }
        fill(at.page());
        BufferedImage picture = new BufferedImage(300, 400, BufferedImage.TYPE_BYTE_GRAY);
        room(0).drawImage(LosslessFactory.createFromImage(pdf, picture), LEFT, BOTTOM, WIDTH, TOP - BOTTOM);
    }

    private void write(Block block) throws IOException {
        switch (block) {
            case Block.Heading heading -> text(document.text(heading), LEFT, Math.max(13, 22 - 3 * heading.level()));
            case Block.Paragraph paragraph -> {
                text(document.text(paragraph), LEFT, BODY_SIZE);
                cover(paragraph);
            }
            case Block.ListItem item -> text("\u2022 " + document.text(item), LEFT + 14 * item.level(), BODY_SIZE);
            case Block.Table table -> table(table);
        }
        y -= BODY_SIZE;
    }

    /// Draws a black box over covered words of a paragraph of one line.
    private void cover(Block.Paragraph paragraph) throws IOException {
        for (Span span : covered) {
            if (paragraph.span().contains(span)) {
                String before = document.text().substring(paragraph.span().start(), span.start());
                PDPageContentStream content = room(0);
                content.addRect(
                        LEFT + width(before, BODY_SIZE), y - 3, width(document.text(span), BODY_SIZE), BODY_SIZE + 2);
                content.fill();
            }
        }
    }

    private void text(String text, float x, float size) throws IOException {
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (!line.isEmpty() && width(line + " " + word, size) > LEFT + WIDTH - x) {
                line(line.toString(), x, size);
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        line(line.toString(), x, size);
    }

    private void line(String words, float x, float size) throws IOException {
        PDPageContentStream content = room(size * 1.3f);
        y -= size * 1.3f;
        show(content, words, x, y, size);
    }

    private void show(PDPageContentStream content, String words, float x, float baseline, float size)
            throws IOException {
        content.beginText();
        content.setFont(font, size);
        content.newLineAtOffset(x, baseline);
        content.showText(words);
        content.endText();
    }

    private float width(String words, float size) throws IOException {
        return font.getStringWidth(words) / 1000 * size;
    }

    private void table(Block.Table table) throws IOException {
        float height = ROW * table.rows().size();
        PDPageContentStream content = room(height);
        List<Float> edges = edges(table);
        for (int row = 0; row < table.rows().size(); row++) {
            List<Block.Cell> cells = table.rows().get(row).cells();
            for (int column = 0; column < cells.size(); column++) {
                String words = document.text(cells.get(column).span());
                show(content, words, edges.get(column) + 5, y - ROW * row - 13, BODY_SIZE);
            }
        }
        for (int row = 0; row <= table.rows().size(); row++) {
            rule(content, LEFT, y - ROW * row, edges.getLast(), y - ROW * row);
        }
        for (float edge : edges) {
            rule(content, edge, y, edge, y - height);
        }
        y -= height;
    }

    private List<Float> edges(Block.Table table) throws IOException {
        List<Float> widths = new ArrayList<>();
        for (Block.Row row : table.rows()) {
            for (Block.Cell cell : row.cells()) {
                float width = width(document.text(cell.span()), BODY_SIZE) + 14;
                if (widths.size() <= cell.column()) {
                    widths.add(width);
                } else {
                    widths.set(cell.column(), Math.max(width, widths.get(cell.column())));
                }
            }
        }
        List<Float> edges = new ArrayList<>(List.of(LEFT));
        widths.forEach(width -> edges.add(edges.getLast() + width));
        return edges;
    }

    private static void rule(PDPageContentStream content, float fromX, float fromY, float toX, float toY)
            throws IOException {
        content.setLineWidth(0.6f);
        content.moveTo(fromX, fromY);
        content.lineTo(toX, toY);
        content.stroke();
    }

    @Override
    public void close() throws IOException {
        if (page != null) {
            page.close();
            page = null;
        }
    }
}
