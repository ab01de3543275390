package dev.assay.letter;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A letter as its page and its plain text show it: texts only. Public because templates are compiled into a package
/// of their own.
///
/// @param language BCP 47 tag of the fixed texts
/// @param quoted   BCP 47 tag of quoted texts; null where not known
public record LetterView(
        String language,
        @Nullable String quoted,
        String title,
        String lead,
        List<Row> facts,
        List<Section> sections,
        String closing) {
    public LetterView {
        facts = List.copyOf(facts);
        sections = List.copyOf(sections);
    }

    /// A name and what is said of it.
    public record Row(String name, String text) {}

    /// A part under a heading.
    ///
    /// @param intro  empty where none is needed
    /// @param groups of points
    /// @param rows   names with texts; a text may be empty
    /// @param lines  paragraphs
    public record Section(
            String style, String title, String intro, List<Group> groups, List<Row> rows, List<String> lines) {
        public Section {
            groups = List.copyOf(groups);
            rows = List.copyOf(rows);
            lines = List.copyOf(lines);
        }

        static Section of(String title, List<Row> rows, String... lines) {
            return new Section("", title, "", List.of(), rows, List.of(lines));
        }
    }

    /// A requirement that is not met.
    ///
    /// @param number      counted from 1 through the letter
    /// @param requirement in the client's words
    /// @param weight      severity, and whether it must be met
    /// @param clause      where the client's rule stands; empty where not said
    /// @param more        how many places are not shown; empty where none
    public record Group(int number, String requirement, String weight, String clause, List<Point> points, String more) {
        public Group {
            points = List.copyOf(points);
        }
    }

    /// One place, or several where the same is said of each.
    ///
    /// @param message     what was found; empty where the tier does not let it be said
    /// @param places      with their ids
    /// @param remedyTitle before the remedy
    /// @param remedy      what would satisfy it; empty where not said
    public record Point(String message, List<Spot> places, String remedyTitle, String remedy) {
        public Point {
            places = List.copyOf(places);
        }
    }

    /// Where it is.
    ///
    /// @param id    by which it is answered
    /// @param where empty where the tier does not let it be said
    /// @param quote null where there is none to show
    public record Spot(String id, String where, @Nullable Quote quote) {}

    /// A quoted text.
    public record Quote(String before, String marked, String after) {}
}
