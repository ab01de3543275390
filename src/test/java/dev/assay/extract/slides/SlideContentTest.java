package dev.assay.extract.slides;

import static dev.assay.extract.slides.DeckFixture.MAIN;
import static dev.assay.extract.slides.DeckFixture.SLIDE;
import static dev.assay.extract.slides.DeckFixture.facts;
import static dev.assay.extract.slides.DeckFixture.frame;
import static dev.assay.extract.slides.DeckFixture.position;
import static dev.assay.extract.slides.DeckFixture.shape;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.document.Document;
import dev.assay.document.Fact;
import dev.assay.document.Place;
import dev.assay.extract.BlockLines;
import dev.assay.extract.ChartFixture;
import dev.assay.extract.PackageFixture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SlideContentTest {
    @TempDir
    Path folder;

    @Test
    void mergedCells_keepTheirPlaces() throws IOException {
        String table = "<a:tbl><a:tr>" + cell("rowSpan=\"2\"", "Region") + cell("gridSpan=\"2\"", "Share")
                + cell("hMerge=\"1\"", "") + "</a:tr><a:tr>" + cell("vMerge=\"1\"", "left over") + cell("", "2025")
                + cell("", "2026") + "</a:tr></a:tbl>";
        Document document = read(PackageFixture.slide("", frame("Table 3", 0, table)));
        assertEquals(
                List.of(
                        "table BODY 1/Table 3: Table 3",
                        "| 0,0(2x1) Region | 0,1(1x2) Share |",
                        "| 1,1 2025 | 1,2 2026 |",
                        "paragraph HIDDEN 1/Table 3: left over"),
                BlockLines.of(document));
        assertEquals(
                List.of(new Fact.Hidden(Fact.Hidden.Kind.TEXT, "", new Place.Slide(1, "Table 3"))),
                facts(document, Fact.Hidden.class));
    }

    @Test
    void slideNumbers_areThoseThatAreShown() throws IOException {
        String number = shape(
                "Number 4",
                "<p:ph type=\"sldNum\"/>",
                "",
                "<a:r><a:t>Page </a:t></a:r><a:fld type=\"slidenum\"><a:t>‹#›</a:t></a:fld>");
        String date =
                shape("Date 5", "<p:ph type=\"dt\"/>", "", "<a:fld type=\"datetime1\"><a:t> 5/1/2026</a:t></a:fld>");
        Document document = read(PackageFixture.slide("", number + date)
                .xml(
                        MAIN,
                        "<p:presentation firstSlideNum=\"12\""
                                + " xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\" xmlns:r=\""
                                + PackageFixture.RELATIONSHIPS + "\"><p:sldIdLst><p:sldId"
                                + " r:id=\"rId1\"/></p:sldIdLst></p:presentation>"));
        assertEquals(
                List.of("paragraph FOOTER 1/Number 4: Page 12", "paragraph FOOTER 1/Date 5: 5/1/2026"),
                BlockLines.of(document));
        assertEquals(
                List.of("slidenum 12", "datetime1 5/1/2026"),
                facts(document, Fact.Field.class).stream()
                        .map(field -> field.instruction() + " " + document.text(field.result()))
                        .toList());
    }

    @Test
    void equations_areReadInTheirPlace() throws IOException {
        String equation = "<a:r><a:t>so </a:t></a:r><mc:AlternateContent><mc:Choice"
                + " xmlns:a14=\"http://schemas.microsoft.com/office/drawing/2010/main\""
                + " Requires=\"a14\"><a14:m><m:oMathPara><m:oMath><m:r><a:rPr i=\"1\"/><m:t>a=b</m:t></m:r></m:oMath>"
                + "</m:oMathPara></a14:m></mc:Choice><mc:Fallback><a:r><a:t>picture</a:t></a:r></mc:Fallback>"
                + "</mc:AlternateContent><a:r><a:t> holds</a:t></a:r>";
        assertEquals(
                List.of("paragraph BODY 1/E: so a=b holds"),
                BlockLines.of(read(PackageFixture.slide("", shape("E", "", "", equation)))));
    }

    @Test
    void diagrams_areReadInTheOrderOfTheirOutline() throws IOException {
        String model = "<dgm:ptLst><dgm:pt modelId=\"0\" type=\"doc\"/>" + point("3", "Field") + point("1", "Plan")
                + point("2", "Budget")
                + "<dgm:pt modelId=\"4\" type=\"parTrans\"><dgm:t><a:p><a:r><a:t>then</a:t></a:r>"
                + "</a:p></dgm:t></dgm:pt></dgm:ptLst><dgm:cxnLst><dgm:cxn srcId=\"0\" destId=\"3\" srcOrd=\"1\"/>"
                + "<dgm:cxn srcId=\"0\" destId=\"1\" srcOrd=\"0\"/><dgm:cxn srcId=\"1\" destId=\"2\" srcOrd=\"0\"/>"
                + "<dgm:cxn srcId=\"3\" destId=\"1\" srcOrd=\"0\"/><dgm:cxn type=\"presOf\" srcId=\"0\" destId=\"2\"/>"
                + "</dgm:cxnLst>";
        Document document = read(PackageFixture.slide("", frame("D", 0, "<dgm:relIds r:dm=\"rId6\"/>"))
                .relate(SLIDE, "rId6", "diagramData", "../diagrams/data1.xml")
                .element("ppt/diagrams/data1.xml", "dgm:dataModel", model));
        assertEquals(List.of("Plan", "Budget", "Field", "then"), texts(document));
    }

    @Test
    void textOverACharts_followsIt() throws IOException {
        Document document = read(PackageFixture.slide("", frame("Chart 4", 0, "<c:chart r:id=\"rId5\"/>"))
                .relate(SLIDE, "rId5", "chart", "../charts/chart1.xml")
                .relate("ppt/charts/chart1.xml", "rId1", "chartUserShapes", "../drawings/drawing1.xml")
                .element("ppt/charts/chart1.xml", "c:chartSpace", ChartFixture.CHART)
                .element(
                        "ppt/drawings/drawing1.xml",
                        "c:userShapes",
                        "<c:sp><a:p><a:r><a:t>Launch</a:t></a:r></a:p></c:sp>"));
        assertEquals(List.of("Regions", "Launch"), texts(document).subList(1, 3));
    }

    @Test
    void newerCharts_areTablesToo() throws IOException {
        Document document = read(PackageFixture.slide("", newer())
                .relate(SLIDE, "rId5", "chartEx", "../charts/chartEx1.xml")
                .relate("ppt/charts/chartEx1.xml", "rId1", "package", "../embeddings/book.xlsx")
                .bytes("ppt/embeddings/book.xlsx", new byte[4])
                .xml("ppt/charts/chartEx1.xml", """
                    <cx:chartSpace xmlns:cx="http://schemas.microsoft.com/office/drawing/2014/chartex" \
                    xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><cx:chartData><cx:data id="0">\
                    <cx:strDim type="cat"><cx:f>Sheet1!$A$2:$A$4</cx:f><cx:lvl ptCount="3"><cx:pt idx="0">Start</cx:pt>\
                    <cx:pt idx="1">Churn</cx:pt><cx:pt idx="2">End</cx:pt></cx:lvl></cx:strDim><cx:numDim type="val">\
                    <cx:f>Sheet1!$B$2:$B$4</cx:f><cx:lvl ptCount="3" formatCode="0%"><cx:pt idx="0">0.4</cx:pt>\
                    <cx:pt idx="2">0.35</cx:pt></cx:lvl></cx:numDim></cx:data></cx:chartData><cx:chart><cx:title><cx:tx>\
                    <cx:rich><a:p><a:r><a:t>Customers</a:t></a:r></a:p></cx:rich></cx:tx></cx:title><cx:plotArea>\
                    <cx:plotAreaRegion><cx:series layoutId="waterfall"><cx:tx><cx:txData><cx:f>Sheet1!$B$1</cx:f>\
                    <cx:v>Share</cx:v></cx:txData></cx:tx><cx:dataId val="0"/></cx:series></cx:plotAreaRegion>\
                    <cx:axis id="1"><cx:title><cx:tx><cx:txData><cx:v>Quarter</cx:v></cx:txData></cx:tx></cx:title></cx:axis>\
                    </cx:plotArea></cx:chart></cx:chartSpace>\
                    """));
        assertEquals(
                List.of(
                        "table BODY 1/Chart 6: Chart: Customers",
                        "| 0,0(1x2) Customers |",
                        "| 1,0  | 1,1 Share |",
                        "| 2,0 Start | 2,1 40% ~0.4 |",
                        "| 3,0 Churn | 3,1  |",
                        "| 4,0 End | 4,1 35% ~0.35 |",
                        "paragraph BODY 1/Chart 6: Quarter"),
                BlockLines.of(document));
        Place place = new Place.Slide(1, "Chart 6");
        assertEquals(
                List.of(new Fact.Chart(
                        "Customers",
                        List.of(new Fact.Chart.Series("Share", "Sheet1!$B$2:$B$4", "Sheet1!$A$2:$A$4")),
                        place)),
                facts(document, Fact.Chart.class));
        assertEquals(
                List.of(new Fact.Attachment("book.xlsx", "application/octet-stream", place)),
                facts(document, Fact.Attachment.class));
        assertEquals(List.of(), document.gaps());
    }

    private static String newer() {
        return "<mc:AlternateContent><mc:Choice Requires=\"cx1\">"
                + frame(
                        "Chart 6",
                        0,
                        "<cx:chart xmlns:cx=\"http://schemas.microsoft.com/office/drawing/2014/chartex\""
                                + " r:id=\"rId5\"/>")
                + "</mc:Choice><mc:Fallback><p:pic/></mc:Fallback></mc:AlternateContent>";
    }

    @Test
    void presentation_tellsItsSizeSectionsAndEmbeddedFonts() throws IOException {
        Document document = read(PackageFixture.slide("", "")
                .relate(MAIN, "rId2", "slide", "slides/slide2.xml")
                .element("ppt/slides/slide2.xml", "p:sld", "<p:cSld/>")
                .element(
                        MAIN,
                        "p:presentation",
                        "<p:sldIdLst><p:sldId id=\"256\" r:id=\"rId1\"/><p:sldId id=\"257\""
                            + " r:id=\"rId2\"/></p:sldIdLst><p:sldSz cx=\"12192000\""
                            + " cy=\"6858000\"/><p:embeddedFontLst><p:embeddedFont><p:font typeface=\"Kestrel"
                            + " Sans\"/><p:regular"
                            + " r:id=\"rId9\"/></p:embeddedFont></p:embeddedFontLst><p:extLst><p:ext><p14:sectionLst"
                            + " xmlns:p14=\"http://schemas.microsoft.com/office/powerpoint/2010/main\">"
                                + section("Results", "257") + section("Appendix", "")
                                + "</p14:sectionLst></p:ext></p:extLst>"));
        assertEquals(
                List.of(new Fact.PageSetup(960, 540, null, 1, new Place.Whole())),
                facts(document, Fact.PageSetup.class));
        assertEquals(
                List.of(
                        new Fact.OutlineEntry(1, "Results", new Place.Slide(2, "")),
                        new Fact.OutlineEntry(1, "Appendix", null)),
                facts(document, Fact.OutlineEntry.class));
        assertEquals(List.of(new Fact.Font("Kestrel Sans", true, true)), facts(document, Fact.Font.class));
    }

    @Test
    void notesPages_haveTheirOwnMasterAndRepeatNothing() throws IOException {
        PackageFixture fixture = PackageFixture.slide("", "")
                .relate(SLIDE, "rId2", "notesSlide", "../notesSlides/notesSlide1.xml")
                .relate("ppt/notesSlides/notesSlide1.xml", "rId1", "notesMaster", "../notesMasters/notesMaster1.xml")
                .element(
                        "ppt/notesMasters/notesMaster1.xml",
                        "p:notesMaster",
                        "<p:cSld><p:spTree/></p:cSld><p:notesStyle><a:lvl1pPr><a:buChar"
                                + " char=\"-\"/></a:lvl1pPr></p:notesStyle>")
                .element(
                        "ppt/notesSlides/notesSlide1.xml",
                        "p:notes",
                        "<p:cSld><p:spTree>"
                                + shape("Header 1", "<p:ph type=\"hdr\"/>", "", "<a:r><a:t>Kestrel</a:t></a:r>")
                                + shape("Image 2", "<p:ph type=\"sldImg\"/>", "", "")
                                + shape(
                                        "Notes 3",
                                        "<p:ph type=\"body\" idx=\"1\"/>",
                                        "",
                                        "<a:r><a:t>say so</a:t></a:r>")
                                + shape("Number 4", "", "", "<a:fld type=\"slidenum\"><a:t>1</a:t></a:fld>")
                                + shape("Footer 5", "<p:ph type=\"ftr\"/>", "", "<a:r><a:t>Kestrel</a:t></a:r>")
                                + "</p:spTree></p:cSld>");
        assertEquals(
                List.of("paragraph MASTER 1/Header 1: Kestrel", "item1 SPEAKER_NOTE 1/Notes 3: say so"),
                BlockLines.of(read(fixture)));
    }

    @Test
    void strictFiles_areReadAlike() throws IOException {
        String strict = "xmlns:a=\"http://purl.oclc.org/ooxml/drawingml/main\""
                + " xmlns:p=\"http://purl.oclc.org/ooxml/presentationml/main\""
                + " xmlns:r=\"http://purl.oclc.org/ooxml/officeDocument/relationships\"";
        Document document = read(PackageFixture.slide("", "")
                .xml(
                        SLIDE,
                        "<p:sld " + strict + "><p:cSld><p:spTree>"
                                + shape(
                                        "T",
                                        "<p:ph type=\"title\"/>",
                                        position(0, 0, 9, 9),
                                        "<a:r><a:t>Share</a:t></a:r>")
                                + "</p:spTree></p:cSld></p:sld>")
                .xml(
                        MAIN,
                        "<p:presentation " + strict + "><p:sldIdLst><p:sldId id=\"256\""
                                + " r:id=\"rId1\"/></p:sldIdLst></p:presentation>"));
        assertEquals(List.of("heading1 BODY 1/T: Share"), BlockLines.of(document));
    }

    @Test
    void brokenSlide_keepsWhatWasReadUpToThere() throws IOException {
        byte[] half = ("<p:sld xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\""
                        + " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><p:cSld><p:spTree>"
                        + shape("A", "", "", "<a:r><a:t>whole</a:t></a:r>")
                        + "<p:sp><p:nvSpPr><p:cNvPr id=\"9\""
                        + " name=\"B\"/></p:nvSpPr><p:txBody><a:p><a:r><a:t>half</a:t></a:r>")
                .getBytes(StandardCharsets.UTF_8);
        Document document = read(PackageFixture.slide("", "").bytes(SLIDE, half));
        assertEquals(List.of("paragraph BODY 1/A: whole", "paragraph BODY 1/B: half"), BlockLines.of(document));
        assertEquals(1, document.gaps().size());
    }

    private static List<String> texts(Document document) {
        return document.blocks().stream().map(document::text).collect(Collectors.toList());
    }

    private static String cell(String attributes, String text) {
        return "<a:tc " + attributes + "><a:txBody><a:p><a:r><a:t>" + text + "</a:t></a:r></a:p></a:txBody></a:tc>";
    }

    private static String point(String id, String text) {
        return "<dgm:pt modelId=\"" + id + "\"><dgm:t><a:p><a:r><a:t>" + text + "</a:t></a:r></a:p></dgm:t></dgm:pt>";
    }

    private static String section(String name, String slide) {
        String inside = slide.isEmpty() ? "" : "<p14:sldId id=\"" + slide + "\"/>";
        return "<p14:section name=\"" + name + "\"><p14:sldIdLst>" + inside + "</p14:sldIdLst></p14:section>";
    }

    private Document read(PackageFixture fixture) throws IOException {
        return DeckFixture.read(fixture, folder);
    }
}
