package dev.assay.extract.workbook;

import dev.assay.extract.xml.Markup;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/// A cell of an OpenDocument sheet, or several alike side by side, and what hangs at it.
///
/// @param columns how many columns are alike
/// @param raw     the value at full precision; null for text
/// @param formula null where there is none
/// @param links   where its text leads when clicked
record OpenCell(
        int columns,
        int rowSpan,
        int columnSpan,
        String shown,
        @Nullable String raw,
        @Nullable String formula,
        List<String> links,
        List<OpenDrawing> drawings,
        @Nullable Note note) {
    private static final int MOST_ROWS = 1 << 20;

    /// A comment.
    record Note(String author, String when, String text) {}

    /// Reads the `table:table-cell` at hand.
    static OpenCell read(Markup cell) throws XMLStreamException, IOException {
        int columns = Math.max(1, cell.number("table:number-columns-repeated", 1));
        int rowSpan = Math.clamp(cell.number("table:number-rows-spanned", 1), 1, MOST_ROWS);
        int columnSpan = Math.clamp(cell.number("table:number-columns-spanned", 1), 1, OpenSheet.MOST_COLUMNS);
        String raw = raw(cell);
        String formula = cell.attribute("table:formula");
        Content content = new Content();
        cell.each(content::child);
        return new OpenCell(
                columns,
                rowSpan,
                columnSpan,
                String.join("\n", content.lines),
                raw,
                formula == null ? null : OpenFormula.plain(formula),
                content.links,
                content.drawings,
                content.note);
    }

    /// Whether nothing is in it; a cell in the shadow of a merged one may yet hold something.
    boolean isEmpty() {
        return shown.isEmpty() && raw == null && formula == null && drawings.isEmpty() && note == null;
    }

    private static @Nullable String raw(Markup cell) {
        return switch (cell.attribute("office:value-type", "")) {
            case "float", "percentage", "currency" -> cell.attribute("office:value");
            case "date" -> cell.attribute("office:date-value");
            case "time" -> cell.attribute("office:time-value");
            case "boolean" -> cell.attribute("office:boolean-value");
            default -> null;
        };
    }

    /// What is gathered from a cell's children.
    private static final class Content {
        private final List<String> lines = new ArrayList<>();
        private final List<String> links = new ArrayList<>();
        private final List<OpenDrawing> drawings = new ArrayList<>();
        private @Nullable Note note;

        void child(Markup child) throws XMLStreamException, IOException {
            if (child.name().equals("text:p")) {
                lines.add(OpenText.line(child, links::add));
            } else if (child.name().equals("office:annotation")) {
                note = note(child);
            } else {
                drawings.add(OpenDrawing.read(child));
            }
        }

        private static Note note(Markup annotation) throws XMLStreamException, IOException {
            String[] said = {"", ""};
            List<String> lines = new ArrayList<>();
            annotation.each(child -> {
                switch (child.name()) {
                    case "dc:creator" -> said[0] = child.text().strip();
                    case "dc:date" -> said[1] = child.text().strip();
                    default -> lines.add(OpenText.line(child, link -> {}));
                }
            });
            return new Note(said[0], said[1], String.join("\n", lines).strip());
        }
    }
}
