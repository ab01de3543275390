package dev.assay.lab.samples;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A deliverable's content before it has a format.
///
/// @param head   title, author, dates and running heads, by key
/// @param pieces in reading order
record Manuscript(Map<String, String> head, List<Piece> pieces) {
    Manuscript {
        head = Map.copyOf(head);
        pieces = List.copyOf(pieces);
    }

    /// What a manuscript must say of itself.
    String say(String key) {
        return Optional.ofNullable(head.get(key))
                .orElseThrow(() -> new IllegalStateException("The manuscript's head has no '" + key + "'"));
    }

    /// The pieces, a list per first-level heading, each starting with it.
    List<List<Piece>> chapters() {
        List<List<Piece>> chapters = new ArrayList<>();
        for (Piece piece : pieces) {
            if (piece instanceof Piece.Heading(int level, String ignored) && level == 1) {
                chapters.add(new ArrayList<>());
            }
            chapters.getLast().add(piece);
        }
        return chapters;
    }

    /// A structural piece of content.
    sealed interface Piece {
        /// A heading; 1 is the outermost level.
        record Heading(int level, String text) implements Piece {}

        /// Running text.
        record Paragraph(String text) implements Piece {}

        /// An entry of a list.
        record Bullet(String text) implements Piece {}

        /// Small print under a table or chart: source, base, method.
        record Note(String text) implements Piece {}

        /// What a speaker says to a slide.
        record Spoken(String text) implements Piece {}

        /// Rows of cells under a caption; the first row holds the columns' heads.
        record Grid(String caption, List<List<String>> rows) implements Piece {}

        /// A chart of the rows under a caption; the first row holds the series' names.
        record Chart(String caption, List<List<String>> rows) implements Piece {}

        /// An instruction to the writer, such as `page`, `two columns` or `scan`.
        record Mark(String word) implements Piece {}
    }
}
