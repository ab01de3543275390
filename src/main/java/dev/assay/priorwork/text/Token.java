package dev.assay.priorwork.text;

/// A word of a document.
///
/// @param stem    what it is compared by
/// @param content whether it carries meaning: no stop word
/// @param figure  whether it is a number or a date
/// @param start   its first offset in the document's text
/// @param end     one past its last
public record Token(String stem, boolean content, boolean figure, int start, int end) {
    private static final String FIGURE = "#";

    /// What it is compared by where one figure is as good as another.
    public String masked() {
        return figure ? FIGURE : stem;
    }
}
