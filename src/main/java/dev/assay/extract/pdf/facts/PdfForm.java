package dev.assay.extract.pdf.facts;

import dev.assay.document.Fact;
import dev.assay.document.Fact.ActiveContent.Kind;
import dev.assay.document.Layer;
import dev.assay.document.Place;
import dev.assay.document.Span;
import dev.assay.extract.draft.DocumentDraft;
import dev.assay.extract.pdf.layout.PageWords;
import dev.assay.extract.pdf.layout.ShownBox;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.jspecify.annotations.Nullable;

/// The fields of a form (ISO 32000-1, 12.7) and what is filled in.
final class PdfForm {
    private static final int MOST_NODES = 100_000;
    private static final int PASSWORD = 1 << 13;
    private static final int RADIO = 1 << 15;
    private static final int BUTTON = 1 << 16;

    private final DocumentDraft draft;
    private final ToldFacts told;
    private final PdfActions actions;
    private final PdfDestinations destinations;
    private final PdfSignatures signatures;
    private final IdentityHashMap<COSDictionary, Place> widgets = new IdentityHashMap<>();

    PdfForm(
            DocumentDraft draft,
            ToldFacts told,
            PdfActions actions,
            PdfDestinations destinations,
            PdfSignatures signatures) {
        this.draft = draft;
        this.told = told;
        this.actions = actions;
        this.destinations = destinations;
        this.signatures = signatures;
    }

    /// A field as it stands on a page: what is filled in is drawn apart from the page's text.
    void widget(COSDictionary widget, @Nullable ShownBox box, PageWords words, Place place) {
        widgets.putIfAbsent(widget, place);
        String type = type(widget);
        if (type.equals("Tx") || type.equals("Ch")) {
            Span span = draft.paragraph(value(widget), place, Layer.BODY);
            if (box != null) {
                words.add(span, box);
            }
        }
    }

    /// A field still to be looked at.
    private record Open(COSDictionary field, String name) {}

    /// Tells the fields, once the pages are known.
    void fields(@Nullable COSDictionary form) {
        if (form == null) {
            return;
        }
        if (form.getDictionaryObject(COSName.getPDFName("XFA")) != null) {
            told.tell(new Fact.ActiveContent(Kind.SCRIPT, "XFA form", new Place.Whole()));
        }
        Set<COSDictionary> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Open> open = new ArrayDeque<>();
        push(form.getDictionaryObject(COSName.FIELDS), "", open);
        while (!open.isEmpty() && seen.size() < MOST_NODES) {
            Open next = open.pop();
            if (seen.add(next.field)) {
                visit(next, open);
            }
        }
    }

    /// The last is pushed first, so that the first is looked at first.
    private static void push(@Nullable COSBase kids, String name, Deque<Open> open) {
        for (COSBase kid : PdfObjects.elements(kids).reversed()) {
            if (kid instanceof COSDictionary field) {
                open.push(new Open(field, name));
            }
        }
    }

    private void visit(Open at, Deque<Open> open) {
        COSDictionary field = at.field;
        String part = PdfObjects.text(field, COSName.T);
        String name = part.isEmpty() || at.name.isEmpty() ? at.name + part : at.name + "." + part;
        List<COSBase> kids = PdfObjects.elements(field.getDictionaryObject(COSName.KIDS));
        boolean inner = kids.stream()
                .anyMatch(kid -> kid instanceof COSDictionary dictionary && dictionary.containsKey(COSName.T));
        Place place = place(field, kids);
        actions.action(field.getDictionaryObject(COSName.A), place);
        actions.triggers(field.getCOSDictionary(COSName.AA), place);
        if (!inner && !type(field).isEmpty()) {
            told.tell(new Fact.FormField(name, kind(field), value(field), place));
            if (type(field).equals("Sig")) {
                signatures.tell(field.getCOSDictionary(COSName.V));
            }
        }
        if (inner) {
            push(field.getDictionaryObject(COSName.KIDS), name, open);
        }
    }

    /// Where a field first stands on a page.
    private Place place(COSDictionary field, List<COSBase> kids) {
        Place own = widgets.get(field);
        for (int i = 0; own == null && i < kids.size(); i++) {
            own = kids.get(i) instanceof COSDictionary kid ? widgets.get(kid) : null;
        }
        return own == null ? destinations.place(field.getCOSDictionary(COSName.P)) : own;
    }

    private static String type(COSDictionary field) {
        return PdfObjects.inherited(field, COSName.FT) instanceof COSName name ? name.getName() : "";
    }

    private static int flags(COSDictionary field) {
        return PdfObjects.inherited(field, COSName.FF) instanceof COSInteger flags ? flags.intValue() : 0;
    }

    private static String kind(COSDictionary field) {
        int flags = flags(field);
        return switch (type(field)) {
            case "Tx" -> "text";
            case "Ch" -> "choice";
            case "Sig" -> "signature";
            case "Btn" -> (flags & BUTTON) != 0 ? "button" : (flags & RADIO) != 0 ? "radio button" : "check box";
            default -> "other";
        };
    }

    /// What is filled in; nothing of a password.
    private static String value(COSDictionary field) {
        if (type(field).equals("Tx") && (flags(field) & PASSWORD) != 0) {
            return "";
        }
        COSBase value = PdfObjects.inherited(field, COSName.V);
        if (value instanceof COSName name) {
            return name.getName();
        }
        String text = PdfObjects.text(value);
        if (text != null) {
            return text.strip();
        }
        return PdfObjects.elements(value).stream()
                .map(PdfObjects::text)
                .filter(each -> each != null && !each.isBlank())
                .collect(Collectors.joining("; "));
    }
}
