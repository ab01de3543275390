package dev.assay.extract.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.assay.document.Document;
import dev.assay.document.Fact;
import dev.assay.document.Gap;
import dev.assay.document.Layer;
import dev.assay.document.Place;
import dev.assay.document.Span;
import dev.assay.extract.BlockLines;
import dev.assay.extract.ChartFixture;
import dev.assay.extract.PackageFixture;
import dev.assay.extract.draft.ContainerLimits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a workbook holds besides its cells.
final class WorkbookFactsTest {
    private static final String MAIN = "xl/workbook.xml";
    private static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final Place WHOLE = new Place.Whole();

    @TempDir
    Path folder;

    @Test
    void comments_haveAuthorDateStateAndTheTextTheyAreAbout() throws IOException {
        Document document = read(PackageFixture.workbook("<x:sheetData><x:row r=\"2\"><x:c r=\"B2\"><x:v>40</x:v></x:c>"
                        + "<x:c r=\"C2\" t=\"str\"><x:v>Sum</x:v></x:c></x:row></x:sheetData>")
                .relate(SHEET, "c1", "comments", "../comments1.xml")
                .relate(SHEET, "c2", "threadedComment", "../threadedComments/threadedComment1.xml")
                .relate(MAIN, "p1", "person", "persons/person.xml")
                .element("xl/comments1.xml", "x:comments", """
                    <x:authors><x:author>Ann</x:author><x:author>tc={1}</x:author></x:authors><x:commentList>\
                    <x:comment ref="B2" authorId="0"><x:text><x:t>note</x:t></x:text></x:comment>\
                    <x:comment ref="C2" authorId="1"><x:text><x:t>[Threaded comment]</x:t></x:text></x:comment>\
                    <x:comment ref="D9" authorId="7"><x:text><x:t>of nothing</x:t></x:text></x:comment></x:commentList>\
                    """)
                .xml("xl/persons/person.xml", """
                    <personList xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments">\
                    <person displayName="Bea" id="{p}"/></personList>\
                    """)
                .xml("xl/threadedComments/threadedComment1.xml", """
                    <ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments">\
                    <threadedComment ref="C2" dT="2026-03-15T10:00:00.00" personId="{p}" id="{1}" done="1"><text>why?</text></threadedComment>\
                    <threadedComment ref="C2" dT="2026-03-16T10:00:00.00" personId="{x}" id="{2}" parentId="{1}"><text>so</text></threadedComment>\
                    </ThreadedComments>\
                    """));
        Place sum = new Place.Cell("Data", "C2");
        Span amount = cell(document, 1, 1);
        Span label = cell(document, 1, 2);
        assertEquals(
                List.of(
                        new Fact.Comment("Bea", "2026-03-15T10:00:00.00", true, span(document, "why?"), label, sum),
                        new Fact.Comment("", "2026-03-16T10:00:00.00", true, span(document, "so"), label, sum),
                        new Fact.Comment(
                                "Ann", "", false, span(document, "note"), amount, new Place.Cell("Data", "B2")),
                        new Fact.Comment(
                                "", "", false, span(document, "of nothing"), null, new Place.Cell("Data", "D9"))),
                document.facts(Fact.Comment.class).toList());
    }

