package dev.assay.extract.xml;

import dev.assay.document.Extraction.Reason;
import dev.assay.extract.draft.UnreadableFile;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Refuses XML that declares entities, and sets the limits that hold for every XML parser of the process.
public final class XmlGuard {
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
