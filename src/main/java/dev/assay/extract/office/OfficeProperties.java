package dev.assay.extract.office;

import dev.assay.document.Fact;
import dev.assay.document.Place;
import dev.assay.extract.draft.DocumentDraft;
import dev.assay.extract.xml.Markup;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Set;

/// What a package says of itself: core, application and custom properties, macros, digital signatures.
///
/// Core properties keep their names (`dc:title`, `cp:lastModifiedBy`, `dcterms:modified`), application
/// properties are named plainly (`Company`), custom ones `custom:` and their name. A stored page count is a
/// property only: nobody keeps it up to date.
public final class OfficeProperties {
    /// What in the application properties is a list about the document's inside, not a property.
    private static final Set<String> LISTS = Set.of("ep:HeadingPairs", "ep:TitlesOfParts", "ep:HLinks", "ep:DigSig");

    private final OfficePackage source;
    private final DocumentDraft draft;

    private OfficeProperties(OfficePackage source, DocumentDraft draft) {
        this.source = source;
        this.draft = draft;
    }

    /// Records all of them.
    public static void read(OfficePackage source, String mainPart, DocumentDraft draft) throws IOException {
        OfficeProperties properties = new OfficeProperties(source, draft);
        properties.each("core-properties", all -> all.each(each -> properties.add(each.name(), each.text())));
        properties.each("extended-properties", all -> all.each(properties::application));
        properties.each("custom-properties", all -> all.each(properties::custom));
        properties.macros(mainPart);
        properties.signatures();
    }

    private void each(String kind, Markup.Visit visit) throws IOException {
        for (var relationship : source.relationships(OfficePackage.ROOT).values()) {
            boolean wanted = relationship.is(kind) || relationship.is(inCamelCase(kind));
            if (wanted && source.has(relationship.target())) {
                source.read(relationship.target(), Place.Whole::new, visit);
            }
        }
    }

    private void application(Markup property) throws javax.xml.stream.XMLStreamException {
        String name = property.name();
        if (!LISTS.contains(name)) {
            add(name.substring(name.indexOf(':') + 1), property.text());
        }
    }

    private void custom(Markup property) throws javax.xml.stream.XMLStreamException {
        String name = property.attribute("name", "");
        add("custom:" + name, property.text());
    }

    private void add(String name, String value) {
        if (!value.isBlank()) {
            draft.fact(new Fact.Property(name, value.strip()));
        }
    }

    private void macros(String mainPart) throws IOException {
        for (String kind : new String[] {"vbaProject", "xlMacrosheet", "xlIntlMacrosheet"}) {
            for (String part : source.targets(mainPart, kind)) {
                draft.fact(new Fact.ActiveContent(Fact.ActiveContent.Kind.MACRO, part, new Place.Whole()));
            }
        }
    }

    private void signatures() throws IOException {
        for (String part : source.parts()) {
            if (part.startsWith("_xmlsignatures/") && part.endsWith(".xml")) {
                source.read(part, Place.Whole::new, signature -> signature.eachInside(this::certificate));
            }
        }
    }

    private void certificate(Markup element) throws javax.xml.stream.XMLStreamException {
        if (element.name().equals("ds:X509Certificate")) {
            draft.fact(new Fact.Signature(signer(element.text()), "", true));
        }
    }

    private static String signer(String base64) {
        try {
            byte[] encoded = Base64.getMimeDecoder().decode(base64);
            var certificate = (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(encoded));
            return certificate.getSubjectX500Principal().getName();
        } catch (CertificateException | IllegalArgumentException e) {
            return "unreadable certificate";
        }
    }

    private static String inCamelCase(String kind) {
        int hyphen = kind.indexOf('-');
        return kind.substring(0, hyphen) + Character.toUpperCase(kind.charAt(hyphen + 1)) + kind.substring(hyphen + 2);
    }
}
