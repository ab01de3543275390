package dev.assay.extract.xml;

import dev.assay.document.Extraction.Reason;
import dev.assay.extract.draft.UnreadableFile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// Refuses XML that declares entities, and sets the limits that hold for every XML parser of the process.
public final class XmlGuard {
    private static final int LONGEST_PROLOG = 1 << 16;
    private static final int LONGEST_TYPE = 1 << 20;

    private XmlGuard() {}

    /// Sets the JDK's XML limits for this process: no external access, few entities. Readers set their own as
    /// well; this holds for parsers that a library makes out of sight.
    public static void limitProcess() {
        System.setProperty("javax.xml.accessExternalDTD", "");
        System.setProperty("javax.xml.accessExternalSchema", "");
        System.setProperty("javax.xml.accessExternalStylesheet", "");
        System.setProperty("jdk.xml.entityExpansionLimit", "1000");
        System.setProperty("jdk.xml.totalEntitySizeLimit", "1000000");
        System.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "100000");
        System.setProperty("jdk.xml.maxParameterEntitySizeLimit", "100000");
        System.setProperty("jdk.xml.entityReplacementLimit", "100000");
        System.setProperty("jdk.xml.elementAttributeLimit", "10000");
        System.setProperty("jdk.xml.maxXMLNameLimit", "10000");
        System.setProperty("jdk.xml.maxElementDepth", "5000");
    }

    /// Looks at the start of a part.
    ///
    /// @param prolog       the first bytes
    /// @param refuseDtd    whether any document type declaration is refused: office packages may have none
    ///                     (ISO/IEC 29500-2, 8.1.1)
    /// @throws UnreadableFile if it declares an entity, or a document type where none may be
    public static void check(byte[] prolog, boolean refuseDtd) throws UnreadableFile {
        int first = firstVisible(prolog);
        if (first < 0 || prolog[first] != '<') {
            return;
        }
        String text = ascii(prolog);
        if (prolog.length >= LONGEST_PROLOG && !reachesElement(text)) {
            throw new UnreadableFile(
                    Reason.LIMIT, "limit entities: more stands before the XML's root than is looked through");
        }
        int type = text.indexOf("<!DOCTYPE");
        if (type < 0) {
            return;
        }
        if (refuseDtd) {
            throw new UnreadableFile(
                    Reason.LIMIT, "limit entities: a part of the office package has a document type declaration");
        }
        if (text.indexOf("<!ENTITY", type) >= 0) {
            throw new UnreadableFile(Reason.LIMIT, "limit entities: the XML declares entities of its own");
        }
    }

    /// Looks at a whole prolog, however much stands before its document type declaration.
    ///
    /// @throws UnreadableFile if it declares an entity
    public static void check(InputStream xml) throws IOException, UnreadableFile {
        BufferedInputStream in = new BufferedInputStream(xml, 1 << 16);
        while (skipTo(in, "<")) {
            in.mark(1 << 6);
            String head = ascii(in.readNBytes(16));
            in.reset();
            if (head.startsWith("!DOCTYPE")) {
                byte[] type = in.readNBytes(LONGEST_TYPE);
                check(
                        ("<" + new String(type, StandardCharsets.ISO_8859_1)).getBytes(StandardCharsets.ISO_8859_1),
                        false);
                return;
            }
            if (!head.startsWith("!--") && !head.startsWith("?")) {
                return;
            }
            skipTo(in, head.startsWith("?") ? "?>" : "-->");
        }
    }

    /// Whether a file begins as XML does, in whatever encoding.
    public static boolean looksLikeXml(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(1 << 10);
            int first = firstVisible(head);
            return first >= 0 && head[first] == '<';
        }
    }

    /// Goes behind the next occurrence of some characters; zero bytes are no part of them.
    private static boolean skipTo(InputStream in, String end) throws IOException {
        int matched = 0;
        for (int c = in.read(); c >= 0; c = in.read()) {
            if (c == 0) {
                continue;
            }
            boolean again = matched > 0 && c == end.charAt(matched - 1) && matched < end.length();
            if (c == end.charAt(matched)) {
                matched++;
            } else {
                // "--->" ends a comment as well.
                matched = again ? matched : c == end.charAt(0) ? 1 : 0;
            }
            if (matched == end.length()) {
                return true;
            }
        }
        return false;
    }

    /// Whether the root element, or a document type declaration, stands in a text.
    private static boolean reachesElement(String text) {
        int at = text.indexOf('<');
        while (at >= 0 && (text.startsWith("<!--", at) || text.startsWith("<?", at))) {
            int end = text.indexOf(text.startsWith("<?", at) ? "?>" : "-->", at + 2);
            at = end < 0 ? -1 : text.indexOf('<', end);
        }
        return at >= 0;
    }

    /// Drops zero bytes and the byte order mark, so that UTF-16 and UTF-32 look like UTF-8.
    private static String ascii(byte[] prolog) {
        String text = new String(prolog, StandardCharsets.ISO_8859_1);
        return text.replace("\0", "").toUpperCase(Locale.ROOT);
    }

    private static int firstVisible(byte[] prolog) {
        for (int i = 0; i < prolog.length; i++) {
            int b = prolog[i] & 0xFF;
            boolean mark = b == 0 || b == 0xEF || b == 0xBB || b == 0xBF || b == 0xFE || b == 0xFF;
            if (b > ' ' && !mark) {
                return i;
            }
        }
        return -1;
    }
}
