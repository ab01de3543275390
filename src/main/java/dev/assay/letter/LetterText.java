package dev.assay.letter;

import dev.assay.letter.LetterView.Group;
import dev.assay.letter.LetterView.Point;
import dev.assay.letter.LetterView.Row;
import dev.assay.letter.LetterView.Section;
import dev.assay.letter.LetterView.Spot;
import dev.assay.work.ShownText;

/// A letter as plain text, lines of at most 76 characters where words allow.
final class LetterText {
    private static final int WIDTH = 76;

    private final StringBuilder text = new StringBuilder();

    private LetterText() {}

    static String render(LetterView view) {
        LetterText letter = new LetterText();
        letter.write(view);
        return ShownText.of(letter.text.toString());
    }

    private void write(LetterView view) {
        paragraph("", view.title());
        text.append("=".repeat(Math.min(WIDTH, view.title().length()))).append("\n\n");
        paragraph("", view.lead());
        text.append('\n');
        for (Row fact : view.facts()) {
            paragraph("", fact.name() + ": " + fact.text());
        }
        view.sections().forEach(this::write);
        text.append("\n--\n");
        paragraph("", view.closing());
    }

    private void write(Section section) {
        text.append('\n');
        paragraph("", section.title());
        text.append("-".repeat(Math.min(WIDTH, section.title().length()))).append('\n');
        if (!section.intro().isEmpty()) {
            paragraph("", section.intro());
        }
        section.groups().forEach(this::write);
        for (Row row : section.rows()) {
            paragraph("* ", row.name() + (row.text().isEmpty() ? "" : " \u2014 " + row.text()));
        }
        section.lines().forEach(line -> paragraph("", line));
    }

    private void write(Group group) {
        text.append('\n');
        paragraph(group.number() + ". ", group.requirement());
        paragraph("   ", "[" + group.weight() + (group.clause().isEmpty() ? "" : "; " + group.clause()) + "]");
        for (Point point : group.points()) {
            if (!point.message().isEmpty()) {
                paragraph("   ", point.message());
            }
            point.places().forEach(this::write);
            if (!point.remedy().isEmpty()) {
                paragraph("   ", point.remedyTitle() + ": " + point.remedy());
            }
        }
        if (!group.more().isEmpty()) {
            paragraph("   ", group.more());
        }
    }

    private void write(Spot spot) {
        paragraph("   - ", (spot.id() + "  " + spot.where()).strip());
        if (spot.quote() != null) {
            paragraph(
                    "     > ",
                    spot.quote().before() + "[" + spot.quote().marked() + "]"
                            + spot.quote().after());
        }
    }

    /// Wraps a text; lines after the first stand under its first word.
    private void paragraph(String lead, String given) {
        String indent = " ".repeat(lead.length());
        int column = lead.length();
        text.append(lead);
        boolean first = true;
        for (String word : given.strip().split("\\s+", -1)) {
            if (!first && column + 1 + word.length() > WIDTH) {
                text.append('\n').append(indent);
                column = indent.length();
                first = true;
            }
            text.append(first ? "" : " ").append(word);
            column += word.length() + (first ? 0 : 1);
            first = false;
        }
        text.append('\n');
    }
}
