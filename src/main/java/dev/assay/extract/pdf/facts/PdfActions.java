package dev.assay.extract.pdf.facts;

import dev.assay.document.Fact;
import dev.assay.document.Fact.ActiveContent.Kind;
import dev.assay.document.Place;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSString;
import org.jspecify.annotations.Nullable;

/// What links, fields and the opening of a file or page set off (ISO 32000-1, 12.6).
final class PdfActions {
    private static final int MOST_IN_A_ROW = 50;

    private final ToldFacts told;
    private final PdfDestinations destinations;

    PdfActions(ToldFacts told, PdfDestinations destinations) {
        this.told = told;
        this.destinations = destinations;
    }

    /// Tells the actions that events set off.
    void triggers(@Nullable COSDictionary triggers, Place place) {
        if (triggers != null) {
            triggers.getValues().forEach(value -> action(value, place));
        }
    }

    /// Tells an action and those that follow it.
    void action(@Nullable COSBase first, Place place) {
        Deque<COSBase> open = new ArrayDeque<>();
        if (first != null) {
            open.add(first);
        }
        for (int i = 0; i < MOST_IN_A_ROW && !open.isEmpty(); i++) {
            COSBase next = open.removeFirst();
            COSBase value = next instanceof COSObject reference ? reference.getObject() : next;
            if (value instanceof COSDictionary action) {
                tell(action, place);
                COSBase following = action.getDictionaryObject(COSName.NEXT);
                if (following instanceof COSDictionary) {
                    open.add(following);
                } else {
                    open.addAll(PdfObjects.elements(following));
                }
            }
        }
    }

    private void tell(COSDictionary action, Place place) {
        String type = PdfObjects.name(action, COSName.S);
        switch (type) {
            case "JavaScript", "Rendition" -> told.tell(new Fact.ActiveContent(Kind.SCRIPT, type, place));
            case "Launch" -> told.tell(new Fact.ActiveContent(Kind.LAUNCH_ACTION, fileName(action), place));
            case "URI" -> link(action.getString(COSName.URI), place);
            case "GoToR", "GoToE", "ImportData", "SubmitForm" -> link(fileName(action), place);
            case "GoTo" -> inside(action.getDictionaryObject(COSName.D), place);
            default -> {
                // Other actions turn pages, show or hide.
            }
        }
    }

    private void link(@Nullable String target, Place place) {
        if (target != null && !target.isBlank()) {
            told.tell(new Fact.ExternalLink(Fact.ExternalLink.Kind.HYPERLINK, target.strip(), place));
        }
    }

    /// Tells a link to a place in the file.
    void inside(@Nullable COSBase destination, Place place) {
        if (destination != null) {
            PdfDestinations.Target target = destinations.target(destination);
            told.tell(new Fact.InternalLink(target.name(), target.place() != null, place));
        }
    }

    private static String fileName(COSDictionary holder) {
        COSBase file = holder.getDictionaryObject(COSName.F);
        if (file instanceof COSString name) {
            return name.getString();
        }
        if (file instanceof COSDictionary specification) {
            String name = PdfObjects.text(specification, COSName.UF);
            return name.isEmpty() ? PdfObjects.text(specification, COSName.F) : name;
        }
        return "";
    }
}
