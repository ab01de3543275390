package dev.assay.extract.slides;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.document.Document;
import dev.assay.document.Fact;
import dev.assay.document.Gap;
import dev.assay.document.Place;
import dev.assay.extract.BlockLines;
import dev.assay.extract.ChartFixture;
import dev.assay.extract.PackageFixture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PresentationReaderTest {
    private static final String MAIN = "ppt/presentation.xml";
    private static final String SLIDE = "ppt/slides/slide1.xml";
    private static final Place FIRST = new Place.Slide(1, "");

    @TempDir
    Path folder;

    @Test
    void slides_comeInTheOrderOfThePresentation() throws IOException {
        PackageFixture fixture = PackageFixture.slide("", shape("A", "", 0, 0, "first file"))
                .element(
                        "ppt/slides/slide9.xml",
                        "p:sld",
                        "<p:cSld><p:spTree>" + shape("B", "", 0, 0, "second file") + "</p:spTree></p:cSld>")
                .relate(MAIN, "rId9", "slide", "slides/slide9.xml")
                .element(
                        MAIN,
                        "p:presentation",
                        "<p:sldIdLst><p:sldId id=\"9\" r:id=\"rId9\"/><p:sldId id=\"1\" r:id=\"rId1\"/><p:sldId"
                                + " id=\"2\" r:id=\"rId7\"/></p:sldIdLst>");
        Document document = read(fixture);
        assertEquals(
                List.of("paragraph BODY 1/B: second file", "paragraph BODY 2/A: first file"), BlockLines.of(document));
        assertEquals(
                List.of(new Fact.Count(Fact.Count.Unit.SLIDES, 3)),
                document.facts(Fact.Count.class).toList());
        assertEquals(
                List.of(new Gap(Gap.Reason.DAMAGED, new Place.Slide(3, ""), "The relationship rId7 is missing.")),
                document.gaps());
    }

    @Test
    void shapes_comeTitleFirstThenDownAndAcross() throws IOException {
        assertOutline(
                shape("right", "", 5_000_000, 2_000_000, "2 right")
                        + shape("low", "", 0, 4_000_000, "3 low")
                        + shape("left", "", 100_000, 2_050_000, "1 left")
                        + shape("Title 1", "<p:ph type=\"ctrTitle\"/>", 0, 6_000_000, "Share of market")
                        + shape("number", "<p:ph type=\"sldNum\" idx=\"12\"/>", 8_000_000, 6_400_000, "1"),
                "heading1 BODY 1/Title 1: Share of market",
                "paragraph BODY 1/left: 1 left",
                "paragraph BODY 1/right: 2 right",
                "paragraph BODY 1/low: 3 low",
                "paragraph FOOTER 1/number: 1");
    }

    @Test
    void groups_areMovedAndScaled() throws IOException {
        String group = "<p:grpSp><p:nvGrpSpPr><p:cNvPr id=\"5\" name=\"G\" descr=\"a"
                + " group\"/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x=\"0\" y=\"3000000\"/><a:ext cx=\"2000000\""
                + " cy=\"2000000\"/><a:chOff x=\"0\" y=\"0\"/><a:chExt cx=\"1000000\""
                + " cy=\"1000000\"/></a:xfrm></p:grpSpPr>"
                + shape("inner", "", 0, 500_000, "at 4,000,000")
                + "</p:grpSp>";
        assertOutline(
                group + shape("above", "", 0, 3_700_000, "above") + shape("below", "", 0, 4_300_000, "below"),
                "paragraph BODY 1/above: above",
                "paragraph BODY 1/inner: at 4,000,000",
                "paragraph BODY 1/below: below",
                "paragraph ALT_TEXT 1/G: a group");
    }

    @Test
    void placeholders_takePositionAndBulletsFromLayoutAndMaster() throws IOException {
        String body = "<p:sp><p:nvSpPr><p:cNvPr id=\"3\" name=\"Body\"/><p:nvPr><p:ph"
                + " idx=\"1\"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:p><a:r><a:t>one</a:t></a:r></a:p><a:p><a:pPr"
                + " lvl=\"1\"/><a:r><a:t>two</a:t></a:r></a:p><a:p><a:pPr"
                + " lvl=\"2\"/><a:r><a:t>three</a:t></a:r></a:p>"
                + "<a:p><a:pPr><a:buNone/></a:pPr><a:r><a:t>plain</a:t></a:r></a:p></p:txBody></p:sp>";
        PackageFixture fixture = PackageFixture.slide("", body + shape("box", "", 0, 1_000_000, "above"))
                .relate(SLIDE, "rId1", "slideLayout", "../slideLayouts/slideLayout1.xml")
                .relate("ppt/slideLayouts/slideLayout1.xml", "rId1", "slideMaster", "../slideMasters/slideMaster1.xml")
                .element(
                        "ppt/slideLayouts/slideLayout1.xml",
                        "p:sldLayout",
                        "<p:cSld><p:spTree>"
                                + shape("L", "<p:ph idx=\"1\"/>", 0, 2_000_000, "Click to edit")
                                        .replace(
                                                "<p:txBody>",
                                                "<p:txBody><a:lstStyle><a:lvl3pPr><a:buNone/></a:lvl3pPr></a:lstStyle>")
                                + "</p:spTree></p:cSld>")
                .element(
                        "ppt/slideMasters/slideMaster1.xml",
                        "p:sldMaster",
                        "<p:txStyles><p:bodyStyle><a:lvl1pPr><a:buChar char=\"-\"/></a:lvl1pPr><a:lvl2pPr><a:buChar"
                                + " char=\"-\"/></a:lvl2pPr><a:lvl3pPr><a:buChar"
                                + " char=\"-\"/></a:lvl3pPr></p:bodyStyle></p:txStyles>");
        assertEquals(
                List.of(
                        "paragraph BODY 1/box: above",
                        "item1 BODY 1/Body: one",
                        "item2 BODY 1/Body: two",
                        "paragraph BODY 1/Body: three",
                        "paragraph BODY 1/Body: plain"),
                BlockLines.of(read(fixture)));
    }

    @Test
    void tablesChartsAndDiagrams_areRead() throws IOException {
        String table =
                "<a:tbl><a:tr><a:tc gridSpan=\"2\"><a:txBody><a:p><a:r><a:t>Head</a:t></a:r></a:p></a:txBody></a:tc>"
                        + "<a:tc hMerge=\"1\"><a:txBody><a:p/></a:txBody></a:tc></a:tr><a:tr>" + cell("a") + cell("b")
                        + "</a:tr></a:tbl>";
        PackageFixture fixture = PackageFixture.slide(
                        "",
                        frame("Table 3", 0, table)
                                + frame("Chart 4", 1_000_000, "<c:chart r:id=\"rId5\"/>")
                                + frame("Diagram 5", 2_000_000, "<dgm:relIds r:dm=\"rId6\"/>"))
                .relate(SLIDE, "rId5", "chart", "../charts/chart1.xml")
                .relate(SLIDE, "rId6", "diagramData", "../diagrams/data1.xml")
                .element("ppt/charts/chart1.xml", "c:chartSpace", ChartFixture.CHART)
                .element(
                        "ppt/diagrams/data1.xml",
                        "dgm:dataModel",
                        "<dgm:ptLst><dgm:pt><dgm:prSet/><dgm:t><a:p><a:r><a:t>Plan</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:ptLst>");
        assertEquals(
                List.of(
                        "table BODY 1/Table 3: Table 3",
                        "| 0,0(1x2) Head |",
                        "| 1,0 a | 1,1 b |",
                        "table BODY 1/Chart 4: Chart: Share",
                        "| 0,0(1x3) Share |",
                        "| 1,0  | 1,1 2025 | 1,2 2026 |",
                        "| 2,0 North | 2,1 40% ~0.4 | 2,2 41% ~0.41 |",
                        "| 3,0 South | 3,1 60% ~0.6 | 3,2  |",
                        "paragraph BODY 1/Chart 4: Regions",
                        "paragraph BODY 1/Diagram 5: Plan"),
                BlockLines.of(read(fixture)));
    }

    @Test
    void notesAndComments_haveTheirLayers() throws IOException {
        PackageFixture fixture = PackageFixture.slide("", shape("A", "", 0, 0, "text"))
                .relate(SLIDE, "rId2", "notesSlide", "../notesSlides/notesSlide1.xml")
                .relate(SLIDE, "rId3", "comments", "../comments/comment1.xml")
                .relate(SLIDE, "rId4", "comments", "../comments/modern.xml")
                .element(
                        "ppt/notesSlides/notesSlide1.xml",
                        "p:notes",
                        "<p:cSld><p:spTree>" + shape("Notes 2", "<p:ph type=\"body\" idx=\"1\"/>", 0, 0, "say this")
                                + shape("Number 3", "<p:ph type=\"sldNum\"/>", 0, 0, "1") + "</p:spTree></p:cSld>")
                .element("ppt/comments/comment1.xml", "p:cmLst", "<p:cm authorId=\"0\"><p:text>old</p:text></p:cm>")
                .xml("ppt/comments/modern.xml", """
                    <q:cmLst xmlns:q="http://schemas.microsoft.com/office/powerpoint/2018/8/main" \
                    xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><q:cm><q:txBody><a:p><a:r><a:t>new</a:t></a:r></a:p>\
                    </q:txBody></q:cm></q:cmLst>\
                    """);
        assertEquals(
                List.of(
                        "paragraph BODY 1/A: text",
                        "paragraph SPEAKER_NOTE 1/Notes 2: say this",
                        "paragraph COMMENT 1/: old",
                        "paragraph COMMENT 1/: new"),
                BlockLines.of(read(fixture)));
    }

    @Test
    void hiddenSlide_liesInTheHiddenLayer() throws IOException {
        Document document = read(PackageFixture.slide(
                "show=\"0\"",
                shape("Title 1", "<p:ph type=\"title\"/>", 0, 0, "Secret") + shape("A", "", 0, 1, "plan")));
        assertEquals(
                List.of("heading1 HIDDEN 1/Title 1: Secret", "paragraph HIDDEN 1/A: plan"), BlockLines.of(document));
        assertEquals(
                List.of(new Fact.Hidden(Fact.Hidden.Kind.SLIDE, "", FIRST)),
                document.facts(Fact.Hidden.class).toList());
    }

    @Test
    void hiddenAndOffShapeBoxes_areTold() throws IOException {
        Document document = read(PackageFixture.slide(
                "",
                shape("off", "", 9_200_000, 0, "beside")
                        + shape("hid", "", 0, 0, "unseen").replace("id=\"7\"", "id=\"7\" hidden=\"1\"")
                        + shape("edge", "", 9_000_000, 100, "half")
                        + shape("empty", "", -5_000_000, 0, "")));
        assertEquals(
                List.of(
                        "paragraph BODY 1/edge: half",
                        "paragraph HIDDEN 1/hid: unseen",
                        "paragraph HIDDEN 1/off: beside"),
                BlockLines.of(document));
        assertEquals(
                List.of(
                        new Fact.Hidden(Fact.Hidden.Kind.SHAPE, "", new Place.Slide(1, "hid")),
                        new Fact.Hidden(Fact.Hidden.Kind.OFF_SLIDE_SHAPE, "", new Place.Slide(1, "off"))),
                document.facts(Fact.Hidden.class).toList());
    }

    @Test
    void pictureSlide_isAGapWithItsImageAndDescription() throws IOException {
        Document document = read(PackageFixture.slide("", """
            <p:pic><p:nvPicPr><p:cNvPr id="4" name="Picture 3" descr="a scan"><a:hlinkClick r:id="rId8"/></p:cNvPr></p:nvPicPr>\
            <p:blipFill><a:blip r:embed="rId7"/></p:blipFill><p:spPr><a:xfrm><a:off x="0" y="0"/>\
            <a:ext cx="1905000" cy="952500"/></a:xfrm></p:spPr></p:pic>\
            """)
                .relate(SLIDE, "rId7", "image", "../media/image1.emf")
                .external(SLIDE, "rId8", "hyperlink", "https://example.org/p")
                .bytes("ppt/media/image1.emf", new byte[50]));
        Place picture = new Place.Slide(1, "Picture 3");
        assertEquals(List.of("paragraph ALT_TEXT 1/Picture 3: a scan"), BlockLines.of(document));
        assertEquals(
                List.of(new Fact.Image("image1.emf", 200, 100, 150, 75, "a scan", picture)),
                document.facts(Fact.Image.class).toList());
        assertEquals(
                List.of(new Fact.ExternalLink(Fact.ExternalLink.Kind.HYPERLINK, "https://example.org/p", picture)),
                document.facts(Fact.ExternalLink.class).toList());
        assertEquals(
                List.of(new Gap(Gap.Reason.NO_TEXT, FIRST, "The slide shows an image and holds no text.")),
                document.gaps());
    }

    @Test
    void objects_areToldOncePerShape() throws IOException {
        String object = "<mc:AlternateContent><mc:Choice Requires=\"v\"><p:oleObj progId=\"Excel.Sheet.12\""
                + " r:id=\"rId4\"/></mc:Choice><mc:Fallback><p:oleObj progId=\"Excel.Sheet.12\""
                + " r:id=\"rId4\"><p:pic/></p:oleObj></mc:Fallback></mc:AlternateContent>";
        Document document = read(PackageFixture.slide("", frame("Object 2", 0, object))
                .relate(SLIDE, "rId4", "package", "../embeddings/book.xlsx")
                .bytes("ppt/embeddings/book.xlsx", new byte[5]));
        Place place = new Place.Slide(1, "Object 2");
        assertEquals(
                List.of(new Fact.Attachment("book.xlsx", "application/octet-stream", place)),
                document.facts(Fact.Attachment.class).toList());
        assertEquals(
                List.of(new Gap(
                        Gap.Reason.UNOPENED_FILE, place, "The embedded file ppt/embeddings/book.xlsx was not read.")),
                document.gaps());
    }

    private void assertOutline(String shapes, String... lines) throws IOException {
        Document document = read(PackageFixture.slide("", shapes));
        assertEquals(List.of(lines), BlockLines.of(document));
        assertEquals(List.of(), document.gaps());
    }

    private Document read(PackageFixture fixture) throws IOException {
        return BlockLines.read(new PresentationReader(), fixture.write(folder.resolve("test.pptx")));
    }

    private static String shape(String name, String placeholder, long x, long y, String text) {
        return "<p:sp><p:nvSpPr><p:cNvPr id=\"7\" name=\"" + name + "\"/><p:nvPr>" + placeholder
                + "</p:nvPr></p:nvSpPr><p:spPr><a:xfrm>"
                + "<a:off x=\"" + x + "\" y=\"" + y
                + "\"/><a:ext cx=\"500000\" cy=\"300000\"/></a:xfrm></p:spPr><p:txBody><a:p><a:r><a:t>"
                + text + "</a:t></a:r></a:p></p:txBody></p:sp>";
    }

    private static String frame(String name, long y, String content) {
        return "<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id=\"3\" name=\"" + name
                + "\"/></p:nvGraphicFramePr><p:xfrm><a:off x=\"0\" y=\""
                + y + "\"/><a:ext cx=\"900000\" cy=\"100\"/></p:xfrm><a:graphic><a:graphicData>" + content
                + "</a:graphicData></a:graphic></p:graphicFrame>";
    }

    private static String cell(String text) {
        return "<a:tc><a:txBody><a:p><a:r><a:t>" + text + "</a:t></a:r></a:p></a:txBody></a:tc>";
    }
}
