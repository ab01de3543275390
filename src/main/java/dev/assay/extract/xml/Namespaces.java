package dev.assay.extract.xml;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The usual prefixes of the namespaces of ISO/IEC 29500 (Office Open XML), transitional and strict, of
/// Microsoft's extensions that hold text, and of ISO/IEC 26300 (OpenDocument).
final class Namespaces {
    private static final String TRANSITIONAL = "http://schemas.openxmlformats.org/";
    private static final String STRICT = "http://purl.oclc.org/ooxml/";

    private static final Map<String, String> STANDARD = Map.ofEntries(
            Map.entry("wordprocessingml/main", "w"),
            Map.entry("spreadsheetml/main", "x"),
            Map.entry("presentationml/main", "p"),
            Map.entry("drawingml/main", "a"),
            Map.entry("drawingml/wordprocessingDrawing", "wp"),
            Map.entry("drawingml/spreadsheetDrawing", "xdr"),
            Map.entry("drawingml/picture", "pic"),
            Map.entry("drawingml/chart", "c"),
            Map.entry("drawingml/diagram", "dgm"),
            Map.entry("officeDocument/relationships", "r"),
            Map.entry("officeDocument/math", "m"),
            Map.entry("officeDocument/extended-properties", "ep"),
            Map.entry("officeDocument/extendedProperties", "ep"),
            Map.entry("officeDocument/custom-properties", "op"),
            Map.entry("officeDocument/customProperties", "op"),
            Map.entry("officeDocument/docPropsVTypes", "vt"),
            Map.entry("package/metadata/core-properties", "cp"),
            Map.entry("package/metadata/coreProperties", "cp"),
            Map.entry("package/relationships", "rel"),
            Map.entry("package/content-types", "ct"),
            Map.entry("markup-compatibility", "mc"));

    private static final String OPEN_DOCUMENT = "urn:oasis:names:tc:opendocument:xmlns:";

    private static final Map<String, String> OTHERS = Map.ofEntries(
            Map.entry("http://purl.org/dc/elements/1.1/", "dc"),
            Map.entry("http://purl.org/dc/terms/", "dcterms"),
            Map.entry("http://www.w3.org/2000/09/xmldsig#", "ds"),
            Map.entry("http://www.w3.org/1999/xlink", "xlink"),
            Map.entry("urn:schemas-microsoft-com:vml", "v"),
            Map.entry("urn:schemas-microsoft-com:office:office", "o"),
            Map.entry("urn:schemas-microsoft-com:office:excel", "xvml"),
            Map.entry("http://schemas.microsoft.com/office/word/2010/wordprocessingShape", "wps"),
            Map.entry("http://schemas.microsoft.com/office/word/2010/wordprocessingGroup", "wpg"),
            Map.entry("http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas", "wpc"),
            Map.entry("http://schemas.microsoft.com/office/word/2010/wordml", "w14"),
            Map.entry("http://schemas.microsoft.com/office/word/2012/wordml", "w15"),
            Map.entry("http://schemas.microsoft.com/office/drawing/2017/decorative", "adec"),
            Map.entry("http://schemas.microsoft.com/office/drawing/2010/main", "a14"),
            Map.entry("http://schemas.microsoft.com/office/drawing/2014/chartex", "cx"),
            Map.entry("http://schemas.microsoft.com/office/drawing/2008/diagram", "dsp"),
            Map.entry("http://schemas.microsoft.com/office/powerpoint/2018/8/main", "p188"),
            Map.entry("http://schemas.microsoft.com/office/powerpoint/2010/main", "p14"),
            Map.entry("http://schemas.microsoft.com/office/drawing/2013/main/command", "ac"),
            Map.entry("http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments", "tc"));

    private final Map<String, Map<String, String>> names = new HashMap<>();
    private final Map<String, String> prefixes = new HashMap<>();

    /// The prefixed name of an element or attribute; `?` stands for a namespace that is not known, no prefix at
    /// all for none.
    public String name(@Nullable String namespace, String local) {
        return names.computeIfAbsent(namespace == null ? "" : namespace, key -> new HashMap<>())
                .computeIfAbsent(
                        local, key -> namespace == null || namespace.isEmpty() ? key : prefix(namespace) + ":" + key);
    }

    /// The usual prefix of a namespace; `?` where it is not known, empty for none.
    public String prefix(@Nullable String namespace) {
        return namespace == null || namespace.isEmpty() ? "" : prefixes.computeIfAbsent(namespace, Namespaces::find);
    }

    private static String find(String namespace) {
        String other = OTHERS.get(namespace);
        if (other != null) {
            return other;
        }
        if (namespace.startsWith(OPEN_DOCUMENT) && namespace.indexOf(':', OPEN_DOCUMENT.length()) > 0) {
            // Such as urn:oasis:names:tc:opendocument:xmlns:text:1.0.
            String name = namespace.substring(OPEN_DOCUMENT.length(), namespace.indexOf(':', OPEN_DOCUMENT.length()));
            return name.equals("drawing") ? "draw" : name;
        }
        String tail = tail(namespace);
        return STANDARD.getOrDefault(tail.replace("/2006", ""), "?");
    }

    private static String tail(String namespace) {
        if (namespace.startsWith(TRANSITIONAL)) {
            return namespace.substring(TRANSITIONAL.length());
        }
        return namespace.startsWith(STRICT) ? namespace.substring(STRICT.length()) : "";
    }
}
