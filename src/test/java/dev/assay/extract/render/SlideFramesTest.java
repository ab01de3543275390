package dev.assay.extract.render;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.Fixture;
import dev.assay.Payloads;
import dev.assay.document.Document;
import dev.assay.document.Extraction;
import dev.assay.document.Fact;
import dev.assay.document.Layer;
import dev.assay.document.Place;
import dev.assay.document.Span;
import dev.assay.extract.BlockLines;
import dev.assay.extract.ChartFixture;
import dev.assay.extract.PackageFixture;
import dev.assay.extract.draft.DocumentDraft;
import dev.assay.extract.render.Rendering.Box;
import dev.assay.extract.slides.PresentationReader;
import dev.assay.extract.slides.ShapeBox;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Slides as positioned frames, written exactly.
final class SlideFramesTest {
    private static final Pattern TAG = Pattern.compile("<(/?[A-Za-z]+)");

    @TempDir
    Path folder;

    private final DocumentDraft draft = new DocumentDraft();
    private final Geometry geometry = new Geometry();

    private void shape(String name, double x, double y, double width, double height, ShapeBox.Role role, int from) {
        shape(name, x, y, width, height, role, from, true);
    }

    private void shape(
            String name, double x, double y, double width, double height, ShapeBox.Role role, int from, boolean seen) {
        double size = role == ShapeBox.Role.TITLE ? 28 : 0;
        geometry.shape(new ShapeBox(2, name, x, y, width, height, size, new Span(from, draft.length()), role, seen));
    }

    /// The second of three slides, with one of everything.
    private Document deck(String text) {
        geometry.slide(1, 720, 540);
        draft.paragraph("other slide", new Place.Slide(1, "Box"), Layer.BODY);
        geometry.slide(2, 720, 540);
        int from = draft.length();
        draft.heading(1, text + " head", at("Title 1"), Layer.BODY);
        shape("Title 1", 36, 20, 648, 60, ShapeBox.Role.TITLE, from);
        from = draft.length();
        draft.listItem(1, text + " point", at("Body 2"), Layer.BODY);
        draft.listItem(2, "inner point", at("Body 2"), Layer.BODY);
        shape("Body 2", 36, 100, 300, 200, ShapeBox.Role.TEXT, from);
        from = draft.length();
        var table = draft.table("Table 3", at("Table 3"), Layer.BODY);
        table.cell(0, 0, 1, 2, text + " wide", at("Table 3"), null, null);
        table.endRow();
        table.cell(1, 0, 1, 1, "a", at("Table 3"), null, null);
        table.cell(1, 1, 1, 1, "12", at("Table 3"), "12", null);
        table.end();
        shape("Table 3", 360, 100, 300, 200, ShapeBox.Role.TEXT, from);
        from = draft.length();
        draft.paragraph("what it shows", at("Picture 4"), Layer.ALT_TEXT);
        shape("Picture 4", 36, 320.5, 300, 180, ShapeBox.Role.PICTURE, from);
        draft.fact(new Fact.Image("image1.png", 640, 480, 300, 180, "what it shows", at("Picture 4")));
        from = draft.length();
        draft.paragraph("beside the slide", at("Off 5"), Layer.HIDDEN);
        shape("Off 5", 900, 100, 100, 50, ShapeBox.Role.TEXT, from, false);
        draft.paragraph(text + " note", at("Notes 1"), Layer.SPEAKER_NOTE);
        draft.paragraph("please mend", at(""), Layer.COMMENT);
        geometry.slide(3, 720, 540);
        draft.paragraph("last slide", new Place.Slide(3, "Box"), Layer.BODY);
        return draft.finish("text/test", "test");
    }

    private static Place at(String shape) {
        return new Place.Slide(2, shape);
    }

    @Test
    void slide_isSeenAsItStands_withWhatIsNotSeenBelow() throws IOException {
        Drawing drawing = Drawing.of(folder, deck("Sales"), geometry, List.of(Want.of("inner"), Want.of("wide")));
        Fixture.compare("render/slide.html", drawing.html());
        assertEquals(new Place.Slide(2, ""), drawing.frames().getFirst().place());
        assertEquals(600, drawing.frames().getFirst().height());
        assertEquals(List.of(new Box(0.05, 0.18519, 0.41667, 0.37037)), drawing.boxes(0));
        assertEquals(List.of(new Box(0.5, 0.18519, 0.41667, 0.37037)), drawing.boxes(1));
        assertEquals(
                "Slide 2, Table 3, marked: \u201Cwide\u201D", drawing.shown(1).alternative());
    }

    @Test
    void onlySlidesThatAreAskedFor_areDrawn() throws IOException {
        Drawing drawing = Drawing.of(
                folder,
                deck("Sales"),
                geometry,
                List.of(Want.of("last slide"), Want.of("other slide"), Want.of(new Place.Slide(3, ""))));
        assertEquals(
                List.of(new Place.Slide(1, ""), new Place.Slide(3, "")),
                drawing.frames().stream().map(Rendering.Frame::place).toList());
        assertEquals(List.of("frame-0001.html", "frame-0002.html"), drawing.files());
        assertEquals(1, drawing.shown(2).sights().getFirst().frame());
    }

