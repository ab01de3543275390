package dev.assay.extract.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.document.Document;
import dev.assay.document.Gap;
import dev.assay.extract.Reading;
import dev.assay.extract.ZipBytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Binary workbooks by their records (MS-XLSB, 2.1.4).
final class BinaryWorkbookReaderTest {
    private static final int BUNDLE_SHEET = 156;
    private static final int ROW = 0;
    private static final int TEXT_CELL = 6;

    @TempDir
    Path folder;

    @Test
    void textsAreRead_andWhatIsNotReadIsSaid() throws IOException {
        String relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
        byte[] workbook = record(
                BUNDLE_SHEET,
                ByteBuffer.allocate(100)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putInt(0)
                        .putInt(1),
                "rId1",
                "Data");
        ByteArrayOutputStream sheet = new ByteArrayOutputStream();
        sheet.write(record(
                ROW,
                ByteBuffer.allocate(100)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putInt(0)
                        .putLong(0)
                        .putLong(0)));
        sheet.write(record(
                TEXT_CELL,
                ByteBuffer.allocate(100)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putInt(0)
                        .putInt(0),
                "Revenue"));
        byte[] xlsb = ZipBytes.zip(
                ZipBytes.entry(
                        "[Content_Types].xml",
                        "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Default"
                            + " Extension='rels'"
                            + " ContentType='application/vnd.openxmlformats-package.relationships+xml'/><Override"
                            + " PartName='/xl/workbook.bin'"
                            + " ContentType='application/vnd.ms-excel.sheet.binary.macroEnabled.main'/><Override"
                            + " PartName='/xl/sheet1.bin' ContentType='application/vnd.ms-excel.worksheet'/></Types>"),
                ZipBytes.entry("_rels/.rels", relation(relationships + "officeDocument", "xl/workbook.bin")),
                ZipBytes.entry("xl/_rels/workbook.bin.rels", relation(relationships + "worksheet", "sheet1.bin")),
                new ZipBytes.Entry("xl/workbook.bin", workbook),
                new ZipBytes.Entry("xl/sheet1.bin", sheet.toByteArray()));
        Document document = Reading.document(folder, xlsb, "a.xlsb");
        assertEquals("application/vnd.ms-excel.sheet.binary.macroenabled.12", document.mediaType());
        assertTrue(document.text().contains("Revenue"), document.text());
        assertEquals(
                1,
                document.gaps().stream()
                        .filter(gap -> gap.reason() == Gap.Reason.SKIPPED_PART
                                && gap.detail().contains("Ask for it as xlsx."))
                        .count());
    }

    private static String relation(String type, String target) {
        return "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship"
                + " Id='rId1' Type='" + type + "' Target='" + target + "'/></Relationships>";
    }

    /// @param texts written after the fields, each with its length before it
    private static byte[] record(int type, ByteBuffer fields, String... texts) {
        for (String text : texts) {
            fields.putInt(text.length()).put(text.getBytes(StandardCharsets.UTF_16LE));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (type < 128) {
            out.write(type);
        } else {
            out.write(type & 0x7F | 0x80);
            out.write(type >> 7);
        }
        out.write(fields.position());
        out.write(fields.array(), 0, fields.position());
        return out.toByteArray();
    }
}
