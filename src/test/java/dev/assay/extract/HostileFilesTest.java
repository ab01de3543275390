package dev.assay.extract;

import static dev.assay.extract.Reading.utf8;
import static dev.assay.extract.ZipBytes.entry;
import static dev.assay.extract.ZipBytes.zip;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.config.Json;
import dev.assay.document.Document;
import dev.assay.document.Extraction;
import dev.assay.document.Extraction.Reason;
import dev.assay.document.Fact;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

public class HostileFilesTest {
    @TempDir
    Path folder;

    @TempDir
    Path elsewhere;

    @ParameterizedTest
    @ValueSource(strings = {"doc.xml", "picture.svg", "page.xhtml", "feed.rss"})
    void externalEntity_isNeverResolved(String name) throws IOException {
        try (Canary canary = new Canary(elsewhere)) {
            for (String target : List.of(canary.http(), canary.file())) {
                Extraction extraction = Reading.extraction(folder, xxe(name, target), name);
                assertFalse(new String(Json.bytes(extraction), StandardCharsets.UTF_8).contains(Canary.SECRET));
                assertEquals(Reason.LIMIT, ((Extraction.Unreadable) extraction).reason());
            }
            assertEquals(0, canary.hits());
        }
    }

    private static byte[] xxe(String name, String target) {
        String root =
                name.endsWith("svg") ? "svg" : name.endsWith("xhtml") ? "html" : name.endsWith("rss") ? "rss" : "d";
        String space = root.equals("svg")
                ? " xmlns='http://www.w3.org/2000/svg'"
                : root.equals("html") ? " xmlns='http://www.w3.org/1999/xhtml'" : "";
        return utf8("<?xml version='1.0'?><!DOCTYPE " + root + " [<!ENTITY x SYSTEM '" + target + "'>]><" + root + space
                + "><title>&x;</title></" + root + ">");
    }

    @Test
    void externalDtdAndStylesheetAndPictures_areNeverFetched() throws IOException {
        try (Canary canary = new Canary(elsewhere)) {
            byte[] svg =
                    utf8("<?xml version='1.0'?><?xml-stylesheet href='" + canary.http() + "'?><!DOCTYPE svg SYSTEM '"
                            + canary.http() + "'><svg xmlns='http://www.w3.org/2000/svg'><text>Legend</text></svg>");
            Reading.extraction(folder, svg, "a.svg");
            byte[] html = utf8("<html><head><link rel='stylesheet' href='" + canary.http() + "'></head><body><img src='"
                    + canary.http() + "'><iframe src='" + canary.file() + "'></iframe><p>Text</p></body></html>");
            Document page = Reading.document(folder, html, "a.html");

            assertEquals("Text", page.text());
            assertTrue(page.facts(Fact.ExternalLink.class)
                    .anyMatch(link -> link.target().equals(canary.http())));
            assertEquals(0, canary.hits());
        }
    }

    @Test
    void entityInWordsPackage_isRefused_withoutAHit() throws IOException {
        try (Canary canary = new Canary(elsewhere)) {
            byte[] docx = zip(
                    entry(
                            "[Content_Types].xml",
                            "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>"),
                    entry(
                            "word/document.xml",
                            "<!DOCTYPE d [<!ENTITY x SYSTEM '" + canary.http() + "'>]><w:document>&x;</w:document>"));
            assertEquals(Reason.LIMIT, refusal(docx, "a.docx"));
            assertEquals(0, canary.hits());
        }
    }

    @Test
    void billionLaughs_passTheEntityLimit() throws IOException {
        StringBuilder xml = new StringBuilder("<?xml version='1.0'?><!DOCTYPE l [<!ENTITY a0 'lol'>");
        for (int i = 1; i <= 9; i++) {
            xml.append("<!ENTITY a")
                    .append(i)
                    .append(" '")
                    .append(("&a" + (i - 1) + ";").repeat(10))
                    .append("'>");
        }
        Extraction.Unreadable refused = Reading.unreadable(folder, utf8(xml + "]><l>&a9;</l>"), "laughs.xml");
        assertEquals(Reason.LIMIT, refused.reason());
        assertTrue(refused.detail().startsWith("limit entities"), refused.detail());
    }

