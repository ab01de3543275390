package dev.assay.extract.slides;

import static dev.assay.extract.slides.DeckFixture.MAIN;
import static dev.assay.extract.slides.DeckFixture.SLIDE;
import static dev.assay.extract.slides.DeckFixture.facts;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.document.Document;
import dev.assay.document.Fact;
import dev.assay.document.Gap;
import dev.assay.document.Place;
import dev.assay.extract.PackageFixture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SlideLinksTest {
    private static final Place SHAPE = new Place.Slide(1, "Button");

    @TempDir
    Path folder;

    @Test
    void jumps_leadToSlidesByTheirNumber() throws IOException {
        Document document = read(click("hlinksldjump", "rId9")
                .relate(SLIDE, "rId9", "slide", "slide9.xml")
                .relate(MAIN, "rId9", "slide", "slides/slide9.xml")
                .element("ppt/slides/slide9.xml", "p:sld", "<p:cSld/>")
                .element(
                        MAIN,
                        "p:presentation",
                        "<p:sldIdLst><p:sldId id=\"1\" r:id=\"rId1\"/><p:sldId id=\"2\" r:id=\"rId9\"/></p:sldIdLst>"));
        assertEquals(List.of(link("slide 2", true)), facts(document, Fact.InternalLink.class));
    }

    @Test
    void jumpToASlideThatIsNotShown_isNotResolved() throws IOException {
        Document document = read(click("hlinksldjump", "rId9")
                .relate(SLIDE, "rId9", "slide", "slide9.xml")
                .element("ppt/slides/slide9.xml", "p:sld", "<p:cSld/>"));
        assertEquals(List.of(link("ppt/slides/slide9.xml", false)), facts(document, Fact.InternalLink.class));
        Document dangling = read(click("hlinksldjump", "rId9"));
        assertEquals(List.of(link("a slide", false)), facts(dangling, Fact.InternalLink.class));
        assertEquals(List.of(new Gap(Gap.Reason.DAMAGED, SHAPE, "The relationship rId9 is missing.")), dangling.gaps());
    }

    @Test
    void jumpsOfTheShow_areToldInWords() throws IOException {
        assertEquals(
                List.of(link("next slide", true)),
                facts(read(click("hlinkshowjump?jump=nextslide", "")), Fact.InternalLink.class));
        assertEquals(
                List.of(link("end of the show", true)),
                facts(read(click("hlinkshowjump?jump=endshow", "")), Fact.InternalLink.class));
    }

    @Test
    void customShows_areToldAndLedTo() throws IOException {
        String shows = "<p:sldIdLst><p:sldId id=\"1\" r:id=\"rId1\"/></p:sldIdLst><p:custShowLst><p:custShow"
            + " name=\"Short\" id=\"0\"><p:sldLst><p:sld r:id=\"rId1\"/><p:sld r:id=\"rId1\"/></p:sldLst></p:custShow>"
            + "</p:custShowLst>";
        Document document = read(click("customshow?id=0&amp;return=true", "").element(MAIN, "p:presentation", shows));
        assertEquals(List.of(link("custom show Short", true)), facts(document, Fact.InternalLink.class));
        assertEquals(List.of(new Fact.Property("custom show: Short", "1, 1")), facts(document, Fact.Property.class));
        assertEquals(
                List.of(link("custom show 7", false)),
                facts(read(click("customshow?id=7", "")), Fact.InternalLink.class));
    }

    @Test
    void programsAndMacros_canAct() throws IOException {
        Document program = read(click("program", "rId9").external(SLIDE, "rId9", "hyperlink", "file:///C:/run.exe"));
        assertEquals(
                List.of(new Fact.ActiveContent(Fact.ActiveContent.Kind.LAUNCH_ACTION, "file:///C:/run.exe", SHAPE)),
                facts(program, Fact.ActiveContent.class));
        assertEquals(
                List.of(new Fact.ActiveContent(Fact.ActiveContent.Kind.MACRO, "Reset", SHAPE)),
                facts(read(click("macro?name=Reset", "")), Fact.ActiveContent.class));
    }

    @Test
    void controls_canAct() throws IOException {
        Document document = read(PackageFixture.slide("", "")
                .element(
                        SLIDE,
                        "p:sld",
                        "<p:cSld><p:spTree/><p:controls><p:control name=\"Player1\""
                                + " r:id=\"rId2\"/></p:controls></p:cSld>"));
        assertEquals(
                List.of(new Fact.ActiveContent(
                        Fact.ActiveContent.Kind.OLE_OBJECT, "Player1", new Place.Slide(1, "Player1"))),
                facts(document, Fact.ActiveContent.class));
    }

    @Test
    void linksOfTextTablesAndGroups_areFound() throws IOException {
        String run = "<a:p><a:r><a:rPr><a:hlinkClick r:id=\"rId9\"/></a:rPr><a:t>x</a:t></a:r></a:p>";
        String shapes = "<p:grpSp><p:nvGrpSpPr><p:cNvPr id=\"2\" name=\"Group\"><a:hlinkClick r:id=\"rId9\"/></p:cNvPr>"
                + "</p:nvGrpSpPr><p:grpSpPr/></p:grpSp>"
                + "<p:sp><p:nvSpPr><p:cNvPr id=\"3\" name=\"Text\"/></p:nvSpPr><p:txBody>" + run + "</p:txBody></p:sp>"
                + DeckFixture.frame(
                        "Table", 0, "<a:tbl><a:tr><a:tc><a:txBody>" + run + "</a:txBody></a:tc></a:tr></a:tbl>");
        Document document =
                read(PackageFixture.slide("", shapes).external(SLIDE, "rId9", "hyperlink", "https://example.org"));
        assertEquals(
                List.of("slide 1, Group", "slide 1, Text", "slide 1, Table"),
                facts(document, Fact.ExternalLink.class).stream()
                        .map(link -> link.place().describe())
                        .toList());
    }

    private static PackageFixture click(String action, String id) {
        return PackageFixture.slide(
                "",
                "<p:sp><p:nvSpPr><p:cNvPr id=\"3\" name=\"Button\"><a:hlinkClick r:id=\"" + id
                        + "\" action=\"ppaction://" + action + "\"/></p:cNvPr></p:nvSpPr></p:sp>");
    }

    private static Fact.InternalLink link(String target, boolean resolved) {
        return new Fact.InternalLink(target, resolved, SHAPE);
    }

    private Document read(PackageFixture fixture) throws IOException {
        return DeckFixture.read(fixture, folder);
    }
}
