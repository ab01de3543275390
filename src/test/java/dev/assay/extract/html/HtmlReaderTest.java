package dev.assay.extract.html;

import static dev.assay.extract.Reading.utf8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.document.Block;
import dev.assay.document.Document;
import dev.assay.document.Fact;
import dev.assay.document.Fact.ExternalLink.Kind;
import dev.assay.document.Gap;
import dev.assay.document.Layer;
import dev.assay.document.Place;
import dev.assay.extract.BlockLines;
import dev.assay.extract.Reading;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlReaderTest {
    @TempDir
    Path folder;

    @Test
    void html_becomesHeadingsParagraphsListsAndTables() throws IOException {
        Document document = read("<html><head><title>T</title></head><body><h1>Method</h1><p>One <b>two</b>.\n</p>"
                + "<h2>Sample</h2><ul><li>First</li><li>Second<ul><li>Inner</li></ul></li></ul><div>Loose"
                + "<div>inner</div>tail</div><pre>a\n  b</pre></body></html>");
        assertEquals(
                List.of(
                        "heading1 BODY 1: Method",
                        "paragraph BODY 2/Method: One two.",
                        "heading2 BODY 3/Method: Sample",
                        "item1 BODY 4/Method/Sample: First",
                        "item1 BODY 5/Method/Sample: Second",
                        "item2 BODY 6/Method/Sample: Inner",
                        "paragraph BODY 7/Method/Sample: Loose",
                        "paragraph BODY 8/Method/Sample: inner",
                        "paragraph BODY 9/Method/Sample: tail",
                        "paragraph BODY 10/Method/Sample: a\n  b"),
                BlockLines.of(document));
        assertTrue(document.facts().contains(new Fact.Property("dc:title", "T")));
    }

    @Test
    void tablesOfData_keepTheirGrid() throws IOException {
        Document document = read("<table><caption>Base</caption><tr><th rowspan=2>Region</th><th colspan=2>Wave</th></tr>"
                + "<tr><td>6</td><td>7</td></tr><tr><td>North</td><td>1<br>2</td><td>3</td></tr></table>");
        assertEquals(
                List.of(
                        "table BODY 1: Base",
                        "| 0,0(2x1) Region | 0,1(1x2) Wave |",
                        "| 1,1 6 | 1,2 7 |",
                        "| 2,0 North | 2,1 1 2 | 2,2 3 |"),
                BlockLines.of(document));
    }

    @Test
    void tablesThatOnlyPlaceThings_areNone() throws IOException {
        Document document = read("<table><tr><td><h1>Head</h1><table><tr><td>1</td><td>2</td></tr></table></td></tr>"
                + "<tr><td>Foot</td></tr></table><table role=presentation><tr><td>a</td><td>b</td></tr></table>");
        assertEquals(
                List.of("Heading1 Head", "Table 1\t2", "Paragraph Foot", "Paragraph a", "Paragraph b"),
                Reading.blocks(document, Layer.BODY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p style='display:none'>unseen</p>",
                "<p hidden>unseen</p>",
                "<p class=k>unseen</p>",
                "<p id=i>unseen</p>",
                "<p style='visibility: hidden'>unseen</p>",
                "<p style='opacity:0.0'>unseen</p>",
                "<div style='max-height:0px;overflow:hidden'><p>unseen</p></div>",
                "<p style='position:absolute; left:-9999px'>unseen</p>",
                "<p style='text-indent:-9999px'>unseen</p>",
                "<template>unseen</template>"
            })
    void textThatIsNotShown_isHidden(String markup) throws IOException {
        assertHidden(markup, Fact.Hidden.Kind.TEXT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p style='font-size:0'>unseen</p>",
                "<p style='font-size:1px'>unseen</p>",
                "<p style='font-size:0.1em'>unseen</p>",
                "<p class=tiny>unseen</p>"
            })
    void textTooSmallToRead_isHidden(String markup) throws IOException {
        assertHidden(markup, Fact.Hidden.Kind.TINY_TEXT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p style='color:#fff'>unseen</p>",
                "<p style='color: rgb(255, 255, 255)'>unseen</p>",
                "<font color=white>unseen</font>",
                "<p style='color:#fefefe'>unseen</p>",
                "<p style='color:transparent'>unseen</p>",
                "<div style='background:#336699 none'><span style='color:#369'>unseen</span></div>",
                "<table bgcolor=black><tr><td><font color=#000>unseen</font></td></tr></table>"
            })
    void textInTheColourOfItsGround_isHidden(String markup) throws IOException {
        assertHidden(markup, Fact.Hidden.Kind.INVISIBLE_TEXT);
    }

    private void assertHidden(String markup, Fact.Hidden.Kind why) throws IOException {
        Document document = read("<html><style>.k, #i {display:none} @media print {.shown {display:none}}"
                + " p.tiny {font-size: .5pt}</style><body><p class=shown>Shown.</p>" + markup + "</body></html>");
        assertEquals(List.of("Paragraph Shown."), Reading.blocks(document, Layer.BODY));
        assertEquals(List.of("Paragraph unseen"), Reading.blocks(document, Layer.HIDDEN));
        assertEquals(
                List.of(why),
                document.facts(Fact.Hidden.class).map(Fact.Hidden::kind).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div style='background:#000'><p style='color:white'>seen</p></div>",
                "<div style='background-image:url(x.png); background:url(x.png)'><p style='color:white'>seen</p></div>",
                "<p style='font-size:8pt'>seen</p>",
                "<p style='max-height:0'>seen</p>",
                "<p style='color:inherit; opacity:0.9'>seen</p>",
                "<body text=black bgcolor=white>seen",
                "<span style='font-size:0'><span style='font-size:12px'>seen</span></span>"
            })
    void textThatIsShown_isNot(String markup) throws IOException {
        Document document = read(markup);
        assertEquals(List.of("Paragraph seen"), Reading.blocks(document, Layer.BODY));
        assertEquals(0, document.facts(Fact.Hidden.class).count());
    }

    @Test
    void hiddenWordsInsideAParagraphOrTable_areTakenOut_atItsPlace() throws IOException {
        Document document = read("<p>One <i style='display:none'>unseen</i> two</p><table><tr><td>1</td><td>2<span"
                + " style='font-size:0'>tiny</span></td></tr><tr hidden><td>3</td><td>4</td></tr></table>");
        assertEquals(
                List.of(
                        "paragraph BODY 1: One two",
                        "paragraph HIDDEN 1: unseen",
                        "table BODY 2: ",
                        "| 0,0 1 | 0,1 2 |",
                        "paragraph HIDDEN 2: tiny",
                        "paragraph HIDDEN 2: 3",
                        "paragraph HIDDEN 2: 4"),
                BlockLines.of(document));
    }

    @Test
    void whatItRefersTo_andWhatCanAct_areFacts() throws IOException {
        Place first = new Place.Paragraph(1, List.of());
        Document document = read("<head><base href='https://example.org/'><meta http-equiv=refresh content='0; url=b.html'>"
                + "<link rel=stylesheet href='a.css'><script src='a.js'></script></head><body onload='go()'><a href='#x'>a</a>"
                + "<a href='javascript:go()'>b</a><iframe src='c.html'></iframe><object data='d.swf'></object>"
                + "<form action='e'><input type=hidden name=f value=g></form><script>go()</script></body>");
        assertEquals(
                List.of(
                        new Fact.ExternalLink(Kind.OTHER, "b.html", new Place.Whole()),
                        new Fact.ExternalLink(Kind.OTHER, "https://example.org/", new Place.Whole()),
                        new Fact.ExternalLink(Kind.OTHER, "a.css", new Place.Whole()),
                        new Fact.ExternalLink(Kind.OTHER, "a.js", new Place.Whole()),
                        new Fact.ActiveContent(Fact.ActiveContent.Kind.SCRIPT, "a.js", new Place.Whole()),
                        new Fact.ActiveContent(Fact.ActiveContent.Kind.SCRIPT, "onload", first),
                        new Fact.InternalLink("x", false, first),
                        new Fact.ActiveContent(Fact.ActiveContent.Kind.SCRIPT, "javascript link", first),
                        new Fact.ExternalLink(Kind.MEDIA, "c.html", first),
                        new Fact.ExternalLink(Kind.OBJECT, "d.swf", first),
                        new Fact.ExternalLink(Kind.OTHER, "e", new Place.Paragraph(2, List.of())),
                        new Fact.FormField("f", "hidden", "g", new Place.Paragraph(2, List.of())),
                        new Fact.ActiveContent(
                                Fact.ActiveContent.Kind.SCRIPT, "script", new Place.Paragraph(2, List.of()))),
                document.facts().stream()
                        .filter(fact -> !(fact instanceof Fact.Property))
                        .toList());
    }

    @Test
    void pictureInThePage_isAnImage_andItsAlternativeText() throws IOException {
        Document document = read("<p>See <img alt='A chart' src='data:image/gif;base64,"
                + "R0lGODlhAQABAIAAAP///wAAACH5BAAAAAAALAAAAAABAAEAAAICRAEAOw=='></p><p>"
                + "<img src='data:image/png;base64,%%%'></p>");
        assertEquals(List.of("Paragraph A chart"), Reading.blocks(document, Layer.ALT_TEXT));
        assertEquals(
                List.of(new Fact.Image("embedded-1", 1, 1, 0, 0, null, new Place.Part("embedded-1", new Place.Whole()))),
                document.facts(Fact.Image.class).toList());
        assertEquals(
                List.of(Gap.Reason.SKIPPED_PART),
                document.gaps().stream().map(Gap::reason).toList());
    }

    @Test
    void encoding_isTheDeclaredOne_orTheOneTheBytesAreIn() throws IOException {
        byte[] cyrillic = "<meta charset=windows-1251><p>\u041f\u0440\u0438\u0432\u0435\u0442</p>"
                .getBytes(Charset.forName("windows-1251"));
        assertEquals("\u041f\u0440\u0438\u0432\u0435\u0442", Reading.document(folder, cyrillic, "a.html").text());
        byte[] wrong = utf8("<meta charset=iso-8859-1><p>Gr\u00f6\u00dfe</p>");
        assertEquals("Gr\u00f6\u00dfe", Reading.document(folder, wrong, "a.html").text());
    }

    @Test
    void deepNesting_endsWell() throws IOException {
        Document document = read("<div>".repeat(100_000) + "deep" + "</div>".repeat(100_000));
        assertEquals("deep", document.text());
    }

    @Test
    void manyLinks_areBounded_andTold() throws IOException {
        StringBuilder page = new StringBuilder("<p>x</p>");
        for (int i = 0; i < 6_000; i++) {
            page.append("<a href='https://example.org/").append(i).append("'>x</a>");
        }
        Document document = read(page.toString());
        assertEquals(5_000, document.facts(Fact.ExternalLink.class).count());
        assertEquals(
                List.of(Gap.Reason.LIMIT),
                document.gaps().stream().map(Gap::reason).toList());
    }

    @Test
    void wordsOfTables_canBeFoundByCell() throws IOException {
        Document document = read("<table><tr><td>a</td><td>b</td></tr></table>");
        Block.Table table = document.tables().findFirst().orElseThrow();
        assertEquals("b", document.text(table.cell(0, 1).orElseThrow().span()));
    }

    private Document read(String page) throws IOException {
        return Reading.document(folder, utf8("<!DOCTYPE html>\n" + page), "a.html");
    }
}
