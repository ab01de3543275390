package dev.assay.extract.word;

import dev.assay.document.Fact;
import dev.assay.document.Place;
import dev.assay.extract.draft.DocumentDraft;
import dev.assay.extract.xml.Markup;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The bookmarks of a document and what refers to them. Names are compared without regard to case.
final class WordLinks {
    /// Where the program itself remembers the last edit.
    private static final String LAST_EDIT = "_GoBack";

    /// What every document has without a bookmark.
    private static final String TOP = "_top";

    private final LateFacts late;
    private final Map<String, Mark> open = new HashMap<>();
    private final Set<String> names = new HashSet<>(Set.of(TOP));
    private final Set<Link> links = new LinkedHashSet<>();

    WordLinks(LateFacts late) {
        this.late = late;
    }

    /// Takes `w:bookmarkStart`.
    void start(Markup bookmark, Mark at, Place place) {
        String name = bookmark.attribute("w:name", "");
        if (name.isEmpty() || name.equals(LAST_EDIT)) {
            return;
        }
        Mark end = new Mark();
        name(name);
        open.put(bookmark.attribute("w:id", ""), end);
        late.add(at, end, span -> new Fact.Bookmark(name, span, place));
    }

    /// Takes `w:bookmarkEnd`.
    ///
    /// @param at the text that ends there so far
    void end(Markup bookmark, MarkedText at) {
        Mark end = open.remove(bookmark.attribute("w:id", ""));
        if (end != null) {
            at.mark(end);
        }
    }

    /// Takes a name that is defined without `w:bookmarkStart`.
    void name(String name) {
        names.add(name.toLowerCase(Locale.ROOT));
    }

    /// Takes a reference to a bookmark.
    void to(String name, Place place) {
        if (!name.isBlank()) {
            links.add(new Link(name, place));
        }
    }

    /// Records the references, when all names are known.
    void record(DocumentDraft draft) {
        links.forEach(link -> draft.fact(
                new Fact.InternalLink(link.name, names.contains(link.name.toLowerCase(Locale.ROOT)), link.place)));
    }

    private record Link(String name, Place place) {}
}
