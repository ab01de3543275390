package dev.assay.extract.pdf;

import static dev.assay.extract.pdf.Paper.PLAIN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.document.Document;
import dev.assay.document.Fact;
import dev.assay.document.Gap;
import dev.assay.document.Place;
import dev.assay.extract.Reading;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Objects;
import java.util.TimeZone;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the file says of itself.
final class PdfFileFactsTest {
    @TempDir
    Path folder;

    @Test
    void claimsOfStandards_areToldByTheirNames() throws IOException {
        try (Paper paper = withText()) {
            PDMetadata xmp = new PDMetadata(paper.document);
            xmp.importXMPMetadata(("<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF"
                            + " xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description"
                            + " xmlns:a='http://www.aiim.org/pdfa/ns/id/' a:part='2' a:conformance='B'"
                            + " xmlns:pdfuaid='http://www.aiim.org/pdfua/ns/id/'>"
                            + "<pdfuaid:part>1</pdfuaid:part></rdf:Description></rdf:RDF></x:xmpmeta>")
                    .getBytes(StandardCharsets.UTF_8));
            paper.document.getDocumentCatalog().setMetadata(xmp);
            paper.document.getDocumentInformation().setCustomMetadataValue("GTS_PDFXVersion", "PDF/X-4");

            assertEquals(
                    List.of(
                            new Fact.Conformance("PDF/A-2b"),
                            new Fact.Conformance("PDF/UA-1"),
                            new Fact.Conformance("PDF/X-4")),
                    read(paper).facts(Fact.Conformance.class).toList());
        }
    }

    @Test
    void waysToOpenIt_areTold() throws IOException {
        try (Paper paper = withText()) {
            COSDictionary catalog = paper.document.getDocumentCatalog().getCOSObject();
            catalog.setString(COSName.LANG, "de-AT");
            catalog.setName(COSName.PAGE_MODE, "UseOutlines");
            COSDictionary preferences = new COSDictionary();
            preferences.setBoolean(COSName.getPDFName("DisplayDocTitle"), true);
            catalog.setItem(COSName.VIEWER_PREFERENCES, preferences);
            org.apache.pdfbox.cos.COSArray view = new org.apache.pdfbox.cos.COSArray();
            view.add(paper.document.getPage(0).getCOSObject());
            view.add(COSName.getPDFName("FitH"));
            catalog.setItem(COSName.OPEN_ACTION, view);
            List<Fact> facts = read(paper).facts();

            List.of(
                            new Fact.Property("pdf:Lang", "de-AT"),
                            new Fact.Property("pdf:PageMode", "UseOutlines"),
                            new Fact.Property("pdf:OpenAction", "page 1, FitH"),
                            new Fact.Property("pdf:DisplayDocTitle", "true"),
                            new Fact.Property("pdf:Tagged", "false"),
                            new Fact.Property("pdf:Linearized", "false"),
                            new Fact.Property("pdf:Version", "1.6"))
                    .forEach(fact -> assertTrue(facts.contains(fact), () -> fact + " is none of " + facts));
        }
    }

    @Test
    void runsOfPagesOfOneSize_areToldOnce_asTheyAreShown() throws IOException {
        try (Paper paper = withText()) {
            paper.page().page().page();
            paper.document.getPage(2).setRotation(90);
            paper.document.getPage(3).setCropBox(new PDRectangle(10, 10, 400, 300));

            assertEquals(
                    List.of(
                            new Fact.PageSetup(595.28, 841.89, null, 1, new Place.Page(1)),
                            new Fact.PageSetup(841.89, 595.28, null, 1, new Place.Page(3)),
                            new Fact.PageSetup(400, 300, null, 1, new Place.Page(4))),
                    read(paper).facts(Fact.PageSetup.class).toList());
        }
    }

    @Test
    void fonts_areToldWithWhetherTheyTellTheirCharacters() throws IOException {
        try (Paper paper = withText()) {
            PDFont told = load(paper);
            PDFont untold = load(paper);
            paper.text(told, 11, 72, 200, "Letters that a program can read");
            paper.text(untold, 11, 72, 240, "Letters that only people can read");
            paper.bytes();
            untold.getCOSObject().removeItem(COSName.TO_UNICODE);
            untold.getCOSObject().setName(COSName.BASE_FONT, "ABCDEF+Hidden");
            COSDictionary descendant = (COSDictionary) ((org.apache.pdfbox.cos.COSArray)
                            untold.getCOSObject().getDictionaryObject(COSName.DESCENDANT_FONTS))
                    .getObject(0);
            descendant.getCOSDictionary(COSName.FONT_DESC).removeItem(COSName.FONT_FILE2);
            Document document = read(paper);

            assertEquals(
                    List.of(
                            new Fact.Font("Helvetica", false, true),
                            new Fact.Font("Hidden", false, false),
                            new Fact.Font("LiberationSans", true, true)),
                    document.facts(Fact.Font.class).toList());
            assertEquals(
                    List.of(new Gap(
                            Gap.Reason.UNDECODABLE_FONT, new Place.Page(1), "33 of 74 characters cannot be told")),
                    document.gaps());
        }
    }

    private static PDFont load(Paper paper) throws IOException {
        try (InputStream file =
                PDFont.class.getResourceAsStream("/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf")) {
            return PDType0Font.load(paper.document, Objects.requireNonNull(file));
        }
    }

