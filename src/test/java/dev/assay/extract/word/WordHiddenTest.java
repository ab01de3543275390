package dev.assay.extract.word;

import static dev.assay.extract.word.WordText.MAIN;
import static dev.assay.extract.word.WordText.at;
import static dev.assay.extract.word.WordText.p;
import static dev.assay.extract.word.WordText.r;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.document.Document;
import dev.assay.document.Fact;
import dev.assay.document.Fact.Hidden.Kind;
import dev.assay.extract.BlockLines;
import dev.assay.extract.PackageFixture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Text that nobody sees is apart from what is shown, and why is told.
final class WordHiddenTest {
    private static final String WHITE = "<w:color w:val=\"FFFFFF\"/>";
    private static final String STYLES = """
        <w:style w:type="paragraph" w:styleId="Secret"><w:name w:val="s"/><w:rPr><w:vanish/></w:rPr></w:style>
        <w:style w:type="paragraph" w:styleId="Pale"><w:name w:val="p"/><w:rPr><w:color w:val="FEFEFE"/></w:rPr></w:style>
        <w:style w:type="paragraph" w:styleId="Bar"><w:name w:val="b"/><w:pPr><w:shd w:val="clear" w:fill="000000"/></w:pPr>\
        <w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:style>
        <w:style w:type="table" w:styleId="Head"><w:name w:val="t"/><w:tblStylePr w:type="firstRow"><w:tcPr>\
        <w:shd w:val="clear" w:fill="1F3D4D"/></w:tcPr></w:tblStylePr></w:style>
        <w:style w:type="character" w:styleId="Small"><w:name w:val="c"/><w:rPr><w:sz w:val="2"/></w:rPr></w:style>
        """;

    @TempDir
    Path folder;

    @Test
    void tinyText_isUnderTwoPoints() throws IOException {
        assertHidden(
                Kind.TINY_TEXT,
                "<w:p>" + r("<w:sz w:val=\"4\"/>", "two points ") + r("<w:sz w:val=\"3\"/>", "less")
                        + r("<w:rStyle w:val=\"Small\"/>", " by style") + r("<w:sz w:val=\"1pt\"/>", " with unit")
                        + r("<w:sz w:val=\"2\"/>", "  ") + r("end") + "</w:p>",
                "paragraph BODY 1: two points   end",
                "paragraph HIDDEN 1: less by style with unit");
    }

    @Test
    void textInTheColourOfThePage_isHidden() throws IOException {
        assertHidden(
                Kind.INVISIBLE_TEXT,
                "<w:p>" + r("seen ") + r(WHITE, "white") + r("<w:color w:val=\"auto\"/>", "automatic ")
                        + r("<w:color w:val=\"EEEEEE\"/>", "grey") + "</w:p>",
                "paragraph BODY 1: seen automatic grey",
                "paragraph HIDDEN 1: white");
    }

    @Test
    void textInTheColourOfItsShading_isHidden() throws IOException {
        assertHidden(
                Kind.INVISIBLE_TEXT,
                "<w:p><w:pPr><w:shd w:val=\"clear\" w:fill=\"102030\"/></w:pPr>"
                        + r("<w:color w:val=\"112131\"/>", "dark") + r(WHITE, "light ")
                        + r(WHITE + "<w:shd w:val=\"clear\" w:fill=\"FFFFFF\"/>", " own ground")
                        + r("<w:color w:val=\"FFFF00\"/><w:highlight w:val=\"yellow\"/>", " highlighted")
                        + r(WHITE + "<w:shd w:val=\"pct50\" w:fill=\"FFFFFF\" w:color=\"000000\"/>", "pattern")
                        + "</w:p>",
                "paragraph BODY 1: light pattern",
                "paragraph HIDDEN 1: dark",
                "paragraph HIDDEN 1: own ground highlighted");
    }

    @Test
    void hidingByStyle_isHiding() throws IOException {
        Document document = read(p("Secret", "vanished") + p("Pale", "pale") + p("Bar", "on black"));
        assertEquals(
                List.of("paragraph HIDDEN 1: vanished", "paragraph HIDDEN 2: pale", "paragraph BODY 3: on black"),
                BlockLines.of(document));
        assertEquals(
                List.of(new Fact.Hidden(Kind.TEXT, "", at(1)), new Fact.Hidden(Kind.INVISIBLE_TEXT, "", at(2))),
                document.facts(Fact.Hidden.class).toList());
    }

