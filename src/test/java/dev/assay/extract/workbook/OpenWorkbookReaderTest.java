package dev.assay.extract.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.document.Document;
import dev.assay.document.Extraction;
import dev.assay.document.Fact;
import dev.assay.document.Gap;
import dev.assay.document.Place;
import dev.assay.extract.BlockLines;
import dev.assay.extract.Reading;
import dev.assay.extract.ZipBytes;
import dev.assay.extract.draft.ContainerLimits;
import dev.assay.extract.draft.DocumentDraft;
import dev.assay.extract.draft.Reader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// OpenDocument workbooks by their elements (OpenDocument 1.3, part 3).
final class OpenWorkbookReaderTest {
    private static final String TYPE = "application/vnd.oasis.opendocument.spreadsheet";
    private static final String HIDDEN = """
        <office:automatic-styles><style:style style:name="ta1" style:family="table"><style:table-properties table:display="true"/>\
        </style:style><style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>\
        </office:automatic-styles>\
        """;

    @TempDir
    Path folder;

    @Test
    void cells_haveTheirPlaceTheirValueAndTheirFormula() throws IOException {
        Document document = read("""
            <table:table table:name="Data"><table:table-header-rows><table:table-row><table:table-cell table:number-columns-spanned="2">\
            <text:p>Share <text:s text:c="2"/>by<text:line-break/>region</text:p></table:table-cell><table:covered-table-cell/></table:table-row>\
            </table:table-header-rows><table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="9"/>\
            </table:table-row><table:table-row><table:table-cell table:number-columns-repeated="2" office:value-type="percentage"\
             office:value="0.4125"><text:p>41%</text:p></table:table-cell><table:table-cell table:formula="of:=SUM([.A5:.B5];[$Base.$A$1])"\
             office:value-type="float" office:value="0.825"><text:p>0.83</text:p></table:table-cell></table:table-row>\
            <table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="date" office:date-value="2026-03-15">\
            <text:p>15 March</text:p></table:table-cell></table:table-row>\
            <table:table-row table:number-rows-repeated="1048569"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>\
            </table:table>\
            """);
        assertEquals(
                List.of(
                        "table BODY Data!A1:C7: Data",
                        "| 0,0(1x2) Share   by region |",
                        "| 4,0 41% ~0.4125 | 4,1 41% ~0.4125 | 4,2 0.83 ~0.825 =SUM(A5:B5,Base!$A$1) |",
                        "| 5,0 15 March ~2026-03-15 |",
                        "| 6,0 15 March ~2026-03-15 |"),
                BlockLines.of(document));
        assertEquals(
                new Place.Cell("Data", "C5"),
                document.tables()
                        .findFirst()
                        .orElseThrow()
                        .rows()
                        .get(1)
                        .cells()
                        .getLast()
                        .place());
        assertEquals(
                List.of(new Fact.Count(Fact.Count.Unit.SHEETS, 1)),
                document.facts(Fact.Count.class).toList());
    }

    @Test
    void whatIsHidden_isToldAtItsPlace_andAHiddenSheetLiesInItsLayer() throws IOException {
        Document document = read(HIDDEN, """
            <table:table table:name="Data" table:style-name="ta1"><table:table-column/><table:table-column table:visibility="collapse"/>\
            <table:table-row><table:table-cell><text:p>seen</text:p></table:table-cell><table:table-cell><text:p>draft</text:p>\
            </table:table-cell></table:table-row><table:table-row table:visibility="collapse"><table:table-cell><text:p>row</text:p>\
            </table:table-cell></table:table-row></table:table><table:table table:name="Base" table:style-name="ta2"><table:table-row>\
            <table:table-cell><text:p>adults</text:p></table:table-cell></table:table-row></table:table>\
            """);
        assertEquals(
                List.of(
                        new Fact.Hidden(Fact.Hidden.Kind.ROW, "", new Place.Cell("Data", "2:2")),
                        new Fact.Hidden(Fact.Hidden.Kind.COLUMN, "", new Place.Cell("Data", "B:B")),
                        new Fact.Hidden(Fact.Hidden.Kind.SHEET, "Base", new Place.Cell("Base", "A1"))),
                document.facts(Fact.Hidden.class).toList());
        assertEquals("table HIDDEN Base!A1: Base", BlockLines.of(document).get(3));
    }

    @Test
    void commentsAndDrawings_areNoPartOfTheCellTheyHangAt() throws IOException {
        Document document = read("""
            <table:table table:name="Data"><table:table-row><table:table-cell><office:annotation><dc:creator>Ana</dc:creator>\
            <dc:date>2026-05-04T09:00:00</dc:date><text:p>Which</text:p><text:p>wave?</text:p></office:annotation><text:p>wave\
             <text:a xlink:href="https://example.org/w">12</text:a></text:p></table:table-cell><table:table-cell><draw:custom-shape>\
            <svg:desc>a box</svg:desc><text:p>Fieldwork in May</text:p></draw:custom-shape></table:table-cell></table:table-row></table:table>\
            """);
        assertEquals(
                List.of(
                        "table BODY Data!A1: Data",
                        "| 0,0 wave 12 |",
                        "paragraph COMMENT Data!A1: Which\nwave?",
                        "paragraph ALT_TEXT Data!B1: a box",
                        "paragraph BODY Data!B1: Fieldwork in May"),
                BlockLines.of(document));
        Fact.Comment comment = document.facts(Fact.Comment.class).findFirst().orElseThrow();
        assertEquals("Ana 2026-05-04T09:00:00", comment.author() + " " + comment.when());
        assertEquals("wave 12", document.text(Objects.requireNonNull(comment.anchor())));
        assertEquals(
                List.of(new Fact.ExternalLink(
                        Fact.ExternalLink.Kind.HYPERLINK, "https://example.org/w", new Place.Cell("Data", "A1"))),
                document.facts(Fact.ExternalLink.class).toList());
    }

