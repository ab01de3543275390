package dev.assay.extract.tika;

import dev.assay.document.Gap;
import dev.assay.document.Place;
import dev.assay.extract.draft.DocumentDraft;

/// Says that a format's text was read without telling apart what a person sees and what not.
final class Mixed {
    private Mixed() {}

    static void tell(boolean hidden, boolean deleted, DocumentDraft draft) {
        if (hidden || deleted) {
            String what = hidden && deleted ? "hidden and deleted text" : hidden ? "hidden text" : "deleted text";
            draft.gap(
                    Gap.Reason.SKIPPED_PART,
                    new Place.Whole(),
                    what + " stands among the text that is shown and cannot be told apart");
        }
    }
}