    @Test
    void entitiesBehindALongPrologue_endAtTheParsersLimit() throws IOException {
        String laughs = "<!DOCTYPE l [<!ENTITY a '" + "x".repeat(1000) + "'><!ENTITY b '" + "&a;".repeat(1000)
                + "'>]><l>" + "&b;".repeat(1000) + "</l>";
        byte[] xml = utf8("<?xml version='1.0'?><!--" + " ".repeat(70_000) + "-->" + laughs);
        Extraction extraction = Reading.extraction(folder, xml, "laughs.xml");
        assertTrue(Json.bytes(extraction).length < 2_000_000);
    }

    @Test
    void emptyFile_isToldAsEmpty() throws IOException {
        assertEquals(Reason.EMPTY, refusal(new byte[0], "report.docx"));
    }

    @Test
    void unknownBytes_areAnUnknownFormat() throws IOException {
        byte[] noise = new byte[5_000];
        new java.util.SplittableRandom(7).nextBytes(noise);
        assertEquals(Reason.UNKNOWN_FORMAT, refusal(noise, "report.bin"));
    }

    @Test
    void cutOffWordFile_isDamaged() throws IOException {
        byte[] docx = docx("Text");
        assertEquals(Reason.DAMAGED, refusal(Arrays.copyOf(docx, docx.length / 2), "report.docx"));
    }

    @Test
    void encryptedWorkbook_asksForAPassword() throws Exception {
        assertEquals(Reason.PASSWORD, refusal(encryptedWorkbook(), "tables.xlsx"));
    }

    private static byte[] encryptedWorkbook() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (POIFSFileSystem container = new POIFSFileSystem();
                XSSFWorkbook workbook = new XSSFWorkbook()) {
            workbook.createSheet("Secret");
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (var data = encryptor.getDataStream(container)) {
                workbook.write(data);
            }
            container.writeFilesystem(out);
        }
        return out.toByteArray();
    }

    @Test
    void wrongExtension_isReadByContent_andTold() throws IOException {
        Document document = Reading.document(folder, docx("Words in a document"), "report.pdf");
        assertEquals("Words in a document", document.text().strip());
        assertEquals(
                List.of(new Fact.TypeMismatch(
                        "application/pdf", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")),
                document.facts(Fact.TypeMismatch.class).toList());
    }

    @Test
    void rightOrMissingExtension_isNoMismatch() throws IOException {
        for (String name : List.of("report.docx", "REPORT.DOCX", "report", "report.2026-11")) {
            Document document = Reading.document(folder, docx("Words"), name);
            assertEquals(0, document.facts(Fact.TypeMismatch.class).count(), name);
        }
        assertEquals(
                0,
                Reading.document(folder, utf8("a;b\n1;2\n"), "a.csv")
                        .facts(Fact.TypeMismatch.class)
                        .count());
    }

    @Test
    void hugePicture_isRefusedFromItsHeader() throws IOException {
        ByteBuffer header = ByteBuffer.allocate(8 + 25);
        header.putLong(0x89504E470D0A1A0AL)
                .putInt(13)
                .put(utf8("IHDR"))
                .putInt(60_000)
                .putInt(60_000);
        header.put(new byte[] {8, 2, 0, 0, 0});
        CRC32 sum = new CRC32();
        sum.update(header.array(), 12, 17);
        header.putInt((int) sum.getValue());
        Extraction.Unreadable refused = Reading.unreadable(folder, header.array(), "map.png");
        assertEquals("limit pixels: an image of 60000 by 60000 pixels, at most 1000000000 are read", refused.detail());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../../etc/passwd.txt", "C:\\windows\\a.txt", "/abs/a.txt", "a\u202Etxt.exe.txt", "CON.txt"})
    void arrivedName_isDataOnly(String name) throws IOException {
        assertEquals("Text", Reading.document(folder, utf8("Text"), name).text());
        String longest = "n".repeat(251) + ".txt";
        assertEquals("Text", Reading.document(folder, utf8("Text"), longest).text());
        assertEquals(
                "Text", Reading.document(folder, utf8("Text"), "a\0b\n.txt").text());
    }

    private Reason refusal(byte[] bytes, String name) throws IOException {
        return Reading.unreadable(folder, bytes, name).reason();
    }

    public static byte[] docx(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XWPFDocument document = new XWPFDocument()) {
            document.createParagraph().createRun().setText(text);
            document.write(out);
        }
        return out.toByteArray();
    }
}
