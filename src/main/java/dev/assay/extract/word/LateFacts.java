package dev.assay.extract.word;

import dev.assay.document.Fact;
import dev.assay.document.Gap;
import dev.assay.document.Place;
import dev.assay.document.Span;
import dev.assay.extract.draft.DocumentDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Facts about spans of text, recorded when all of the text has been written and its places are known.
final class LateFacts {
    /// More than any person's work has.
    private static final int MOST = 500_000;

    private final DocumentDraft draft;
    private final List<Late> waiting = new ArrayList<>();
    private boolean limitTold;

    LateFacts(DocumentDraft draft) {
        this.draft = draft;
    }

    /// Has a fact recorded later.
    ///
    /// @param fact made from the text's span, without the white space at its ends
    void add(Mark start, Mark end, Function<Span, Fact> fact) {
        if (waiting.size() < MOST) {
            waiting.add(new Late(start, end, fact));
        } else if (!limitTold) {
            limitTold = true;
            draft.gap(Gap.Reason.LIMIT, new Place.Whole(), "More than " + MOST + " marks in the text.");
        }
    }

    /// The span between two marks, once the text is written.
    Span span(Mark start, Mark end) {
        int last = end.offset(start.offset(draft.length()));
        int first = Math.min(start.offset(last), last);
        return draft.stripped(new Span(first, last));
    }

    /// Records all, in the order in which they were added.
    void record() {
        waiting.forEach(each -> draft.fact(each.fact.apply(span(each.start, each.end))));
        waiting.clear();
    }

    private record Late(Mark start, Mark end, Function<Span, Fact> fact) {}
}
