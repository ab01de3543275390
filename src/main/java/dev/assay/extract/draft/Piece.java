package dev.assay.extract.draft;

import dev.assay.document.Layer;
import dev.assay.document.Place;

/// Something read that is written later, when what it belongs to has been written.
public interface Piece {
    /// Writes it.
    ///
    /// @param place where it was found
    /// @param layer what it lies in, unless it has a layer of its own
    void write(DocumentDraft draft, Place place, Layer layer);

    /// Text in a layer of its own.
    static Piece text(String words, Layer own) {
        return (draft, place, layer) -> draft.paragraph(words, place, own);
    }

    /// Text in the layer of what it belongs to.
    static Piece text(String words) {
        return (draft, place, layer) -> draft.paragraph(words, place, layer);
    }
}