    @Test
    void charts_areToldWhereTheyStand() throws IOException {
        Document document = read(
                "",
                "<table:table table:name=\"Data\"><table:table-row><table:table-cell/><table:table-cell><draw:frame>"
                        + "<draw:object xlink:href=\"./Object 1\"/></draw:frame></table:table-cell></table:table-row>"
                        + "</table:table>",
                ZipBytes.entry("Object 1/content.xml", content("", "chart", """
                    <chart:chart><chart:title><text:p>Share</text:p></chart:title><chart:plot-area><chart:axis><chart:title>\
                    <text:p>Regions</text:p></chart:title></chart:axis><chart:series chart:values-cell-range-address="Data.$B$2:.$B$3"/>\
                    </chart:plot-area><table:table table:name="local-table"><table:table-rows><table:table-row><table:table-cell>\
                    <text:p>North</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="0.4"><text:p>40%</text:p>\
                    </table:table-cell></table:table-row></table:table-rows></table:table></chart:chart>\
                    """)));
        assertEquals(
                List.of(
                        "table BODY Data!B1: Chart: Share",
                        "| 0,0(1x2) Share |",
                        "| 1,0 North | 1,1 40% ~0.4 |",
                        "paragraph BODY Data!B1: Regions"),
                BlockLines.of(document));
        assertEquals(
                List.of(new Fact.Chart(
                        "Share",
                        List.of(new Fact.Chart.Series("", "Data!$B$2:$B$3", "")),
                        new Place.Cell("Data", "B1"))),
                document.facts(Fact.Chart.class).toList());
    }

    @Test
    void names_areTold() throws IOException {
        Document document = read("""
            <table:named-expressions><table:named-range table:name="Spend" table:cell-range-address="$Data.$D$3:.$D$5"/>\
            <table:named-expression table:name="All" table:expression="SUM([$Data.$D$3:.$D$5])"/></table:named-expressions>\
            """);
        assertEquals(
                List.of(
                        new Fact.DefinedName("Spend", "Data!$D$3:$D$5", false),
                        new Fact.DefinedName("All", "SUM(Data!$D$3:$D$5)", false)),
                document.facts(Fact.DefinedName.class).toList());
    }

    @Test
    void ranges_areWrittenAsInOtherWorkbooks() {
        assertEquals("'A: B.c'!E9:F9", OpenFormula.range("'A: B.c'.E9:'A: B.c'.F9"));
        assertEquals("Data!$A$1", OpenFormula.range("$Data.$A$1"));
        assertEquals("IF(A1>0,\"a;[b]\",Data!B2)", OpenFormula.plain("of:=IF([.A1]>0;\"a;[b]\";[Data.B2])"));
    }

    @Test
    void moreCellsThanAreRead_areAGap() throws IOException {
        Path file = folder.resolve("book.ods");
        Files.write(file, book("", """
            <table:table table:name="Data"><table:table-row table:number-rows-repeated="1048576"><table:table-cell\
             table:number-columns-repeated="16384"><text:p>x</text:p></table:table-cell></table:table-row></table:table>\
            """));
        Reader none = (path, type) -> new Extraction.Extracted(new DocumentDraft().finish(type, "none"));
        ContainerLimits few = new ContainerLimits(9, 9, 3, 1L << 30, 100, 1, 1, 1 << 20, 9, 9, 100_000, 1_000, 9);
        Document document = BlockLines.read(new OpenWorkbookReader(few, none), file);
        assertEquals(
                List.of(new Gap(
                        Gap.Reason.LIMIT, new Place.Cell("Data", "ALM1"), "There are more cells than are read.")),
                document.gaps());
    }

    private Document read(String sheets) throws IOException {
        return read("", sheets);
    }

    private Document read(String styles, String sheets, ZipBytes.Entry... more) throws IOException {
        return Reading.document(folder, book(styles, sheets, more), "book.ods");
    }

    private static byte[] book(String styles, String sheets, ZipBytes.Entry... more) throws IOException {
        List<ZipBytes.Entry> entries = new ArrayList<>();
        entries.add(ZipBytes.entry("mimetype", TYPE));
        entries.add(ZipBytes.entry("content.xml", content(styles, "spreadsheet", sheets)));
        entries.addAll(List.of(more));
        return ZipBytes.zip(entries);
    }

    private static String content(String styles, String kind, String body) {
        StringBuilder names = new StringBuilder();
        for (String each : List.of("office", "table", "text", "style", "chart")) {
            names.append(" xmlns:").append(each).append("=\"urn:oasis:names:tc:opendocument:xmlns:");
            names.append(each).append(":1.0\"");
        }
        return "<office:document-content" + names + " xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\""
                + " xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\""
                + " xmlns:xlink=\"http://www.w3.org/1999/xlink\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
                + styles
                + "<office:body><office:" + kind + ">" + body + "</office:" + kind
                + "></office:body></office:document-content>";
    }
}
