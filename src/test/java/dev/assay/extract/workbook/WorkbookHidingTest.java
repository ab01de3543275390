package dev.assay.extract.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.document.Document;
import dev.assay.document.Fact.Hidden;
import dev.assay.document.Place;
import dev.assay.extract.BlockLines;
import dev.assay.extract.PackageFixture;
import dev.assay.extract.draft.ContainerLimits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a workbook holds and does not show.
final class WorkbookHidingTest {
    private static final String MAIN = "xl/workbook.xml";
    private static final String SHEET = "xl/worksheets/sheet1.xml";

    @TempDir
    Path folder;

    @Test
    void valuesWhoseFormatShowsNothing_areHidden_textStaysFindable() throws IOException {
        Document document = read(styled("""
            <x:sheetData><x:row r="1"><x:c r="A1" s="1"><x:v>7</x:v></x:c><x:c r="B1" s="1" t="str"><x:v>secret</x:v></x:c>\
            <x:c r="C1" s="1"><x:v>0</x:v></x:c><x:c r="D1" s="1" t="b"><x:v>1</x:v></x:c><x:c r="E1" s="2"><x:v>-3</x:v></x:c></x:row></x:sheetData>\
            """));
        assertEquals(
                "| 0,0  ~7 | 0,1 secret | 0,2  ~0 | 0,3 TRUE | 0,4  ~-3 |",
                BlockLines.of(document).get(1));
        assertEquals(List.of(hidden(Hidden.Kind.VALUE, "A1:B1"), hidden(Hidden.Kind.VALUE, "E1")), hidden(document));
    }

    @Test
    void zerosLeftOut_areNoSecret() throws IOException {
        Document document = read(PackageFixture.workbook(
                "<x:sheetViews><x:sheetView showZeros=\"0\"/></x:sheetViews><x:sheetData><x:row r=\"1\"><x:c"
                        + " r=\"A1\"><x:v>0</x:v></x:c><x:c r=\"B1\"><x:v>10</x:v></x:c></x:row></x:sheetData>"));
        assertEquals("| 0,0  ~0 | 0,1 10 ~10 |", BlockLines.of(document).get(1));
        assertEquals(List.of(), hidden(document));
    }

    @Test
    void textNobodySees_isTold_whereverItsColourIsNamed() throws IOException {
        Document document = read(styled("<x:sheetData>" + row(1, "A1:3", "B1:4", "C1:5", "D1:6", "E1:7", "F1:8")
                        + row(2, "A2:3", "B2:4", "C2:9", "D2:10", "E2:11") + row(3, "A3:12", "B3:12")
                        + "</x:sheetData>")
                .relate(SHEET, "t1", "table", "../tables/table1.xml")
                .element("xl/tables/table1.xml", "x:table", "", "displayName=\"T\" ref=\"A3:A9\""));
        assertEquals(
                List.of(
                        hidden(Hidden.Kind.TINY_TEXT, "D2"),
                        hidden(Hidden.Kind.INVISIBLE_TEXT, "A1:C1"),
                        hidden(Hidden.Kind.INVISIBLE_TEXT, "E1"),
                        hidden(Hidden.Kind.INVISIBLE_TEXT, "A2:B2"),
                        hidden(Hidden.Kind.INVISIBLE_TEXT, "B3")),
                hidden(document));
    }

    @Test
    void neighbours_areToldOnce() throws IOException {
        StringBuilder rows = new StringBuilder();
        for (int i = 1; i <= 40; i++) {
            rows.append(row(i, "B" + i + ":3", "C" + i + ":3", "E" + i + (i == 20 ? ":0" : ":3")));
        }
        assertEquals(
                List.of(
                        hidden(Hidden.Kind.INVISIBLE_TEXT, "E1:E19"),
                        hidden(Hidden.Kind.INVISIBLE_TEXT, "B1:C40"),
                        hidden(Hidden.Kind.INVISIBLE_TEXT, "E21:E40")),
                hidden(read(styled("<x:sheetData>" + rows + "</x:sheetData>"))));
    }