    @Test
    void linksInside_areFollowed() throws IOException {
        Document document = read(PackageFixture.workbook("""
            <x:sheetData><x:row r="1"><x:c r="A1" t="str"><x:f>HYPERLINK("#Rate","go")</x:f><x:v>go</x:v></x:c></x:row></x:sheetData>\
            <x:hyperlinks><x:hyperlink ref="B1" location="'My sheet'!B2:C3"/><x:hyperlink ref="B2" location="Gone!A1"/>\
            <x:hyperlink ref="B3" location="Rate"/><x:hyperlink ref="B4" location="Broken"/><x:hyperlink ref="B5" location="C7"/>\
            <x:hyperlink ref="B6" location="Prices[Net]"/><x:hyperlink ref="B7" r:id="l1"/><x:hyperlink ref="B8" location="data!Local"/>\
            <x:hyperlink ref="B9" location="Local"/><x:hyperlink ref="C1" location="Data"/><x:hyperlink ref="C2" location="data!"/>\
            <x:hyperlink ref="C3" r:id="l2" location="Sheet1!A1"/></x:hyperlinks><x:tableParts><x:tablePart r:id="t1"/></x:tableParts>\
            """)
                .relate(SHEET, "l1", "hyperlink", "#'My%20sheet'!A1")
                .external(SHEET, "l2", "hyperlink", "other.xlsx")
                .relate(SHEET, "t1", "table", "../tables/table1.xml")
                .element(
                        "xl/tables/table1.xml",
                        "x:table",
                        "<x:tableColumns/>",
                        "displayName=\"Prices\" name=\"Prices\" ref=\"A3:B9\"")
                .element(MAIN, "x:workbook", """
                    <x:sheets><x:sheet name="Data" r:id="rId1"/><x:sheet name="My sheet"/></x:sheets><x:definedNames>\
                    <x:definedName name="Rate">Data!$B$2</x:definedName><x:definedName name="Broken">#REF!</x:definedName>\
                    <x:definedName name="Local" localSheetId="0">Data!$B$3</x:definedName>\
                    <x:definedName name="_xlnm.Print_Area" localSheetId="1">'My sheet'!$A$1:$C$9</x:definedName>\
                    <x:definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">Data!$A$1</x:definedName></x:definedNames>\
                    """));
        assertEquals(
                List.of(
                        inside("Rate", true, "A1"),
                        inside("'My sheet'!B2:C3", true, "B1"),
                        inside("Gone!A1", false, "B2"),
                        inside("Rate", true, "B3"),
                        inside("Broken", false, "B4"),
                        inside("C7", true, "B5"),
                        inside("Prices[Net]", true, "B6"),
                        inside("'My sheet'!A1", true, "B7"),
                        inside("data!Local", true, "B8"),
                        inside("Local", true, "B9"),
                        inside("Data", false, "C1"),
                        inside("data!", true, "C2")),
                document.facts(Fact.InternalLink.class).toList());
        assertEquals(
                List.of(new Fact.ExternalLink(
                        Fact.ExternalLink.Kind.HYPERLINK, "other.xlsx", new Place.Cell("Data", "C3"))),
                document.facts(Fact.ExternalLink.class).toList());
        assertEquals(
                List.of(
                        new Fact.DefinedName("Rate", "Data!$B$2", false),
                        new Fact.DefinedName("Broken", "#REF!", false),
                        new Fact.DefinedName("Data!Local", "Data!$B$3", false),
                        new Fact.DefinedName("'My sheet'!Print_Area", "'My sheet'!$A$1:$C$9", false),
                        new Fact.DefinedName("Data!_FilterDatabase", "Data!$A$1", true),
                        new Fact.DefinedName("Prices", "Data!$A$3:$B$9", false)),
                document.facts(Fact.DefinedName.class).toList());
    }

    private static Fact.InternalLink inside(String target, boolean resolved, String cell) {
        return new Fact.InternalLink(target, resolved, new Place.Cell("Data", cell));
    }

