package dev.assay.extract.slides;

import static dev.assay.extract.slides.DeckFixture.LAYOUT;
import static dev.assay.extract.slides.DeckFixture.MAIN;
import static dev.assay.extract.slides.DeckFixture.MASTER;
import static dev.assay.extract.slides.DeckFixture.SLIDE;
import static dev.assay.extract.slides.DeckFixture.facts;
import static dev.assay.extract.slides.DeckFixture.position;
import static dev.assay.extract.slides.DeckFixture.shape;
import static dev.assay.extract.slides.DeckFixture.withMaster;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.document.Document;
import dev.assay.document.Fact;
import dev.assay.document.Place;
import dev.assay.extract.BlockLines;
import dev.assay.extract.PackageFixture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SlideTemplateTest {
    private static final String SECOND = "ppt/slides/slide2.xml";

    @TempDir
    Path folder;

    @Test
    void repeatedText_isWrittenAtTheFirstSlideThatShowsIt() throws IOException {
        PackageFixture fixture = twoSlides(
                withMaster(
                        box("S", "first slide"),
                        box("Stamp", "Draft") + box("Prompt", "Click to edit").replace("<p:nvPr>", "<p:nvPr><p:ph/>"),
                        box("Firm", "Kestrel Insight")
                                + shape("Number", "", "", "<a:fld type=\"slidenum\"><a:t>‹#›</a:t></a:fld>")),
                "second slide");
        assertEquals(
                List.of(
                        "paragraph BODY 1/S: first slide",
                        "paragraph MASTER 1/Firm: Kestrel Insight",
                        "paragraph MASTER 1/Stamp: Draft",
                        "paragraph BODY 2/T: second slide"),
                BlockLines.of(read(fixture)));
    }

    @Test
    void slideThatHidesMasterShapes_doesNotShowItsText() throws IOException {
        PackageFixture fixture = twoSlides(
                withMaster("", box("Stamp", "Draft"), box("Firm", "Kestrel Insight"))
                        .xml(
                                SLIDE,
                                "<p:sld xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\""
                                        + " showMasterSp=\"0\"><p:cSld/></p:sld>"),
                "second slide");
        assertEquals(
                List.of(
                        "paragraph BODY 2/T: second slide",
                        "paragraph MASTER 2/Firm: Kestrel Insight",
                        "paragraph MASTER 2/Stamp: Draft"),
                BlockLines.of(read(fixture)));
    }

    @Test
    void footerOfTheSlideItself_isNotRepeatedFromItsMaster() throws IOException {
        String footer = "<p:ph type=\"ftr\" idx=\"11\"/>";
        PackageFixture fixture = withMaster(
                box("S", "text") + shape("Footer 3", footer, "", "<a:r><a:t>Confidential</a:t></a:r>"),
                shape("Footer 1", footer, "", "<a:r><a:t>Confidential</a:t></a:r>"),
                shape("Footer 2", footer, "", "<a:r><a:t>Old client</a:t></a:r>"));
        assertEquals(
                List.of(
                        "paragraph BODY 1/S: text",
                        "paragraph FOOTER 1/Footer 3: Confidential",
                        "paragraph MASTER part " + MASTER + ": Old client"),
                BlockLines.of(read(fixture)));
    }

    @Test
    void textThatNoSlideShows_isPlacedInItsPart() throws IOException {
        PackageFixture fixture = withMaster(box("S", "text"), "", "")
                .relate(MASTER, "rId3", "slideLayout", "../slideLayouts/slideLayout2.xml")
                .relate("ppt/slideLayouts/slideLayout2.xml", "rId1", "slideMaster", "../slideMasters/slideMaster1.xml")
                .relate("ppt/slideLayouts/slideLayout2.xml", "rId2", "image", "../media/image1.png")
                .external("ppt/slideLayouts/slideLayout2.xml", "rId3", "hyperlink", "https://example.org/old")
                .bytes("ppt/media/image1.png", new byte[30])
                .element(
                        "ppt/slideLayouts/slideLayout2.xml",
                        "p:sldLayout",
                        "<p:cSld><p:spTree>" + box("Note", "Prepared for Old Client") + picture("rId2", "old logo")
                                + "</p:spTree></p:cSld>")
                .relate(MAIN, "rId60", "handoutMaster", "handoutMasters/handoutMaster1.xml")
                .element(
                        "ppt/handoutMasters/handoutMaster1.xml",
                        "p:handoutMaster",
                        "<p:cSld><p:spTree>"
                                + shape("H", "<p:ph type=\"hdr\"/>", "", "<a:r><a:t>Handout of May</a:t></a:r>")
                                + shape("D", "<p:ph type=\"dt\"/>", "", "<a:r><a:t>1/1/2026</a:t></a:r>")
                                + "</p:spTree></p:cSld>");
        Document document = read(fixture);
        assertEquals(
                List.of(
                        "paragraph BODY 1/S: text",
                        "paragraph MASTER part ppt/slideLayouts/slideLayout2.xml: Prepared for Old Client",
                        "paragraph ALT_TEXT part ppt/slideLayouts/slideLayout2.xml: old logo",
                        "paragraph MASTER part ppt/handoutMasters/handoutMaster1.xml: Handout of May"),
                BlockLines.of(document));
        Place layout = new Place.Part("ppt/slideLayouts/slideLayout2.xml", new Place.Whole());
        assertEquals(
                List.of(new Fact.ExternalLink(Fact.ExternalLink.Kind.HYPERLINK, "https://example.org/old", layout)),
                facts(document, Fact.ExternalLink.class));
        assertEquals(List.of(), facts(document, Fact.Image.class));
    }

    @Test
    void logoOfTheMaster_isToldOnce() throws IOException {
        PackageFixture fixture = twoSlides(
                withMaster("", "", picture("rId9", "logo"))
                        .relate(MASTER, "rId9", "image", "../media/logo.png")
                        .bytes("ppt/media/logo.png", new byte[30]),
                "");
        Document document = read(fixture);
        assertEquals(List.of("paragraph ALT_TEXT 1/Picture: logo"), BlockLines.of(document));
        assertEquals(
                List.of(new Fact.Image("logo.png", 133, 66, 100, 50, "logo", new Place.Slide(1, "Picture"))),
                facts(document, Fact.Image.class));
    }

    @Test
    void placeholderWithoutType_takesItFromItsLayout() throws IOException {
        PackageFixture fixture = withMaster(
                shape("Name", "<p:ph idx=\"10\"/>", "", "<a:r><a:t>Share of market</a:t></a:r>")
                        + shape("Foot", "<p:ph idx=\"13\"/>", "", "<a:r><a:t>Confidential</a:t></a:r>"),
                shape("L1", "<p:ph type=\"title\" idx=\"10\"/>", position(0, 0, 9, 9), "")
                        + shape("L2", "<p:ph type=\"ftr\" idx=\"13\"/>", position(0, 0, 9, 9), ""),
                shape("M", "<p:ph type=\"dt\" idx=\"10\"/>", position(0, 0, 9, 9), ""));
        assertEquals(
                List.of("heading1 BODY 1/Name: Share of market", "paragraph FOOTER 1/Foot: Confidential"),
                BlockLines.of(read(fixture)));
    }

    @Test
    void fonts_areThoseThatTextIsShownIn() throws IOException {
        PackageFixture fixture = withMaster(
                shape("T", "<p:ph type=\"title\"/>", "", "<a:r><a:t>Title</a:t></a:r>")
                        + shape("B", "<p:ph idx=\"1\"/>", "", "<a:r><a:t>市場</a:t></a:r>")
                        + shape("X", "", "", "<a:r><a:rPr><a:latin typeface=\"Courier\"/></a:rPr><a:t>x</a:t></a:r>"),
                "",
                "");
        assertEquals(
                List.of(
                        new Fact.Font("Cambria", false, true),
                        new Fact.Font("Yu Gothic", false, true),
                        new Fact.Font("Courier", false, true)),
                facts(read(fixture), Fact.Font.class));
    }

    @Test
    void layoutAndMasterThatLeadInCircles_areReadOnce() throws IOException {
        PackageFixture fixture = withMaster(box("S", "text"), box("L", "layout"), box("M", "master"))
                .relate(LAYOUT, "rId7", "slideMaster", "slideLayout1.xml");
        assertEquals(
                List.of("paragraph BODY 1/S: text", "paragraph MASTER 1/M: master", "paragraph MASTER 1/L: layout"),
                BlockLines.of(read(fixture)));
    }

    private static PackageFixture twoSlides(PackageFixture first, String text) {
        return first.element(
                        MAIN,
                        "p:presentation",
                        "<p:sldIdLst><p:sldId id=\"256\" r:id=\"rId1\"/><p:sldId id=\"257\""
                                + " r:id=\"rId2\"/></p:sldIdLst><p:sldSz cx=\"9144000\" cy=\"6858000\"/>")
                .relate(MAIN, "rId2", "slide", "slides/slide2.xml")
                .relate(SECOND, "rId1", "slideLayout", "../slideLayouts/slideLayout1.xml")
                .element(SECOND, "p:sld", "<p:cSld><p:spTree>" + box("T", text) + "</p:spTree></p:cSld>");
    }

    private static String box(String name, String text) {
        return shape(name, "", 0, 0, 100, 100, text);
    }

    private static String picture(String id, String description) {
        return "<p:pic><p:nvPicPr><p:cNvPr id=\"4\" name=\"Picture\" descr=\"" + description
                + "\"/></p:nvPicPr><p:blipFill><a:blip r:embed=\"" + id + "\"/></p:blipFill><p:spPr>"
                + position(0, 0, 1_270_000, 635_000) + "</p:spPr></p:pic>";
    }

    private Document read(PackageFixture fixture) throws IOException {
        return DeckFixture.read(fixture, folder);
    }
}
