package dev.assay.lab.samples;

import dev.assay.lab.samples.Manuscript.Piece;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.poi.sl.usermodel.Placeholder;
import org.apache.poi.sl.usermodel.TableCell.BorderEdge;
import org.apache.poi.sl.usermodel.TextParagraph.TextAlign;
import org.apache.poi.util.Units;
import org.apache.poi.xslf.usermodel.SlideLayout;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFChart;
import org.apache.poi.xslf.usermodel.XSLFNotes;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTable;
import org.apache.poi.xslf.usermodel.XSLFTableCell;
import org.apache.poi.xslf.usermodel.XSLFTableRow;
import org.apache.poi.xslf.usermodel.XSLFTextBox;
import org.apache.poi.xslf.usermodel.XSLFTextParagraph;
import org.apache.poi.xslf.usermodel.XSLFTextRun;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import org.jspecify.annotations.Nullable;

/// Writes a manuscript as slides, one per first-level heading: title placeholders, native tables and charts,
/// speaker notes, slide numbers.
final class SlideWriter {
    private static final Color DARK = new Color(0x1F, 0x3D, 0x4D);
    private static final Color GREY = new Color(0x5F, 0x5F, 0x5F);
    private static final Color PALE = new Color(0xE4, 0xEC, 0xEF);
    private static final double LEFT = 48;
    private static final double WIDTH = 864;
    private static final String FONT = "Arial";

    private final XMLSlideShow show = new XMLSlideShow();
    private final Manuscript manuscript;
    private double top;

    private SlideWriter(Manuscript manuscript) {
        this.manuscript = manuscript;
    }