    @Test
    void otherWorkbooks_areNamedInFormulasAndToldWhereTheyAreFirstUsed() throws IOException {
        Document document = read(PackageFixture.workbook("""
            <x:sheetData><x:row r="1"><x:c r="A1"><x:f>SUM([2]Rates!A1,[1]!Total)+"[1]"+T[1]</x:f><x:v>1</x:v></x:c>\
            <x:c r="B1"><x:f>'[2]My rates'!B2+'[third.xlsx]S'!A1</x:f><x:v>1</x:v></x:c></x:row></x:sheetData>\
            <x:oleObjects><x:oleObject progId="Word.Document.12" shapeId="1" link="[3]!''''" oleUpdate="OLEUPDATE_ALWAYS"/><x:oleObject shapeId="2" link="[9]!''''"/></x:oleObjects>\
            """)
                .element(MAIN, "x:workbook", """
                    <x:sheets><x:sheet name="Data" r:id="rId1"/></x:sheets><x:externalReferences>\
                    <x:externalReference r:id="e2"/><x:externalReference r:id="e1"/><x:externalReference r:id="e3"/></x:externalReferences>\
                    """)
                .relate(MAIN, "e1", "externalLink", "externalLinks/externalLink1.xml")
                .relate(MAIN, "e2", "externalLink", "externalLinks/externalLink2.xml")
                .relate(MAIN, "e3", "externalLink", "externalLinks/externalLink3.xml")
                .element("xl/externalLinks/externalLink1.xml", "x:externalLink", """
                    <x:externalBook r:id="x1"><x:sheetDataSet><x:sheetData><x:row><x:cell r="A1" t="str"><x:v>Gold price</x:v></x:cell>\
                    <x:cell r="B1"><x:v>7</x:v></x:cell><x:cell r="A2" t="str"><x:v>Gold price</x:v></x:cell></x:row></x:sheetData>\
                    </x:sheetDataSet></x:externalBook>\
                    """)
                .external(
                        "xl/externalLinks/externalLink1.xml",
                        "x1",
                        "externalLinkPath",
                        "file:///C:/of%202026/rates.xlsx")
                .element("xl/externalLinks/externalLink2.xml", "x:externalLink", "<x:externalBook r:id=\"x1\"/>")
                .external("xl/externalLinks/externalLink2.xml", "x1", "externalLinkPath", "totals.xlsx")
                .element(
                        "xl/externalLinks/externalLink3.xml", "x:externalLink", "<x:oleLink r:id=\"x1\" progId=\"W\"/>")
                .external("xl/externalLinks/externalLink3.xml", "x1", "oleObject", "\\\\server\\brief.docx"));
        assertEquals(
                "| 0,0 1 ~1 =SUM([rates.xlsx]Rates!A1,[totals.xlsx]!Total)+\"[1]\"+T[1] | 0,1 1 ~1"
                        + " ='[rates.xlsx]My rates'!B2+'[third.xlsx]S'!A1 |",
                BlockLines.of(document).get(1));
        assertEquals(
                "paragraph HIDDEN the file as a whole: Values kept of rates.xlsx: Gold price"
                        .replace("the file as a whole", "Data!A1"),
                BlockLines.of(document).get(2));
        Place first = new Place.Cell("Data", "A1");
        assertEquals(
                List.of(
                        link(Fact.ExternalLink.Kind.WORKBOOK, "third.xlsx", new Place.Cell("Data", "B1")),
                        link(Fact.ExternalLink.Kind.OBJECT, "[9]!''''", first),
                        link(Fact.ExternalLink.Kind.WORKBOOK, "totals.xlsx", first),
                        link(Fact.ExternalLink.Kind.WORKBOOK, "file:///C:/of%202026/rates.xlsx", first),
                        link(Fact.ExternalLink.Kind.OBJECT, "\\\\server\\brief.docx", first)),
                document.facts(Fact.ExternalLink.class).toList());
    }

    private static Fact.ExternalLink link(Fact.ExternalLink.Kind kind, String target, Place place) {
        return new Fact.ExternalLink(kind, target, place);
    }

    @Test
    void whatFormulasFetch_isTold() throws IOException {
        Document document = read(PackageFixture.workbook("""
            <x:sheetData><x:row r="1"><x:c r="A1"><x:f>_xlfn.WEBSERVICE("https://example.org/d")</x:f><x:v>1</x:v></x:c>\
            <x:c r="B1"><x:f>_xlfn.IMAGE("https://example.org/i.png")</x:f><x:v>1</x:v></x:c>\
            <x:c r="C1"><x:f>RTD("quotes.server","","GOLD")</x:f><x:v>1</x:v></x:c>\
            <x:c r="D1"><x:f>MYHYPERLINK("https://example.org/no")</x:f><x:v>1</x:v></x:c></x:row></x:sheetData>\
            """));
        assertEquals(
                List.of(
                        link(Fact.ExternalLink.Kind.DATA, "https://example.org/d", new Place.Cell("Data", "A1")),
                        link(Fact.ExternalLink.Kind.MEDIA, "https://example.org/i.png", new Place.Cell("Data", "B1")),
                        link(Fact.ExternalLink.Kind.DATA, "quotes.server", new Place.Cell("Data", "C1"))),
                document.facts(Fact.ExternalLink.class).toList());
        assertEquals("WEBSERVICE(\"https://example.org/d\")", formula(document, 0));
    }

