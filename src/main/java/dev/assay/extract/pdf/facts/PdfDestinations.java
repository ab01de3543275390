package dev.assay.extract.pdf.facts;

import dev.assay.document.Place;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSString;
import org.jspecify.annotations.Nullable;

/// Where links and bookmarks lead inside the file (ISO 32000-1, 12.3.2): pages, also by name.
final class PdfDestinations {
    private static final int MOST_NODES = 100_000;

    private final COSDictionary catalog;
    private final IdentityHashMap<COSDictionary, Integer> pages = new IdentityHashMap<>();
    private @Nullable Map<String, COSBase> named;

    PdfDestinations(COSDictionary catalog) {
        this.catalog = catalog;
    }

    /// What a link names, and the place where it leads.
    ///
    /// @param place null where there is no such place
    record Target(String name, @Nullable Place place) {}

    /// Takes a page of the file, counted from 1.
    void page(COSDictionary page, int number) {
        pages.put(page, number);
    }

    /// The place of a page of the file; the whole where it is none.
    Place place(@Nullable COSDictionary page) {
        Integer number = page == null ? null : pages.get(page);
        return number == null ? new Place.Whole() : new Place.Page(number);
    }

    Target target(@Nullable COSBase destination) {
        COSBase value = destination instanceof COSObject reference ? reference.getObject() : destination;
        if (value instanceof COSName name) {
            return named(name.getName());
        }
        if (value instanceof COSString name) {
            return named(name.getString());
        }
        Place place = explicit(value);
        if (place != null) {
            return new Target(place.describe(), place);
        }
        boolean numbered =
                value instanceof COSArray array && array.size() > 0 && array.getObject(0) instanceof COSInteger;
        return new Target(numbered ? "page " + (((COSArray) value).getInt(0) + 1L) : "a page that is not there", null);
    }

    private Target named(String name) {
        return new Target(name, explicit(names().get(name)));
    }

    private @Nullable Place explicit(@Nullable COSBase value) {
        COSBase array = value instanceof COSDictionary dictionary ? dictionary.getDictionaryObject(COSName.D) : value;
        List<COSBase> parts = PdfObjects.elements(array);
        if (parts.isEmpty()) {
            return null;
        }
        return switch (parts.getFirst()) {
            case COSDictionary page when pages.containsKey(page) -> new Place.Page(pages.get(page));
            case COSInteger index
            when index.intValue() >= 0 && index.intValue() < pages.size() -> new Place.Page(index.intValue() + 1);
            default -> null;
        };
    }

    private Map<String, COSBase> names() {
        Map<String, COSBase> found = named;
        if (found == null) {
            found = new HashMap<>();
            COSDictionary old = catalog.getCOSDictionary(COSName.DESTS);
            if (old != null) {
                for (COSName key : old.keySet()) {
                    put(key.getName(), old.getDictionaryObject(key), found);
                }
            }
            COSDictionary names = catalog.getCOSDictionary(COSName.NAMES);
            if (names != null) {
                tree(names.getCOSDictionary(COSName.DESTS), found);
            }
            named = found;
        }
        return found;
    }

    private static void put(String name, @Nullable COSBase value, Map<String, COSBase> into) {
        if (value != null && into.size() < MOST_NODES) {
            into.putIfAbsent(name, value);
        }
    }

    private static void tree(@Nullable COSDictionary root, Map<String, COSBase> into) {
        Set<COSDictionary> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<COSBase> open = new ArrayDeque<>();
        if (root != null) {
            open.add(root);
        }
        while (!open.isEmpty() && seen.size() < MOST_NODES) {
            if (open.removeFirst() instanceof COSDictionary node && seen.add(node)) {
                open.addAll(PdfObjects.elements(node.getDictionaryObject(COSName.KIDS)));
                COSArray pairs = node.getCOSArray(COSName.NAMES);
                for (int i = 0; pairs != null && i + 1 < pairs.size(); i += 2) {
                    if (pairs.getObject(i) instanceof COSString name) {
                        put(name.getString(), pairs.getObject(i + 1), into);
                    }
                }
            }
        }
    }
}
