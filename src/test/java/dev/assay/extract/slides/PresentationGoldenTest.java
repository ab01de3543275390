package dev.assay.extract.slides;

import static dev.assay.extract.slides.DeckFixture.MAIN;
import static dev.assay.extract.slides.DeckFixture.MASTER;
import static dev.assay.extract.slides.DeckFixture.frame;
import static dev.assay.extract.slides.DeckFixture.position;
import static dev.assay.extract.slides.DeckFixture.shape;
import static dev.assay.extract.slides.DeckFixture.withMaster;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.Fixture;
import dev.assay.config.Json;
import dev.assay.document.Document;
import dev.assay.document.Fact;
import dev.assay.extract.BlockLines;
import dev.assay.extract.ChartFixture;
import dev.assay.extract.PackageFixture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One deck with everything decks have, and all that is read of it.
final class PresentationGoldenTest {
    private static final String FOOTER = shape(
            "Footer 9", "<p:ph type=\"ftr\" idx=\"11\"/>", "", "<a:r><a:t>Kestrel Insight, confidential</a:t></a:r>");
    private static final String NUMBER = shape(
            "Number 10", "<p:ph type=\"sldNum\" idx=\"12\"/>", "", "<a:fld type=\"slidenum\"><a:t>‹#›</a:t></a:fld>");

    @TempDir
    Path folder;

    @Test
    void deck_isReadAsRecorded() throws IOException {
        Document document = DeckFixture.read(deck(), folder);
        List<String> lines = new ArrayList<>(BlockLines.of(document));
        document.facts().forEach(fact -> lines.add(shown(document, fact)));
        document.gaps().forEach(gap -> lines.add(gap.toString()));
        Fixture.compare("extract/pptx/deck.txt", String.join("\n", lines) + "\n");
    }

    @Test
    void sameDeck_isReadTheSameTwice() throws IOException {
        byte[] first = Json.bytes(DeckFixture.read(deck(), folder));
        assertEquals(new String(first), new String(Json.bytes(DeckFixture.read(deck(), folder))));
    }

    private static String shown(Document document, Fact fact) {
        return switch (fact) {
            case Fact.Comment comment ->
                "comment of " + comment.author() + " " + comment.when() + (comment.resolved() ? " resolved" : "") + ": "
                        + document.text(comment.text()) + " on "
                        + (comment.anchor() == null ? "" : document.text(comment.anchor()) + " at ")
                        + comment.place().describe();
            case Fact.Field field -> "field " + field.instruction() + ": " + document.text(field.result());
            default -> fact.toString();
        };
    }

    private static PackageFixture deck() {
        PackageFixture deck = withMaster(
                shape("Title 1", "<p:ph type=\"ctrTitle\"/>", "", run("Brand tracker, wave 12"))
                        + shape("Subtitle 2", "<p:ph type=\"subTitle\" idx=\"1\"/>", "", run("May 2026")),
                shape("Title L", "<p:ph type=\"title\"/>", position(500_000, 300_000, 8_000_000, 900_000), "")
                        + shape("Body L", "<p:ph idx=\"1\"/>", position(500_000, 1_500_000, 8_000_000, 4_500_000), ""),
                shape("Firm", "", position(7_000_000, 6_500_000, 2_000_000, 300_000), run("Kestrel Insight")));
        slide(deck, 2, "", findings());
        slide(deck, 3, "", numbers());
        slide(deck, 4, " show=\"0\"", shape("Title 1", "<p:ph type=\"title\"/>", "", run("Backup")) + picture());
        StringBuilder ids = new StringBuilder("<p:sldId id=\"256\" r:id=\"rId1\"/>");
        for (int number = 2; number <= 4; number++) {
            ids.append("<p:sldId id=\"")
                    .append(255 + number)
                    .append("\" r:id=\"rId")
                    .append(number)
                    .append("\"/>");
        }
        deck.element(
                MAIN,
                "p:presentation",
                "<p:sldIdLst>" + ids + "</p:sldIdLst><p:sldSz cx=\"9144000\""
                        + " cy=\"6858000\"/><p:extLst><p:ext><p14:sectionLst"
                        + " xmlns:p14=\"http://schemas.microsoft.com/office/powerpoint/2010/main\"><p14:section"
                        + " name=\"Results\"><p14:sldIdLst><p14:sldId"
                        + " id=\"257\"/></p14:sldIdLst></p14:section>"
                        + "</p14:sectionLst></p:ext></p:extLst>");
        return parts(deck);
    }

