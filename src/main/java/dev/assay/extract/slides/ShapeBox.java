package dev.assay.extract.slides;

import dev.assay.document.Span;

/// A shape that shows something, where it stands on its slide, and which text is its own.
///
/// @param slide  counted from 1
/// @param name   as its author sees it, may be empty
/// @param x      left edge in points from the slide's left
/// @param y      upper edge in points from the slide's top
/// @param width  in points; 0 where the shape's place is not known
/// @param height in points; 0 where the shape's place is not known
/// @param size   of its largest text in points; 0 where nothing says so
/// @param text   the document's text that was written of it: whole blocks
/// @param role   what it is
/// @param seen   whether a person sees it when the slide is shown
public record ShapeBox(
        int slide,
        String name,
        double x,
        double y,
        double width,
        double height,
        double size,
        Span text,
        Role role,
        boolean seen) {
    /// What a shape is.
    public enum Role {
        TITLE,
        TEXT,
        PICTURE
    }
}
