package dev.assay.extract.slides;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.document.Block;
import dev.assay.document.Document;
import dev.assay.document.Layer;
import dev.assay.document.Place;
import dev.assay.extract.BlockLines;
import dev.assay.extract.PackageFixture;
import java.awt.Rectangle;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.sl.usermodel.Placeholder;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFComment;
import org.apache.poi.xslf.usermodel.XSLFShape;
import org.apache.poi.xslf.usermodel.XSLFSheet;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTable;
import org.apache.poi.xslf.usermodel.XSLFTextBox;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Opens the original at a place alone, with Apache POI, and finds there what was read.
final class SlidePlacesTest {
    @TempDir
    Path folder;

    @Test
    void placesOfEveryLayer_leadToTheQuote() throws IOException {
        Path file = made();
        Document document = BlockLines.read(new PresentationReader(), file);
        try (InputStream in = Files.newInputStream(file);
                XMLSlideShow opened = new XMLSlideShow(in)) {
            for (Block block : document.blocks()) {
                String found = at(opened, block);
                for (String line : document.text(block).split("[\n\t]", -1)) {
                    assertTrue(found.contains(line), block.layer() + " " + line + " in " + found);
                }
            }
        }
        assertEquals(
                List.of(
                        "BODY First words",
                        "MASTER On every slide",
                        "MASTER On some slides",
                        "BODY Second words",
                        "BODY North\t41 %",
                        "ALT_TEXT A box",
                        "FOOTER Confidential",
                        "HIDDEN Beside the slide",
                        "SPEAKER_NOTE Speak slowly",
                        "COMMENT Which base?",
                        "MASTER On no slide"),
                document.blocks().stream()
                        .map(block -> block.layer() + " " + document.text(block))
                        .toList());
    }

    private Path made() throws IOException {
        Path file = folder.resolve("places.pptx");
        try (XMLSlideShow show = new XMLSlideShow();
                OutputStream out = Files.newOutputStream(file)) {
            var master = show.getSlideMasters().getFirst();
            box(master, 20, "On every slide");
            box(master.getLayout("Blank"), 20, "On some slides");
            box(master.getLayout("Title Only"), 20, "On no slide");
            box(show.createSlide(master.getLayout("Blank")), 20, "First words");
            XSLFSlide second = show.createSlide(master.getLayout("Blank"));
            box(second, 20, "Second words");
            XSLFTable table = second.createTable(1, 2);
            table.setAnchor(new Rectangle(20, 200, 300, 40));
            table.getCell(0, 0).setText("North");
            table.getCell(0, 1).setText("41 %");
            XSLFTextBox footer = box(second, 500, "Confidential");
            footer.setPlaceholder(Placeholder.FOOTER);
            footer.setAnchor(new Rectangle(20, 500, 300, 20));
            box(second, 20, "Beside the slide").setAnchor(new Rectangle(2_000, 20, 300, 60));
            describe(box(second, 300, ""), "A box");
            for (XSLFTextShape shape : show.getNotesSlide(second).getPlaceholders()) {
                if (shape.getTextType() == Placeholder.BODY) {
                    shape.setText("Speak slowly");
                }
            }
            show.write(out);
        }
        comment(file);
        return file;
    }

    /// Adds what POI reads but does not write.
    private static void comment(Path file) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(file)) {
            Path part = zip.getPath("ppt/comments/comment1.xml");
            Files.createDirectories(part.getParent());
            Files.writeString(
                    part,
                    "<p:cmLst xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\"><p:cm"
                            + " authorId=\"0\" idx=\"1\"><p:pos x=\"1\" y=\"1\"/><p:text>Which"
                            + " base?</p:text></p:cm></p:cmLst>");
            replace(
                    zip.getPath("[Content_Types].xml"),
                    "</Types>",
                    "<Override PartName=\"/ppt/comments/comment1.xml\""
                        + " ContentType=\"application/vnd.openxmlformats-officedocument.presentationml.comments+xml\"/></Types>");
            replace(
                    zip.getPath("ppt/slides/_rels/slide2.xml.rels"),
                    "</Relationships>",
                    "<Relationship Id=\"rId99\" Type=\"" + PackageFixture.RELATIONSHIPS
                            + "/comments\" Target=\"../comments/comment1.xml\"/></Relationships>");
        }
    }

    private static void replace(Path part, String old, String by) throws IOException {
        Files.writeString(part, Files.readString(part).replace(old, by));
    }

    private static XSLFTextBox box(XSLFSheet sheet, int y, String text) {
        XSLFTextBox box = sheet.createTextBox();
        box.setAnchor(new Rectangle(20, y, 300, 60));
        box.setText(text);
        return box;
    }

    private static void describe(XSLFTextBox box, String description) {
        ((org.openxmlformats.schemas.presentationml.x2006.main.CTShape) box.getXmlObject())
                .getNvSpPr()
                .getCNvPr()
                .setDescr(description);
    }

    private static String at(XMLSlideShow show, Block block) {
        if (block.place() instanceof Place.Part part) {
            return part(show, part.path());
        }
        Place.Slide place = (Place.Slide) block.place();
        XSLFSlide slide = show.getSlides().get(place.slide() - 1);
        List<? extends XSLFSheet> sheets = switch (block.layer()) {
            case SPEAKER_NOTE -> List.of(slide.getNotes());
            case MASTER ->
                List.of(slide.getSlideLayout(), slide.getSlideLayout().getSlideMaster());
            default -> List.of(slide);
        };
        StringBuilder found = new StringBuilder();
        if (block.layer() == Layer.COMMENT) {
            slide.getComments().stream().map(XSLFComment::getText).forEach(found::append);
        }
        for (XSLFSheet sheet : sheets) {
            sheet.getShapes().stream()
                    .filter(shape -> shape.getShapeName().equals(place.shape()))
                    .forEach(shape -> found.append(block.layer() == Layer.ALT_TEXT ? description(shape) : text(shape)));
        }
        return found.toString();
    }

    private static String part(XMLSlideShow show, String path) {
        List<String> found = new ArrayList<>();
        for (var master : show.getSlideMasters()) {
            for (var layout : master.getSlideLayouts()) {
                PackagePart part = layout.getPackagePart();
                if (part.getPartName().getName().equals("/" + path)) {
                    layout.getShapes().forEach(shape -> found.add(text(shape)));
                }
            }
        }
        return String.join(" ", found);
    }

    private static String description(XSLFShape shape) {
        return ((org.openxmlformats.schemas.presentationml.x2006.main.CTShape) shape.getXmlObject())
                .getNvSpPr()
                .getCNvPr()
                .getDescr();
    }

    private static String text(XSLFShape shape) {
        return switch (shape) {
            case XSLFTextShape box -> box.getText();
            case XSLFTable table ->
                table.getCell(0, 0).getText() + table.getCell(0, 1).getText();
            default -> "";
        };
    }
}