    private static String findings() {
        return shape("Left head", "", position(500_000, 1_500_000, 3_800_000, 500_000), run("North"))
                + shape("Right head", "", position(4_800_000, 1_500_000, 3_800_000, 500_000), run("South"))
                + shape(
                        "Left text",
                        "",
                        position(500_000, 2_100_000, 3_800_000, 3_000_000),
                        run("Awareness rose by four points in May.")
                                + "<a:r><a:rPr><a:solidFill><a:schemeClr val=\"bg1\"/></a:solidFill></a:rPr><a:t>not"
                                + " signed off</a:t></a:r>")
                + shape(
                        "Right text",
                        "",
                        position(4_800_000, 2_100_000, 3_800_000, 3_000_000),
                        run("Awareness stayed where it was, see ")
                                + "<a:r><a:rPr><a:hlinkClick r:id=\"rId8\" action=\"ppaction://hlinksldjump\"/></a:rPr>"
                                + "<a:t>the numbers</a:t></a:r>")
                + shape("Off", "", position(9_500_000, 0, 500_000, 500_000), run("ask Ana first"))
                + shape("Title 1", "<p:ph type=\"title\"/>", "", run("Awareness by region"))
                + FOOTER
                + NUMBER;
    }

    private static String numbers() {
        String table = "<a:tbl><a:tr><a:tc gridSpan=\"2\"><a:txBody><a:p>" + run("Base: all adults")
                + "</a:p></a:txBody></a:tc><a:tc"
                + " hMerge=\"1\"><a:txBody><a:p/></a:txBody></a:tc></a:tr><a:tr><a:tc><a:txBody>"
                + "<a:p>" + run("North") + "</a:p></a:txBody></a:tc><a:tc><a:txBody><a:p>" + run("41 %")
                + "</a:p></a:txBody></a:tc></a:tr></a:tbl>";
        return shape("Title 1", "<p:ph type=\"title\"/>", "", run("Share"))
                + frame("Table 3", 1_500_000, table)
                + frame("Chart 4", 3_000_000, "<c:chart r:id=\"rId5\"/>")
                + shape("Body 5", "<p:ph idx=\"1\"/>", position(0, 4_500_000, 9_000_000, 900_000), run("Weighted"))
                + FOOTER
                + NUMBER;
    }

    private static String picture() {
        return "<p:pic><p:nvPicPr><p:cNvPr id=\"4\" name=\"Picture 3\" descr=\"Map of"
                + " regions\"/></p:nvPicPr><p:blipFill><a:blip"
                + " r:embed=\"rId7\"/></p:blipFill><p:spPr>" + position(0, 0, 1_270_000, 635_000)
                + "</p:spPr></p:pic>";
    }

    private static void slide(PackageFixture deck, int number, String attributes, String shapes) {
        String part = "ppt/slides/slide" + number + ".xml";
        deck.slidePart(part, attributes, shapes)
                .relate(MAIN, "rId" + number, "slide", "slides/slide" + number + ".xml")
                .relate(part, "rId1", "slideLayout", "../slideLayouts/slideLayout1.xml");
    }

    private static PackageFixture parts(PackageFixture deck) {
        String second = "ppt/slides/slide2.xml";
        String third = "ppt/slides/slide3.xml";
        return deck.relate(second, "rId8", "slide", "slide3.xml")
                .relate(second, "rId2", "notesSlide", "../notesSlides/notesSlide1.xml")
                .relate(second, "rId3", "comments", "../comments/comment1.xml")
                .relate(MAIN, "rId30", "commentAuthors", "commentAuthors.xml")
                .relate(third, "rId5", "chart", "../charts/chart1.xml")
                .relate("ppt/slides/slide4.xml", "rId7", "image", "../media/image1.png")
                .relate(MASTER, "rId7", "image", "../media/image1.png")
                .bytes("ppt/media/image1.png", new byte[40])
                .element("ppt/charts/chart1.xml", "c:chartSpace", ChartFixture.CHART)
                .element("ppt/commentAuthors.xml", "p:cmAuthorLst", "<p:cmAuthor id=\"0\" name=\"Ana Reis\"/>")
                .element(
                        "ppt/comments/comment1.xml",
                        "p:cmLst",
                        "<p:cm authorId=\"0\" dt=\"2026-05-04T09:00:00.000\"><p:text>Which wave?</p:text></p:cm>")
                .element(
                        "ppt/notesSlides/notesSlide1.xml",
                        "p:notes",
                        "<p:cSld><p:spTree>"
                                + shape("Notes 2", "<p:ph type=\"body\" idx=\"1\"/>", "", run("Pause here."))
                                + "</p:spTree></p:cSld>");
    }

    private static String run(String text) {
        return "<a:r><a:t>" + text + "</a:t></a:r>";
    }
}
