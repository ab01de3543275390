package dev.assay.extract;

import static dev.assay.extract.Reading.utf8;
import static dev.assay.extract.ZipBytes.entry;
import static dev.assay.extract.ZipBytes.zip;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.document.Document;
import dev.assay.document.Extraction;
import dev.assay.extract.container.ContainerScanTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.CRC32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Row 6 of the threats: pictures too large by their header, streams that unpack without end, and structures
/// nested or repeated without end. Each ends by itself in a child of half the usual heap, which reads on.
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ThreatRow6IT {
    private static final String PIXELS = "pixels: an image of 60000 by 60000 pixels, at most 1000000000 are read";

    @TempDir
    Path home;

    private HostileReading reading;

    @BeforeEach
    void start() {
        reading = HostileReading.in(home);
    }

    @AfterEach
    void childReadsOn() throws Exception {
        assertEquals("Next", reading.document(utf8("Next"), "next.txt").text());
        assertEquals(0, reading.deaths());
        reading.close();
    }

    @Test
    void hugePictures_areRefusedFromTheirHeaders() throws Exception {
        assertEquals(PIXELS, reading.limit(png(), "a.png"));
        assertEquals(PIXELS, reading.limit(tiff(), "a.tif"));
        assertEquals(PIXELS, reading.limit(jpegTwoThousand(), "a.jp2"));
        assertEquals(PIXELS, reading.limit(zip(new ZipBytes.Entry("a.png", png())), "a.zip"));
        assertEquals(PIXELS, reading.limit(mail("a.png", "image/png", png()), "a.eml"));
    }

    private static byte[] png() {
        ByteBuffer header = ByteBuffer.allocate(8 + 25);
        header.putLong(0x89504E470D0A1A0AL)
                .putInt(13)
                .put(utf8("IHDR"))
                .putInt(60_000)
                .putInt(60_000);
        header.put(new byte[] {8, 2, 0, 0, 0});
        CRC32 sum = new CRC32();
        sum.update(header.array(), 12, 17);
        return header.putInt((int) sum.getValue()).array();
    }

    private static byte[] tiff() {
        int[][] tags = {
            {256, 60_000}, {257, 60_000}, {258, 8}, {259, 1}, {262, 1}, {273, 8}, {277, 1}, {278, 60_000}, {279, 1}
        };
        ByteBuffer file = ByteBuffer.allocate(8 + 2 + 12 * tags.length + 4).order(ByteOrder.LITTLE_ENDIAN);
        file.put(utf8("II")).putShort((short) 42).putInt(8).putShort((short) tags.length);
        for (int[] tag : tags) {
            file.putShort((short) tag[0]).putShort((short) 4).putInt(1).putInt(tag[1]);
        }
        return file.array();
    }

    private static byte[] jpegTwoThousand() {
        return ByteBuffer.allocate(12 + 20 + 30)
                .putInt(12)
                .put(utf8("jP  "))
                .putInt(0x0D0A870A)
                .putInt(20)
                .put(utf8("ftypjp2 "))
                .putInt(0)
                .put(utf8("jp2 "))
                .putInt(30)
                .put(utf8("jp2h"))
                .putInt(22)
                .put(utf8("ihdr"))
                .putInt(60_000)
                .putInt(60_000)
                .putShort((short) 3)
                .put(new byte[] {7, 7, 0, 0})
                .array();
    }

    private static byte[] mail(String name, String type, byte[] content) {
        return utf8("From: a@example.org\r\nSubject: s\r\nMIME-Version: 1.0\r\nContent-Type: " + type + "; name=" + name
                + "\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename=" + name
                + "\r\n\r\n"
                + Base64.getMimeEncoder().encodeToString(content));
    }

    @Test
    void streamsOfAPdf_endWhateverPacksThem() throws Exception {
        byte[] once = ContainerScanTest.deflatedZeros(400);
        ByteArrayOutputStream twice = new ByteArrayOutputStream();
        try (java.util.zip.DeflaterOutputStream out = new java.util.zip.DeflaterOutputStream(twice)) {
            out.write(once);
        }
        assertTrue(reading.limit(pdf("/Filter [/FlateDecode /FlateDecode]", twice.toByteArray(), true), "flate.pdf")
                .startsWith("size: "));
        assertEnds(pdf("/Filter /LZWDecode", lzwZeros(), true), "lzw.pdf");
        assertEnds(
                pdf(
                        "/Type /XObject /Subtype /Image /Width 60000 /Height 60000 /ColorSpace /DeviceGray"
                                + " /BitsPerComponent 1 /Filter /JBIG2Decode",
                        jbig2(),
                        false),
                "jbig2.pdf");
        assertEnds(pdf("/Filter /RunLengthDecode", runs(), true), "runs.pdf");
        assertEnds(pdf("", utf8("q ".repeat(2_000_000)), true), "operators.pdf");
        assertEnds(pdf("", utf8("[".repeat(500_000)), true), "arrays.pdf");
    }

    /// A code stream in which one table entry after the other stands for one more zero.
    private static byte[] lzwZeros() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int bits = 0;
        int held = 0;
        for (int round = 0; round < 2_000; round++) {
            int width = 9;
            for (int code = 256; code < 4_094; code++) {
                int value = code == 256 ? 256 : code == 257 ? 0 : code;
                if (code == 511 || code == 1_023 || code == 2_047) {
                    width++;
                }
                held = held << width | value;
                bits += width;
                while (bits >= 8) {
                    bits -= 8;
                    out.write(held >> bits);
                }
            }
        }
        return out.toByteArray();
    }

    /// A page of 60000 by 60000 that a generic region of arithmetic code fills.
    private static byte[] jbig2() {
        return ByteBuffer.allocate(11 + 19 + 11 + 26)
                .putInt(0)
                .put((byte) 48)
                .put((byte) 0)
                .put((byte) 1)
                .putInt(19)
                .putInt(60_000)
                .putInt(60_000)
                .putInt(0)
                .putInt(0)
                .put((byte) 0)
                .putShort((short) 0)
                .putInt(1)
                .put((byte) 38)
                .put((byte) 0)
                .put((byte) 1)
                .putInt(26)
                .putInt(60_000)
                .putInt(60_000)
                .putInt(0)
                .putInt(0)
                .put((byte) 0)
                .put((byte) 8)
                .put(new byte[8])
                .array();
    }

    private static byte[] runs() {
        byte[] runs = new byte[8 << 20];
        for (int i = 0; i < runs.length; i += 2) {
            runs[i] = (byte) 129;
        }
        return runs;
    }

    /// A page with one stream: its content, or a picture it shows.
    private static byte[] pdf(String dictionary, byte[] content, boolean isContent) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<Integer> offsets = new ArrayList<>();
        out.write(utf8("%PDF-1.7\n"));
        for (String object : List.of(
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents " + (isContent ? 4 : 5)
                        + " 0 R /Resources << /XObject << /X 4 0 R >> >> >>")) {
            offsets.add(out.size());
            out.write(utf8(offsets.size() + " 0 obj\n" + object + "\nendobj\n"));
        }
        offsets.add(out.size());
        out.write(utf8("4 0 obj\n<< " + dictionary + " /Length " + content.length + " >>\nstream\n"));
        out.write(content);
        out.write(utf8("\nendstream\nendobj\n"));
        offsets.add(out.size());
        out.write(utf8("5 0 obj\n<< /Length 30 >>\nstream\nq 100 0 0 100 0 0 cm /X Do Q  \nendstream\nendobj\n"));
        int table = out.size();
        out.write(utf8("xref\n0 6\n0000000000 65535 f \n"));
        for (int offset : offsets) {
            out.write("%010d 00000 n \n".formatted(offset).getBytes(StandardCharsets.US_ASCII));
        }
        out.write(utf8("trailer << /Root 1 0 R /Size 6 >>\nstartxref\n" + table + "\n%%EOF\n"));
        return out.toByteArray();
    }

    @Test
    void groupsOfRtf_endHoweverDeep() throws Exception {
        assertEnds(utf8("{\\rtf1 " + "{".repeat(1_000_000) + "x" + "}".repeat(1_000_000) + "}"), "deep.rtf");
        assertEnds(utf8("{\\rtf1 " + "{\\b x".repeat(500_000)), "open.rtf");
        assertEnds(utf8("{\\rtf1 x\\bin2000000000 y}"), "bin.rtf");
    }

    @Test
    void htmlAndMail_endHoweverDeep() throws Exception {
        assertEnds(utf8("<html><body>" + "<div>".repeat(500_000) + "x"), "deep.html");
        assertEnds(utf8("<html><body>" + "<table><tr><td>".repeat(20_000) + "x"), "tables.html");
        assertEnds(utf8("<html><body>" + "<b><i>".repeat(50_000) + "x"), "formats.html");
        assertEnds(
                mail("a.html", "text/html", utf8("<html><body>" + "<blockquote>".repeat(100_000) + "x")), "quotes.eml");
        assertEnds(utf8("From: a@example.org\r\nSubject: s\r\n\r\n" + "> ".repeat(1_000_000) + "x"), "marks.eml");
        assertEnds(utf8("From: a@example.org\r\nSubject: s\r\n\r\n" + "On x\n".repeat(200_000)), "lines.eml");
    }

    @Test
    void sharedStrings_areBounded() throws Exception {
        SplittableRandom random = new SplittableRandom(7);
        StringBuilder strings =
                new StringBuilder("<sst xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'>");
        while (strings.length() < 40 << 20) {
            strings.append("<si><t>")
                    .append(Long.toString(random.nextLong(), 36))
                    .append("</t></si>");
        }
        byte[] workbook = zip(
                entry(
                        "[Content_Types].xml",
                        "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Override"
                            + " PartName='/xl/workbook.xml' ContentType='application/vnd.openxmlformats-officedocument"
                            + ".spreadsheetml.sheet.main+xml'/></Types>"),
                entry(
                        "_rels/.rels",
                        "<Relationships"
                            + " xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship"
                            + " Id='r1'"
                            + " Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument'"
                            + " Target='xl/workbook.xml'/></Relationships>"),
                entry(
                        "xl/_rels/workbook.xml.rels",
                        "<Relationships"
                            + " xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship"
                            + " Id='r1'"
                            + " Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings'"
                            + " Target='sharedStrings.xml'/></Relationships>"),
                entry(
                        "xl/workbook.xml",
                        "<workbook"
                            + " xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheets/></workbook>"),
                entry("xl/sharedStrings.xml", strings + "</sst>"));
        assertEnds(workbook, "strings.xlsx");
    }

    /// It ends: as a document whose gaps say what is missing, if anything, or with a reason.
    private void assertEnds(byte[] bytes, String name) throws IOException, InterruptedException {
        switch (reading.extraction(bytes, name)) {
            case Extraction.Extracted extracted -> {
                Document document = extracted.document();
                assertTrue(document.text().length() <= 11_000_000, name);
            }
            case Extraction.Unreadable unreadable ->
                assertTrue(!unreadable.detail().isBlank(), name);
        }
    }
}