    static byte[] write(Manuscript manuscript) throws IOException {
        SlideWriter writer = new SlideWriter(manuscript);
        try (XMLSlideShow show = writer.show) {
            show.setPageSize(new Dimension(960, 540));
            Metadata.set(show.getProperties(), manuscript);
            writer.opening();
            for (List<Piece> chapter : manuscript.chapters()) {
                writer.slide(chapter);
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            show.write(bytes);
            return StoredZip.again(bytes.toByteArray());
        }
    }

    private XSLFSlide slide(SlideLayout layout) {
        return show.createSlide(show.getSlideMasters().getFirst().getLayout(layout));
    }

    private void opening() {
        XSLFSlide slide = slide(SlideLayout.TITLE);
        XSLFTextShape title = slide.getPlaceholder(0);
        title.setAnchor(new Rectangle2D.Double(LEFT, 150, WIDTH, 80));
        write(title.setText(manuscript.say("title")), 40, DARK, true);
        title.getTextParagraphs().getFirst().setTextAlign(TextAlign.LEFT);
        XSLFTextShape subtitle = slide.getPlaceholder(1);
        subtitle.setAnchor(new Rectangle2D.Double(LEFT, 235, WIDTH, 110));
        write(subtitle.setText(manuscript.say("subtitle")), 24, GREY, false);
        XSLFTextParagraph who = subtitle.addNewTextParagraph();
        XSLFTextRun run = who.addNewTextRun();
        run.setText(manuscript.say("client") + ". " + manuscript.say("author") + ", " + manuscript.say("date"));
        write(run, 16, GREY, false);
        subtitle.getTextParagraphs().forEach(paragraph -> paragraph.setTextAlign(TextAlign.LEFT));
        foot(slide);
    }

    private void slide(List<Piece> chapter) throws IOException {
        boolean listOnly =
                chapter.stream().noneMatch(piece -> piece instanceof Piece.Grid || piece instanceof Piece.Chart);
        XSLFSlide slide = slide(listOnly ? SlideLayout.TITLE_AND_CONTENT : SlideLayout.TITLE_ONLY);
        top = 112;
        XSLFTextShape list = listOnly ? slide.getPlaceholder(1) : null;
        if (list != null) {
            list.clearText();
            list.setAnchor(new Rectangle2D.Double(LEFT, top, WIDTH, 330));
        }
        for (Piece piece : chapter) {
            write(slide, list, piece);
        }
        foot(slide);
    }

    private void write(XSLFSlide slide, @Nullable XSLFTextShape list, Piece piece) throws IOException {
        switch (piece) {
            case Piece.Heading(int ignored, String text) -> heading(slide, text);
            case Piece.Bullet(String text) -> bullet(list == null ? listBelow(slide) : list, text);
            case Piece.Grid grid -> table(slide, grid);
            case Piece.Chart chart -> chart(slide, chart);
            case Piece.Note(String text) -> small(slide, text, 468, 28);
            case Piece.Spoken(String text) -> speak(slide, text);
            case Piece.Paragraph(String text) -> throw unknown(text);
            case Piece.Mark(String word) -> throw unknown(word);
        }
    }

    private static IllegalStateException unknown(String word) {
        return new IllegalStateException("A slide has no '" + word + "'");
    }

    private static void heading(XSLFSlide slide, String text) {
        XSLFTextShape title = slide.getPlaceholder(0);
        title.setAnchor(new Rectangle2D.Double(LEFT, 28, WIDTH, 70));
        write(title.setText(text), 26, DARK, true);
        title.getTextParagraphs().getFirst().setTextAlign(TextAlign.LEFT);
    }

    private XSLFTextShape listBelow(XSLFSlide slide) {
        XSLFTextBox box = slide.createTextBox();
        box.setAnchor(new Rectangle2D.Double(LEFT, top + 14, WIDTH, 30));
        top += 34;
        return box;
    }

    private static void bullet(XSLFTextShape list, String text) {
        XSLFTextParagraph paragraph = list.getTextParagraphs().size() == 1
                        && list.getTextParagraphs().getFirst().getTextRuns().isEmpty()
                ? list.getTextParagraphs().getFirst()
                : list.addNewTextParagraph();
        paragraph.setBullet(true);
        paragraph.setBulletCharacter("\u2022");
        paragraph.setLeftMargin(18.0);
        paragraph.setIndent(-18.0);
        paragraph.setSpaceAfter(-8.0);
        XSLFTextRun run = paragraph.addNewTextRun();
        run.setText(text);
        write(run, list instanceof XSLFTextBox ? 16 : 20, Color.BLACK, false);
    }

    private void table(XSLFSlide slide, Piece.Grid grid) {
        small(slide, grid.caption(), top, 24);
        top += 26;
        XSLFTable table = slide.createTable();
        table.setAnchor(
                new Rectangle2D.Double(LEFT, top, WIDTH, 30.0 * grid.rows().size()));
        for (int row = 0; row < grid.rows().size(); row++) {
            XSLFTableRow cells = table.addRow();
            cells.setHeight(30);
            for (String text : grid.rows().get(row)) {
                fill(cells.addCell(), text, row == 0, cells.getCells().size() == 1);
            }
        }
        int columns = grid.rows().getFirst().size();
        double first = columns > 4 ? WIDTH * 0.28 : WIDTH * 0.46;
        for (int column = 0; column < columns; column++) {
            table.setColumnWidth(column, column == 0 ? first : (WIDTH - first) / (columns - 1));
        }
        top += 30.0 * grid.rows().size();
    }

    private static void fill(XSLFTableCell cell, String text, boolean head, boolean label) {
        write(cell.setText(text), 14, Color.BLACK, head);
        cell.getTextParagraphs().getFirst().setTextAlign(label ? TextAlign.LEFT : TextAlign.RIGHT);
        cell.setBorderColor(BorderEdge.bottom, DARK);
        cell.setBorderWidth(BorderEdge.bottom, head ? 1.5 : 0.5);
        if (head) {
            cell.setFillColor(PALE);
        }
    }

    private void chart(XSLFSlide slide, Piece.Chart content) throws IOException {
        small(slide, content.caption(), top, 24);
        XSLFChart chart = show.createChart();
        Charts.draw(chart, content, manuscript);
        slide.addChart(
                chart,
                new Rectangle2D.Double(Units.toEMU(LEFT), Units.toEMU(top + 28), Units.toEMU(WIDTH), Units.toEMU(320)));
        top += 350;
    }

    private static void small(XSLFSlide slide, String text, double top, double height) {
        XSLFTextBox box = slide.createTextBox();
        box.setAnchor(new Rectangle2D.Double(LEFT, top, WIDTH, height));
        write(box.setText(text), 12, GREY, false);
    }

    private void foot(XSLFSlide slide) {
        XSLFTextBox box = slide.createTextBox();
        box.setPlaceholder(Placeholder.FOOTER);
        box.setAnchor(new Rectangle2D.Double(LEFT, 505, 700, 22));
        write(box.setText(manuscript.say("running") + ". " + manuscript.say("classification")), 10, GREY, false);
        XSLFTextBox number = slide.createTextBox();
        number.setPlaceholder(Placeholder.SLIDE_NUMBER);
        number.setAnchor(new Rectangle2D.Double(852, 505, 60, 22));
        number.clearText();
        var field = number.addNewTextParagraph().getXmlObject().addNewFld();
        field.setId("{5D2B7E61-3B0C-4B5E-9A3C-6F0D8B1F2A01}");
        field.setType("slidenum");
        field.addNewRPr().setSz(1000);
        field.setT(Integer.toString(slide.getSlideNumber()));
    }

    private void speak(XSLFSlide slide, String text) {
        XSLFNotes notes = show.getNotesSlide(slide);
        for (XSLFTextShape shape : notes.getPlaceholders()) {
            if (shape.getTextType() == Placeholder.BODY) {
                shape.setText(text);
            }
        }
    }

    private static void write(XSLFTextRun run, double size, Color colour, boolean bold) {
        run.setFontFamily(FONT);
        run.setFontSize(size);
        run.setFontColor(colour);
        run.setBold(bold);
    }
}
