package dev.assay.extract.word;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

final class WordReaderTest {
    private static final String MAIN = "word/document.xml";
    private static final String STYLES = """
        <w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style>
        <w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>
        <w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="heading 2"/>\
        <w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
        <w:style w:type="paragraph" w:styleId="Kapitel"><w:name w:val="Kapitel"/><w:basedOn w:val="berschrift2"/></w:style>
        <w:style w:type="paragraph" w:styleId="Verzeichnis"><w:name w:val="TOC Heading"/>\
        <w:basedOn w:val="berschrift1"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>
        <w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>
        <w:style w:type="paragraph" w:styleId="Liste"><w:name w:val="List Bullet 2"/>\
        <w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style>
        <w:style w:type="paragraph" w:styleId="Beschriftung"><w:name w:val="caption"/></w:style>
        <w:style w:type="character" w:styleId="Geheim"><w:name w:val="secret"/><w:rPr><w:vanish/></w:rPr></w:style>
        <w:style w:type="paragraph" w:styleId="Kreis1"><w:name w:val="round"/><w:basedOn w:val="Kreis2"/></w:style>
        <w:style w:type="paragraph" w:styleId="Kreis2"><w:name w:val="round 2"/><w:basedOn w:val="Kreis1"/></w:style>
        """;

    @TempDir
    Path folder;

    @Test
    void headings_areFoundByOutlineLevelNameAndInheritance() throws IOException {
        assertOutline(
                styled(p("Titel", "Report") + p("berschrift1", "Method") + p("Kapitel", "Sample")
                        + p("Verzeichnis", "Contents") + p("berschrift1", "Results")
                        + "<w:p><w:pPr><w:outlineLvl w:val=\"2\"/></w:pPr><w:r><w:t>By region</w:t></w:r></w:p>"
                        + p("Kreis1", "plain")),
                "heading1 BODY 1: Report",
                "heading1 BODY 2: Method",
                "heading2 BODY 3/Method: Sample",
                "paragraph BODY 4/Method/Sample: Contents",
                "heading1 BODY 5: Results",
                "heading3 BODY 6/Results: By region",
                "paragraph BODY 7/Results/By region: plain");
    }

    @Test
    void headingsWithoutStylePart_areFoundByTheirIds() throws IOException {
        assertOutline(
                PackageFixture.word(
                        p("Heading1", "One") + p("berschrift2", "Zwei") + p("Titre3", "Trois") + p("Title", "T")),
                "heading1 BODY 1: One",
                "heading2 BODY 2/One: Zwei",
                "heading3 BODY 3/One/Zwei: Trois",
                "heading1 BODY 4: T");
    }

    @Test
    void lists_haveTheLevelOfParagraphOrStyle() throws IOException {
        String numbered = "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"3\"/></w:numPr></w:pPr>"
                + "<w:r><w:t>inner</w:t></w:r></w:p>";
        String switchedOff = "<w:p><w:pPr><w:pStyle w:val=\"Liste\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr></w:pPr>"
                + "<w:r><w:t>off</w:t></w:r></w:p>";
        assertOutline(
                styled(numbered + p("Liste", "second") + switchedOff),
                "item2 BODY 1: inner",
                "item2 BODY 2: second",
                "paragraph BODY 3: off");
    }

    @Test
    void emptyParagraphs_areCountedAndNotWritten() throws IOException {
        assertOutline(PackageFixture.word("<w:p/>" + p("", "second") + "<w:p/>"), "paragraph BODY 2: second");
    }

    @Test
    void mergedCells_becomeOneCellWithSpans() throws IOException {
        assertOutline(
                styled(p("Beschriftung", "Table 1: Sales")
                        + """
                        <w:tbl><w:tblPr/><w:tblGrid/>
                        <w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>%s</w:tc><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>%s</w:tc></w:tr>
                        <w:tr><w:tc>%s</w:tc><w:tc>%s</w:tc><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr>
                        </w:tbl>\
                        """.formatted(p("", "wide"), p("", "tall"), p("", "a") + p("", "b"), p("", "c"))
                        + p("", "after")),
                "paragraph BODY 1: Table 1: Sales",
                "table BODY 2: Table 1: Sales",
                "| 0,0(1x2) wide | 0,2(2x1) tall |",
                "| 1,0 a b | 1,1 c |",
                "paragraph BODY 8: after");
    }

