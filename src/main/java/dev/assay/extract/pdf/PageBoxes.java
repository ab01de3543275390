package dev.assay.extract.pdf;

/// Takes where words stand while a PDF is read into a document.
public interface PageBoxes {
    /// A page begins; called for every page that is read, in order.
    ///
    /// @param number counted from 1
    /// @param width  in points as a viewer shows it, cropped and turned
    /// @param height in points
    void page(int number, float width, float height);

    /// A word of the page that began last, in the order of their spans. A word that is broken at a line's end
    /// comes in two boxes, whose spans do not overlap. What a form's field or an annotation holds comes as one
    /// box, that of the field or annotation.
    void word(WordBox box);
}
