package dev.assay.extract.tika;

import static dev.assay.extract.Reading.utf8;
import static dev.assay.extract.ZipBytes.entry;
import static dev.assay.extract.ZipBytes.zip;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.document.Block;
import dev.assay.document.Document;
import dev.assay.document.Extraction;
import dev.assay.document.Fact;
import dev.assay.document.Gap;
import dev.assay.document.Layer;
import dev.assay.document.Place;
import dev.assay.extract.Reading;
import dev.assay.extract.ZipBytes;
import dev.assay.extract.plain.DelimitedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TikaReaderTest {
    @TempDir
    Path folder;

    @Test
    void oldWorkbook_hasCellsOfItsSheets() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            var sheet = workbook.createSheet("Sales");
            sheet.createRow(0).createCell(0).setCellValue("Region");
            sheet.createRow(2).createCell(1).setCellValue(42);
            workbook.write(out);
        }
        Document document = Reading.document(folder, out.toByteArray(), "a.xls");
        Block.Table table = document.tables().findFirst().orElseThrow();
        Block.Cell cell = table.rows().getLast().cells().getLast();

        assertEquals("42", document.text(cell.span()));
        assertEquals(new Place.Cell("Sales", "B3"), cell.place());
    }

    @Test
    void encryptedOldWorkbook_asksForAPassword() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Biff8EncryptionKey.setCurrentUserPassword("secret");
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            workbook.createSheet("Sales").createRow(0).createCell(0).setCellValue("Region");
            workbook.write(out);
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
        assertEquals(
                Extraction.Reason.PASSWORD,
                Reading.unreadable(folder, out.toByteArray(), "a.xls").reason());
    }

    @Test
    void noteInsideAParagraph_isReadApart_andTheParagraphStaysWhole() throws IOException {
        String content = "<office:document-content xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0'"
            + " xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0'><office:body><office:text><text:p>Before<text:note"
            + " text:note-class='footnote'><text:note-citation>1</text:note-citation><text:note-body><text:p>The"
            + " note</text:p></text:note-body></text:note> and after</text:p></office:text>"
            + "</office:body></office:document-content>";
        Document document = Reading.document(
                folder,
                zip(entry("mimetype", "application/vnd.oasis.opendocument.text"), entry("content.xml", content)),
                "a.odt");
        assertEquals(List.of("Paragraph Before and after"), Reading.blocks(document, Layer.BODY));
        assertEquals(List.of("Paragraph 1 The note"), Reading.blocks(document, Layer.FOOTNOTE));
    }

    @Test
    void rtf_isRead_andItsMissingEndIsTold() throws IOException {
        assertEquals(
                List.of(),
                Reading.document(folder, utf8("{\\rtf1\\ansi Hello\\par World}"), "a.rtf")
                        .gaps());
        Document cut = Reading.document(folder, utf8("{\\rtf1\\ansi Hello\\par World"), "a.rtf");
        assertEquals("Hello\nWorld", cut.text());
        assertEquals(
                List.of(Gap.Reason.TRUNCATED),
                cut.gaps().stream().map(Gap::reason).toList());
    }

    @Test
    void plainText_hasParagraphsAtTheirLines_inItsEncoding() throws IOException {
        Document document = Reading.document(
                folder,
                "Über die Größe der Bürgschaft.\nZweite Zeile mit ä, ö und ß.\n\nNächster Absatz über Öl."
                        .getBytes(Charset.forName("windows-1252")),
                "a.txt");
        assertEquals(
                "Über die Größe der Bürgschaft.\nZweite Zeile mit ä, ö und ß.\nNächster Absatz über Öl.",
                document.text());
        assertEquals(new Place.Line(4), document.blocks().getLast().place());
        assertEquals(
                "\u00e9t\u00e9",
                Reading.document(folder, "\uFEFF\u00e9t\u00e9".getBytes(StandardCharsets.UTF_16LE), "a.txt")
                        .text());
    }

    @Test
    void markdown_hasHeadingsAndLists() throws IOException {
        Document document = Reading.document(folder, utf8("# Method\n\nText.\n\n- one\n- two\n"), "a.md");
        assertEquals(
                List.of("Heading1 Method", "Paragraph Text.", "ListItem1 one", "ListItem1 two"),
                Reading.blocks(document, Layer.BODY));
    }

    @Test
    void delimitedText_isOneTable_whateverItsDelimiter() throws IOException {
        Document document = Reading.document(
                folder, utf8("Name;Note\r\n\"Smith; J.\";\"two\nlines, \"\"quoted\"\"\"\r\n"), "a.csv");
        Block.Table table = document.tables().findFirst().orElseThrow();

        assertEquals(2, table.rows().size());
        assertEquals("Smith; J.", document.text(table.cell(1, 0).orElseThrow().span()));
        assertEquals(
                "two lines, \"quoted\"",
                document.text(table.cell(1, 1).orElseThrow().span()));
        assertEquals(new Place.Cell("1", "B2"), table.cell(1, 1).orElseThrow().place());
        assertTrue(document.facts().contains(new Fact.Property("delimiter", ";")));
        assertEquals(
                "a\tb\n1\t2",
                Reading.document(folder, utf8("a\tb\n1\t2\n"), "a.tsv").text());
    }

    @Test
    void columnNames_goOnBehindZ() {
        assertEquals(
                List.of("A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"),
                List.of(0, 25, 26, 51, 52, 701, 702).stream()
                        .map(DelimitedReader::columnName)
                        .toList());
    }
}
