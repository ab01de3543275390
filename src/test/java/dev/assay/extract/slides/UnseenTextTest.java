package dev.assay.extract.slides;

import static dev.assay.extract.slides.DeckFixture.SLIDE;
import static dev.assay.extract.slides.DeckFixture.facts;
import static dev.assay.extract.slides.DeckFixture.frame;
import static dev.assay.extract.slides.DeckFixture.position;
import static dev.assay.extract.slides.DeckFixture.shape;
import static dev.assay.extract.slides.DeckFixture.withMaster;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.document.Document;
import dev.assay.document.Fact;
import dev.assay.document.Fact.Hidden.Kind;
import dev.assay.document.Layer;
import dev.assay.document.Place;
import dev.assay.extract.BlockLines;
import dev.assay.extract.PackageFixture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class UnseenTextTest {
    private static final String WHITE = "<a:solidFill><a:srgbClr val=\"FFFFFF\"/></a:solidFill>";
    private static final String BOX = position(1_000, 1_000, 2_000, 2_000);

    @TempDir
    Path folder;

    @Test
    void unseenRuns_followWhatIsSeenOfTheirParagraph() throws IOException {
        Document document = read(PackageFixture.slide(
                "",
                shape(
                        "A",
                        "",
                        BOX,
                        run("", "seen ")
                                + run("<a:noFill/>", "nothing ")
                                + run("<a:noFill/>", "more")
                                + run(WHITE, "white")
                                + small(199, "tiny")
                                + run("", "also seen"))));
        assertEquals(
                List.of(
                        "paragraph BODY 1/A: seen also seen",
                        "paragraph HIDDEN 1/A: nothing more",
                        "paragraph HIDDEN 1/A: white",
                        "paragraph HIDDEN 1/A: tiny"),
                BlockLines.of(document));
        assertEquals(
                List.of(hidden(Kind.TEXT), hidden(Kind.INVISIBLE_TEXT), hidden(Kind.TINY_TEXT)),
                facts(document, Fact.Hidden.class));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a:solidFill><a:srgbClr val=\"FFFFFF\"/></a:solidFill><a:hlinkClick r:id=\"\"/>",
                "<a:solidFill><a:srgbClr val=\"EEEEEE\"/></a:solidFill>",
                "<a:gradFill/>",
                "<a:noFill/><a:ln><a:solidFill><a:srgbClr val=\"000000\"/></a:solidFill></a:ln>",
                "<a:solidFill><a:srgbClr val=\"FFFFFF\"/></a:solidFill><a:highlight><a:srgbClr"
                        + " val=\"00FF00\"/></a:highlight>"
            })
    void whatMayBeSeen_isSeen(String properties) throws IOException {
        assertSeen(PackageFixture.slide(
                "", shape("A", "", BOX, run(properties.replace("<a:ln>", "<a:ln w=\"9525\">"), "words"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a:solidFill><a:srgbClr val=\"FFFFFF\"/></a:solidFill>",
                "<a:solidFill><a:srgbClr val=\"F4F4F4\"/></a:solidFill>",
                "<a:solidFill><a:prstClr val=\"white\"/></a:solidFill>",
                "<a:solidFill><a:sysClr val=\"window\"/></a:solidFill>",
                "<a:solidFill><a:schemeClr val=\"bg1\"/></a:solidFill>",
                "<a:solidFill><a:schemeClr val=\"tx1\"><a:lumMod val=\"0\"/><a:lumOff"
                        + " val=\"100000\"/></a:schemeClr></a:solidFill>",
                "<a:solidFill><a:schemeClr val=\"accent1\"><a:tint val=\"0\"/></a:schemeClr></a:solidFill>"
            })
    void coloursOfTheGround_areInvisibleOnIt(String fill) throws IOException {
        assertInvisible(withMaster(shape("A", "", BOX, run(fill, "words")), "", ""));
    }

    @Test
    void transparentLetters_areNotSeen() throws IOException {
        String clear = "<a:solidFill><a:srgbClr val=\"FF0000\"><a:alpha val=\"0\"/></a:srgbClr></a:solidFill>";
        Document document = read(PackageFixture.slide("", shape("A", "", BOX, run(clear, "words"))));
        assertEquals(List.of(hidden(Kind.TEXT)), facts(document, Fact.Hidden.class));
    }

    @Test
    void ownFill_isTheGround() throws IOException {
        String red = "<a:solidFill><a:srgbClr val=\"FF0000\"/></a:solidFill>";
        assertSeen(PackageFixture.slide("", shape("A", "", BOX + red, run(WHITE, "words"))));
        assertInvisible(PackageFixture.slide("", shape("A", "", BOX + red, run(red, "words"))));
        assertSeen(PackageFixture.slide("", shape("A", "", BOX + "<a:gradFill/>", run(WHITE, "words"))));
        String themed = shape("A", "", BOX, run(WHITE, "words"))
                .replace(
                        "</p:spPr>",
                        "</p:spPr><p:style><a:fillRef idx=\"1\"><a:schemeClr val=\"accent1\"/></a:fillRef></p:style>");
        assertSeen(withMaster(themed, "", ""));
        assertInvisible(withMaster(themed.replace("accent1", "lt1"), "", ""));
    }

    @ParameterizedTest
    @CsvSource({
        // the text lies on it, reaches over its edge, is beside it, is under it
        "0, 0, 9000, true",
        "0, 0, 2000, true",
        "8000, 8000, 500, false"
    })
    void whatLiesUnderneath_isTheGround(long x, long y, long size, boolean seen) throws IOException {
        String dark = shape(
                "Dark", "", position(x, y, size, size) + "<a:solidFill><a:srgbClr val=\"222222\"/></a:solidFill>", "");
        String text = shape("A", "", BOX, run(WHITE, "words"));
        assertEquals(seen, isSeen(PackageFixture.slide("", dark + text)));
        assertEquals(false, isSeen(PackageFixture.slide("", text + dark)));
        assertEquals(seen, isSeen(withMaster(text, dark, "")));
        assertEquals(seen, isSeen(withMaster(text, "", dark)));
    }

    @Test
    void shapesOfTheMaster_areNotUnderASlideThatDoesNotShowThem() throws IOException {
        String dark = shape(
                "Dark",
                "",
                position(0, 0, 9_000, 9_000) + "<a:solidFill><a:srgbClr val=\"222222\"/></a:solidFill>",
                "");
        PackageFixture fixture = withMaster("", "", dark)
                .element(
                        SLIDE,
                        "p:sld",
                        "<p:cSld><p:spTree>" + shape("A", "", BOX, run(WHITE, "words")) + "</p:spTree></p:cSld>");
        assertSeen(fixture);
        assertInvisible(PackageFixture.slide("showMasterSp=\"0\"", shape("A", "", BOX, run(WHITE, "words"))));
    }

    @Test
    void background_isTheGround() throws IOException {
        String blue = "<p:cSld><p:bg><p:bgPr><a:solidFill><a:srgbClr val=\"0000FF\"/></a:solidFill></p:bgPr></p:bg>"
                + "<p:spTree/></p:cSld>";
        String themed = "<p:cSld><p:bg><p:bgRef idx=\"1001\"><a:schemeClr val=\"accent1\"/></p:bgRef></p:bg>"
                + "<p:spTree/></p:cSld>";
        String text = shape("A", "", BOX, run(WHITE, "words"));
        assertSeen(withMaster(text, blue, ""));
        assertSeen(withMaster(text, "", blue));
        assertSeen(withMaster(text, "", themed));
        assertInvisible(
                withMaster(text.replace(WHITE, "<a:solidFill><a:srgbClr val=\"4F81BD\"/></a:solidFill>"), "", themed));
        assertInvisible(withMaster(text, "", themed.replace("accent1", "bg1")));
        assertSeen(withMaster(text, "", themed.replace("1001", "1003")));
    }

    @Test
    void colourMap_saysWhatTheSchemeStandsFor() throws IOException {
        String text = shape("A", "", BOX, run("<a:solidFill><a:schemeClr val=\"bg1\"/></a:solidFill>", "words"));
        PackageFixture fixture = withMaster("", "", "")
                .element(
                        SLIDE,
                        "p:sld",
                        "<p:cSld><p:spTree>" + text
                                + "</p:spTree></p:cSld><p:clrMapOvr><a:overrideClrMapping bg1=\"dk1\""
                                + " tx1=\"lt1\"/></p:clrMapOvr>");
        assertSeen(fixture);
    }

    @Test
    void looks_areInheritedFromLayoutAndMaster() throws IOException {
        String holder = "<p:ph type=\"body\" idx=\"4\"/>";
        String text = shape("A", holder, "", run("", "words"));
        String layout = shape("L", holder, BOX, run("", "prompt"))
                .replace(
                        "<a:bodyPr/>",
                        "<a:bodyPr/><a:lstStyle><a:lvl1pPr><a:defRPr>" + WHITE
                                + "</a:defRPr></a:lvl1pPr></a:lstStyle>");
        assertInvisible(withMaster(text, layout, ""));
        assertSeen(withMaster(text, layout.replace(WHITE, ""), ""));
        assertSeen(withMaster(
                text,
                layout.replace("</p:spPr>", "<a:solidFill><a:srgbClr val=\"000000\"/></a:solidFill></p:spPr>"),
                ""));
        String tiny = layout.replace("<a:defRPr>" + WHITE, "<a:defRPr sz=\"150\">");
        assertEquals(List.of(hidden(Kind.TINY_TEXT)), facts(read(withMaster(text, tiny, "")), Fact.Hidden.class));
    }

    @Test
    void textMadeSmallerToFit_isTinyAtLast() throws IOException {
        String text = shape("A", "", BOX, small(600, "words"))
                .replace("<a:bodyPr/>", "<a:bodyPr><a:normAutofit fontScale=\"25000\"/></a:bodyPr>");
        assertEquals(List.of(hidden(Kind.TINY_TEXT)), facts(read(PackageFixture.slide("", text)), Fact.Hidden.class));
    }

    @Test
    void cells_areSeenAgainstTheirOwnFillOnly() throws IOException {
        String table = "<a:tbl><a:tr>" + cell(run(WHITE, "kept"), "")
                + cell(
                        run(WHITE, "lost"),
                        "<a:tcPr><a:lnL><a:solidFill><a:srgbClr val=\"000000\"/></a:solidFill></a:lnL>" + WHITE
                                + "</a:tcPr>")
                + cell(run("<a:noFill/>", "gone"), "") + "</a:tr></a:tbl>";
        Document document = read(PackageFixture.slide("", frame("Table 3", 0, table)));
        assertEquals(
                List.of(
                        "table BODY 1/Table 3: Table 3",
                        "| 0,0 kept | 0,1  | 0,2  |",
                        "paragraph HIDDEN 1/Table 3: lost",
                        "paragraph HIDDEN 1/Table 3: gone"),
                BlockLines.of(document));
    }

    private boolean isSeen(PackageFixture fixture) throws IOException {
        return facts(read(fixture), Fact.Hidden.class).isEmpty();
    }

    private void assertSeen(PackageFixture fixture) throws IOException {
        Document document = read(fixture);
        assertEquals(List.of(), facts(document, Fact.Hidden.class));
        assertEquals(
                List.of("words"), document.layer(Layer.BODY).map(document::text).toList());
    }

    private void assertInvisible(PackageFixture fixture) throws IOException {
        Document document = read(fixture);
        assertEquals(List.of(hidden(Kind.INVISIBLE_TEXT)), facts(document, Fact.Hidden.class));
    }

    private Document read(PackageFixture fixture) throws IOException {
        return DeckFixture.read(fixture, folder);
    }

    private static Fact.Hidden hidden(Kind kind) {
        return new Fact.Hidden(kind, "", new Place.Slide(1, "A"));
    }

    private static String run(String properties, String text) {
        return "<a:r><a:rPr>" + properties + "</a:rPr><a:t>" + text + "</a:t></a:r>";
    }

    private static String small(int size, String text) {
        return "<a:r><a:rPr sz=\"" + size + "\"/><a:t>" + text + "</a:t></a:r>";
    }

    private static String cell(String run, String properties) {
        return "<a:tc><a:txBody><a:p>" + run + "</a:p></a:txBody>" + properties + "</a:tc>";
    }
}
