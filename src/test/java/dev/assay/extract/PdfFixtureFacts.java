package dev.assay.extract;

import dev.assay.document.Fact;
import dev.assay.document.Place;
import java.io.IOException;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationUnknown;

/// Writes facts that a PDF has a place for.
final class PdfFixtureFacts {
    private static final int KEY = 256;

    private PdfFixtureFacts() {}

    static void write(PDDocument pdf, Fact fact) throws IOException {
        switch (fact) {
            case Fact.Property property ->
                pdf.getDocumentInformation().setCustomMetadataValue(property.name(), property.value());
            case Fact.Encryption _ -> encrypt(pdf);
            case Fact.ActiveContent active -> act(pdf, active);
            case Fact.Annotation annotation
            when annotation.place() instanceof Place.Page at -> annotate(pdf, annotation, at);
            case Fact.Font font when font.name().equals(PdfFixture.FONT) -> {}
            case Fact.Count _, Fact.CoveredText _ -> {}
            default -> throw FixtureFormat.unfit(fact);
        }
    }

    private static void encrypt(PDDocument pdf) throws IOException {
        AccessPermission allowed = new AccessPermission();
        allowed.setCanExtractContent(false);
        allowed.setCanPrint(false);
        allowed.setCanPrintFaithful(false);
        StandardProtectionPolicy policy = new StandardProtectionPolicy("owner", "", allowed);
        policy.setEncryptionKeyLength(KEY);
        pdf.protect(policy);
    }

    private static void act(PDDocument pdf, Fact.ActiveContent active) {
        switch (active.kind()) {
            case SCRIPT -> pdf.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert('x');"));
            case LAUNCH_ACTION -> {
                PDActionLaunch launch = new PDActionLaunch();
                launch.setF(active.name());
                pdf.getDocumentCatalog().setOpenAction(launch);
            }
            case MACRO, OLE_OBJECT, DDE -> throw FixtureFormat.unfit(active);
        }
    }

    private static void annotate(PDDocument pdf, Fact.Annotation annotation, Place.Page at) throws IOException {
        COSDictionary dictionary = new COSDictionary();
        dictionary.setName(COSName.SUBTYPE, annotation.kind());
        PDAnnotation mark = new PDAnnotationUnknown(dictionary);
        mark.setRectangle(new PDRectangle(72, 700, 100, 20));
        pdf.getPage(at.page() - 1).getAnnotations().add(mark);
    }
}