    @Test
    void rowsOfAFilter_areToldAsFiltered() throws IOException {
        String rows = row(1, "A1:0")
                + row(2, "A2:0").replace("<x:row", "<x:row hidden=\"1\"")
                + row(3, "A3:0")
                + row(9, "A9:0").replace("<x:row", "<x:row hidden=\"1\"")
                + row(12, "A12:0").replace("<x:row", "<x:row hidden=\"1\"");
        Document document = read(styled("<x:sheetData>" + rows + "</x:sheetData><x:autoFilter ref=\"A1:B5\">"
                        + "<x:filterColumn colId=\"0\"/></x:autoFilter>")
                .relate(SHEET, "t1", "table", "../tables/table1.xml")
                .element(
                        "xl/tables/table1.xml",
                        "x:table",
                        "<x:autoFilter ref=\"A8:B10\"><x:filterColumn colId=\"1\"/></x:autoFilter>",
                        "displayName=\"T\" ref=\"A8:B10\""));
        assertEquals(
                List.of(
                        new Hidden(Hidden.Kind.ROW, "filtered", new Place.Cell("Data", "2:2")),
                        new Hidden(Hidden.Kind.ROW, "filtered", new Place.Cell("Data", "9:9")),
                        new Hidden(Hidden.Kind.ROW, "", new Place.Cell("Data", "12:12"))),
                hidden(document));
    }

    @Test
    void hiddenRows_areFewFactsHoweverManyThereAre() throws IOException {
        StringBuilder rows = new StringBuilder();
        for (int i = 1; i <= 3000; i += 2) {
            rows.append(row(i, "A" + i + ":0").replace("<x:row", "<x:row hidden=\"1\""))
                    .append(row(i + 1, "A" + (i + 1) + ":0"));
        }
        List<Hidden> told = hidden(read(styled("<x:sheetData>" + rows + "</x:sheetData>")));
        assertEquals(500, told.size());
        assertEquals(hidden(Hidden.Kind.ROW, "999:2999"), told.getLast());
    }

    @Test
    void shapesFormattedAsHidden_areToldAndTheirTextWithThem_theTwinOfAnObjectIsNot() throws IOException {
        String shape = """
            <xdr:twoCellAnchor><xdr:from><xdr:col>%d</xdr:col><xdr:row>1</xdr:row></xdr:from><xdr:sp><xdr:nvSpPr><xdr:cNvPr id="1"\
             name="Box" hidden="%d">%s</xdr:cNvPr></xdr:nvSpPr><xdr:txBody><a:p><a:r><a:t>%s</a:t></a:r></a:p></xdr:txBody></xdr:sp>\
            </xdr:twoCellAnchor>\
            """;
        String twin = "<a:extLst><a:ext uri=\"{63B3BB69-23CF-44E3-9099-C40C66FF867C}\"><a14:compatExt"
                + " xmlns:a14=\"http://schemas.microsoft.com/office/drawing/2010/main\""
                + " spid=\"_x0000_s1026\"/></a:ext></a:extLst>";
        Document document = read(PackageFixture.workbook("<x:sheetData/><x:drawing r:id=\"d1\"/>")
                .relate(SHEET, "d1", "drawing", "../drawings/drawing1.xml")
                .element(
                        "xl/drawings/drawing1.xml",
                        "xdr:wsDr",
                        shape.formatted(1, 1, "", "kept from view")
                                + shape.formatted(2, 1, twin, "a button")
                                + shape.formatted(3, 0, "", "a note")));
        assertEquals(List.of(hidden(Hidden.Kind.SHAPE, "B2")), hidden(document));
        assertEquals(
                List.of(
                        "paragraph HIDDEN Data!B2: kept from view",
                        "paragraph BODY Data!C2: a button",
                        "paragraph BODY Data!D2: a note"),
                BlockLines.of(document));
    }

    @Test
    void areas_holdTheCellsGiven_andNoOthers() {
        Random random = new Random(3);
        for (int run = 0; run < 500; run++) {
            int width = random.nextInt(1, 9);
            BitSet cells = new BitSet();
            CellAreas areas = new CellAreas();
            for (int i = 0; i < width * 12; i++) {
                if (random.nextInt(3) > 0) {
                    cells.set(i);
                    areas.add(i / width, i % width);
                }
            }
            BitSet covered = new BitSet();
            for (CellRange area : areas.all()) {
                for (int row = area.firstRow(); row <= area.lastRow(); row++) {
                    for (int column = area.firstColumn(); column <= area.lastColumn(); column++) {
                        assertEquals(false, covered.get(row * width + column), "twice " + area);
                        covered.set(row * width + column);
                    }
                }
            }
            assertEquals(cells, covered);
        }
    }