    @Test
    void nestedTables_areTextOfTheirCell() throws IOException {
        String inner = "<w:tbl><w:tr><w:tc>" + p("", "x") + "</w:tc><w:tc>" + p("", "y") + "</w:tc></w:tr></w:tbl>";
        assertOutline(
                PackageFixture.word("<w:tbl><w:tr><w:tc>" + p("", "out") + inner + "<w:p/></w:tc></w:tr></w:tbl>"),
                "table BODY 1: ",
                "| 0,0 out x y |");
    }

    @Test
    void tablesOfNothingButAHeading_areThatHeading() throws IOException {
        String table = "<w:tbl><w:tr><w:tc><w:p/></w:tc><w:tc>%s</w:tc></w:tr></w:tbl>";
        assertOutline(
                styled(table.formatted(p("berschrift1", "Method") + "<w:p/>")
                        + p("", "how")
                        + table.formatted(p("berschrift2", "Sample") + p("", "text"))
                        + table.formatted(p("", "x"))),
                "heading1 BODY 2: Method",
                "paragraph BODY 4/Method: how",
                "table BODY 5/Method: ",
                "| 0,0  | 0,1 Sample text |",
                "table BODY 8/Method: ",
                "| 0,0  | 0,1 x |");
    }

    @Test
    void headersFootersNotesAndComments_haveTheirLayersAndCounts() throws IOException {
        PackageFixture fixture = styled(p("berschrift1", "Intro") + """
            <w:p><w:r><w:t>Text</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r>\
            <w:commentRangeStart w:id="0"/><w:r><w:endnoteReference w:id="3"/></w:r></w:p>
            <w:sectPr><w:headerReference w:type="default" r:id="h2"/><w:headerReference w:type="first" r:id="h1"/>\
            <w:footerReference w:type="default" r:id="f1"/></w:sectPr>\
            """)
                .relate(MAIN, "h1", "header", "header1.xml")
                .relate(MAIN, "h2", "header", "header2.xml")
                .relate(MAIN, "f1", "footer", "footer1.xml")
                .relate(MAIN, "n1", "footnotes", "footnotes.xml")
                .relate(MAIN, "n2", "endnotes", "endnotes.xml")
                .relate(MAIN, "n3", "comments", "comments.xml")
                .element("word/header1.xml", "w:hdr", p("", "first page"))
                .element("word/header2.xml", "w:hdr", p("", "every page"))
                .element("word/footer1.xml", "w:ftr", p("", "foot"))
                .element(
                        "word/footnotes.xml",
                        "w:footnotes",
                        "<w:footnote w:type=\"separator\" w:id=\"0\"><w:p/></w:footnote><w:footnote w:id=\"2\">"
                                + p("", "note") + "</w:footnote>")
                .element("word/endnotes.xml", "w:endnotes", "<w:endnote w:id=\"3\">" + p("", "end") + "</w:endnote>")
                .element(
                        "word/comments.xml",
                        "w:comments",
                        "<w:comment w:id=\"0\" w:author=\"R\">" + p("", "why") + p("", "so") + "</w:comment>");
        assertOutline(
                fixture,
                "heading1 BODY 1: Intro",
                "paragraph BODY 2/Intro: Text",
                "paragraph HEADER 1: every page",
                "paragraph HEADER 2: first page",
                "paragraph FOOTER 1: foot",
                "paragraph FOOTNOTE 1/Intro: note",
                "paragraph ENDNOTE 1/Intro: end",
                "paragraph COMMENT 1/Intro: why",
                "paragraph COMMENT 2/Intro: so");
    }

