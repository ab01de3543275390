package dev.assay.extract;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Builds an Office Open XML package part by part, also ones that no program would write.
public final class PackageFixture {
    public static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    public static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String NAMESPACES = """
        xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
        xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" \
        xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" \
        xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" \
        xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main" \
        xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" \
        xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" \
        xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" \
        xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" \
        xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" \
        xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" \
        xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" \
        xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" \
        xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"\
        """;

    private final Map<String, byte[]> parts = new LinkedHashMap<>();
    private final Map<String, List<String>> relationships = new LinkedHashMap<>();
    private final StringBuilder types = new StringBuilder();

    private PackageFixture(String main) {
        relate("", "rId1", "officeDocument", main);
    }

    public static PackageFixture word(String body) {
        return new PackageFixture("word/document.xml")
                .element("word/document.xml", "w:document", "<w:body>" + body + "</w:body>");
    }

    /// A workbook with one sheet named `Data`.
    public static PackageFixture workbook(String sheet) {
        return new PackageFixture("xl/workbook.xml")
                .element(
                        "xl/workbook.xml",
                        "x:workbook",
                        "<x:sheets><x:sheet name=\"Data\" sheetId=\"1\" r:id=\"rId1\"/></x:sheets>")
                .relate("xl/workbook.xml", "rId1", "worksheet", "worksheets/sheet1.xml")
                .element("xl/worksheets/sheet1.xml", "x:worksheet", sheet);
    }

    /// A presentation with one slide of the given shapes.
    public static PackageFixture slide(String attributes, String shapes) {
        return new PackageFixture("ppt/presentation.xml")
                .element(
                        "ppt/presentation.xml",
                        "p:presentation",
                        "<p:sldIdLst><p:sldId id=\"256\" r:id=\"rId1\"/></p:sldIdLst>"
                                + "<p:sldSz cx=\"9144000\" cy=\"6858000\"/>")
                .relate("ppt/presentation.xml", "rId1", "slide", "slides/slide1.xml")
                .slidePart("ppt/slides/slide1.xml", attributes, shapes);
    }

    /// Adds a slide of the given shapes.
    public PackageFixture slidePart(String part, String attributes, String shapes) {
        return xml(
                part,
                "<p:sld " + NAMESPACES + " " + attributes + "><p:cSld><p:spTree>" + shapes
                        + "</p:spTree></p:cSld></p:sld>");
    }

    public PackageFixture element(String part, String name, String content) {
        return xml(part, "<" + name + " " + NAMESPACES + ">" + content + "</" + name + ">");
    }

    /// An element with attributes of its own.
    public PackageFixture element(String part, String name, String content, String attributes) {
        return xml(part, "<" + name + " " + NAMESPACES + " " + attributes + ">" + content + "</" + name + ">");
    }

    public PackageFixture xml(String part, String xml) {
        return bytes(part, xml.getBytes(StandardCharsets.UTF_8));
    }

    public PackageFixture bytes(String part, byte[] bytes) {
        parts.put(part, bytes);
        return this;
    }

    /// Says what a part is, for programs that go by it.
    public PackageFixture type(String part, String contentType) {
        types.append("<Override PartName=\"/")
                .append(part)
                .append("\" ContentType=\"")
                .append(contentType)
                .append("\"/>");
        return this;
    }

    /// Makes a strict file of it: the same parts under the namespaces of the standard's first part.
    public PackageFixture strict() {
        parts.replaceAll((name, bytes) -> name.endsWith(".xml") ? strict(bytes) : bytes);
        relationships.values().forEach(each -> each.replaceAll(PackageFixture::strict));
        return this;
    }

    private static byte[] strict(byte[] xml) {
        return strict(new String(xml, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
    }

    private static String strict(String xml) {
        return xml.replaceAll(
                "http://schemas\\.openxmlformats\\.org/(?!package|markup)(\\w+)/2006/",
                "http://purl.oclc.org/ooxml/$1/");
    }

    public PackageFixture without(String part) {
        parts.remove(part);
        return this;
    }

    public PackageFixture relate(String from, String id, String kind, String target) {
        return relationship(from, id, kind, target, "");
    }

    public PackageFixture external(String from, String id, String kind, String target) {
        return relationship(from, id, kind, target, " TargetMode=\"External\"");
    }

    public Path write(Path file) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            entry(
                    zip,
                    "[Content_Types].xml",
                    ("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                                    + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                                    + (types.isEmpty()
                                            ? ""
                                            : "<Default Extension=\"rels\""
                                                  + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default"
                                                  + " Extension=\"png\" ContentType=\"image/png\"/>")
                                    + types + "</Types>")
                            .getBytes(StandardCharsets.UTF_8));
            for (var part : parts.entrySet()) {
                entry(zip, part.getKey(), part.getValue());
            }
            for (var each : relationships.entrySet()) {
                int slash = each.getKey().lastIndexOf('/') + 1;
                String name = each.getKey().substring(0, slash) + "_rels/"
                        + each.getKey().substring(slash) + ".rels";
                String all = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                        + String.join("", each.getValue()) + "</Relationships>";
                entry(zip, name, all.getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }

    private PackageFixture relationship(String from, String id, String kind, String target, String mode) {
        relationships
                .computeIfAbsent(from, key -> new ArrayList<>())
                .add("<Relationship Id=\"" + id + "\" Type=\"" + RELATIONSHIPS + "/" + kind + "\" Target=\"" + target
                        + "\"" + mode + "/>");
        return this;
    }

    private static void entry(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }
}
