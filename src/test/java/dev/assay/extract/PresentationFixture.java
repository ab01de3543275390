package dev.assay.extract;

import dev.assay.document.Block;
import dev.assay.document.Document;
import dev.assay.document.Fact;
import dev.assay.document.Layer;
import dev.assay.document.Place;
import java.awt.Rectangle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.apache.poi.sl.usermodel.Placeholder;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTable;
import org.apache.poi.xslf.usermodel.XSLFTextParagraph;
import org.apache.poi.xslf.usermodel.XSLFTextRun;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import org.jspecify.annotations.Nullable;

/// Writes a document as `.pptx`: a slide for each that it numbers and for each heading, titles and text in
/// their placeholders, tables native, speaker notes on the notes page.
final class PresentationFixture {
    private final Document document;
    private final XMLSlideShow show;
    private @Nullable XSLFSlide slide;
    private @Nullable XSLFTextShape body;
    private boolean started;

    private PresentationFixture(Document document, XMLSlideShow show) {
        this.document = document;
        this.show = show;
    }

    static byte[] write(Document document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XMLSlideShow show = new XMLSlideShow()) {
            PresentationFixture fixture = new PresentationFixture(document, show);
            document.blocks().forEach(fixture::write);
            document.facts(Fact.Count.class).forEach(count -> fixture.fill(count.count()));
            fixture.slide();
            for (Fact fact : document.facts()) {
                fixture.write(fact);
            }
            show.write(out);
        }
        return out.toByteArray();
    }

    private void write(Block block) {
        if (block.place() instanceof Place.Slide at) {
            fill(at.slide());
        }
        if (block.layer() == Layer.SPEAKER_NOTE) {
            note(document.text(block));
            return;
        }
        if (block.layer() != Layer.BODY) {
            throw FixtureFormat.unfit(block.layer());
        }
        switch (block) {
            case Block.Heading heading -> title(document.text(heading));
            case Block.Paragraph paragraph -> paragraph(paragraph).setBullet(false);
            case Block.ListItem item -> paragraph(item).setIndentLevel(item.level() - 1);
            case Block.Table table -> table(table);
        }
        started = true;
    }

    private void write(Fact fact) throws IOException {
        if (fact instanceof Fact.Hidden hidden
                && hidden.kind() == Fact.Hidden.Kind.SLIDE
                && hidden.place() instanceof Place.Slide at) {
            show.getSlides().get(at.slide() - 1).setHidden(true);
        } else if (!(fact instanceof Fact.Count) && !(fact instanceof Fact.Font) && !PackageFacts.write(show, fact)) {
            throw FixtureFormat.unfit(fact);
        }
    }

    private void fill(int slides) {
        while (show.getSlides().size() < slides) {
            open();
        }
    }

    private void open() {
        slide = show.createSlide();
        body = null;
        started = false;
    }

    private XSLFSlide slide() {
        if (slide == null) {
            open();
        }
        return Objects.requireNonNull(slide);
    }

    private void title(String title) {
        if (started) {
            open();
        }
        placeholder(Placeholder.TITLE).setText(title);
    }

    private XSLFTextParagraph paragraph(Block block) {
        if (body == null) {
            body = placeholder(Placeholder.BODY);
            body.clearText();
        }
        XSLFTextParagraph paragraph = body.addNewTextParagraph();
        XSLFTextRun run = paragraph.addNewTextRun();
        run.setText(document.text(block));
        document.facts(Fact.Font.class).forEach(font -> run.setFontFamily(font.name()));
        return paragraph;
    }

    private XSLFTextShape placeholder(Placeholder type) {
        XSLFTextShape shape = slide().createAutoShape();
        shape.setPlaceholder(type);
        shape.setAnchor(type == Placeholder.TITLE ? new Rectangle(30, 20, 640, 60) : new Rectangle(30, 90, 640, 120));
        return shape;
    }

    private void table(Block.Table table) {
        int columns =
                table.rows().stream().mapToInt(row -> row.cells().size()).max().orElse(1);
        XSLFTable made = slide().createTable(table.rows().size(), columns);
        made.setAnchor(new Rectangle(30, 220, 640, 200));
        for (int row = 0; row < table.rows().size(); row++) {
            List<Block.Cell> cells = table.rows().get(row).cells();
            for (int column = 0; column < cells.size(); column++) {
                made.getCell(row, column)
                        .setText(document.text(cells.get(column).span()));
            }
        }
    }

    private void note(String text) {
        for (XSLFTextShape shape : show.getNotesSlide(slide()).getPlaceholders()) {
            if (shape.getTextType() == Placeholder.BODY) {
                shape.setText(text);
            }
        }
    }
}
