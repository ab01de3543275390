package dev.assay.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A report as its page shows it: texts only. Public because templates are compiled into a package of their
/// own.
public record ReportView(
        String title,
        Headline headline,
        List<Row> facts,
        List<Point> top,
        String remedy,
        List<Group> groups,
        List<Row> untold,
        List<Row> open,
        List<Row> dismissed,
        List<Row> passed,
        List<Row> notApplicable,
        PriorWorkView priorWork,
        List<Row> declarations,
        List<PartRow> parts,
        List<Row> score,
        List<Row> versions,
        List<KindRow> kinds) {

    /// Verdict and reason.
    ///
    /// @param style      `accept`, `rework`, `review`, `restricted` or `pending`
    /// @param banner null where everybody may read it
    public record Headline(
            String style,
            String verdict,
            String reason,
            String nextStep,
            String rule,
            @Nullable Banner banner) {}

    /// Who may not read it.
    public record Banner(String title, String text) {}

    /// A name and what is said of it.
    ///
    /// @param note empty where there is none
    public record Row(String name, String text, String note) {}

    /// One of the things that matter first.
    ///
    /// @param anchor the finding's anchor; null where it is no finding
    public record Point(@Nullable String anchor, String what, String where) {}

    /// Findings under one heading.
    public record Group(String title, List<Failed> items) {}

    /// A failed item.
    ///
    /// @param style     `critical`, `major`, `minor` or `neutral`
    /// @param chips     severity, effect and mode in words
    /// @param clause    where the client's rule stands; empty where not said
    /// @param count     such as `8 findings`
    /// @param problems  what is wrong, one for each message
    public record Failed(
            String anchor,
            String style,
            List<String> chips,
            String requirement,
            String clause,
            String id,
            String count,
            List<Problem> problems) {}

    /// One thing that is wrong, at one place or several.
    ///
    /// @param first the places shown in full
    /// @param more  the places shown as a list
    /// @param left  how many more there are; empty where none
    public record Problem(String message, String remedy, List<Occurrence> first, List<Occurrence> more, String left) {}

    /// One place.
    ///
    /// @param where part and place
    /// @param quote the text in its surroundings; null where it is about something absent
    /// @param lang  the deliverable's language; null where not known
    public record Occurrence(
            String where, @Nullable Quote quote, @Nullable String lang) {}

    /// A quoted text.
    public record Quote(String before, String marked, String after) {}

    /// A delivered file.
    public record PartRow(String name, String about, String sha256, List<String> gaps) {}

    /// A check kind with its version.
    public record KindRow(String item, String kind, String ended) {}
}
