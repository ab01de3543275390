package dev.assay.extract.pdf.facts;

import dev.assay.document.Fact;
import dev.assay.document.Gap;
import dev.assay.document.Place;
import dev.assay.extract.draft.DocumentDraft;
import java.util.HashMap;
import java.util.Map;

/// Hands facts on to a document as long as there are not too many of a kind; the first that is left out is said.
final class ToldFacts {
    private static final int MOST_OF_A_KIND = 5_000;

    private final DocumentDraft draft;
    private final Map<Class<? extends Fact>, Integer> counts = new HashMap<>();

    ToldFacts(DocumentDraft draft) {
        this.draft = draft;
    }

    void tell(Fact fact) {
        int count = counts.merge(fact.getClass(), 1, Integer::sum);
        if (count <= MOST_OF_A_KIND) {
            draft.fact(fact);
        } else if (count == MOST_OF_A_KIND + 1) {
            draft.gap(
                    Gap.Reason.LIMIT,
                    new Place.Whole(),
                    "more than " + MOST_OF_A_KIND + " facts of a kind are not told: "
                            + fact.getClass().getSimpleName());
        }
    }
}
