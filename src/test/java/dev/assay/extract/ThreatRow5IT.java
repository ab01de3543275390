package dev.assay.extract;

import static dev.assay.extract.Reading.utf8;
import static dev.assay.extract.ZipBytes.entry;
import static dev.assay.extract.ZipBytes.zip;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.assay.document.Document;
import dev.assay.document.Fact;
import dev.assay.document.Fact.ActiveContent.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Row 5 of the threats: what could act in a file is told by its kind, exactly, and never acts.
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ThreatRow5IT {
    private static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    @TempDir
    Path home;

    /// A file and what can act in it.
    private record Case(byte[] bytes, Set<Kind> kinds) {}

    @Test
    void whatCouldAct_isToldByItsKind_andNeverActs() throws Exception {
        Path touched = home.resolve("touched");
        try (HostileReading reading = HostileReading.in(home)) {
            for (Map.Entry<String, Case> each : cases(touched).entrySet()) {
                Document document = reading.document(each.getValue().bytes(), each.getKey());
                Set<Kind> found = document.facts(Fact.ActiveContent.class)
                        .map(Fact.ActiveContent::kind)
                        .collect(Collectors.toCollection(TreeSet::new));
                assertEquals(each.getValue().kinds(), found, each.getKey());
                assertFalse(Files.exists(touched), each.getKey());
            }
            assertEquals(0, reading.deaths());
        }
    }

    @Test
    void filesInsideFiles_areTold() throws Exception {
        try (HostileReading reading = HostileReading.in(home)) {
            Document mail = reading.document(
                    utf8("From: a@example.org\r\n"
                            + "Subject: s\r\n"
                            + "MIME-Version: 1.0\r\n"
                            + "Content-Type: application/x-msdownload; name=setup.exe\r\n"
                            + "Content-Disposition: attachment; filename=setup.exe\r\n\r\n"
                            + "MZ\0\0"),
                    "a.eml");
            assertEquals(
                    List.of("setup.exe"),
                    mail.facts(Fact.Attachment.class).map(Fact.Attachment::name).toList());
        }
    }

    private static Map<String, Case> cases(Path touched) throws IOException {
        Map<String, Case> cases = new LinkedHashMap<>();
        office(cases);
        pdf(cases, touched);
        markup(cases);
        String command = "c:\\\\\\\\windows\\\\\\\\cmd.exe \"/c calc\"";
        cases.put(
                "dde.rtf",
                new Case(
                        utf8("{\\rtf1{\\field{\\*\\fldinst DDEAUTO " + command + "}{\\fldrslt x}}Text\\par}"),
                        Set.of(Kind.DDE)));
        cases.put(
                "object.rtf",
                new Case(
                        utf8("{\\rtf1{\\object\\objemb{\\*\\objclass Package}{\\*\\objdata 0105}}Text\\par}"),
                        Set.of(Kind.OLE_OBJECT)));
        cases.put("plain.rtf", new Case(utf8("{\\rtf1 DDEAUTO in plain words\\par}"), Set.of()));
        cases.put(
                "macro.odt",
                new Case(
                        zip(
                                entry("mimetype", "application/vnd.oasis.opendocument.text"),
                                entry(
                                        "content.xml",
                                        "<office:document-content"
                                                + " xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0'/>"),
                                entry("Basic/Standard/Module1.xml", "<a/>")),
                        Set.of(Kind.MACRO)));
        return cases;
    }

    private static void office(Map<String, Case> cases) throws IOException {
        String words = "<w:document"
                + " xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body><w:p>*</w:p>"
                + "</w:body></w:document>";
        String plain = words.replace("*", "<w:r><w:t>DDEAUTO in plain words</w:t></w:r>");
        String dde = words.replace(
                "*",
                "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>DDEAUTO cmd \"/c"
                        + " calc\"</w:instrText></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r>");
        String sheet =
                "<workbook xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheets/></workbook>";
        String slides = "<p:presentation xmlns:p='http://schemas.openxmlformats.org/presentationml/2006/main'/>";
        String word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
        cases.put("plain.docx", new Case(openXml("word/document.xml", word, plain, false), Set.of()));
        cases.put("dde.docx", new Case(openXml("word/document.xml", word, dde, false), Set.of(Kind.DDE)));
        cases.put(
                "macro.docm",
                new Case(
                        openXml(
                                "word/document.xml",
                                "application/vnd.ms-word.document.macroEnabled.main+xml",
                                plain,
                                true),
                        Set.of(Kind.MACRO)));
        cases.put("macro.docx", new Case(openXml("word/document.xml", word, plain, true), Set.of(Kind.MACRO)));
        cases.put(
                "macro.xlsm",
                new Case(
                        openXml("xl/workbook.xml", "application/vnd.ms-excel.sheet.macroEnabled.main+xml", sheet, true),
                        Set.of(Kind.MACRO)));
        cases.put(
                "macro.pptm",
                new Case(
                        openXml(
                                "ppt/presentation.xml",
                                "application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml",
                                slides,
                                true),
                        Set.of(Kind.MACRO)));
    }

    private static byte[] openXml(String part, String type, String content, boolean macro) throws IOException {
        String folder = part.substring(0, part.indexOf('/'));
        String relationship = macro
                ? "<Relationship Id='r1' Type='http://schemas.microsoft.com/office/2006/relationships/vbaProject'"
                        + " Target='vbaProject.bin'/>"
                : "";
        return zip(
                entry(
                        "[Content_Types].xml",
                        "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Override"
                                + " PartName='/"
                                + part + "' ContentType='" + type + "'/></Types>"),
                entry(
                        "_rels/.rels",
                        "<Relationships xmlns='" + RELATIONSHIPS + "'><Relationship Id='r1' Type='" + OFFICE
                                + "officeDocument' Target='" + part + "'/></Relationships>"),
                entry(part, content),
                entry(
                        folder + "/_rels/" + part.substring(part.indexOf('/') + 1) + ".rels",
                        "<Relationships xmlns='" + RELATIONSHIPS + "'>" + relationship + "</Relationships>"),
                entry(folder + "/vbaProject.bin", macro ? "macro" : "unused"));
    }

    private static void pdf(Map<String, Case> cases, Path touched) throws IOException {
        cases.put("plain.pdf", new Case(pdf(null), Set.of()));
        COSDictionary script = action("JavaScript");
        script.setItem(COSName.JS, new COSString("app.launchURL('" + touched.toUri() + "')"));
        cases.put("script.pdf", new Case(pdf(script), Set.of(Kind.SCRIPT)));
        COSDictionary launch = action("Launch");
        launch.setItem(COSName.F, new COSString(touched.toString()));
        cases.put("launch.pdf", new Case(pdf(launch), Set.of(Kind.LAUNCH_ACTION)));
        COSDictionary next = action("URI");
        next.setItem(COSName.URI, new COSString("https://example.org/"));
        COSArray chain = new COSArray();
        chain.add(script);
        next.setItem(COSName.NEXT, chain);
        cases.put("chain.pdf", new Case(pdf(next), Set.of(Kind.SCRIPT)));
    }

    private static COSDictionary action(String kind) {
        COSDictionary action = new COSDictionary();
        action.setItem(COSName.TYPE, COSName.getPDFName("Action"));
        action.setItem(COSName.S, COSName.getPDFName(kind));
        return action;
    }

    private static byte[] pdf(@org.jspecify.annotations.Nullable COSDictionary open) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            if (open != null) {
                document.getDocumentCatalog().getCOSObject().setItem(COSName.OPEN_ACTION, open);
            }
            document.save(out);
        }
        return out.toByteArray();
    }

    private static void markup(Map<String, Case> cases) {
        String page = "<html><body><p>Text about &lt;script&gt; and onload</p>*</body></html>";
        cases.put("plain.html", new Case(utf8(page.replace("*", "")), Set.of()));
        for (String script :
                List.of("<script>alert(1)</script>", "<p onclick='go()'>x</p>", "<a href='JavaScript:go()'>x</a>")) {
            cases.put(
                    "script" + cases.size() + ".html", new Case(utf8(page.replace("*", script)), Set.of(Kind.SCRIPT)));
            cases.put(
                    "script" + cases.size() + ".eml",
                    new Case(
                            utf8("From: a@example.org\r\n"
                                    + "Subject: s\r\n"
                                    + "MIME-Version: 1.0\r\n"
                                    + "Content-Type: text/html\r\n\r\n"
                                    + page.replace("*", script)),
                            Set.of(Kind.SCRIPT)));
        }
        cases.put(
                "script.svg",
                new Case(
                        utf8("<svg xmlns='http://www.w3.org/2000/svg'><text>x</text><script>alert(1)</script></svg>"),
                        Set.of(Kind.SCRIPT)));
    }
}