    @Test
    void textBoxWithFallback_isReadOnceAtItsAnchor() throws IOException {
        String box = p("", "boxed") + "<w:tbl><w:tr><w:tc>" + p("", "cell") + "</w:tc></w:tr></w:tbl>";
        String anchored =
                "<w:p><w:r><w:t>before</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing>"
                        + "<wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>" + box
                        + "</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
                        + "<mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>" + box
                        + "</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
                        + "<w:r><w:t> after</w:t></w:r></w:p>";
        assertOutline(
                PackageFixture.word(anchored + p("", "next")),
                "paragraph BODY 1: before after",
                "paragraph BODY 1: boxed",
                "table BODY 1: ",
                "| 0,0 cell |",
                "paragraph BODY 2: next");
    }

    @Test
    void alternateContentWithFallbackOnly_isRead() throws IOException {
        assertOutline(
                PackageFixture.word("<w:p><mc:AlternateContent><mc:Fallback><w:r><w:t>old</w:t></w:r></mc:Fallback>"
                        + "</mc:AlternateContent></w:p>"),
                "paragraph BODY 1: old");
    }

    @Test
    void trackedChanges_keepInsertionsInTheBodyAndDeletionsApart() throws IOException {
        Document document = read(PackageFixture.word("""
            <w:p><w:r><w:t xml:space="preserve">Sales </w:t></w:r>\
            <w:del w:author="Ann"><w:r><w:delText>fell</w:delText></w:r></w:del>\
            <w:ins w:author="Bob"><w:r><w:t>rose</w:t></w:r></w:ins>\
            <w:moveFrom w:author="Ann"><w:r><w:t>moved</w:t></w:r></w:moveFrom>\
            <w:r><w:rPr><w:b/><w:rPrChange w:author="Cy"><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr>\
            <w:t xml:space="preserve"> again</w:t></w:r></w:p>
            <w:p><w:moveTo w:author="Ann"><w:r><w:t>moved</w:t></w:r></w:moveTo></w:p>\
            """));
        assertEquals(
                List.of(
                        "paragraph BODY 1: Sales rose again",
                        "paragraph DELETED 1: fell",
                        "paragraph DELETED 1: moved",
                        "paragraph BODY 2: moved"),
                BlockLines.of(document));
        assertEquals(
                List.of(
                        "Ann DELETION fell",
                        "Bob INSERTION rose",
                        "Ann MOVE_FROM moved",
                        "Cy FORMATTING null",
                        "Ann MOVE_TO moved"),
                document.facts(Fact.TrackedChange.class)
                        .map(change -> change.author() + " " + change.action() + " "
                                + (change.text() == null ? null : document.text(change.text())))
                        .toList());
    }

    @Test
    void deletedRows_leaveTheTable() throws IOException {
        String rows = "<w:tbl><w:tr><w:tc>" + p("", "stays") + "</w:tc></w:tr>"
                + "<w:tr><w:trPr><w:del w:author=\"Ann\"/></w:trPr><w:tc>" + p("", "goes") + "</w:tc></w:tr></w:tbl>";
        Document document = read(PackageFixture.word(rows));
        assertEquals(List.of("table BODY 1: ", "| 0,0 stays |", "paragraph DELETED 2: goes"), BlockLines.of(document));
        assertEquals(
                List.of(change("Ann", Fact.TrackedChange.Action.DELETION, 2)),
                document.facts(Fact.TrackedChange.class).toList());
    }

    @Test
    void hiddenText_isApartAndToldAsFact() throws IOException {
        Document document = read(styled("""
            <w:p><w:r><w:t>shown</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>unseen</w:t></w:r>\
            <w:r><w:rPr><w:rStyle w:val="Geheim"/></w:rPr><w:t xml:space="preserve"> too</w:t></w:r>\
            <w:r><w:rPr><w:rStyle w:val="Geheim"/><w:vanish w:val="0"/></w:rPr><w:t>!</w:t></w:r></w:p>\
            """));
        assertEquals(List.of("paragraph BODY 1: shown!", "paragraph HIDDEN 1: unseen too"), BlockLines.of(document));
        assertEquals(
                List.of(new Fact.Hidden(Fact.Hidden.Kind.TEXT, "", at(1))),
                document.facts(Fact.Hidden.class).toList());
    }

