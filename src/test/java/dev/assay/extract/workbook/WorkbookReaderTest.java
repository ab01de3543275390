package dev.assay.extract.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.document.Document;
import dev.assay.document.Fact;
import dev.assay.document.Gap;
import dev.assay.document.Place;
import dev.assay.extract.BlockLines;
import dev.assay.extract.ChartFixture;
import dev.assay.extract.PackageFixture;
import dev.assay.extract.draft.ContainerLimits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WorkbookReaderTest {
    private static final String MAIN = "xl/workbook.xml";
    private static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final Place TOP = new Place.Cell("Data", "A1");

    @TempDir
    Path folder;

    @Test
    void values_areShownAsFormattedAndKeptAtFullPrecision() throws IOException {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            Document document = read(styled("""
                <x:sheetData><x:row r="1"><x:c r="A1"><x:v>1234.5678</x:v></x:c><x:c r="B1" s="1"><x:v>1234.5678</x:v></x:c>\
                <x:c r="C1" s="2"><x:v>0.125</x:v></x:c><x:c r="D1" t="b"><x:v>1</x:v></x:c><x:c r="E1" t="e"><x:v>#DIV/0!</x:v></x:c>\
                <x:c r="F1"><x:v>1.5E-7</x:v></x:c></x:row>\
                <x:row r="2"><x:c r="A2" s="3"><x:v>46096</x:v></x:c><x:c r="B2" s="4"><x:v>46096.5</x:v></x:c>\
                <x:c r="C2" s="5"><x:v>46096</x:v></x:c><x:c r="D2" s="1"/><x:c r="E2" s="6"><x:v>7</x:v></x:c></x:row></x:sheetData>\
                """));
            assertEquals(
                    List.of(
                            "table BODY Data!A1:F2: Data",
                            "| 0,0 1234.5678 ~1234.5678 | 0,1 1,234.57 ~1234.5678 | 0,2 12.5% ~0.125 | 0,3 TRUE | 0,4"
                                    + " #DIV/0! | 0,5 0.00000015 ~0.00000015 |",
                            "| 1,0 2026-03-15 ~46096 | 1,1 2026-03-15 12:00 ~46096.5 | 1,2 15 Mar 2026 ~46096 | 1,4 "
                                    + " ~7 |"),
                    BlockLines.of(document));
            assertEquals(
                    List.of(new Fact.Hidden(Fact.Hidden.Kind.VALUE, "", new Place.Cell("Data", "E2"))),
                    document.facts(Fact.Hidden.class).toList());
            assertEquals(
                    List.of(new Fact.Font("Aptos", false, true), new Fact.Font("Garamond", false, true)),
                    document.facts(Fact.Font.class).toList());
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void datesSince1904_areFourYearsLater() throws IOException {
        Document document = read(styled("<x:sheetData><x:row r=\"1\"><x:c r=\"A1\" s=\"3\"><x:v>0</x:v></x:c>"
                        + "<x:c r=\"B1\" t=\"d\" s=\"5\"><x:v>2026-03-15</x:v></x:c></x:row></x:sheetData>")
                .element(
                        MAIN,
                        "x:workbook",
                        "<x:workbookPr date1904=\"1\"/><x:sheets><x:sheet name=\"Data\" r:id=\"rId1\"/></x:sheets>"));
        assertEquals(
                "| 0,0 1904-01-01 ~0 | 0,1 15 Mar 2026 |",
                BlockLines.of(document).get(1));
    }

    @Test
    void texts_areRichSharedOrInlineWithoutPhoneticGuides() throws IOException {
        Document document = read(PackageFixture.workbook("""
            <x:sheetData><x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c><x:c r="B1" t="s"><x:v>1</x:v></x:c>\
            <x:c r="C1" t="inlineStr"><x:is><x:t>in line</x:t></x:is></x:c><x:c r="D1" t="s"><x:v>99</x:v></x:c></x:row></x:sheetData>\
            """)
                .relate(MAIN, "rId9", "sharedStrings", "sharedStrings.xml")
                .element("xl/sharedStrings.xml", "x:sst", """
                    <x:si><x:r><x:t>rich </x:t></x:r><x:r><x:rPr><x:b/></x:rPr><x:t>text</x:t></x:r></x:si>\
                    <x:si><x:t>東京_x000D_a</x:t><x:rPh sb="0" eb="2"><x:t>トウキョウ</x:t></x:rPh></x:si>\
                    """));
        assertEquals(
                "| 0,0 rich text | 0,1 東京 a | 0,2 in line | 0,3 99 |",
                BlockLines.of(document).get(1));
    }

    @Test
    void sharedFormulas_areMovedToEachCell() throws IOException {
        Document document = read(PackageFixture.workbook("""
            <x:sheetData><x:row r="1"><x:c r="C1"><x:f t="shared" ref="C1:C2" si="0">SUM(A1:$B1)*LOG10(B$1)+'A1 x'!A1&amp;"A1"+A:A+T[A1]+_A1</x:f><x:v>3</x:v></x:c></x:row>\
            <x:row r="2"><x:c r="C2"><x:f t="shared" si="0"/><x:v>4</x:v></x:c><x:c r="D2"><x:f>A2</x:f></x:c>\
            <x:c r="E2" t="str"><x:f>IF(1,"","")</x:f></x:c></x:row></x:sheetData>\
            """));
        assertEquals(
                List.of(
                        "table BODY Data!C1:C2: Data",
                        "| 0,2 3 ~3 =SUM(A1:$B1)*LOG10(B$1)+'A1 x'!A1&\"A1\"+A:A+T[A1]+_A1 |",
                        "| 1,2 4 ~4 =SUM(A2:$B2)*LOG10(B$1)+'A1 x'!A2&\"A1\"+A:A+T[A1]+_A1 | 1,3  =A2 | 1,4 "
                                + " =IF(1,\"\",\"\") |"),
                BlockLines.of(document));
        assertEquals(
                List.of(new Gap(
                        Gap.Reason.NO_TEXT,
                        new Place.Cell("Data", "D2"),
                        "1 formula has no stored value: the file was saved without calculating.")),
                document.gaps());
        assertEquals("SUM(C3:$B3)+D:D", new SharedFormula("SUM(A1:$B1)+B:B", 0, 0).at(2, 2));
        assertEquals(
                "5:7+XFD1048576", new SharedFormula("3:5+B2", 1, 1).at(3, 1).replace("B4", "XFD1048576"));
        assertEquals("XFD1048576", new SharedFormula("A1", 1, 1).at(0, 0));
    }

    @Test
    void mergedCells_haveSpans() throws IOException {
        Document document = read(PackageFixture.workbook("<x:sheetData>" + row(1, "A1", "B1", "C1") + row(2, "C2")
                + "</x:sheetData><x:mergeCells><x:mergeCell ref=\"C1:D2\"/><x:mergeCell"
                + " ref=\"Z9:Z10\"/></x:mergeCells>"));
        assertEquals(
                List.of("table BODY Data!A1:C2: Data", "| 0,0 1 ~1 | 0,1 1 ~1 | 0,2(2x2) 1 ~1 |", "| 1,2 1 ~1 |"),
                BlockLines.of(document));
    }

    @Test
    void cellsWithoutReferences_areCounted() throws IOException {
        Document document = read(PackageFixture.workbook("""
            <x:sheetData><x:row><x:c><x:v>1</x:v></x:c><x:c><x:v>2</x:v></x:c></x:row>\
            <x:row r="4"><x:c r="C4"><x:v>3</x:v></x:c><x:c><x:v>4</x:v></x:c></x:row><x:row><x:c><x:v>5</x:v></x:c></x:row></x:sheetData>\
            """));
        assertEquals(
                List.of(
                        "table BODY Data!A1:D5: Data",
                        "| 0,0 1 ~1 | 0,1 2 ~2 |",
                        "| 3,2 3 ~3 | 3,3 4 ~4 |",
                        "| 4,0 5 ~5 |"),
                BlockLines.of(document));
    }

    @Test
    void hiddenRowsAndColumns_areToldWhereTheyHoldSomething() throws IOException {
        Document document = read(PackageFixture.workbook("<x:cols><x:col min=\"2\" max=\"3\" hidden=\"1\"/>"
                + "<x:col min=\"7\" max=\"16384\" hidden=\"1\"/></x:cols><x:sheetData>" + row(1, "A1", "B1")
                + row(3, "A3").replace("<x:row", "<x:row hidden=\"1\"")
                + row(4, "A4").replace("<x:row", "<x:row hidden=\"1\"")
                + "<x:row r=\"6\" hidden=\"1\"/></x:sheetData>"));
        assertEquals(
                List.of(
                        new Fact.Hidden(Fact.Hidden.Kind.ROW, "", new Place.Cell("Data", "3:4")),
                        new Fact.Hidden(Fact.Hidden.Kind.COLUMN, "", new Place.Cell("Data", "B:C"))),
                document.facts(Fact.Hidden.class).toList());
        assertEquals("table BODY Data!A1:B4: Data", BlockLines.of(document).getFirst());
    }

    @Test
    void hiddenSheets_lieInTheHiddenLayer() throws IOException {
        Document document = read(PackageFixture.workbook("<x:sheetData>" + row(1, "A1") + "</x:sheetData>")
                .element("xl/worksheets/sheet2.xml", "x:worksheet", "<x:sheetData>" + row(1, "B2") + "</x:sheetData>")
                .relate(MAIN, "rId2", "worksheet", "worksheets/sheet2.xml")
                .element(MAIN, "x:workbook", """
                    <x:sheets><x:sheet name="Data" r:id="rId1" state="veryHidden"/><x:sheet name="Shown" r:id="rId2"/>\
                    <x:sheet name="Lost" r:id="rId7"/></x:sheets>\
                    """));
        assertEquals(
                List.of("table HIDDEN Data!A1: Data", "| 0,0 1 ~1 |", "table BODY Shown!B2: Shown", "| 1,1 1 ~1 |"),
                BlockLines.of(document));
        assertEquals(
                List.of(new Fact.Hidden(Fact.Hidden.Kind.VERY_HIDDEN_SHEET, "Data", TOP)),
                document.facts(Fact.Hidden.class).toList());
        assertEquals(
                List.of(new Fact.Count(Fact.Count.Unit.SHEETS, 3)),
                document.facts(Fact.Count.class).toList());
        assertEquals(
                List.of(new Gap(Gap.Reason.DAMAGED, new Place.Cell("Lost", "A1"), "The relationship rId7 is missing.")),
                document.gaps());
    }

    @Test
    void comments_legacyAndThreaded_areReadOnce() throws IOException {
        Document document = read(PackageFixture.workbook("<x:sheetData/>")
                .relate(SHEET, "c1", "comments", "../comments1.xml")
                .relate(SHEET, "c2", "threadedComment", "../threadedComments/threadedComment1.xml")
                .element("xl/comments1.xml", "x:comments", """
                    <x:authors><x:author>Ann</x:author></x:authors><x:commentList><x:comment ref="B2" authorId="0"><x:text>\
                    <x:r><x:t>old </x:t></x:r><x:r><x:t>note</x:t></x:r></x:text></x:comment><x:comment ref="C3"><x:text>\
                    <x:t>[Threaded comment]</x:t></x:text></x:comment></x:commentList>\
                    """)
                .xml("xl/threadedComments/threadedComment1.xml", """
                    <ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments">\
                    <threadedComment ref="C3" id="{1}"><text>why?</text></threadedComment>\
                    <threadedComment ref="C3" id="{2}" parentId="{1}"><text>because</text></threadedComment></ThreadedComments>\
                    """));
        assertEquals(
                List.of(
                        "paragraph COMMENT Data!C3: why?",
                        "paragraph COMMENT Data!C3: because",
                        "paragraph COMMENT Data!B2: old note"),
                BlockLines.of(document));
    }

    @Test
    void headersAndFooters_areReadWithoutTheirCodes() throws IOException {
        Document document = read(PackageFixture.workbook("<x:sheetData/><x:headerFooter>"
                + "<x:oddHeader>&amp;L&amp;\"Arial,Bold\"&amp;12Draft&amp;RR&amp;&amp;D &amp;P</x:oddHeader>"
                + "<x:oddFooter>&amp;C&amp;Kff0000Secret</x:oddFooter></x:headerFooter>"));
        assertEquals(
                List.of("paragraph HEADER Data!A1: Draft\nR&D", "paragraph FOOTER Data!A1: Secret"),
                BlockLines.of(document));
    }

    @Test
    void drawings_areReadAtTheirCell() throws IOException {
        Document document = read(PackageFixture.workbook("<x:sheetData/><x:drawing r:id=\"d1\"/>")
                .relate(SHEET, "d1", "drawing", "../drawings/drawing1.xml")
                .relate("xl/drawings/drawing1.xml", "rId5", "chart", "../charts/chart1.xml")
                .element("xl/charts/chart1.xml", "c:chartSpace", ChartFixture.CHART)
                .element("xl/drawings/drawing1.xml", "xdr:wsDr", """
                    <xdr:twoCellAnchor><xdr:from><xdr:col>2</xdr:col><xdr:colOff>99</xdr:colOff><xdr:row>4</xdr:row></xdr:from>\
                    <xdr:to><xdr:col>9</xdr:col></xdr:to><xdr:sp><xdr:nvSpPr><xdr:cNvPr id="1" name="T" descr="a note"/></xdr:nvSpPr>\
                    <xdr:txBody><a:p><a:r><a:t>boxed</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:twoCellAnchor>\
                    <xdr:twoCellAnchor><xdr:from><xdr:col>0</xdr:col><xdr:row>20</xdr:row></xdr:from><xdr:graphicFrame>\
                    <a:graphic><a:graphicData><c:chart r:id="rId5"/></a:graphicData></a:graphic></xdr:graphicFrame></xdr:twoCellAnchor>\
                    """));
        assertEquals(
                List.of(
                        "paragraph ALT_TEXT Data!C5: a note",
                        "paragraph BODY Data!C5: boxed",
                        "table BODY Data!A21: Chart: Share",
                        "| 0,0(1x3) Share |",
                        "| 1,0  | 1,1 2025 | 1,2 2026 |",
                        "| 2,0 North | 2,1 40% ~0.4 | 2,2 41% ~0.41 |",
                        "| 3,0 South | 3,1 60% ~0.6 | 3,2  |",
                        "paragraph BODY Data!A21: Regions"),
                BlockLines.of(document));
    }

    @Test
    void whatReachesOutside_isTold() throws IOException {
        Document document = read(PackageFixture.workbook("""
            <x:sheetData><x:row r="1"><x:c r="A1" t="str"><x:f>HYPERLINK("https://example.org/f","go")</x:f><x:v>go</x:v></x:c></x:row></x:sheetData>\
            <x:hyperlinks><x:hyperlink ref="B7" r:id="l1"/></x:hyperlinks>\
            """)
                .external(SHEET, "l1", "hyperlink", "https://example.org/h")
                .relate(MAIN, "e1", "externalLink", "externalLinks/externalLink1.xml")
                .element(
                        "xl/externalLinks/externalLink1.xml",
                        "x:externalLink",
                        "<x:ddeLink ddeService=\"cmd\" ddeTopic=\"/c calc\"/>")
                .external("xl/externalLinks/externalLink1.xml", "x1", "externalLinkPath", "file:///C:/other.xlsx")
                .relate(MAIN, "e2", "connections", "connections.xml")
                .element(
                        "xl/connections.xml",
                        "x:connections",
                        "<x:connection name=\"Sales\"><x:dbPr connection=\"Password=secret\"/></x:connection>"
                                + "<x:connection name=\"Web\"><x:webPr url=\"https://example.org/w\"/></x:connection>")
                .relate(MAIN, "e3", "vbaProject", "vbaProject.bin")
                .bytes("xl/vbaProject.bin", new byte[4])
                .element(
                        MAIN,
                        "x:workbook",
                        "<x:sheets><x:sheet name=\"Data\" r:id=\"rId1\"/></x:sheets><x:definedNames>"
                                + "<x:definedName name=\"Rate\">Data!$B$2</x:definedName></x:definedNames>"));
        Place whole = new Place.Whole();
        assertEquals(
                List.of(
                        new Fact.ExternalLink(Fact.ExternalLink.Kind.HYPERLINK, "https://example.org/f", TOP),
                        new Fact.ExternalLink(
                                Fact.ExternalLink.Kind.HYPERLINK,
                                "https://example.org/h",
                                new Place.Cell("Data", "B7")),
                        new Fact.ExternalLink(Fact.ExternalLink.Kind.WORKBOOK, "file:///C:/other.xlsx", whole),
                        new Fact.ExternalLink(Fact.ExternalLink.Kind.DATA, "connection Sales", whole),
                        new Fact.ExternalLink(Fact.ExternalLink.Kind.DATA, "https://example.org/w", whole)),
                document.facts(Fact.ExternalLink.class).toList());
        assertEquals(
                List.of(
                        new Fact.ActiveContent(Fact.ActiveContent.Kind.DDE, "cmd|/c calc", whole),
                        new Fact.ActiveContent(Fact.ActiveContent.Kind.MACRO, "xl/vbaProject.bin", whole)),
                document.facts(Fact.ActiveContent.class).toList());
        assertEquals(
                List.of(new Fact.DefinedName("Rate", "Data!$B$2", false)),
                document.facts(Fact.DefinedName.class).toList());
    }

    @Test
    void brokenSheet_isAGapAtTheCellReadLast() throws IOException {
        Document document = read(PackageFixture.workbook("")
                .xml(
                        SHEET,
                        "<worksheet"
                                + " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row"
                                + " r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>2</v></c><c r=\"C1\"><v>3"));
        assertEquals(List.of("table BODY Data!A1:B1: Data", "| 0,0 1 ~1 | 0,1 2 ~2 |"), BlockLines.of(document));
        assertEquals(new Place.Cell("Data", "B1"), document.gaps().getFirst().place());
    }

    @Test
    void references_areReadAndWritten() {
        assertEquals(Optional.of(new CellReference(6, 1)), CellReference.parse("$B$7"));
        assertEquals(
                "XFD1048576", CellReference.parse("xfd1048576").orElseThrow().text());
        assertEquals("AA1", new CellReference(0, 26).text());
        for (String none : List.of("", "B", "7", "B0", "ABCD1", "B12345678", "B7x", "B-7")) {
            assertEquals(Optional.empty(), CellReference.parse(none), none);
        }
    }

    private Document read(PackageFixture fixture) throws IOException {
        return BlockLines.read(
                new WorkbookReader(ContainerLimits.standard()), fixture.write(folder.resolve("test.xlsx")));
    }

    private static PackageFixture styled(String sheet) {
        return PackageFixture.workbook(sheet)
                .relate(MAIN, "rId8", "styles", "styles.xml")
                .element("xl/styles.xml", "x:styleSheet", """
                    <x:numFmts><x:numFmt numFmtId="164" formatCode="d\\ mmm\\ yyyy"/><x:numFmt numFmtId="165" formatCode=";;;"/></x:numFmts>\
                    <x:fonts><x:font><x:name val="Aptos"/></x:font><x:font><x:name val="Garamond"/></x:font></x:fonts>\
                    <x:cellXfs><x:xf numFmtId="0" fontId="0"/><x:xf numFmtId="4" fontId="1"/><x:xf numFmtId="166" fontId="0"/>\
                    <x:xf numFmtId="14"/><x:xf numFmtId="22"/><x:xf numFmtId="164"/><x:xf numFmtId="165"/></x:cellXfs>\
                    """.replace(
                                "</x:numFmts>", "<x:numFmt numFmtId=\"166\" formatCode=\"0.0%\"/></x:numFmts>"));
    }

    private static String row(int number, String... cells) {
        StringBuilder row = new StringBuilder("<x:row r=\"" + number + "\">");
        for (String cell : cells) {
            row.append("<x:c r=\"").append(cell).append("\"><x:v>1</x:v></x:c>");
        }
        return row.append("</x:row>").toString();
    }
}
