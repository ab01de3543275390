package dev.assay.extract.workbook;

import dev.assay.document.Fact;
import dev.assay.document.Place;
import dev.assay.extract.draft.DocumentDraft;
import dev.assay.extract.office.OfficePackage;
import dev.assay.extract.office.References;
import dev.assay.extract.xml.Markup;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The copies of data behind pivot tables. What they hold in words lies in the hidden layer: it may be seen in no
/// sheet.
final class PivotCaches {
    private final OfficePackage source;
    private final Connections connections;
    private final DocumentDraft draft;
    private final Map<String, Cache> caches = new LinkedHashMap<>();

    PivotCaches(OfficePackage source, Connections connections, DocumentDraft draft) {
        this.source = source;
        this.connections = connections;
        this.draft = draft;
    }

    /// Reads a cache, once.
    ///
    /// @param part  its definition
    /// @param place of the pivot table that is found first
    /// @return what it is a copy of
    String read(String part, Place place) throws IOException {
        Cache known = caches.get(part);
        if (known != null) {
            return known.from;
        }
        Cache cache = new Cache(place);
        caches.put(part, cache);
        References references = new References(source, part, draft);
        source.read(part, () -> place, root -> root.eachInside(element -> cache.element(element, references)));
        references.remainingLinks(place);
        if (cache.wordsInRecords) {
            for (String records : source.targets(part, "pivotCacheRecords")) {
                source.read(records, () -> place, root -> root.eachInside(cache::record));
            }
        }
        return cache.from;
    }

    /// Reads those that no pivot table of a sheet shows, and writes all.
    void tell(List<String> parts) throws IOException {
        for (String part : parts) {
            if (!caches.containsKey(part)) {
                String from = read(part, new Place.Whole());
                draft.fact(new Fact.PivotTable("", from, new Place.Whole()));
            }
        }
        for (Cache cache : caches.values()) {
            new KeptCopy("Data kept for a pivot table", cache.words).write(draft, cache.place);
        }
    }

    private final class Cache {
        private final Place place;
        private final Set<String> words = new LinkedHashSet<>();
        private String from = "";
        private boolean wordsInRecords;

        Cache(Place place) {
            this.place = place;
        }

        void element(Markup element, References references) {
            switch (element.name()) {
                case "x:cacheSource" -> from = kind(element);
                case "x:worksheetSource", "x:rangeSet" -> range(element, references);
                case "x:cacheField" -> word(element.attribute("name", ""));
                case "x:sharedItems" ->
                    wordsInRecords |= element.attribute("count") == null && element.flag("containsString", true);
                case "x:s" -> word(element.attribute("v", ""));
                default -> {}
            }
        }

        void record(Markup element) {
            if (element.name().equals("x:s")) {
                word(element.attribute("v", ""));
            }
        }

        private String kind(Markup source) {
            String kind = source.attribute("type", "");
            String number = source.attribute("connectionId");
            return kind.equals("external") && number != null ? connections.target(number) : kind;
        }

        private void range(Markup range, References references) {
            String cells = range.attribute("name", range.attribute("ref", ""));
            String sheet = range.attribute("sheet", "");
            String inSheet = sheet.isEmpty() ? cells : SheetName.quoted(sheet) + "!" + cells;
            String book = references.target(range.attribute("r:id", "")).orElse("");
            String said = book.isEmpty() ? inSheet : "[" + book + "]" + inSheet;
            from = from.isEmpty() || from.equals("worksheet") || from.equals("consolidation")
                    ? said
                    : from + ", " + said;
        }

        private void word(String word) {
            if (!word.isBlank() && words.size() <= KeptCopy.MOST) {
                words.add(word.strip());
            }
        }
    }
}
