package dev.assay.extract.slides;

/// Takes where the shapes of slides stand while a presentation is read into a document.
public interface ShapeBoxes {
    /// Takes nothing.
    ShapeBoxes NONE = new ShapeBoxes() {
        @Override
        public void slide(int number, double width, double height) {}

        @Override
        public void shape(ShapeBox shape) {}
    };

    /// A slide begins; called for every slide that is read, in order.
    ///
    /// @param number counted from 1
    /// @param width  in points
    /// @param height in points
    void slide(int number, double width, double height);

    /// A shape of the slide that began last was written, in the order of the document's text.
    void shape(ShapeBox shape);
}
