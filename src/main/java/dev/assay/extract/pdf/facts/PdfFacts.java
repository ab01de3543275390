package dev.assay.extract.pdf.facts;

import dev.assay.document.Fact;
import dev.assay.document.Place;
import dev.assay.extract.draft.DocumentDraft;
import dev.assay.extract.pdf.layout.PageFrame;
import dev.assay.extract.pdf.layout.PageWords;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.jspecify.annotations.Nullable;

/// Tells what is true of a PDF beside its text: first page by page, then of the file as a whole. Of each kind of
/// fact at most 5,000 are told.
public final class PdfFacts {
    private static final int MOST_NODES = 100_000;

    private final ToldFacts told;
    private final PDDocument document;
    private final COSDictionary catalog;
    private final PdfDestinations destinations;
    private final PdfActions actions;
    private final PdfAttachments attachments;
    private final PdfForm form;
    private final PdfAnnotations annotations;
    private double width;
    private double height;

    /// @param pages  of the file, in order
    /// @param length of the file in bytes
    public PdfFacts(DocumentDraft draft, PDDocument document, List<PDPage> pages, long length) {
        this.told = new ToldFacts(draft);
        this.document = document;
        this.catalog = document.getDocumentCatalog().getCOSObject();
        this.destinations = new PdfDestinations(catalog);
        this.actions = new PdfActions(told, destinations);
        this.attachments = new PdfAttachments(draft, told);
        this.form = new PdfForm(draft, told, actions, destinations, new PdfSignatures(told, length));
        this.annotations = new PdfAnnotations(draft, told, actions, attachments, form);
        for (int i = 0; i < pages.size(); i++) {
            destinations.page(pages.get(i).getCOSObject(), i + 1);
        }
    }

    /// Tells a fact found elsewhere, with the same bound.
    public void tell(Fact fact) {
        told.tell(fact);
    }

    /// Tells what lies on a page, once its own text is written: comments and what fields hold are written too.
    public void page(PDPage page, int number, PageWords words) {
        Place place = new Place.Page(number);
        size(words.frame(), place);
        actions.triggers(page.getCOSObject().getCOSDictionary(COSName.AA), place);
        annotations.page(page, words, place);
    }

    /// A run of pages of one size is told once.
    private void size(PageFrame frame, Place place) {
        double shownWidth = hundredths(frame.shownWidth() * frame.unit());
        double shownHeight = hundredths(frame.shownHeight() * frame.unit());
        if (Math.abs(shownWidth - width) > 0.5 || Math.abs(shownHeight - height) > 0.5) {
            width = shownWidth;
            height = shownHeight;
            told.tell(new Fact.PageSetup(width, height, null, 1, place));
        }
    }

    private static double hundredths(double points) {
        return Math.round(points * 100) / 100.0;
    }

    /// Tells what belongs to the file as a whole.
    ///
    /// @param linearised whether the file's head says that it is, and is right
    public void document(boolean linearised) {
        told.tell(new Fact.Count(Fact.Count.Unit.PAGES, document.getNumberOfPages()));
        new PdfInformation(told, document, destinations).tell(linearised);
        Place whole = new Place.Whole();
        COSBase opening = catalog.getDictionaryObject(COSName.OPEN_ACTION);
        if (opening instanceof COSDictionary action
                && !PdfObjects.name(action, COSName.S).equals("GoTo")) {
            actions.action(action, whole);
        }
        actions.triggers(catalog.getCOSDictionary(COSName.AA), whole);
        COSDictionary names = catalog.getCOSDictionary(COSName.NAMES);
        if (names != null) {
            tree(names.getCOSDictionary(COSName.getPDFName("JavaScript")), true);
            tree(names.getCOSDictionary(COSName.EMBEDDED_FILES), false);
        }
        PdfObjects.elements(catalog.getDictionaryObject(COSName.AF)).forEach(file -> attachments.tell(file, whole));
        new PdfOutline(told, destinations, actions).tell(catalog.getCOSDictionary(COSName.OUTLINES));
        form.fields(catalog.getCOSDictionary(COSName.ACRO_FORM));
    }

    /// Scripts and files by name.
    private void tree(@Nullable COSDictionary root, boolean scripts) {
        Set<COSDictionary> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<COSBase> open = new ArrayDeque<>();
        if (root != null) {
            open.add(root);
        }
        while (!open.isEmpty() && seen.size() < MOST_NODES) {
            if (open.removeFirst() instanceof COSDictionary node && seen.add(node)) {
                open.addAll(PdfObjects.elements(node.getDictionaryObject(COSName.KIDS)));
                List<COSBase> pairs = PdfObjects.elements(node.getDictionaryObject(COSName.NAMES));
                for (int i = 1; i < pairs.size(); i += 2) {
                    named(pairs.get(i), scripts);
                }
            }
        }
    }

    private void named(COSBase value, boolean script) {
        if (script) {
            actions.action(value, new Place.Whole());
        } else {
            attachments.tell(value, new Place.Whole());
        }
    }
}