    @Test
    void stylesWithoutAnId_areNobodysBase() throws IOException {
        PackageFixture fixture = fixture(p("text"))
                .element(
                        "word/styles.xml",
                        "w:styles",
                        "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"N\"><w:name"
                                + " w:val=\"Normal\"/></w:style><w:style><w:name w:val=\"x\"/><w:rPr><w:sz"
                                + " w:val=\"2\"/></w:rPr></w:style>");
        assertEquals(List.of("paragraph BODY 1: text"), BlockLines.of(WordText.read(folder, fixture)));
    }

    @Test
    void whatCellsStandOn_isTheirsOrTheTables() throws IOException {
        String cell = "<w:tc><w:tcPr>%s</w:tcPr><w:p>" + r(WHITE, "%s") + "</w:p></w:tc>";
        String dark = "<w:shd w:val=\"clear\" w:fill=\"1F3D4D\"/>";
        String rows = "<w:tr>" + cell.formatted(dark, "dark") + cell.formatted("", "plain") + "</w:tr>";
        assertEquals(
                List.of(
                        "table BODY 1: ",
                        "| 0,0 dark | 0,1  |",
                        "paragraph HIDDEN 2: plain",
                        "table BODY 3: ",
                        "| 0,0 dark | 0,1 plain |",
                        "table BODY 5: ",
                        "| 0,0 dark | 0,1 plain |",
                        "paragraph HIDDEN 7: after"),
                BlockLines.of(read("<w:tbl>" + rows + "</w:tbl>"
                        + "<w:tbl><w:tblPr><w:tblStyle w:val=\"Head\"/></w:tblPr>" + rows + "</w:tbl>"
                        + "<w:tbl><w:tblPr>" + dark + "</w:tblPr>" + rows + "</w:tbl>"
                        + "<w:p>" + r(WHITE, "after") + "</w:p>")));
    }

    @Test
    void textOnAGroundThatIsNotKnown_isShown() throws IOException {
        String box = "<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent><w:p>" + r(WHITE, "in a box")
                + "</w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>";
        String cover = "<w:p><w:r><w:drawing><wp:anchor behindDoc=\"1\"><wp:extent cx=\"7560000\" cy=\"10692000\"/>"
                + "</wp:anchor></w:drawing></w:r></w:p><w:p>" + r(WHITE, "Title") + "</w:p>"
                + "<w:p><w:pPr><w:sectPr/></w:pPr></w:p><w:p>" + r(WHITE, "later") + "</w:p>";
        assertEquals(
                List.of("paragraph BODY 1: in a box", "paragraph BODY 3: Title", "paragraph HIDDEN 5: later"),
                BlockLines.of(read(box + cover)));
    }

    @Test
    void pageColour_isTheGroundWhereItIsShown() throws IOException {
        String text = "<w:p>" + r("<w:color w:val=\"000040\"/>", "blue") + r(WHITE, "white") + "</w:p>";
        PackageFixture fixture = fixture("")
                .element(MAIN, "w:document", "<w:background w:color=\"000040\"/><w:body>" + text + "</w:body>");
        assertEquals(
                List.of("paragraph BODY 1: blue", "paragraph HIDDEN 1: white"),
                BlockLines.of(WordText.read(folder, fixture)));
        fixture.relate(MAIN, "t1", "settings", "settings.xml")
                .element("word/settings.xml", "w:settings", "<w:displayBackgroundShape/>");
        assertEquals(
                List.of("paragraph BODY 1: white", "paragraph HIDDEN 1: blue"),
                BlockLines.of(WordText.read(folder, fixture)));
    }

    private void assertHidden(Kind kind, String body, String... lines) throws IOException {
        Document document = read(body);
        assertEquals(List.of(lines), BlockLines.of(document));
        assertEquals(
                List.of(new Fact.Hidden(kind, "", at(1))),
                document.facts(Fact.Hidden.class).toList());
    }

    private Document read(String body) throws IOException {
        return WordText.read(folder, fixture(body));
    }

    private static PackageFixture fixture(String body) {
        return PackageFixture.word(body)
                .relate(MAIN, "s1", "styles", "styles.xml")
                .element("word/styles.xml", "w:styles", STYLES);
    }
}