    @Test
    void areas_areFewHoweverManyCellsThereAre_andMissNone() {
        CellAreas areas = new CellAreas();
        Set<CellReference> given = new HashSet<>();
        for (int i = 0; i < 40_000; i++) {
            CellReference cell = new CellReference(i / 200, i % 200 * 2 + i / 200 % 2);
            given.add(cell);
            areas.add(cell.row(), cell.column());
        }
        List<CellRange> all = areas.all();
        assertEquals(CellAreas.MOST, all.size());
        given.removeIf(cell -> all.stream().anyMatch(area -> area.contains(cell.row(), cell.column())));
        assertEquals(Set.of(), given);
    }

    private static Hidden hidden(Hidden.Kind kind, String range) {
        return new Hidden(kind, "", new Place.Cell("Data", range));
    }

    private static List<Hidden> hidden(Document document) {
        return document.facts(Hidden.class).toList();
    }

    private Document read(PackageFixture fixture) throws IOException {
        return BlockLines.read(
                new WorkbookReader(ContainerLimits.standard()), fixture.write(folder.resolve("test.xlsx")));
    }

    /// Styles: 1 and 2 formats that show nothing; 3 white by the theme, 4 by number, 5 by digits; 6 black; 7 red
    /// on red; 8 red on blue; 9 white on a pattern; 10 of one point; 11 white on black; 12 white again.
    private static PackageFixture styled(String sheet) {
        return PackageFixture.workbook(sheet)
                .relate(MAIN, "rId7", "theme", "theme/theme1.xml")
                .relate(MAIN, "rId8", "styles", "styles.xml")
                .element(
                        "xl/theme/theme1.xml",
                        "a:theme",
                        "<a:themeElements><a:clrScheme><a:dk1><a:sysClr val=\"windowText\""
                                + " lastClr=\"000000\"/></a:dk1><a:lt1><a:sysClr val=\"window\""
                                + " lastClr=\"FFFFFF\"/></a:lt1></a:clrScheme></a:themeElements>")
                .element("xl/styles.xml", "x:styleSheet", """
                    <x:numFmts><x:numFmt numFmtId="165" formatCode=";;;"/><x:numFmt numFmtId="166" formatCode="0;;0"/></x:numFmts>\
                    <x:fonts><x:font/><x:font><x:color theme="0"/></x:font><x:font><x:color indexed="9"/></x:font>\
                    <x:font><x:color rgb="FFFEFEFE"/></x:font><x:font><x:color theme="1"/></x:font><x:font><x:color indexed="10"/></x:font>\
                    <x:font><x:sz val="1"/></x:font></x:fonts>\
                    <x:fills><x:fill><x:patternFill patternType="none"/></x:fill>\
                    <x:fill><x:patternFill patternType="solid"><x:fgColor rgb="FFFF0000"/></x:patternFill></x:fill>\
                    <x:fill><x:patternFill patternType="solid"><x:fgColor rgb="FF0000FF"/></x:patternFill></x:fill>\
                    <x:fill><x:patternFill patternType="gray125"/></x:fill>\
                    <x:fill><x:patternFill patternType="solid"><x:fgColor theme="1"/></x:patternFill></x:fill></x:fills>\
                    <x:cellXfs><x:xf/><x:xf numFmtId="165"/><x:xf numFmtId="166"/><x:xf fontId="1"/><x:xf fontId="2"/><x:xf fontId="3"/>\
                    <x:xf fontId="4"/><x:xf fontId="5" fillId="1"/><x:xf fontId="5" fillId="2"/><x:xf fontId="1" fillId="3"/>\
                    <x:xf fontId="6"/><x:xf fontId="1" fillId="4"/><x:xf fontId="1"/></x:cellXfs>\
                    """);
    }

    /// @param cells each `reference:style`
    private static String row(int number, String... cells) {
        StringBuilder row = new StringBuilder("<x:row r=\"" + number + "\">");
        for (String cell : cells) {
            String[] parts = cell.split(":");
            row.append("<x:c r=\"" + parts[0] + "\" s=\"" + parts[1] + "\"><x:v>1</x:v></x:c>");
        }
        return row.append("</x:row>").toString();
    }
}
