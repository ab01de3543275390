package dev.assay;

import dev.assay.extract.ZipBytes;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/// Real files as vendors send them, good and bad.
final class BadFiles {
    private BadFiles() {}

    static byte[] docx(String text) throws IOException {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.createParagraph().createRun().setText(text);
            document.write(out);
            return out.toByteArray();
        }
    }

    static byte[] pdf(String text) throws IOException {
        try (PDDocument document = new PDDocument()) {
            write(document, text);
            return bytes(document);
        }
    }

    static byte[] encryptedPdf() throws IOException {
        try (PDDocument document = new PDDocument()) {
            write(document, SmallHome.CLEAN);
            document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            return bytes(document);
        }
    }

    /// A page that shows a picture and holds no text.
    static byte[] scannedPdf() throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            BufferedImage scan = new BufferedImage(60, 80, BufferedImage.TYPE_BYTE_GRAY);
            scan.setRGB(30, 40, 0xFFFFFF);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawImage(LosslessFactory.createFromImage(document, scan), 0, 0, 600, 800);
            }
            return bytes(document);
        }
    }

    private static void write(PDDocument document, String text) throws IOException {
        PDPage page = new PDPage();
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.beginText();
            content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 11);
            content.newLineAtOffset(72, 700);
            content.showText(text);
            content.endText();
        }
    }

    private static byte[] bytes(PDDocument document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }

    static byte[] encryptedXlsx() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            workbook.createSheet("Sheet").createRow(0).createCell(0).setCellValue(1);
            workbook.write(out);
            return encrypted(out.toByteArray());
        }
    }

    static byte[] encryptedDocx() throws IOException {
        return encrypted(docx(SmallHome.CLEAN));
    }

    private static byte[] encrypted(byte[] office) throws IOException {
        Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
        encryptor.confirmPassword("secret");
        try (POIFSFileSystem container = new POIFSFileSystem();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            try (OutputStream sealed = encryptor.getDataStream(container)) {
                sealed.write(office);
            }
            container.writeFilesystem(out);
            return out.toByteArray();
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    static byte[] truncated(byte[] whole) {
        return Arrays.copyOf(whole, whole.length * 6 / 10);
    }

    /// A zip of names and contents in turn.
    static byte[] zip(Object... namesAndContents) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) namesAndContents[i]));
                zip.write(
                        namesAndContents[i + 1] instanceof String text
                                ? text.getBytes(StandardCharsets.UTF_8)
                                : (byte[]) namesAndContents[i + 1]);
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    /// A zip in which two entries have one name.
    static byte[] duplicateEntries() throws IOException {
        return renamed(zip("report-a.txt", "one", "report-b.txt", "two"), "report-b.txt", "report-a.txt");
    }

    private static byte[] renamed(byte[] zip, String from, String to) {
        return new String(zip, StandardCharsets.ISO_8859_1).replace(from, to).getBytes(StandardCharsets.ISO_8859_1);
    }

    /// A zip whose entries say that they are encrypted.
    static byte[] encryptedZip() throws IOException {
        byte[] zip = zip("report.txt", "text");
        for (int i = 0; i + 10 < zip.length; i++) {
            if (zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 3 && zip[i + 3] == 4) {
                zip[i + 6] |= 1;
            }
            if (zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 1 && zip[i + 3] == 2) {
                zip[i + 8] |= 1;
            }
        }
        return zip;
    }

    /// An office file to those who look for its directory, a PDF to those who look at its beginning.
    static byte[] polyglot() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(pdf(SmallHome.CLEAN + " A page."));
        out.writeBytes(docx(SmallHome.CLEAN + " A paragraph."));
        return out.toByteArray();
    }

    /// A zip in a zip, so many times.
    static byte[] nested(int levels) throws IOException {
        byte[] nested = zip("report.txt", SmallHome.CLEAN);
        for (int i = 1; i < levels; i++) {
            nested = zip("inner.zip", nested);
        }
        return nested;
    }

    static byte[] entries(int count) throws IOException {
        List<ZipBytes.Entry> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            entries.add(ZipBytes.entry("e" + i, ""));
        }
        return ZipBytes.zip(entries);
    }

    /// A zip whose directory calls an entry otherwise than the entry itself.
    static byte[] twoNames() throws IOException {
        ZipBytes.Entry entry = ZipBytes.entry("report.txt", "text");
        entry.localName = "other.txt";
        return ZipBytes.zip(entry);
    }

    /// A zip of which two entries have the same bytes in it.
    static byte[] overlapping() throws IOException {
        ZipBytes.Entry second = ZipBytes.entry("b.txt", "text");
        second.sharesOffsetOf = 0;
        return ZipBytes.zip(ZipBytes.entry("a.txt", "text"), second);
    }

    /// A page with more links than are read.
    static byte[] manyLinks() {
        return ("<!DOCTYPE html><html lang=en><title>Links</title><p>" + SmallHome.CLEAN + "</p><p>"
                        + "<a href='https://example.org/'>x</a> ".repeat(60_000) + "</p></html>")
                .getBytes(StandardCharsets.UTF_8);
    }

    static byte[] macro() throws IOException {
        return office("application/vnd.ms-word.document.macroEnabled.main+xml", "vbaProject", "vbaProject.bin", "");
    }

    static byte[] object() throws IOException {
        String type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
        return office(
                type,
                "oleObject",
                "embeddings/object.bin",
                "<w:object><o:OLEObject xmlns:o=\"urn:schemas-microsoft-com:office:office\" Type=\"Embed\""
                        + " ProgID=\"Package\" r:id=\"r1\"/></w:object>");
    }

    private static byte[] office(String type, String relation, String target, String run) throws IOException {
        String relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        String kind = relation.equals("vbaProject")
                ? "http://schemas.microsoft.com/office/2006/relationships/vbaProject"
                : relations + "/" + relation;
        String head = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + "<Relationship Id=\"r1\" Type=\"";
        return zip(
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default"
                        + " Extension=\"bin\" ContentType=\"application/octet-stream\"/><Default Extension=\"rels\""
                        + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override"
                        + " PartName=\"/word/document.xml\" ContentType=\"" + type + "\"/></Types>",
                "_rels/.rels",
                head + relations + "/officeDocument\" Target=\"word/document.xml\"/></Relationships>",
                "word/_rels/document.xml.rels",
                head + kind + "\" Target=\"" + target + "\"/></Relationships>",
                "word/document.xml",
                "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\""
                        + relations + "\"><w:body><w:p><w:r><w:t>" + SmallHome.CLEAN + "</w:t></w:r></w:p><w:p><w:r>"
                        + run + "</w:r></w:p></w:body></w:document>",
                "word/" + target,
                new byte[10]);
    }

    /// A page that does something when it is opened.
    static byte[] actingPdf(String action) throws IOException {
        try (PDDocument document = new PDDocument()) {
            write(document, SmallHome.CLEAN);
            COSDictionary acting = new COSDictionary();
            acting.setName(COSName.S, action);
            acting.setString(COSName.JS, "app.alert(1)");
            acting.setString(COSName.F, "calc.exe");
            document.getDocumentCatalog().getCOSObject().setItem(COSName.OPEN_ACTION, acting);
            return bytes(document);
        }
    }

    /// A document that wants a file of this machine for an entity.
    static byte[] externalEntity() throws IOException {
        return entities("<!ENTITY b SYSTEM \"file:///etc/hostname\">");
    }

    static byte[] laughs() throws IOException {
        return entities("<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">");
    }

    private static byte[] entities(String declared) throws IOException {
        return zip(
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default"
                        + " Extension=\"rels\""
                        + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override"
                        + " PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-"
                        + "officedocument.wordprocessingml.document.main+xml\"/></Types>",
                "_rels/.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship"
                        + " Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
                        + "officeDocument\" Target=\"word/document.xml\"/></Relationships>",
                "word/document.xml",
                "<?xml version=\"1.0\"?><!DOCTYPE d [" + declared + "]><w:document"
                        + " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r>"
                        + "<w:t>&b;</w:t></w:r></w:p></w:body></w:document>");
    }
}
