package dev.assay.extract.pdf.facts;

import dev.assay.document.Fact;
import dev.assay.document.Fact.ActiveContent.Kind;
import dev.assay.document.Layer;
import dev.assay.document.Place;
import dev.assay.document.Span;
import dev.assay.extract.draft.DocumentDraft;
import dev.assay.extract.pdf.layout.PageWords;
import dev.assay.extract.pdf.layout.ShownBox;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.jspecify.annotations.Nullable;

/// What lies on a page above its content (ISO 32000-1, 12.5): links, comments with the text they are about, marks,
/// what fields hold, and what covers text.
final class PdfAnnotations {
    private static final int MOST_ON_A_PAGE = 20_000;
    private static final Set<String> COMMENTS = Set.of(
            "Text",
            "FreeText",
            "Highlight",
            "Underline",
            "Squiggly",
            "StrikeOut",
            "Caret",
            "Stamp",
            "Line",
            "Square",
            "Circle",
            "Polygon",
            "PolyLine",
            "Ink");
    private static final Set<String> OF_TEXT = Set.of("Highlight", "Underline", "Squiggly", "StrikeOut", "Redact");
    private static final Set<String> DONE = Set.of("Accepted", "Rejected", "Cancelled", "Completed");
    private static final int HIDDEN = 2;
    private static final int NO_VIEW = 32;

    private final DocumentDraft draft;
    private final ToldFacts told;
    private final PdfActions actions;
    private final PdfAttachments attachments;
    private final PdfForm form;

    PdfAnnotations(DocumentDraft draft, ToldFacts told, PdfActions actions, PdfAttachments attachments, PdfForm form) {
        this.draft = draft;
        this.told = told;
        this.actions = actions;
        this.attachments = attachments;
        this.form = form;
    }

    /// Tells the annotations of a page, once its own text is written.
    void page(PDPage page, PageWords words, Place place) {
        List<COSDictionary> annotations = new ArrayList<>();
        for (COSBase value : PdfObjects.elements(page.getCOSObject().getDictionaryObject(COSName.ANNOTS))) {
            if (value instanceof COSDictionary annotation && annotations.size() < MOST_ON_A_PAGE) {
                annotations.add(annotation);
            }
        }
        Set<COSDictionary> done = done(annotations);
        annotations.forEach(annotation -> covers(annotation, words, place));
        for (COSDictionary annotation : annotations) {
            tell(annotation, done.contains(annotation), words, place);
        }
    }

    /// Comments that a later one marks as done.
    private static Set<COSDictionary> done(List<COSDictionary> annotations) {
        Set<COSDictionary> done = Collections.newSetFromMap(new IdentityHashMap<>());
        for (COSDictionary annotation : annotations) {
            COSDictionary about = annotation.getCOSDictionary(COSName.getPDFName("IRT"));
            if (about != null && DONE.contains(PdfObjects.text(annotation, COSName.STATE))) {
                done.add(about);
            }
        }
        return done;
    }

    private void tell(COSDictionary annotation, boolean done, PageWords words, Place place) {
        actions.action(annotation.getDictionaryObject(COSName.A), place);
        actions.triggers(annotation.getCOSDictionary(COSName.AA), place);
        String type = PdfObjects.name(annotation, COSName.SUBTYPE);
        switch (type) {
            case "Link" -> actions.inside(annotation.getDictionaryObject(COSName.DEST), place);
            case "FileAttachment" -> attachments.tell(annotation.getDictionaryObject(COSName.FS), place);
            case "Widget" -> form.widget(annotation, box(annotation, words), words, place);
            case "Popup", "" -> {
                // A popup shows what its parent holds.
            }
            default -> mark(annotation, type, done, words, place);
        }
    }

    private void mark(COSDictionary annotation, String type, boolean done, PageWords words, Place place) {
        if (type.equals("RichMedia") || type.equals("Screen") || type.equals("Movie") || type.equals("3D")) {
            told.tell(new Fact.ActiveContent(Kind.OLE_OBJECT, type, place));
        }
        String author = PdfObjects.text(annotation, COSName.T);
        String contents = contents(annotation);
        boolean isState = !PdfObjects.text(annotation, COSName.STATE).isEmpty();
        if (isState) {
            return;
        }
        Span text = COMMENTS.contains(type) ? draft.paragraph(contents, place, Layer.COMMENT) : new Span(0, 0);
        if (text.length() == 0) {
            told.tell(new Fact.Annotation(type, author, place));
            return;
        }
        ShownBox box = box(annotation, words);
        Span anchor =
                OF_TEXT.contains(type) ? words.across(quads(annotation, words)).orElse(null) : null;
        if (box != null) {
            words.add(text, box);
        }
        String modified = PdfDate.iso(PdfObjects.text(annotation, COSName.M));
        String when = modified.isEmpty() ? PdfDate.iso(PdfObjects.text(annotation, COSName.CREATION_DATE)) : modified;
        told.tell(new Fact.Comment(author, when, done, text, anchor, place));
    }

    private static String contents(COSDictionary annotation) {
        String plain = PdfObjects.text(annotation, COSName.CONTENTS);
        if (!plain.isBlank()) {
            return plain;
        }
        String rich = PdfObjects.text(annotation, COSName.RC);
        return rich.replaceAll("<[^>]*>", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&")
                .strip();
    }

    private static @Nullable ShownBox box(COSDictionary annotation, PageWords words) {
        float[] edges = PdfObjects.numbers(annotation.getDictionaryObject(COSName.RECT));
        return edges.length < 4 ? null : words.frame().shown(edges[0], edges[1], edges[2], edges[3]);
    }

    /// The stretches that a mark of text lies over; its rectangle where none are given.
    private static List<ShownBox> quads(COSDictionary annotation, PageWords words) {
        List<ShownBox> quads = new ArrayList<>();
        float[] points = PdfObjects.numbers(annotation.getDictionaryObject(COSName.QUADPOINTS));
        for (int i = 0; i + 7 < points.length; i += 8) {
            ShownBox one = words.frame().shown(points[i], points[i + 1], points[i + 2], points[i + 3]);
            quads.add(one.with(words.frame().shown(points[i + 4], points[i + 5], points[i + 6], points[i + 7])));
        }
        ShownBox box = box(annotation, words);
        if (quads.isEmpty() && box != null) {
            quads.add(box);
        }
        return quads;
    }

    /// Text under a filled square or a text box with a ground, and what is marked to be blacked out but is still
    /// there.
    private void covers(COSDictionary annotation, PageWords words, Place place) {
        int flags = annotation.getInt(COSName.F, 0);
        if ((flags & (HIDDEN | NO_VIEW)) == 0 && isOpaque(annotation)) {
            for (Span span : words.under(quads(annotation, words))) {
                told.tell(new Fact.CoveredText(span, place));
            }
        }
    }

    private static boolean isOpaque(COSDictionary annotation) {
        boolean opaque = annotation.getFloat(COSName.CA, 1) >= 0.98f;
        return switch (PdfObjects.name(annotation, COSName.SUBTYPE)) {
            case "Redact" -> true;
            case "Square" -> opaque && isColour(annotation.getDictionaryObject(COSName.IC));
            case "FreeText" -> opaque && isColour(annotation.getDictionaryObject(COSName.C));
            default -> false;
        };
    }

    private static boolean isColour(@Nullable COSBase value) {
        return PdfObjects.numbers(value).length > 0;
    }
}
