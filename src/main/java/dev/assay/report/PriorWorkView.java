package dev.assay.report;

import java.util.List;

/// What stands in other work too, as a report's page shows it: texts only.
///
/// @param about    what was compared, one sentence each
/// @param verdicts the figures a reader has to judge, one for each verdict
/// @param rest     what is shown and not counted, one sentence each
/// @param groups   the passages by relation
/// @param excluded what is left out of all figures, with its reason
/// @param more     how many more of these there are; empty where none
public record PriorWorkView(
        List<String> about,
        List<Figure> verdicts,
        List<String> rest,
        List<Group> groups,
        List<Passage> excluded,
        String more) {

    /// Whether there is anything to show.
    public boolean isEmpty() {
        return about.isEmpty() && groups.isEmpty() && excluded.isEmpty();
    }

    /// One figure.
    ///
    /// @param how how it was computed
    public record Figure(String name, String value, String detail, String how) {}

    /// Passages of one relation.
    ///
    /// @param style `restricted`, or `told`
    /// @param note  what follows from the relation
    public record Group(String title, String style, String note, List<Source> sources) {}

    /// Passages of one other work.
    ///
    /// @param title    empty where nothing may be told of it
    /// @param warning  what a reader must not miss; empty where there is none
    /// @param standing what became of it; empty where nothing may be told
    /// @param covers   how much of this work it covers
    /// @param first    the passages shown in full
    /// @param more     those behind a click
    /// @param left     how many more there are; empty where none
    public record Source(
            String title,
            String warning,
            String standing,
            String covers,
            List<Passage> first,
            List<Passage> more,
            String left) {}

    /// One passage.
    ///
    /// @param heading where it stands here, and how many words
    /// @param chips   closeness and commonness in words
    /// @param quote   how it begins; empty where both sides are shown
    /// @param sides   here and there; empty where this side alone may be told
    public record Passage(String heading, List<String> chips, String quote, List<Side> sides) {}

    /// One side of a passage.
    ///
    /// @param where    here or there, and the place
    /// @param pieces   its text, those that stand on both sides marked
    /// @param cut      that the passage goes on; empty where it is whole
    public record Side(String where, List<Piece> pieces, String cut) {}

    /// A piece of a text.
    public record Piece(String text, boolean same) {}
}
