package dev.assay.extract.pdf;

import static dev.assay.extract.pdf.Paper.PLAIN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.assay.document.Document;
import dev.assay.document.Fact;
import dev.assay.document.Layer;
import dev.assay.document.Place;
import dev.assay.extract.Reading;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.pdmodel.PDDestinationNameTreeNode;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionGoTo;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationHighlight;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationPopup;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationRubberStamp;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDNamedDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageFitDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDCheckBox;
import org.apache.pdfbox.pdmodel.interactive.form.PDComboBox;
import org.apache.pdfbox.pdmodel.interactive.form.PDNonTerminalField;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Comments, links, bookmarks and fields.
final class PdfInteractiveTest {
    private static final Place FIRST = new Place.Page(1);
    private static final Place SECOND = new Place.Page(2);

    @TempDir
    Path folder;

    @Test
    void comments_haveTheirAuthorTimeTextAndWhatTheyAreAbout() throws IOException {
        try (Paper paper = new Paper()) {
            paper.page().text(PLAIN, 11, 72, 100, "Volumes rose in all regions but one.");
            PDAnnotationHighlight highlight = new PDAnnotationHighlight();
            highlight.setTitlePopup("A. Reviewer");
            highlight.setContents("Which one?");
            highlight.getCOSObject().setString(COSName.M, "D:20240131120503+01'00'");
            highlight.setRectangle(new PDRectangle(130, 738, 130, 14));
            highlight.setQuadPoints(quad(114, 752, 207, 738));
            PDAnnotationHighlight bare = new PDAnnotationHighlight();
            bare.setTitlePopup("A. Reviewer");
            bare.setRectangle(new PDRectangle(72, 738, 40, 14));
            PDAnnotationText note = new PDAnnotationText();
            note.setContents("Checked against the tables.");
            note.setRectangle(new PDRectangle(500, 700, 20, 20));
            PDAnnotationText done = new PDAnnotationText();
            done.getCOSObject().setItem(COSName.getPDFName("IRT"), note);
            done.getCOSObject().setString(COSName.STATE, "Completed");
            done.setContents("Completed set by B. Editor");
            PDAnnotationPopup popup = new PDAnnotationPopup();
            popup.setContents("Which one?");
            PDAnnotationRubberStamp stamp = new PDAnnotationRubberStamp();
            paper.lastPage().setAnnotations(List.of(highlight, bare, note, done, popup, stamp));
            Document document = read(paper);

            assertEquals(
                    List.of("Paragraph Which one?", "Paragraph Checked against the tables."),
                    Reading.blocks(document, Layer.COMMENT));
            List<Fact.Comment> comments = document.facts(Fact.Comment.class).toList();
            Fact.Comment about = comments.getFirst();
            assertEquals("rose in all regions", document.text(Objects.requireNonNull(about.anchor())));
            assertEquals(
                    new Fact.Comment(
                            "A. Reviewer", "2024-01-31T12:05:03+01:00", false, about.text(), about.anchor(), FIRST),
                    about);
            assertEquals(
                    "Checked against the tables.",
                    document.text(comments.getLast().text()));
            assertEquals(true, comments.getLast().resolved());
            assertNull(comments.getLast().anchor());
            assertEquals(
                    List.of(
                            new Fact.Annotation("Highlight", "A. Reviewer", FIRST),
                            new Fact.Annotation("Stamp", "", FIRST)),
                    document.facts(Fact.Annotation.class).toList());
        }
    }

    private static float[] quad(float left, float top, float right, float bottom) {
        return new float[] {left, top, right, top, left, bottom, right, bottom};
    }

    @Test
    void linksInside_areTold_withWhetherTheyLeadAnywhere() throws IOException {
        try (Paper paper = twoPages()) {
            PDAnnotationLink direct = new PDAnnotationLink();
            direct.setDestination(toPage(paper.document.getPage(1)));
            PDAnnotationLink named = new PDAnnotationLink();
            PDActionGoTo action = new PDActionGoTo();
            action.setDestination(new PDNamedDestination("annex"));
            named.setAction(action);
            PDAnnotationLink broken = new PDAnnotationLink();
            broken.setDestination(new PDNamedDestination("gone"));
            PDAnnotationLink removed = new PDAnnotationLink();
            removed.setDestination(toPage(new PDPage()));
            paper.document.getPage(0).setAnnotations(List.of(direct, named, broken, removed));
            PDDestinationNameTreeNode tree = new PDDestinationNameTreeNode();
            tree.setNames(Map.of("annex", toPage(paper.document.getPage(1))));
            PDDocumentNameDictionary names = new PDDocumentNameDictionary(paper.document.getDocumentCatalog());
            names.setDests(tree);
            paper.document.getDocumentCatalog().setNames(names);

            assertEquals(
                    List.of(
                            new Fact.InternalLink("page 2", true, FIRST),
                            new Fact.InternalLink("annex", true, FIRST),
                            new Fact.InternalLink("gone", false, FIRST),
                            new Fact.InternalLink("a page that is not there", false, FIRST)),
                    read(paper).facts(Fact.InternalLink.class).toList());
        }
    }