    @Test
    void fields_showTheirResultOnly() throws IOException {
        Document document = read(PackageFixture.word("""
            <w:p><w:r><w:t xml:space="preserve">See </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r>\
            <w:r><w:instrText> HYPERLINK "https://example.org/a" </w:instrText></w:r>\
            <w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>there</w:t></w:r>\
            <w:r><w:fldChar w:fldCharType="end"/></w:r><w:fldSimple w:instr=" PAGE "><w:r><w:t>, 3</w:t></w:r></w:fldSimple></w:p>
            <w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DDEAUTO cmd "/k calc"</w:instrText></w:r>\
            <w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>\
            """));
        assertEquals(List.of("paragraph BODY 1: See there, 3"), BlockLines.of(document));
        assertEquals(
                List.of(new Fact.ExternalLink(Fact.ExternalLink.Kind.HYPERLINK, "https://example.org/a", at(1))),
                document.facts(Fact.ExternalLink.class).toList());
        assertEquals(
                List.of(new Fact.ActiveContent(Fact.ActiveContent.Kind.DDE, "cmd /k calc", at(2))),
                document.facts(Fact.ActiveContent.class).toList());
    }

    @Test
    void specialCharacters_areWrittenAsReadersSeeThem() throws IOException {
        assertOutline(
                PackageFixture.word("""
                    <w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t>\
                    <w:softHyphen/><w:t>e</w:t><w:sym w:font="Symbol" w:char="F0A3"/>\
                    <w:sym w:font="Wingdings" w:char="F0FC"/></w:r><m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>\
                    <w:r><w:rPr><w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/></w:rPr><w:t>\uF061</w:t></w:r></w:p>\
                    """), "paragraph" + " BODY" + " 1: a" + "\tb\n" + "c\u2011de\u2264\u2713x=1\u03B1");
    }

    @Test
    void strictNamespaces_areReadLikeTransitionalOnes() throws IOException {
        assertOutline(
                PackageFixture.word("")
                        .xml(
                                MAIN,
                                "<d:document"
                                    + " xmlns:d=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"><d:body><d:p><d:pPr><d:outlineLvl"
                                    + " d:val=\"0\"/></d:pPr><d:r><d:t>Strict</d:t></d:r></d:p></d:body></d:document>"),
                "heading1 BODY 1: Strict");
    }

    @Test
    void contentControlsAndUnknownWrappers_areLookedInto() throws IOException {
        assertOutline(
                PackageFixture.word(
                        "<w:sdt><w:sdtPr><w:alias w:val=\"A\"/></w:sdtPr><w:sdtContent>" + p("", "in control")
                                + "</w:sdtContent></w:sdt><w:p><w:sdt><w:sdtContent><w:r><w:t>inline</w:t></w:r></w:sdtContent></w:sdt><y:new"
                                + " xmlns:y=\"urn:new\"><w:r><w:t> new</w:t></w:r></y:new></w:p>"),
                "paragraph BODY 1: in control",
                "paragraph BODY 2: inline new");
    }

    @Test
    void manyEntities_areNotCountedAsAnAttack() throws IOException {
        Document document = read(PackageFixture.word(p("", "R&amp;D ".repeat(60_000))));
        assertTrue(document.text().length() > 200_000);
        assertEquals(List.of(), document.gaps());
    }

    private void assertOutline(PackageFixture fixture, String... lines) throws IOException {
        Document document = read(fixture);
        assertEquals(List.of(lines), BlockLines.of(document));
        assertEquals(List.of(), document.gaps());
    }

    private Document read(PackageFixture fixture) throws IOException {
        return BlockLines.read(new WordReader(), fixture.write(folder.resolve("test.docx")));
    }

    private static PackageFixture styled(String body) {
        return PackageFixture.word(body)
                .element("word/styles.xml", "w:styles", STYLES)
                .relate(MAIN, "s1", "styles", "styles.xml");
    }

    private static String p(String style, String text) {
        String properties = style.isEmpty() ? "" : "<w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr>";
        return "<w:p>" + properties + "<w:r><w:t>" + text + "</w:t></w:r></w:p>";
    }

    private static Place at(int number) {
        return new Place.Paragraph(number, List.of());
    }

    private static Fact.TrackedChange change(String author, Fact.TrackedChange.Action action, int number) {
        return new Fact.TrackedChange(author, action, "", null, at(number));
    }
}
