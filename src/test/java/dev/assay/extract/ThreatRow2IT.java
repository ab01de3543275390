package dev.assay.extract;

import static dev.assay.extract.Reading.utf8;
import static dev.assay.extract.ZipBytes.entry;
import static dev.assay.extract.ZipBytes.zip;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.document.Extraction;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Row 2 of the threats: billion laughs, in every format that carries XML, end as a limit that is named; the
/// child that met them reads on, and its parent never notices.
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ThreatRow2IT {
    @TempDir
    Path home;

    private HostileReading reading;

    @BeforeEach
    void start() {
        reading = HostileReading.in(home);
    }

    /// Whatever a test did, the child is the same one, and reads.
    @AfterEach
    void childReadsOn() throws Exception {
        assertEquals("Next", reading.document(utf8("Next"), "next.txt").text());
        assertEquals(0, reading.deaths());
        reading.close();
    }

    private static String laughs(String root) {
        StringBuilder xml = new StringBuilder("<?xml version='1.0'?><!DOCTYPE d [<!ENTITY a0 'lol'>");
        for (int i = 1; i <= 9; i++) {
            xml.append("<!ENTITY a")
                    .append(i)
                    .append(" '")
                    .append(("&a" + (i - 1) + ";").repeat(10))
                    .append("'>");
        }
        return xml + "]>" + root.replace("*", "&a9;");
    }

    @Test
    void laughs_inPlainXml() throws Exception {
        for (String name :
                List.of("a.xml", "a.kml", "a.fb2", "a.fodt", "a.rss", "a.svg", "a.xhtml", "a.dita", "a.xsd")) {
            assertLimit(utf8(laughs(root(name))), name);
        }
    }

    private static String root(String name) {
        return switch (name) {
            case "a.svg" -> "<svg xmlns='http://www.w3.org/2000/svg'><text>*</text></svg>";
            case "a.xhtml" -> "<html xmlns='http://www.w3.org/1999/xhtml'><body><p>*</p></body></html>";
            case "a.rss" -> "<rss version='2.0'><channel><title>*</title></channel></rss>";
            default -> "<d>*</d>";
        };
    }

    @Test
    void laughs_inPackages() throws Exception {
        for (List<String> part : List.of(
                List.of("a.docx", "word/document.xml"),
                List.of("b.docx", "docProps/core.xml"),
                List.of("c.docx", "customXml/item1.xml"),
                List.of("a.xlsx", "xl/sharedStrings.xml"),
                List.of("a.pptx", "ppt/slides/slide1.xml"),
                List.of("a.odt", "content.xml"),
                List.of("b.odt", "meta.xml"),
                List.of("a.ods", "content.xml"),
                List.of("a.odp", "styles.xml"),
                List.of("a.epub", "OEBPS/chapter.xhtml"))) {
            byte[] file = part.getFirst().matches(".*\\.(od.|epub)")
                    ? zip(entry("mimetype", mimetype(part.getFirst())), entry(part.getLast(), laughs("<d>*</d>")))
                    : zip(entry("[Content_Types].xml", "<Types/>"), entry(part.getLast(), laughs("<d>*</d>")));
            assertLimit(file, part.getFirst());
        }
    }

    private static String mimetype(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "odt" -> "application/vnd.oasis.opendocument.text";
            case "ods" -> "application/vnd.oasis.opendocument.spreadsheet";
            case "odp" -> "application/vnd.oasis.opendocument.presentation";
            default -> "application/epub+zip";
        };
    }

    @Test
    void laughs_inMailAndArchives() throws Exception {
        String mail = "From: a@example.org\r\nSubject: s\r\nMIME-Version: 1.0\r\nContent-Type: image/svg+xml\r\n"
                + "Content-Disposition: attachment; filename=a.svg\r\n\r\n" + laughs("<svg>*</svg>");
        assertLimit(utf8(mail), "a.eml");
        assertLimit(zip(entry("a.svg", laughs("<svg xmlns='http://www.w3.org/2000/svg'>*</svg>"))), "a.zip");
    }

    @Test
    void laughs_inOtherEncodings() throws Exception {
        String xml = laughs("<d>*</d>").replace("version='1.0'", "version='1.0' encoding='UTF-16'");
        assertLimit(xml.getBytes(java.nio.charset.StandardCharsets.UTF_16), "a.xml");
        assertLimit(xml.getBytes(java.nio.charset.StandardCharsets.UTF_16LE), "b.xml");
    }

    @Test
    void laughsOfParametersAndAttributes_areNoWayAround() throws Exception {
        assertLimit(
                utf8("<!DOCTYPE d [<!ENTITY % a 'x'><!ENTITY % b '" + "%a;".repeat(1_000) + "'>%b;]><d/>"), "a.xml");
        assertLimit(utf8("<!DOCTYPE d [<!ATTLIST d a CDATA 'x'><!ENTITY a 'b'>]><d a='&a;'/>"), "b.xml");
    }

    /// What the guard lets pass, the parser's own limits and the deadline still hold.
    @Test
    void hugeXmlWithoutEntities_ends() throws Exception {
        StringBuilder deep = new StringBuilder("<d>");
        deep.append("<a>".repeat(200_000))
                .append("x")
                .append("</a>".repeat(200_000))
                .append("</d>");
        assertEnds(utf8(deep.toString()), "deep.xml");
        assertEnds(utf8("<svg xmlns='http://www.w3.org/2000/svg'>" + deep + "</svg>"), "deep.svg");
        StringBuilder wide = new StringBuilder("<d ");
        for (int i = 0; i < 100_000; i++) {
            wide.append('a').append(i).append("='x' ");
        }
        assertEnds(utf8(wide + "/>"), "wide.xml");
        assertEnds(utf8("<d" + "x".repeat(5_000_000) + "/>"), "name.xml");
    }

    private void assertEnds(byte[] bytes, String name) throws IOException, InterruptedException {
        Extraction extraction = reading.extraction(bytes, name);
        boolean told = extraction instanceof Extraction.Unreadable
                || !((Extraction.Extracted) extraction).document().text().isEmpty();
        assertTrue(told, name + " was read as nothing, without a word");
    }

    private void assertLimit(byte[] bytes, String name) throws IOException, InterruptedException {
        String limit = reading.limit(bytes, name);
        assertTrue(limit.startsWith("entities: "), name + ": " + limit);
    }
}
