package dev.assay.extract.pdf.facts;

import dev.assay.document.Fact;
import dev.assay.document.Place;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.jspecify.annotations.Nullable;

/// The bookmarks that a viewer shows beside the pages (ISO 32000-1, 12.3.3), in their order.
final class PdfOutline {
    private static final int MOST_NODES = 20_000;

    private final ToldFacts told;
    private final PdfDestinations destinations;
    private final PdfActions actions;

    PdfOutline(ToldFacts told, PdfDestinations destinations, PdfActions actions) {
        this.told = told;
        this.destinations = destinations;
        this.actions = actions;
    }

    /// An entry still to be looked at; its next and its first inner one follow.
    private record Open(COSDictionary entry, int level) {}

    void tell(@Nullable COSDictionary root) {
        Set<COSDictionary> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Open> open = new ArrayDeque<>();
        push(root == null ? null : root.getCOSDictionary(COSName.FIRST), 1, open);
        while (!open.isEmpty() && seen.size() < MOST_NODES) {
            Open next = open.pop();
            if (seen.add(next.entry)) {
                told.tell(new Fact.OutlineEntry(
                        next.level, PdfObjects.text(next.entry, COSName.TITLE).strip(), target(next.entry)));
                push(next.entry.getCOSDictionary(COSName.NEXT), next.level, open);
                push(next.entry.getCOSDictionary(COSName.FIRST), next.level + 1, open);
            }
        }
    }

    private static void push(@Nullable COSDictionary entry, int level, Deque<Open> open) {
        if (entry != null) {
            open.push(new Open(entry, level));
        }
    }

    private @Nullable Place target(COSDictionary entry) {
        COSBase destination = entry.getDictionaryObject(COSName.DEST);
        COSDictionary action = entry.getCOSDictionary(COSName.A);
        if (destination == null && action != null) {
            if (!PdfObjects.name(action, COSName.S).equals("GoTo")) {
                actions.action(action, new Place.Whole());
                return null;
            }
            destination = action.getDictionaryObject(COSName.D);
        }
        return destination == null ? null : destinations.target(destination).place();
    }
}
