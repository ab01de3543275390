package dev.assay.extract.slides;

import org.jspecify.annotations.Nullable;

/// A piece of a paragraph that looks the same throughout.
///
/// @param look      what it says of its look itself
/// @param link      whether it is a hyperlink, which has a colour of its own
/// @param highlight the colour behind its letters; null where there is none
/// @param field     the kind of field it is the result of, such as `slidenum`; empty where it is none
record SlideRun(
        String text, TextLook look, boolean link, @Nullable SlideColour highlight, String field) {
    /// The number of the slide itself.
    static final String SLIDE_NUMBER = "slidenum";

    boolean isSlideNumber() {
        return field.equals(SLIDE_NUMBER);
    }

    SlideRun showing(String words) {
        return new SlideRun(words, look, link, highlight, field);
    }
}
