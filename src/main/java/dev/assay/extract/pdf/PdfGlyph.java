package dev.assay.extract.pdf;

/// One glyph as it stands on the page, turned so that its text runs from left to right.
record PdfGlyph(
        String text, float x, float baseline, float width, float size, boolean bold, float space, PdfRole role) {
    float right() {
        return x + width;
    }

    float top() {
        return baseline - size * 0.7f;
    }

    float bottom() {
        return baseline + size * 0.2f;
    }

    boolean isLetter() {
        return !text.isEmpty() && Character.isLetter(text.codePointAt(0));
    }

    boolean isBlank() {
        return text.isBlank() || text.equals("\u00A0");
    }
}
