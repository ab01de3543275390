package dev.assay.extract.workbook;

import dev.assay.document.Gap;
import dev.assay.document.Layer;
import dev.assay.document.Place;
import dev.assay.extract.draft.DocumentDraft;
import java.util.Collection;

/// Texts of which a workbook keeps a copy that no sheet shows, such as those behind a pivot table.
///
/// @param title what they are
/// @param texts each once; those beyond [#MOST] are passed over, and that is said
record KeptCopy(String title, Collection<String> texts) {
    /// As many texts as are written.
    static final int MOST = 5_000;

    /// Writes them into the hidden layer; nothing where there are none.
    void write(DocumentDraft draft, Place place) {
        if (texts.isEmpty()) {
            return;
        }
        draft.paragraph(
                title + ": " + String.join("; ", texts.stream().limit(MOST).toList()), place, Layer.HIDDEN);
        if (texts.size() > MOST) {
            draft.gap(
                    Gap.Reason.SKIPPED_PART, place, "Of texts that no sheet shows, the first " + MOST + " were read.");
        }
    }
}
