package dev.assay.extract.slides;

import dev.assay.document.Layer;
import dev.assay.document.Place;

/// Something a shape holds beside its paragraphs, written when its turn comes.
interface SlidePiece {
    void write(SlideText text, Place place, Layer layer);
}
