package dev.assay.extract.xml;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;

/// The simple properties of an XMP packet (ISO 16684-1): `dc:creator`, `xmp:CreatorTool` and the like. Values
/// of lists are joined by semicolons.
public final class XmpProperties {
    private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    /// Prefixes under which properties are known, whatever the packet calls them.
    private static final Map<String, String> PREFIXES = Map.of(
            "http://purl.org/dc/elements/1.1/", "dc",
            "http://ns.adobe.com/xap/1.0/", "xmp",
            "http://ns.adobe.com/pdf/1.3/", "pdf",
            "http://ns.adobe.com/pdfx/1.3/", "pdfx",
            "http://www.npes.org/pdfx/ns/id/", "pdfxid",
            "http://www.aiim.org/pdfa/ns/id/", "pdfaid",
            "http://www.aiim.org/pdfua/ns/id/", "pdfuaid",
            "http://www.aiim.org/pdfe/ns/id/", "pdfe");
    private static final int LARGEST = 4 << 20;
    private static final int MOST = 200;

    private final Map<String, String> found = new LinkedHashMap<>();
    private String property = "";
    private int depth;
    private int propertyDepth;

    private XmpProperties() {}

    /// The properties; empty where there is no packet or it is no XML.
    public static Map<String, String> read(PDDocument document) {
        PDMetadata metadata = document.getDocumentCatalog().getMetadata();
        if (metadata == null) {
            return Map.of();
        }
        XmpProperties properties = new XmpProperties();
        try (InputStream in = metadata.createInputStream()) {
            byte[] packet = in.readNBytes(LARGEST);
            XMLStreamReader reader = factory().createXMLStreamReader(new java.io.ByteArrayInputStream(packet));
            while (reader.hasNext() && properties.found.size() < MOST) {
                properties.take(reader, reader.next());
            }
        } catch (IOException | XMLStreamException | RuntimeException e) {
            // A broken packet is common and says nothing of the text: what was read of it stays.
            return properties.found;
        }
        return properties.found;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    private void take(XMLStreamReader reader, int event) {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> start(reader);
            case XMLStreamConstants.END_ELEMENT -> {
                if (depth == propertyDepth) {
                    property = "";
                }
                depth--;
            }
            case XMLStreamConstants.CHARACTERS -> add(property, reader.getText());
            default -> {
                // Comments and processing instructions hold no properties.
            }
        }
    }

    private void start(XMLStreamReader reader) {
        depth++;
        boolean rdf = RDF.equals(reader.getNamespaceURI());
        if (rdf && reader.getLocalName().equals("Description")) {
            for (int i = 0; i < reader.getAttributeCount(); i++) {
                if (!RDF.equals(reader.getAttributeNamespace(i))) {
                    String prefix = prefix(reader.getAttributeNamespace(i), reader.getAttributePrefix(i));
                    add(name(prefix, reader.getAttributeLocalName(i)), reader.getAttributeValue(i));
                }
            }
        } else if (!rdf && property.isEmpty() && depth > 3) {
            property = name(prefix(reader.getNamespaceURI(), reader.getPrefix()), reader.getLocalName());
            propertyDepth = depth;
        }
    }

    private static String prefix(String namespace, String prefix) {
        return namespace == null ? prefix : PREFIXES.getOrDefault(namespace, prefix);
    }

    private static String name(String prefix, String local) {
        return prefix == null || prefix.isEmpty() ? local : prefix + ":" + local;
    }

    private void add(String name, String value) {
        String text = value.strip();
        if (!name.isEmpty() && !text.isEmpty()) {
            found.merge(name, text, (before, more) -> before + "; " + more);
        }
    }
}