    @Test
    void formulas_areShownInAllCellsTheyFill() throws IOException {
        Document document = read(PackageFixture.workbook("""
            <x:sheetData><x:row r="1"><x:c r="A1" cm="1"><x:f t="array" ref="A1:B2">_xlfn._xlws.SORT(D1:E2)</x:f><x:v>1</x:v></x:c>\
            <x:c r="B1"><x:v>2</x:v></x:c><x:c r="C1"><x:v>9</x:v></x:c></x:row>\
            <x:row r="2"><x:c r="A2"><x:v>3</x:v></x:c><x:c r="B2"><x:v>4</x:v></x:c></x:row>\
            <x:row r="3"><x:c r="A3"><x:v>5</x:v></x:c><x:c r="C3"><x:f t="dataTable" ref="C3:D3" dt2D="1" dtr="1" r1="B1" r2="B2"/><x:v>6</x:v></x:c>\
            <x:c r="D3"><x:v>7</x:v></x:c></x:row>\
            <x:row r="4"><x:c r="A4"><x:f t="dataTable" ref="A4" dtr="1" r1="B1"/><x:v>8</x:v></x:c>\
            <x:c r="B4"><x:f t="dataTable" ref="B4" r1="B1"/><x:v>8</x:v></x:c></x:row></x:sheetData>\
            """));
        assertEquals(
                List.of(
                        "table BODY Data!A1:D4: Data",
                        "| 0,0 1 ~1 =SORT(D1:E2) | 0,1 2 ~2 =SORT(D1:E2) | 0,2 9 ~9 |",
                        "| 1,0 3 ~3 =SORT(D1:E2) | 1,1 4 ~4 =SORT(D1:E2) |",
                        "| 2,0 5 ~5 | 2,2 6 ~6 =TABLE(B1,B2) | 2,3 7 ~7 =TABLE(B1,B2) |",
                        "| 3,0 8 ~8 =TABLE(B1,) | 3,1 8 ~8 =TABLE(,B1) |"),
                BlockLines.of(document));
    }

    @Test
    void pivotTables_areToldWithTheDataKeptForThem() throws IOException {
        Document document = read(PackageFixture.workbook("<x:sheetData/>")
                .relate(SHEET, "p1", "pivotTable", "../pivotTables/pivotTable1.xml")
                .element(
                        "xl/pivotTables/pivotTable1.xml",
                        "x:pivotTableDefinition",
                        "<x:location ref=\"A3:C9\"/>",
                        "name=\"Sales by region\" cacheId=\"1\"")
                .relate(
                        "xl/pivotTables/pivotTable1.xml",
                        "c1",
                        "pivotCacheDefinition",
                        "../pivotCache/pivotCacheDefinition1.xml")
                .relate(MAIN, "c1", "pivotCacheDefinition", "pivotCache/pivotCacheDefinition1.xml")
                .relate(MAIN, "c2", "pivotCacheDefinition", "pivotCache/pivotCacheDefinition2.xml")
                .element("xl/pivotCache/pivotCacheDefinition1.xml", "x:pivotCacheDefinition", """
                    <x:cacheSource type="worksheet"><x:worksheetSource ref="A1:B9" sheet="Raw data" r:id="x1"/></x:cacheSource>\
                    <x:cacheFields><x:cacheField name="Customer"><x:sharedItems count="2"><x:s v="Elm Ltd"/><x:s v="Oak plc"/></x:sharedItems>\
                    </x:cacheField><x:cacheField name="Note"><x:sharedItems/></x:cacheField></x:cacheFields>\
                    """)
                .external("xl/pivotCache/pivotCacheDefinition1.xml", "x1", "externalLinkPath", "source.xlsx")
                .relate("xl/pivotCache/pivotCacheDefinition1.xml", "r1", "pivotCacheRecords", "pivotCacheRecords1.xml")
                .element(
                        "xl/pivotCache/pivotCacheRecords1.xml",
                        "x:pivotCacheRecords",
                        "<x:r><x:x v=\"0\"/><x:s v=\"kept secret\"/></x:r>")
                .element("xl/pivotCache/pivotCacheDefinition2.xml", "x:pivotCacheDefinition", """
                    <x:cacheSource type="external" connectionId="4"/>\
                    """)
                .relate(MAIN, "e2", "connections", "connections.xml")
                .element(
                        "xl/connections.xml",
                        "x:connections",
                        "<x:connection id=\"4\" name=\"Sales\" sourceFile=\"C:\\sales.accdb\"/>"));
        Place at = new Place.Cell("Data", "A3:C9");
        assertEquals(
                List.of(
                        new Fact.PivotTable("Sales by region", "[source.xlsx]'Raw data'!A1:B9", at),
                        new Fact.PivotTable("", "connection Sales, C:\\sales.accdb", WHOLE)),
                document.facts(Fact.PivotTable.class).toList());
        assertEquals(
                List.of("paragraph HIDDEN Data!A3:C9: Data kept for a pivot table: Customer; Elm Ltd; Oak plc; Note;"
                        + " kept secret"),
                BlockLines.of(document));
        assertEquals(
                List.of(
                        link(Fact.ExternalLink.Kind.WORKBOOK, "source.xlsx", at),
                        link(Fact.ExternalLink.Kind.DATA, "connection Sales, C:\\sales.accdb", WHOLE)),
                document.facts(Fact.ExternalLink.class).toList());
    }

