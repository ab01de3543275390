package dev.assay.extract.pdf.layout;

/// One glyph as it stands on the page, turned so that its text runs from left to right.
///
/// @param text     the letters it stands for, in reading order
/// @param x        its left edge
/// @param baseline how far down it stands
public record PdfGlyph(String text, float x, float baseline, float width, PdfStyle style) {
    float right() {
        return x + width;
    }

    float size() {
        return style.size();
    }

    float top() {
        return baseline - style.size() * 0.7f;
    }

    float bottom() {
        return baseline + style.size() * 0.2f;
    }

    /// Half way up a small letter: what decides which cell it stands in.
    float middle() {
        return baseline - style.size() * 0.3f;
    }

    boolean isLetter() {
        return !text.isEmpty() && Character.isLetter(text.codePointAt(0));
    }

    boolean isBlank() {
        return text.isBlank();
    }
}