    @Test
    void notesCommentsAndHiddenShapes_areMarkedBelow() throws IOException {
        Drawing drawing = Drawing.of(
                folder,
                deck("Sales"),
                geometry,
                List.of(
                        Want.of("Sales note"),
                        Want.of("mend"),
                        Want.of("beside"),
                        Want.of("what it shows"),
                        Want.of(at("Table 3"))));
        String html = drawing.html();
        assertTrue(html.contains("<span class=\"layer\">Speaker note</span> <mark data-want=\"0\">"), html);
        assertTrue(
                html.contains("<span class=\"layer\">Comment</span> please <mark data-want=\"1\">mend</mark>"), html);
        assertTrue(html.contains("<span class=\"layer\">Hidden</span> <mark data-want=\"2\">beside</mark>"), html);
        assertTrue(
                html.contains(
                        "<span class=\"layer\">Alternative text</span> <mark data-want=\"3\">what it shows</mark>"),
                html);
        assertTrue(html.contains("<mark data-want=\"4\">12</mark>"), html);
        assertEquals(List.of(), drawing.boxes(0));
        assertEquals(1, drawing.boxes(3).size());
    }

    @Test
    void strangeSizes_giveNoStrangeMarkup() throws IOException {
        geometry.slide(1, Double.NaN, -5);
        int from = draft.length();
        draft.paragraph("text", new Place.Slide(1, "a"), Layer.BODY);
        geometry.shape(new ShapeBox(
                1, "a", -1e30, Double.NaN, 1e300, 1e-9, 0, new Span(from, draft.length()), ShapeBox.Role.TEXT, true));
        geometry.shape(new ShapeBox(
                1, "b", 0, 0, Double.POSITIVE_INFINITY, Double.NaN, 1e9, new Span(0, 0), ShapeBox.Role.PICTURE, true));
        Drawing drawing = Drawing.of(folder, draft.finish("t", "t"), geometry, List.of(Want.of("text")));
        assertTrue(drawing.html().contains("<mark data-want=\"0\">text</mark>"), drawing.html());
        Box box = drawing.boxes(0).getFirst();
        assertTrue(box.x() >= 0 && box.x() + box.width() <= 1 && box.y() >= 0, box.toString());
    }

    @Test
    void payloads_stayTextWhereverTheyStand() throws IOException {
        List<String> harmless = structure("plain text");
        assertAll(Payloads.ALL.stream().map(payload -> () -> assertEquals(harmless, structure(payload), payload)));
    }

    private List<String> structure(String text) throws IOException {
        SlideFramesTest other = new SlideFramesTest();
        Document document = other.deck(text);
        String html = Drawing.of(folder, document, other.geometry, List.of(Want.of(at("Body 2"))))
                .html();
        return TAG.matcher(html).results().map(tag -> tag.group(1)).toList();
    }

    @Test
    void realFile_tellsWhereItsShapesStand() throws IOException {
        String shapes = """
            <p:sp><p:nvSpPr><p:cNvPr id="2" name="Title 1"/><p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr>\
            <p:spPr><a:xfrm><a:off x="457200" y="274638"/><a:ext cx="8229600" cy="1143000"/></a:xfrm></p:spPr>\
            <p:txBody><a:p><a:r><a:t>Shares</a:t></a:r></a:p></p:txBody></p:sp>\
            <p:grpSp><p:nvGrpSpPr><p:cNvPr id="5" name="Group 4"/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>\
            <a:off x="914400" y="2743200"/><a:ext cx="1828800" cy="914400"/>\
            <a:chOff x="0" y="0"/><a:chExt cx="914400" cy="914400"/></a:xfrm></p:grpSpPr>\
            <p:sp><p:nvSpPr><p:cNvPr id="6" name="Inner 5"/></p:nvSpPr><p:spPr><a:xfrm><a:off x="457200" y="457200"/>\
            <a:ext cx="457200" cy="457200"/></a:xfrm></p:spPr><p:txBody><a:p><a:r><a:t>grouped</a:t></a:r></a:p></p:txBody></p:sp>\
            </p:grpSp>\
            <p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="7" name="Chart 6"/></p:nvGraphicFramePr>\
            <p:xfrm><a:off x="4572000" y="2743200"/><a:ext cx="3657600" cy="2743200"/></p:xfrm>\
            <a:graphic><a:graphicData><c:chart r:id="rId5"/></a:graphicData></a:graphic></p:graphicFrame>\
            """;
        Path file = PackageFixture.slide("", shapes)
                .relate("ppt/slides/slide1.xml", "rId5", "chart", "../charts/chart1.xml")
                .element("ppt/charts/chart1.xml", "c:chartSpace", ChartFixture.CHART)
                .write(folder.resolve("deck.pptx"));
        List<Want> wants = List.of(Want.of("grouped"), Want.of("South"));
        Document document = read(file, geometry);
        assertEquals(BlockLines.read(new PresentationReader(), file), document);
        Drawing drawing = Drawing.of(folder, document, geometry, wants);
        assertEquals(1, drawing.frames().size());
        // 1.5 and 3.5 inches from the edges of a slide of 10 by 7.5 inches, the group doubled in width.
        assertEquals(List.of(new Box(0.2, 0.46667, 0.1, 0.06667)), drawing.boxes(0));
        assertEquals(List.of(new Box(0.5, 0.4, 0.4, 0.4)), drawing.boxes(1));
        String html = drawing.html();
        assertTrue(
                html.contains("<foreignObject x=\"36\" y=\"21.63\" width=\"648\" height=\"90\" font-size=\"32\">"),
                html);
        assertTrue(html.contains("<mark data-want=\"1\">South</mark>"), html);
        assertFalse(html.contains("other slide"), html);
        Geometry again = new Geometry();
        assertEquals(html, Drawing.of(folder, read(file, again), again, wants).html());
    }

    private static Document read(Path file, Geometry geometry) throws IOException {
        return assertInstanceOf(Extraction.Extracted.class, new PresentationReader().read(file, "test/type", geometry))
                .document();
    }
}