    @Test
    void dataKeptBeyondAnyUse_isCutAndThatIsSaid() throws IOException {
        StringBuilder items = new StringBuilder();
        for (int i = 0; i <= KeptCopy.MOST; i++) {
            items.append("<x:s v=\"item ").append(i).append("\"/>");
        }
        Document document = read(PackageFixture.workbook("<x:sheetData/>")
                .relate(MAIN, "c1", "pivotCacheDefinition", "pivotCache/pivotCacheDefinition1.xml")
                .element(
                        "xl/pivotCache/pivotCacheDefinition1.xml",
                        "x:pivotCacheDefinition",
                        "<x:cacheFields><x:cacheField><x:sharedItems count=\"1\">" + items
                                + "</x:sharedItems></x:cacheField></x:cacheFields>"));
        assertEquals(
                List.of(new Gap(
                        Gap.Reason.SKIPPED_PART, WHOLE, "Of texts that no sheet shows, the first 5000 were read.")),
                document.gaps());
    }

    @Test
    void queryTables_areToldWhereTheyLie() throws IOException {
        Document document = read(PackageFixture.workbook("<x:sheetData/>")
                .relate(SHEET, "t1", "table", "../tables/table1.xml")
                .element("xl/tables/table1.xml", "x:table", "", "displayName=\"Rates\" ref=\"A1:B3\"")
                .relate("xl/tables/table1.xml", "q1", "queryTable", "../queryTables/queryTable1.xml")
                .element("xl/queryTables/queryTable1.xml", "x:queryTable", "", "name=\"Q\" connectionId=\"9\"")
                .relate(MAIN, "e2", "connections", "connections.xml")
                .element(
                        "xl/connections.xml",
                        "x:connections",
                        "<x:connection id=\"9\" name=\"Web\"><x:webPr url=\"https://example.org/w\"/></x:connection>"));
        assertEquals(
                List.of(
                        link(Fact.ExternalLink.Kind.DATA, "https://example.org/w", new Place.Cell("Data", "A1:B3")),
                        link(Fact.ExternalLink.Kind.DATA, "https://example.org/w", WHOLE)),
                document.facts(Fact.ExternalLink.class).toList());
    }

