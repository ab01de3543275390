package dev.assay.extract.pdf.facts;

import dev.assay.document.Fact;
import dev.assay.extract.xml.XmpProperties;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.PDEncryption;

/// What the file says of itself: information and XMP, standards it claims to follow, how it wants to be opened,
/// whether it is tagged, in which language, and what it does not allow.
final class PdfInformation {
    private final ToldFacts told;
    private final PDDocument document;
    private final COSDictionary catalog;
    private final PdfDestinations destinations;

    PdfInformation(ToldFacts told, PDDocument document, PdfDestinations destinations) {
        this.told = told;
        this.document = document;
        this.catalog = document.getDocumentCatalog().getCOSObject();
        this.destinations = destinations;
    }

    /// @param linearised whether the file's head says so and is right
    void tell(boolean linearised) {
        information();
        Map<String, String> xmp = XmpProperties.read(document);
        xmp.forEach(this::property);
        conformance(xmp);
        view(linearised);
        encryption();
    }

    private void property(String name, String value) {
        if (!value.isBlank()) {
            told.tell(new Fact.Property(name, value.strip()));
        }
    }

    private void information() {
        COSDictionary information = document.getDocumentInformation().getCOSObject();
        for (COSName name : information.keySet()) {
            COSBase value = information.getDictionaryObject(name);
            if (value instanceof COSString text) {
                property(name.getName(), text.getString());
            } else if (value instanceof COSName word) {
                property(name.getName(), word.getName());
            }
        }
    }

    private void conformance(Map<String, String> xmp) {
        profile("PDF/A-", xmp.get("pdfaid:part"), xmp.get("pdfaid:conformance"));
        profile("PDF/UA-", xmp.get("pdfuaid:part"), null);
        profile("PDF/E-", xmp.get("pdfe:ISO_PDFEVersion") == null ? null : "1", null);
        String print = Objects.requireNonNullElse(
                xmp.getOrDefault("pdfxid:GTS_PDFXVersion", xmp.get("pdfx:GTS_PDFXVersion")),
                PdfObjects.text(
                        document.getDocumentInformation().getCOSObject(), COSName.getPDFName("GTS_PDFXVersion")));
        if (!print.isBlank()) {
            told.tell(new Fact.Conformance(print.strip()));
        }
    }

    private void profile(
            String name,
            @org.jspecify.annotations.Nullable String part,
            @org.jspecify.annotations.Nullable String level) {
        if (part != null && !part.isBlank()) {
            String suffix = level == null ? "" : level.strip().toLowerCase(java.util.Locale.ROOT);
            told.tell(new Fact.Conformance(name + part.strip() + suffix));
        }
    }

    private void view(boolean linearised) {
        property("pdf:Version", String.valueOf(document.getVersion()));
        COSDictionary marks = catalog.getCOSDictionary(COSName.MARK_INFO);
        boolean marked = marks != null && marks.getBoolean(COSName.getPDFName("Marked"), false);
        property("pdf:Tagged", String.valueOf(marked && catalog.containsKey(COSName.STRUCT_TREE_ROOT)));
        property("pdf:Lang", PdfObjects.text(catalog, COSName.LANG));
        property("pdf:PageMode", PdfObjects.name(catalog, COSName.PAGE_MODE));
        property("pdf:PageLayout", PdfObjects.name(catalog, COSName.PAGE_LAYOUT));
        property("pdf:OpenAction", opening());
        COSDictionary preferences = catalog.getCOSDictionary(COSName.VIEWER_PREFERENCES);
        boolean title = preferences != null && preferences.getBoolean(COSName.getPDFName("DisplayDocTitle"), false);
        property("pdf:DisplayDocTitle", String.valueOf(title));
        property("pdf:Linearized", String.valueOf(linearised));
    }

    /// What is shown first: the page and how much of it, or the action that runs.
    private String opening() {
        COSBase first = catalog.getDictionaryObject(COSName.OPEN_ACTION);
        COSBase destination = first;
        if (first instanceof COSDictionary action) {
            String type = PdfObjects.name(action, COSName.S);
            if (!type.equals("GoTo")) {
                return type;
            }
            destination = action.getDictionaryObject(COSName.D);
        }
        if (destination == null) {
            return "";
        }
        PdfDestinations.Target target = destinations.target(destination);
        List<COSBase> parts = PdfObjects.elements(destination);
        String fit = parts.size() > 1 && parts.get(1) instanceof COSName name ? ", " + name.getName() : "";
        return target.name() + fit;
    }

    private void encryption() {
        PDEncryption encryption = document.getEncryption();
        if (!document.isEncrypted() || encryption == null) {
            return;
        }
        told.tell(new Fact.Encryption(method(encryption), denied(new AccessPermission(encryption.getPermissions()))));
    }

    private static String method(PDEncryption encryption) {
        String filter = "";
        if (encryption.getVersion() >= 4 && encryption.getStdCryptFilterDictionary() != null) {
            COSName method = encryption.getStdCryptFilterDictionary().getCryptFilterMethod();
            filter = method == null ? "" : method.getName();
        }
        return switch (filter) {
            case "AESV2" -> "AES-128";
            case "AESV3" -> "AES-256";
            case "V2" -> "RC4-128";
            default -> "RC4-" + (encryption.getVersion() == 1 ? 40 : encryption.getLength());
        };
    }

    private static List<String> denied(AccessPermission permission) {
        List<String> denied = new ArrayList<>();
        add(denied, permission.canPrint(), "print");
        add(denied, permission.canPrintFaithful(), "print in full quality");
        add(denied, permission.canExtractContent(), "copy text");
        add(denied, permission.canExtractForAccessibility(), "read aloud");
        add(denied, permission.canModify(), "change");
        add(denied, permission.canModifyAnnotations(), "comment");
        add(denied, permission.canFillInForm(), "fill in forms");
        add(denied, permission.canAssembleDocument(), "reorder pages");
        return denied;
    }

    private static void add(List<String> denied, boolean allowed, String what) {
        if (!allowed) {
            denied.add(what);
        }
    }
}
