package dev.assay.extract.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.Fixture;
import dev.assay.config.Json;
import dev.assay.document.Document;
import dev.assay.extract.BlockLines;
import dev.assay.extract.ChartFixture;
import dev.assay.extract.PackageFixture;
import dev.assay.extract.draft.ContainerLimits;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One workbook with everything workbooks have: the same file gives the same document, byte for byte;
/// `-Dfixtures=update` writes what is expected anew.
final class WorkbookGoldenTest {
    private static final String MAIN = "xl/workbook.xml";
    private static final String DATA = "xl/worksheets/sheet1.xml";
    private static final String DRAWING = "xl/drawings/drawing1.xml";

    @TempDir
    Path folder;

    @Test
    void workbook_givesTheSameDocument() throws IOException {
        Fixture.compare("extract/workbook/tracker.json", Json.text(read(tracker())));
    }

    @Test
    void strictWorkbook_givesTheSameDocument() throws IOException {
        assertEquals(read(tracker()), read(tracker().strict()));
    }

    private Document read(PackageFixture fixture) throws IOException {
        return BlockLines.read(
                new WorkbookReader(ContainerLimits.standard()), fixture.write(folder.resolve("tracker.xlsx")));
    }

    private static PackageFixture tracker() {
        PackageFixture book = PackageFixture.workbook("""
            <x:cols><x:col min="5" max="5" hidden="1"/></x:cols><x:sheetData>\
            <x:row r="1"><x:c r="A1" t="str"><x:v>Awareness by region</x:v></x:c></x:row>\
            <x:row r="2"><x:c r="A2" t="str"><x:v>Region</x:v></x:c><x:c r="B2" t="str"><x:v>Share</x:v></x:c>\
            <x:c r="C2" t="str"><x:v>From</x:v></x:c><x:c r="D2" t="str"><x:v>Spend</x:v></x:c></x:row>\
            <x:row r="3"><x:c r="A3" t="str"><x:v>North</x:v></x:c><x:c r="B3" s="1"><x:v>0.4125</x:v></x:c>\
            <x:c r="C3" s="2"><x:v>46096</x:v></x:c><x:c r="D3" s="3"><x:v>1234.5</x:v></x:c>\
            <x:c r="E3" t="str"><x:v>checked by A.</x:v></x:c></x:row>\
            <x:row r="4" hidden="1"><x:c r="A4" t="str"><x:v>Isles</x:v></x:c></x:row>\
            <x:row r="5"><x:c r="A5" t="str"><x:v>All</x:v></x:c><x:c r="D5" s="3"><x:f>SUM(D3:D4)</x:f><x:v>1234.5</x:v></x:c></x:row>\
            </x:sheetData><x:mergeCells><x:mergeCell ref="A1:D1"/></x:mergeCells>\
            <x:hyperlinks><x:hyperlink ref="A3" r:id="l1"/><x:hyperlink ref="A5" location="Base!A1"/></x:hyperlinks>\
            <x:pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75"/><x:pageSetup paperSize="9" orientation="landscape"/>\
            <x:headerFooter><x:oddFooter>&amp;LKestrel Insight&amp;RPage &amp;P</x:oddFooter></x:headerFooter><x:drawing r:id="d1"/>\
            """).element(MAIN, "x:workbook", """
                <x:sheets><x:sheet name="Data" sheetId="1" r:id="rId1"/><x:sheet name="Base" sheetId="2" state="hidden" r:id="rId2"/>\
                </x:sheets><x:definedNames><x:definedName name="Spend">Data!$D$3:$D$5</x:definedName></x:definedNames>\
                """);
        return drawn(styled(book.relate(MAIN, "rId2", "worksheet", "worksheets/sheet2.xml")
                .element("xl/worksheets/sheet2.xml", "x:worksheet", """
                    <x:sheetData><x:row r="1"><x:c r="A1" t="str"><x:v>Base: 1,204 adults</x:v></x:c></x:row></x:sheetData>\
                    """)
                .external(DATA, "l1", "hyperlink", "https://example.org/north")
                .relate(DATA, "c1", "comments", "../comments1.xml")
                .element("xl/comments1.xml", "x:comments", """
                    <x:authors><x:author>Ana Reis</x:author></x:authors><x:commentList><x:comment ref="B3" authorId="0"><x:text>\
                    <x:t>Weighted?</x:t></x:text></x:comment></x:commentList>\
                    """)));
    }

    private static PackageFixture styled(PackageFixture book) {
        return book.relate(MAIN, "rId8", "styles", "styles.xml").element("xl/styles.xml", "x:styleSheet", """
            <x:numFmts><x:numFmt numFmtId="164" formatCode="d\\ mmm\\ yyyy"/><x:numFmt numFmtId="165" formatCode="&quot;€&quot;#,##0.00"/>\
            </x:numFmts><x:fonts><x:font><x:sz val="11"/><x:name val="Calibri"/></x:font></x:fonts><x:cellXfs><x:xf numFmtId="0"/>\
            <x:xf numFmtId="10"/><x:xf numFmtId="164"/><x:xf numFmtId="165"/></x:cellXfs>\
            """);
    }

    private static PackageFixture drawn(PackageFixture book) {
        return book.relate(DATA, "d1", "drawing", "../drawings/drawing1.xml")
                .relate(DRAWING, "r5", "chart", "../charts/chart1.xml")
                .element("xl/charts/chart1.xml", "c:chartSpace", ChartFixture.CHART)
                .element(DRAWING, "xdr:wsDr", """
                    <xdr:twoCellAnchor><xdr:from><xdr:col>6</xdr:col><xdr:row>1</xdr:row></xdr:from><xdr:sp><xdr:nvSpPr>\
                    <xdr:cNvPr id="1" name="Note" descr="A note beside the table"/></xdr:nvSpPr><xdr:txBody><a:p><a:r>\
                    <a:t>Fieldwork in May</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:twoCellAnchor>\
                    <xdr:twoCellAnchor><xdr:from><xdr:col>0</xdr:col><xdr:row>8</xdr:row></xdr:from><xdr:graphicFrame>\
                    <a:graphic><a:graphicData><c:chart r:id="r5"/></a:graphicData></a:graphic></xdr:graphicFrame></xdr:twoCellAnchor>\
                    """);
    }
}
