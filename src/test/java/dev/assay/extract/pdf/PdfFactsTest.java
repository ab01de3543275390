package dev.assay.extract.pdf;

import static dev.assay.extract.pdf.Paper.PLAIN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.document.Document;
import dev.assay.document.Extraction;
import dev.assay.document.Fact;
import dev.assay.document.Gap;
import dev.assay.document.Place;
import dev.assay.extract.Reading;
import dev.assay.extract.container.ContainerScanTest;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfFactsTest {
    @TempDir
    Path folder;

    @Test
    void linksActionsAttachmentsAndInformation_areTold() throws IOException {
        try (Paper paper = new Paper()) {
            paper.page().text(PLAIN, 11, 72, 100, "See the annex.");
            PDAnnotationLink link = new PDAnnotationLink();
            PDActionURI target = new PDActionURI();
            target.setURI("https://example.org/annex");
            link.setAction(target);
            PDAnnotationLink launch = new PDAnnotationLink();
            PDActionLaunch program = new PDActionLaunch();
            program.getCOSObject().setString(COSName.F, "calc.exe");
            launch.setAction(program);
            paper.lastPage().setAnnotations(List.of(link, launch));
            paper.document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)"));
            attach(paper, "figures.csv");
            paper.document.getDocumentInformation().setAuthor("J. Doe");
            PDMetadata xmp = new PDMetadata(paper.document);
            xmp.importXMPMetadata(("<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF"
                            + " xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description"
                            + " xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:xmp='http://ns.adobe.com/xap/1.0/'"
                            + " xmp:CreatorTool='Press 3'><dc:creator><rdf:Seq><rdf:li>A</rdf:li><rdf:li>B</rdf:li>"
                            + "</rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>")
                    .getBytes(StandardCharsets.UTF_8));
            paper.document.getDocumentCatalog().setMetadata(xmp);
            Document document = read(paper);

            Place page = new Place.Page(1);
            Place figures = new Place.Part("figures.csv", new Place.Whole());
            assertEquals(
                    List.of(new Fact.ExternalLink(Fact.ExternalLink.Kind.HYPERLINK, "https://example.org/annex", page)),
                    document.facts(Fact.ExternalLink.class).toList());
            assertEquals(
                    List.of(
                            new Fact.ActiveContent(Fact.ActiveContent.Kind.LAUNCH_ACTION, "calc.exe", page),
                            new Fact.ActiveContent(Fact.ActiveContent.Kind.SCRIPT, "JavaScript", new Place.Whole())),
                    document.facts(Fact.ActiveContent.class).toList());
            assertEquals(
                    List.of(new Fact.Attachment("figures.csv", "text/csv", figures)),
                    document.facts(Fact.Attachment.class).toList());
            assertEquals(
                    List.of(new Gap(Gap.Reason.UNOPENED_FILE, figures, "an attached file is not read")),
                    document.gaps());
            List<Fact> facts = document.facts();
            assertTrue(facts.contains(new Fact.Count(Fact.Count.Unit.PAGES, 1)));
            assertTrue(facts.contains(new Fact.Font("Helvetica", false, true)));
            assertTrue(facts.contains(new Fact.Property("Author", "J. Doe")));
            assertTrue(facts.contains(new Fact.Property("dc:creator", "A; B")));
            assertTrue(facts.contains(new Fact.Property("xmp:CreatorTool", "Press 3")));
        }
    }

    private static void attach(Paper paper, String name) throws IOException {
        PDEmbeddedFile file = new PDEmbeddedFile(paper.document, new ByteArrayInputStream(new byte[] {'1', ',', '2'}));
        file.setSubtype("text/csv");
        PDComplexFileSpecification specification = new PDComplexFileSpecification();
        specification.setFile(name);
        specification.setEmbeddedFile(file);
        PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(Map.of(name, specification));
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(paper.document.getDocumentCatalog());
        names.setEmbeddedFiles(tree);
        paper.document.getDocumentCatalog().setNames(names);
    }

    @Test
    void scannedPage_isAGap_andItsImageAFact() throws IOException {
        try (Paper paper = new Paper()) {
            paper.page().text(PLAIN, 11, 72, 100, "A page with text.").page();
            BufferedImage scan = new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB);
            paper.content().drawImage(LosslessFactory.createFromImage(paper.document, scan), 0, 0, 595, 842);
            paper.page();
            Document document = read(paper);

            assertEquals(
                    List.of(new Gap(
                            Gap.Reason.NO_TEXT,
                            new Place.Page(2),
                            "the page shows something but holds no text of its own")),
                    document.gaps());
            assertEquals(
                    List.of(new Fact.Image("", 60, 40, 595, 842, null, new Place.Page(2))),
                    document.facts(Fact.Image.class).toList());
        }
    }

    @Test
    void hugeImage_passesALimit() throws IOException {
        try (Paper paper = new Paper()) {
            paper.page();
            BufferedImage small = new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB);
            var image = LosslessFactory.createFromImage(paper.document, small);
            image.setWidth(60_000);
            image.setHeight(60_000);
            paper.content().drawImage(image, 0, 0, 100, 100);

            assertEquals(
                    new Extraction.Unreadable(
                            Extraction.Reason.LIMIT,
                            "application/pdf",
                            "limit pixels: an image of 60000 by 60000 pixels, at most 1000000000 are read (page 1)"),
                    Reading.extraction(folder, paper.bytes(), "big.pdf"));
        }
    }

    @Test
    void streamPackedTwice_passesALimit() throws IOException {
        try (Paper paper = new Paper()) {
            paper.page();
            COSStream bomb = paper.document.getDocument().createCOSStream();
            try (var out = bomb.createOutputStream(COSName.FLATE_DECODE)) {
                out.write(ContainerScanTest.deflatedZeros(400));
            }
            org.apache.pdfbox.cos.COSArray filters = new org.apache.pdfbox.cos.COSArray();
            filters.add(COSName.FLATE_DECODE);
            filters.add(COSName.FLATE_DECODE);
            byte[] bytes;
            paper.bytes();
            bomb.setItem(COSName.FILTER, filters);
            paper.lastPage().getCOSObject().setItem(COSName.CONTENTS, bomb);
            bytes = paper.bytes();

            assertEquals(
                    Extraction.Reason.LIMIT,
                    Reading.unreadable(folder, bytes, "bomb.pdf").reason());
        }
    }

    @Test
    void userPassword_isAsked_andAnOwnerPasswordIsNot() throws IOException {
        assertEquals(
                Extraction.Reason.PASSWORD,
                Reading.unreadable(folder, encrypted("secret"), "a.pdf").reason());
        Document open = Reading.document(folder, encrypted(""), "a.pdf");
        assertEquals("Under lock", open.text());
        assertEquals(List.of(), open.gaps());
    }

    private static byte[] encrypted(String userPassword) throws IOException {
        try (Paper paper = new Paper()) {
            paper.page().text(PLAIN, 11, 72, 100, "Under lock");
            paper.document.protect(new StandardProtectionPolicy("owner", userPassword, new AccessPermission()));
            return paper.bytes();
        }
    }

    @Test
    void cutOffFile_isDamaged_andOneWithoutItsLastLinesIsToldAsTruncated() throws IOException {
        try (Paper paper = new Paper()) {
            for (int page = 1; page <= 5; page++) {
                paper.page().text(PLAIN, 11, 72, 100, "Text of page " + page);
            }
            byte[] bytes = paper.bytes();
            byte[] half = Arrays.copyOf(bytes, bytes.length / 2);
            assertEquals(
                    Extraction.Reason.DAMAGED,
                    Reading.unreadable(folder, half, "a.pdf").reason());

            byte[] withoutEnd = Arrays.copyOf(bytes, bytes.length - 8);
            Document document = Reading.document(folder, withoutEnd, "a.pdf");
            assertEquals(
                    List.of(Gap.Reason.TRUNCATED),
                    document.gaps().stream().map(Gap::reason).toList());
            assertTrue(document.text().contains("Text of page 5"));
        }
    }

    private Document read(Paper paper) throws IOException {
        return Reading.document(folder, paper.bytes(), "test.pdf");
    }
}