    @Test
    void charts_areToldWithTheRangesOfTheirSeries() throws IOException {
        String range = "<c:f>Data!$A$1:$A$2</c:f><c:strCache>";
        Document document = read(PackageFixture.workbook("<x:sheetData/><x:drawing r:id=\"d1\"/>")
                .relate(SHEET, "d1", "drawing", "../drawings/drawing1.xml")
                .relate("xl/drawings/drawing1.xml", "r1", "chart", "../charts/chart1.xml")
                .relate("xl/drawings/drawing1.xml", "r2", "chart", "../charts/chart2.xml")
                .element(
                        "xl/charts/chart1.xml",
                        "c:chartSpace",
                        ChartFixture.CHART
                                .replace("<c:cat><c:strRef><c:strCache>", "<c:cat><c:strRef>" + range)
                                .replace("<c:numCache>", "<c:f>Data!$B$1:$B$2</c:f><c:numCache>"))
                .element("xl/charts/chart2.xml", "c:chartSpace", """
                    <c:chart><c:title><c:overlay val="0"/></c:title><c:plotArea><c:pieChart><c:ser><c:tx><c:strRef><c:f>Data!$C$1</c:f><c:strCache>\
                    <c:pt idx="0"><c:v>Share</c:v></c:pt></c:strCache></c:strRef></c:tx><c:val><c:numRef><c:f>Data!$C$2</c:f><c:numCache>\
                    <c:pt idx="0"><c:v>3</c:v></c:pt></c:numCache></c:numRef></c:val></c:ser></c:pieChart></c:plotArea></c:chart>\
                    """)
                .element("xl/drawings/drawing1.xml", "xdr:wsDr", chart("r1", 1) + chart("r2", 9)));
        assertEquals(
                List.of(
                        new Fact.Chart(
                                "Share",
                                List.of(
                                        new Fact.Chart.Series("2025", "Data!$B$1:$B$2", "Data!$A$1:$A$2"),
                                        new Fact.Chart.Series("2026", "Data!$B$1:$B$2", "Data!$A$1:$A$2")),
                                new Place.Cell("Data", "A2")),
                        new Fact.Chart(
                                "Share",
                                List.of(new Fact.Chart.Series("Share", "Data!$C$2", "")),
                                new Place.Cell("Data", "A10"))),
                document.facts(Fact.Chart.class).toList());
    }

    private static String chart(String id, int row) {
        return "<xdr:twoCellAnchor><xdr:from><xdr:col>0</xdr:col><xdr:row>" + row
                + "</xdr:row></xdr:from><xdr:graphicFrame><a:graphic><a:graphicData><c:chart r:id=\"" + id
                + "\"/></a:graphicData></a:graphic></xdr:graphicFrame></xdr:twoCellAnchor>";
    }

    @Test
    void pictures_haveTheirSizeAndTheirTextForThoseWhoDoNotSeeThem() throws IOException {
        String picture = """
            <xdr:twoCellAnchor><xdr:from><xdr:col>1</xdr:col><xdr:row>1</xdr:row></xdr:from><xdr:pic><xdr:nvPicPr>%s</xdr:nvPicPr>\
            <xdr:blipFill><a:blip r:embed="r1"/></xdr:blipFill><xdr:spPr><a:xfrm><a:ext cx="127000" cy="254000"/></a:xfrm></xdr:spPr></xdr:pic></xdr:twoCellAnchor>\
            """;
        String decoration = "<xdr:cNvPr id=\"2\" name=\"Line\"><a:extLst><a:ext uri=\"u\"><adec:decorative"
                + " xmlns:adec=\"http://schemas.microsoft.com/office/drawing/2017/decorative\""
                + " val=\"1\"/></a:ext></a:extLst></xdr:cNvPr>";
        Document document = read(PackageFixture.workbook(
                        "<x:sheetData/><x:drawing r:id=\"d1\"/><x:legacyDrawingHF r:id=\"h1\"/>")
                .relate(SHEET, "d1", "drawing", "../drawings/drawing1.xml")
                .relate(SHEET, "h1", "vmlDrawing", "../drawings/vmlDrawing1.vml")
                .relate("xl/drawings/drawing1.xml", "r1", "image", "../media/image1.png")
                .relate("xl/drawings/vmlDrawing1.vml", "r1", "image", "../media/image1.png")
                .bytes("xl/media/image1.png", new byte[0])
                .element("xl/drawings/vmlDrawing1.vml", "v:group", "<v:shape><v:imagedata o:relid=\"r1\"/></v:shape>")
                .element(
                        "xl/drawings/drawing1.xml",
                        "xdr:wsDr",
                        picture.formatted("<xdr:cNvPr id=\"1\" name=\"Logo\" descr=\"our logo\"/>")
                                + picture.formatted(decoration)
                                + picture.formatted("<xdr:cNvPr id=\"3\" name=\"Photo\"/>")));
        Place place = new Place.Cell("Data", "B2");
        assertEquals(
                List.of(
                        new Fact.Image("image1.png", 13, 26, 10, 20, "our logo", place),
                        new Fact.Image("image1.png", 13, 26, 10, 20, "", place),
                        new Fact.Image("image1.png", 13, 26, 10, 20, null, place),
                        new Fact.Image("image1.png", 0, 0, 0, 0, null, new Place.Cell("Data", "A1"))),
                document.facts(Fact.Image.class).toList().stream()
                        .sorted(java.util.Comparator.comparing(image -> image.width() == 0))
                        .toList());
    }