    @ParameterizedTest
    @CsvSource({"40,false,RC4-40", "128,false,RC4-128", "128,true,AES-128", "256,true,AES-256"})
    void encryption_isToldWithWhatIsNotAllowed(int length, boolean aes, String method) throws IOException {
        try (Paper paper = withText()) {
            AccessPermission permission = new AccessPermission();
            permission.setCanExtractContent(false);
            permission.setCanModify(false);
            StandardProtectionPolicy policy = new StandardProtectionPolicy("owner", "", permission);
            policy.setEncryptionKeyLength(length);
            policy.setPreferAES(aes);
            paper.document.protect(policy);

            assertEquals(
                    List.of(new Fact.Encryption(method, List.of("copy text", "change"))),
                    read(paper).facts(Fact.Encryption.class).toList());
        }
    }

    @Test
    void signature_isTold_withWhetherItCoversAllOfTheFile() throws IOException {
        byte[] signed = signed();
        assertEquals(
                List.of(new Fact.Signature("J. Doe", "2024-02-03T10:20:30+00:00", true)),
                Reading.document(folder, signed, "a.pdf")
                        .facts(Fact.Signature.class)
                        .toList());

        byte[] longer = Arrays.copyOf(signed, signed.length + 40);
        Arrays.fill(longer, signed.length, longer.length, (byte) '%');
        byte[] end = "\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(end, 0, longer, longer.length - end.length, end.length);
        assertEquals(
                List.of(new Fact.Signature("J. Doe", "2024-02-03T10:20:30+00:00", false)),
                Reading.document(folder, longer, "a.pdf")
                        .facts(Fact.Signature.class)
                        .toList());
    }

    private static byte[] signed() throws IOException {
        try (Paper paper = withText()) {
            byte[] plain = paper.bytes();
            try (org.apache.pdfbox.pdmodel.PDDocument document = org.apache.pdfbox.Loader.loadPDF(plain)) {
                PDSignature signature = new PDSignature();
                signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
                signature.setSubFilter(PDSignature.SUBFILTER_ADBE_PKCS7_DETACHED);
                signature.setName("J. Doe");
                GregorianCalendar date = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
                date.setTimeInMillis(1_706_955_630_000L);
                signature.setSignDate(date);
                document.addSignature(signature, (InputStream content) -> new byte[] {1, 2, 3});
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                document.saveIncremental(out);
                return out.toByteArray();
            }
        }
    }

    @Test
    void image_hasItsResolutionAsShown_andItsAlternativeText() throws IOException {
        try (Paper paper = new Paper()) {
            paper.page();
            COSDictionary mark = new COSDictionary();
            mark.setInt(COSName.MCID, 0);
            paper.content().beginMarkedContent(COSName.getPDFName("Figure"), PDPropertyList.create(mark));
            paper.image(new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB), 72, 72, 144, 144);
            paper.content().endMarkedContent();
            paper.content().beginMarkedContent(COSName.ARTIFACT);
            paper.image(new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB), 300, 72, 36, 36);
            paper.content().endMarkedContent();
            paper.image(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), 300, 300, 36, 36);
            PDStructureTreeRoot root = new PDStructureTreeRoot();
            PDStructureElement figure = new PDStructureElement(StandardStructureTypes.Figure, root);
            figure.setPage(paper.lastPage());
            figure.setAlternateDescription("Sales by region");
            figure.getCOSObject().setInt(COSName.K, 0);
            root.appendKid(figure);
            paper.document.getDocumentCatalog().setStructureTreeRoot(root);
            List<Fact.Image> images = read(paper).facts(Fact.Image.class).toList();

            Place page = new Place.Page(1);
            assertEquals(
                    List.of(
                            new Fact.Image("", 300, 200, 144, 144, "Sales by region", page),
                            new Fact.Image("", 30, 20, 36, 36, "", page),
                            new Fact.Image("", 8, 8, 36, 36, null, page)),
                    images);
            assertEquals(100, images.getFirst().resolution());
        }
    }

    @Test
    void misplacedTableOfObjects_isAGap_thoughTheObjectsAreFound() throws IOException {
        try (Paper paper = withText()) {
            String file = new String(paper.bytes(), StandardCharsets.ISO_8859_1);
            String wrong = file.replaceFirst("startxref\\s+\\d+", "startxref\n11");
            Document document = Reading.document(folder, wrong.getBytes(StandardCharsets.ISO_8859_1), "a.pdf");

            assertEquals("Text of it", document.text());
            assertEquals(
                    List.of(Gap.Reason.DAMAGED),
                    document.gaps().stream().map(Gap::reason).toList());
        }
    }

    @Test
    void brokenInstructions_areAGapOfTheirPage_andTheRestIsRead() throws IOException {
        try (Paper paper = withText()) {
            paper.bytes();
            var stream = paper.document.getDocument().createCOSStream();
            try (var out = stream.createOutputStream()) {
                new ByteArrayInputStream("BT /F1 11 Tf 72 700 Td (Before) Tj ET q /Gone gs BT 3 Td (After) Tj ET"
                                .getBytes(StandardCharsets.US_ASCII))
                        .transferTo(out);
            }
            paper.lastPage().getCOSObject().setItem(COSName.CONTENTS, stream);
            Document document = read(paper);

            assertTrue(document.text().contains("Before"), document.text());
            assertEquals(
                    List.of(Gap.Reason.DAMAGED),
                    document.gaps().stream().map(Gap::reason).toList());
        }
    }

    private static Paper withText() throws IOException {
        return new Paper().page().text(PLAIN, 11, 72, 100, "Text of it");
    }

    private Document read(Paper paper) throws IOException {
        return Reading.document(folder, paper.bytes(), "test.pdf");
    }
}