    private static PDPageFitDestination toPage(PDPage page) {
        PDPageFitDestination destination = new PDPageFitDestination();
        destination.setPage(page);
        return destination;
    }

    @Test
    void bookmarks_areToldInOrder_withLevelAndTarget() throws IOException {
        try (Paper paper = twoPages()) {
            PDOutlineItem method = bookmark("Method", paper.document.getPage(0));
            method.addLast(bookmark("Sample", paper.document.getPage(1)));
            PDOutlineItem lost = new PDOutlineItem();
            lost.setTitle("Results");
            lost.setDestination(new PDNamedDestination("gone"));
            PDDocumentOutline outline = new PDDocumentOutline();
            outline.addLast(method);
            outline.addLast(lost);
            paper.document.getDocumentCatalog().setDocumentOutline(outline);

            assertEquals(
                    List.of(
                            new Fact.OutlineEntry(1, "Method", FIRST),
                            new Fact.OutlineEntry(2, "Sample", SECOND),
                            new Fact.OutlineEntry(1, "Results", null)),
                    read(paper).facts(Fact.OutlineEntry.class).toList());

            // A chain that bites its tail ends.
            lost.getCOSObject().setItem(COSName.NEXT, method.getCOSObject());
            assertEquals(3, read(paper).facts(Fact.OutlineEntry.class).count());
        }
    }

    private static PDOutlineItem bookmark(String title, PDPage page) {
        PDOutlineItem item = new PDOutlineItem();
        item.setTitle(title);
        item.setDestination(page);
        return item;
    }

    @Test
    void fields_areToldWithTheirFullNamesAndWhatIsFilledIn() throws IOException {
        try (Paper paper = twoPages()) {
            PDAcroForm form = new PDAcroForm(paper.document);
            form.setDefaultResources(new PDResources());
            paper.document.getDocumentCatalog().setAcroForm(form);
            PDNonTerminalField client = new PDNonTerminalField(form);
            client.setPartialName("client");
            PDTextField name = new PDTextField(form);
            name.setPartialName("name");
            name.getCOSObject().setString(COSName.V, "Harrowgate");
            client.setChildren(List.of(name));
            name.getCOSObject().setItem(COSName.PARENT, client.getCOSObject());
            PDTextField secret = new PDTextField(form);
            secret.setPartialName("pin");
            secret.setPassword(true);
            secret.getCOSObject().setString(COSName.V, "1234");
            PDCheckBox agreed = new PDCheckBox(form);
            agreed.setPartialName("agreed");
            agreed.getCOSObject().setName(COSName.V, "Yes");
            PDComboBox wave = new PDComboBox(form);
            wave.setPartialName("wave");
            wave.getCOSObject().setString(COSName.V, "7");
            PDSignatureField signed = new PDSignatureField(form);
            signed.setPartialName("signed");
            form.setFields(List.of(client, secret, agreed, wave, signed));
            place(paper.document.getPage(1), name.getWidgets().getFirst());
            place(paper.document.getPage(0), wave.getWidgets().getFirst());
            Document document = read(paper);

            Place whole = new Place.Whole();
            assertEquals(
                    List.of(
                            new Fact.FormField("client.name", "text", "Harrowgate", SECOND),
                            new Fact.FormField("pin", "text", "", whole),
                            new Fact.FormField("agreed", "check box", "Yes", whole),
                            new Fact.FormField("wave", "choice", "7", FIRST),
                            new Fact.FormField("signed", "signature", "", whole)),
                    document.facts(Fact.FormField.class).toList());
            assertEquals(
                    List.of("Paragraph Page one", "Paragraph 7", "Paragraph Page two", "Paragraph Harrowgate"),
                    Reading.blocks(document, Layer.BODY));
        }
    }

    private static void place(PDPage page, PDAnnotationWidget widget) throws IOException {
        widget.setRectangle(new PDRectangle(100, 500, 100, 20));
        page.setAnnotations(List.<PDAnnotation>of(widget));
    }

    @Test
    void brokenReferences_areMinded_notFollowed() throws IOException {
        try (Paper paper = twoPages()) {
            COSArray annotations = new COSArray();
            annotations.add(new COSObject(new COSObjectKey(999, 0), null));
            paper.document.getPage(0).getCOSObject().setItem(COSName.ANNOTS, annotations);
            paper.document.getDocumentCatalog().getCOSObject().setString(COSName.OUTLINES, "none");
            paper.document.getDocumentCatalog().getCOSObject().setString(COSName.ACRO_FORM, "none");
            Document document = read(paper);

            assertEquals("Page one\nPage two", document.text());
            assertEquals(List.of(), document.gaps());
        }
    }

    private static Paper twoPages() throws IOException {
        return new Paper().page().text(PLAIN, 11, 72, 100, "Page one").page().text(PLAIN, 11, 72, 100, "Page two");
    }

    private Document read(Paper paper) throws IOException {
        return Reading.document(folder, paper.bytes(), "test.pdf");
    }
}