    @Test
    void objectsAndControls_areToldWhereTheyLie() throws IOException {
        Document document = read(PackageFixture.workbook("""
            <x:sheetData/><x:legacyDrawing r:id="v1"/><x:oleObjects><x:oleObject progId="Package" shapeId="1025" r:id="o1"><x:objectPr>\
            <x:anchor><x:from><xdr:col>1</xdr:col><xdr:row>4</xdr:row></x:from></x:anchor></x:objectPr></x:oleObject></x:oleObjects>\
            <x:controls><x:control shapeId="1026" name="Old button"/><x:control shapeId="1027" name="Button"><x:controlPr macro="[0]!Send">\
            <x:anchor><x:from><xdr:col>2</xdr:col><xdr:row>0</xdr:row></x:from></x:anchor></x:controlPr></x:control></x:controls>\
            """)
                .relate(SHEET, "v1", "vmlDrawing", "../drawings/vmlDrawing1.vml")
                .xml("xl/drawings/vmlDrawing1.vml", """
                    <xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" \
                    xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shape id="Old" o:spid="_x0000_s1026"><x:ClientData ObjectType="Button">\
                    <x:Anchor> 3, 1, 6, 2, 4, 1, 7, 2</x:Anchor></x:ClientData></v:shape></xml>\
                    """)
                .relate(SHEET, "o1", "oleObject", "../embeddings/oleObject1.bin")
                .bytes("xl/embeddings/oleObject1.bin", new byte[4]));
        assertEquals(
                List.of(
                        active(Fact.ActiveContent.Kind.OLE_OBJECT, "Package", "B5"),
                        active(Fact.ActiveContent.Kind.OLE_OBJECT, "Old button", "D7"),
                        active(Fact.ActiveContent.Kind.OLE_OBJECT, "Button", "C1"),
                        active(Fact.ActiveContent.Kind.MACRO, "Send", "C1")),
                document.facts(Fact.ActiveContent.class).toList());
    }

    private static Fact.ActiveContent active(Fact.ActiveContent.Kind kind, String name, String cell) {
        return new Fact.ActiveContent(kind, name, new Place.Cell("Data", cell));
    }

    @Test
    void pages_haveSizeAndMargins() throws IOException {
        Document document = read(PackageFixture.workbook("""
            <x:sheetData/><x:pageMargins left="0.5" right="0.7" top="0.75" bottom="1" header="0.3" footer="0.3"/>\
            <x:pageSetup paperSize="9" orientation="landscape"/>\
            """));
        Fact.PageSetup setup = document.facts(Fact.PageSetup.class).findFirst().orElseThrow();
        assertEquals(
                new Fact.PageSetup(
                        841.89, 595.28, new Fact.PageSetup.Margins(54, 50.4, 72, 36), 1, new Place.Cell("Data", "A1")),
                setup);
        assertNull(pageSetup("paperSize=\"1\"").margins());
        assertEquals(612, pageSetup("").width());
        assertEquals(
                283.46, pageSetup("paperWidth=\"100mm\" paperHeight=\"20cm\"").width());
        assertEquals(
                List.of(),
                read(PackageFixture.workbook("<x:sheetData/><x:pageSetup paperSize=\"200\"/>"))
                        .facts(Fact.PageSetup.class)
                        .toList());
    }

