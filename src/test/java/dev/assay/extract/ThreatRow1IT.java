package dev.assay.extract;

import static dev.assay.extract.Reading.utf8;
import static dev.assay.extract.ZipBytes.entry;
import static dev.assay.extract.ZipBytes.zip;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.assay.document.Extraction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Row 1 of the threats: no entity, document type, form, relationship, stream, picture, style sheet or template
/// that lies outside a file is ever fetched, from a server or from a file.
class ThreatRow1IT {
    private static final String TYPES = "<Types"
            + " xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Default Extension='rels'"
            + " ContentType='application/vnd.openxmlformats-package.relationships+xml'/><Override PartName='/%s'"
            + " ContentType='application/vnd.openxmlformats-officedocument.%s.main+xml'/></Types>";
    private static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    @TempDir
    Path home;

    @TempDir
    Path elsewhere;

    @Test
    void nothingOutsideAFile_isEverFetched() throws Exception {
        try (Canary canary = new Canary(elsewhere);
                HostileReading reading = HostileReading.in(home)) {
            for (String target : List.of(canary.http(), canary.file())) {
                for (Map.Entry<String, byte[]> file : files(target).entrySet()) {
                    Extraction extraction = reading.extraction(file.getValue(), file.getKey());
                    assertFalse(HostileReading.holds(extraction, Canary.SECRET), file.getKey());
                    assertEquals(0, canary.hits(), file.getKey());
                }
            }
            assertEquals(0, reading.deaths());
        }
    }

    /// The server and the file answer, where someone asks: else no hit would prove nothing.
    @Test
    void canary_sings() throws Exception {
        try (Canary canary = new Canary(elsewhere)) {
            java.net.URI.create(canary.http()).toURL().openStream().close();
            assertEquals(1, canary.hits());
            assertEquals(Canary.SECRET, Files.readString(Path.of(java.net.URI.create(canary.file()))));
        }
    }