    private Fact.PageSetup pageSetup(String attributes) throws IOException {
        return read(PackageFixture.workbook("<x:sheetData/><x:pageSetup " + attributes + "/>"))
                .facts(Fact.PageSetup.class)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void protectionAndCalculation_areToldWhereTheyAreUnusual() throws IOException {
        Document document = read(PackageFixture.workbook("<x:sheetData/><x:sheetProtection sheet=\"1\"/>")
                .element(MAIN, "x:workbook", """
                    <x:fileSharing readOnlyRecommended="1"/><x:workbookPr date1904="1"/><x:workbookProtection lockStructure="1"/>\
                    <x:sheets><x:sheet name="Data" r:id="rId1"/></x:sheets><x:calcPr calcMode="manual" iterate="1" fullPrecision="0"/>\
                    """));
        assertEquals(
                List.of(
                        new Fact.Property("readOnlyRecommended", "true"),
                        new Fact.Property("date1904", "true"),
                        new Fact.Property("workbookProtection", "structure"),
                        new Fact.Property("calcMode", "manual"),
                        new Fact.Property("iterate", "100"),
                        new Fact.Property("fullPrecision", "false"),
                        new Fact.Property("sheetProtection", "Data")),
                document.facts(Fact.Property.class).toList());
        assertEquals(
                List.of(),
                read(PackageFixture.workbook("<x:sheetData/>"))
                        .facts(Fact.Property.class)
                        .toList());
    }

    @Test
    void macroSheets_areReadAndTold() throws IOException {
        Document document = read(PackageFixture.workbook("<x:sheetData/>")
                .relate(MAIN, "m1", "xlMacrosheet", "macrosheets/sheet1.xml")
                .xml(
                        "xl/macrosheets/sheet1.xml",
                        "<xm:macrosheet xmlns:xm=\"http://schemas.microsoft.com/office/excel/2006/main\""
                                + " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row"
                                + " r=\"1\"><c"
                                + " r=\"A1\"><f>EXEC(\"calc\")</f><v>0</v></c></row></sheetData></xm:macrosheet>")
                .element(
                        MAIN,
                        "x:workbook",
                        "<x:sheets><x:sheet name=\"Macro1\" state=\"veryHidden\" r:id=\"m1\"/></x:sheets>"));
        assertEquals(
                List.of("table HIDDEN Macro1!A1: Macro1", "| 0,0 0 ~0 =EXEC(\"calc\") |"), BlockLines.of(document));
        assertEquals(
                List.of(new Fact.ActiveContent(
                        Fact.ActiveContent.Kind.MACRO, "xl/macrosheets/sheet1.xml", new Place.Whole())),
                document.facts(Fact.ActiveContent.class).toList());
    }

    @Test
    void partsNotRead_areSaid() throws IOException {
        Document document = read(PackageFixture.workbook("<x:sheetData/>")
                .relate(MAIN, "m1", "powerPivotData", "model/item.data")
                .bytes("xl/model/item.data", new byte[9]));
        assertEquals(
                List.of(new Gap(
                        Gap.Reason.UNOPENED_FILE,
                        new Place.Part("xl/model/item.data", WHOLE),
                        "The data model was not read.")),
                document.gaps());
    }

    private static String formula(Document document, int column) {
        return String.valueOf(document.tables()
                .findFirst()
                .orElseThrow()
                .cell(0, column)
                .orElseThrow()
                .formula());
    }

    private static Span cell(Document document, int row, int column) {
        return document.tables()
                .findFirst()
                .orElseThrow()
                .cell(row, column)
                .orElseThrow()
                .span();
    }

    private static Span span(Document document, String words) {
        return document.layer(Layer.COMMENT)
                .filter(block -> document.text(block).equals(words))
                .findFirst()
                .orElseThrow()
                .span();
    }

    private Document read(PackageFixture fixture) throws IOException {
        return BlockLines.read(
                new WorkbookReader(ContainerLimits.standard()), fixture.write(folder.resolve("test.xlsx")));
    }
}