    private static Map<String, byte[]> files(String target) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        xml(files, target);
        office(files, target);
        others(files, target);
        return files;
    }

    private static void xml(Map<String, byte[]> files, String target) {
        for (String name : List.of("a.xml", "a.svg", "a.xhtml", "a.rss", "a.kml", "a.fodt", "a.fb2")) {
            files.put("entity-" + name, utf8(entity(target) + root(name) + "&x;" + end(name)));
            files.put(
                    "parameter-" + name,
                    utf8("<?xml version='1.0'?><!DOCTYPE d [<!ENTITY % x SYSTEM '" + target + "'>%x;]>" + root(name)
                            + "t" + end(name)));
            files.put(
                    "type-" + name,
                    utf8("<?xml version='1.0'?><!DOCTYPE d SYSTEM '" + target + "'>" + root(name) + "t" + end(name)));
            files.put(
                    "late-" + name,
                    utf8("<?xml version='1.0'?><!--" + " ".repeat(70_000) + "--><!DOCTYPE d [<!ENTITY x" + " SYSTEM '"
                            + target + "'>]>" + root(name) + "&x;" + end(name)));
            files.put(
                    "style-" + name,
                    utf8("<?xml version='1.0'?><?xml-stylesheet type='text/xsl' href='" + target
                            + "'?>" + root(name)
                            + "<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' parse='text' href='"
                            + target + "'/>" + end(name)));
        }
    }

    private static String entity(String target) {
        return "<?xml version='1.0'?><!DOCTYPE d [<!ENTITY x SYSTEM '" + target + "'>]>";
    }

    private static String root(String name) {
        return switch (name.substring(name.indexOf('.') + 1)) {
            case "svg" -> "<svg xmlns='http://www.w3.org/2000/svg'><text>";
            case "xhtml" -> "<html xmlns='http://www.w3.org/1999/xhtml'><body><p>";
            case "rss" -> "<rss version='2.0'><channel><title>";
            case "kml" -> "<kml xmlns='http://www.opengis.net/kml/2.2'><name>";
            case "fodt" ->
                "<office:document xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0'"
                        + " office:mimetype='application/vnd.oasis.opendocument.text'><office:body><office:text>";
            case "fb2" -> "<FictionBook xmlns='http://www.gribuser.ru/xml/fictionbook/2.0'><body><p>";
            default -> "<d>";
        };
    }

    private static String end(String name) {
        return switch (name.substring(name.indexOf('.') + 1)) {
            case "svg" -> "</text></svg>";
            case "xhtml" -> "</p></body></html>";
            case "rss" -> "</title></channel></rss>";
            case "kml" -> "</name></kml>";
            case "fodt" -> "</office:text></office:body></office:document>";
            case "fb2" -> "</p></body></FictionBook>";
            default -> "</d>";
        };
    }

    private static void office(Map<String, byte[]> files, String target) throws IOException {
        String word = "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"
                + " xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'><w:body><w:p><w:r>"
                + "<w:fldChar w:fldCharType='begin'/><w:instrText>INCLUDETEXT \"" + target
                + "\"</w:instrText><w:fldChar"
                + " w:fldCharType='end'/><w:t>t</w:t></w:r></w:p><w:altChunk"
                + " r:id='r3'/></w:body></w:document>";
        String sheet =
                "<workbook xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheets/></workbook>";
        String slides = "<p:presentation xmlns:p='http://schemas.openxmlformats.org/presentationml/2006/main'/>";
        files.put("links.docx", openXml("word/document.xml", "wordprocessingml.document", word, target));
        files.put("links.xlsx", openXml("xl/workbook.xml", "spreadsheetml.sheet", sheet, target));
        files.put("links.pptx", openXml("ppt/presentation.xml", "presentationml.presentation", slides, target));
        for (Map.Entry<String, String> kind : Map.of(
                        "docx", "word/document.xml:wordprocessingml.document",
                        "xlsx", "xl/workbook.xml:spreadsheetml.sheet",
                        "pptx", "ppt/presentation.xml:presentationml.presentation")
                .entrySet()) {
            String[] part = kind.getValue().split(":");
            files.put("entity." + kind.getKey(), openXml(part[0], part[1], entity(target) + "<d>&x;</d>", target));
        }
        for (String kind : List.of("odt:text", "ods:spreadsheet", "odp:presentation")) {
            String type = "application/vnd.oasis.opendocument." + kind.substring(4);
            String content = "<office:document-content"
                    + " xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0'"
                    + " xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0'"
                    + " xmlns:draw='urn:oasis:names:tc:opendocument:xmlns:drawing:1.0'"
                    + " xmlns:xlink='http://www.w3.org/1999/xlink'><office:body><office:text><text:p>t<draw:image"
                    + " xlink:href='" + target + "'/><draw:object xlink:href='" + target
                    + "'/></text:p></office:text></office:body></office:document-content>";
            files.put("links." + kind.substring(0, 3), zip(entry("mimetype", type), entry("content.xml", content)));
            files.put(
                    "entity." + kind.substring(0, 3),
                    zip(
                            entry("mimetype", type),
                            entry("content.xml", entity(target) + content.replace(">t<", ">&x;<"))));
        }
        files.put(
                "late.odt",
                zip(
                        entry("mimetype", "application/vnd.oasis.opendocument.text"),
                        entry("content.xml", "<!--" + " ".repeat(70_000) + "-->" + entity(target) + "<d>&x;</d>")));
        files.put(
                "entity.epub",
                zip(
                        entry("mimetype", "application/epub+zip"),
                        entry("META-INF/container.xml", entity(target) + "<container>&x;</container>")));
    }

    private static byte[] openXml(String part, String type, String content, String target) throws IOException {
        String folder = part.substring(0, part.indexOf('/'));
        String rels = "<Relationships xmlns='" + RELATIONSHIPS + "'><Relationship Id='r1' Type='" + OFFICE
                + "attachedTemplate' TargetMode='External' Target='" + target + "'/><Relationship Id='r2' Type='"
                + OFFICE
                + "image' TargetMode='External' Target='" + target + "'/><Relationship Id='r3' Type='" + OFFICE
                + "aFChunk' TargetMode='External' Target='" + target + "'/><Relationship Id='r4' Type='" + OFFICE
                + "oleObject' TargetMode='External' Target='" + target + "'/><Relationship Id='r5' Type='" + OFFICE
                + "styles' TargetMode='External' Target='" + target + "'/></Relationships>";
        return zip(
                entry("[Content_Types].xml", TYPES.formatted(part, type)),
                entry(
                        "_rels/.rels",
                        "<Relationships xmlns='" + RELATIONSHIPS + "'><Relationship Id='r1' Type='" + OFFICE
                                + "officeDocument' Target='" + part + "'/></Relationships>"),
                entry(part, content),
                entry(folder + "/_rels/" + part.substring(part.indexOf('/') + 1) + ".rels", rels));
    }

    private static void others(Map<String, byte[]> files, String target) {
        String page = "<html><head><base href='" + target + "'><link rel=stylesheet href='" + target
                + "'><meta http-equiv=refresh content='0;url=" + target + "'><script src='" + target
                + "'></script></head><body background='" + target + "'><img src='" + target + "'><iframe src='" + target
                + "'></iframe><object data='" + target + "'></object><video src='" + target
                + "'></video><style>@import url("
                + target + ");</style>Text</body></html>";
        files.put("a.html", utf8(page));
        files.put(
                "a.eml",
                utf8("From: a@example.org\r\nSubject: s\r\nMIME-Version: 1.0\r\nContent-Type: text/html\r\n"
                        + "Content-Location: " + target + "\r\n\r\n" + page));
        files.put(
                "external.eml",
                utf8("From: a@example.org\r\nSubject: s\r\nMIME-Version: 1.0\r\n"
                        + "Content-Type: message/external-body; access-type=URL; url=\"" + target
                        + "\"\r\n\r\nContent-Type: text/plain\r\n\r\n"));
        files.put(
                "a.rtf",
                utf8("{\\rtf1\\ansi{\\*\\template " + target + "}{\\field{\\*\\fldinst INCLUDEPICTURE \""
                        + target + "\"}{\\fldrslt x}}{\\field{\\*\\fldinst INCLUDETEXT \"" + target
                        + "\"}{\\fldrslt y}}{\\object\\objautlink{\\*\\objclass Word.Document}{\\*\\objdata"
                        + " 00}} Text\\par}"));
        files.put(
                "stream.pdf",
                pdf("<< /Length 0 /F << /FS /URL /F (" + target + ") >> >>\nstream\n\nendstream", "", target));
        String form = "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY e SYSTEM '" + target + "'>]><xdp:xdp"
                + " xmlns:xdp='http://ns.adobe.com/xdp/'><template xmlns='http://www.xfa.org/schema/xfa-template/3.3/'>"
                + "<subform><field><value><text>&e;</text></value></field></subform></template></xdp:xdp>";
        files.put("form.pdf", pdf(stream(form), "/AcroForm << /XFA 4 0 R /Fields [] >>", target));
        files.put("metadata.pdf", pdf(stream(form), "/Metadata 4 0 R", target));
        files.put(
                "actions.pdf",
                pdf(
                        stream("q Q"),
                        "/OpenAction << /S /GoToR /F (" + target + ") /D [0 /Fit] >> /AA << /WC << /S /SubmitForm /F ("
                                + target + ") >> >>",
                        target));
    }

    private static String stream(String content) {
        return "<< /Length " + content.length() + " >>\nstream\n" + content + "\nendstream";
    }

    /// A page whose content is the fourth object; its fifth is a picture that lies elsewhere.
    private static byte[] pdf(String fourth, String catalog, String target) {
        StringBuilder pdf = new StringBuilder("%PDF-1.7\n");
        String[] objects = {
            "<< /Type /Catalog /Pages 2 0 R " + catalog + " >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /Resources << /XObject << /X 5 0 R"
                    + " >> >> >>",
            fourth,
            "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 0"
                    + " /F << /FS /URL /F (" + target + ") >> /FFilter /FlateDecode >>\nstream\n\nendstream"
        };
        int[] offsets = new int[objects.length];
        for (int i = 0; i < objects.length; i++) {
            offsets[i] = pdf.length();
            pdf.append(i + 1).append(" 0 obj\n").append(objects[i]).append("\nendobj\n");
        }
        int table = pdf.length();
        pdf.append("xref\n0 6\n0000000000 65535 f \n");
        for (int offset : offsets) {
            pdf.append("%010d 00000 n \n".formatted(offset));
        }
        return utf8(pdf + "trailer << /Root 1 0 R /Size 6 >>\nstartxref\n" + table + "\n%%EOF\n");
    }
}
