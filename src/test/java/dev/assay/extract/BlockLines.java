package dev.assay.extract;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.assay.document.Block;
import dev.assay.document.Document;
import dev.assay.document.Extraction;
import dev.assay.document.Place;
import dev.assay.extract.draft.Reader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A document as lines, for exact expectations: kind, layer, place, text; of tables each row.
public final class BlockLines {
    private BlockLines() {}

    public static Document read(Reader reader, Path file) throws IOException {
        Extraction extraction = reader.read(file, "test/type");
        return assertInstanceOf(Extraction.Extracted.class, extraction).document();
    }

    public static List<String> of(Document document) {
        List<String> lines = new ArrayList<>();
        for (Block block : document.blocks()) {
            switch (block) {
                case Block.Heading heading -> lines.add("heading" + heading.level() + tail(document, heading));
                case Block.Paragraph paragraph -> lines.add("paragraph" + tail(document, paragraph));
                case Block.ListItem item -> lines.add("item" + item.level() + tail(document, item));
                case Block.Table table -> table(document, table, lines);
            }
        }
        return lines;
    }

    private static String tail(Document document, Block block) {
        return " " + block.layer() + " " + place(block.place()) + ": " + document.text(block);
    }

    private static void table(Document document, Block.Table table, List<String> lines) {
        lines.add("table " + table.layer() + " " + place(table.place()) + ": " + table.name());
        for (Block.Row row : table.rows()) {
            StringBuilder line = new StringBuilder("|");
            for (Block.Cell cell : row.cells()) {
                line.append(' ').append(cell.row()).append(',').append(cell.column());
                if (cell.rowSpan() > 1 || cell.columnSpan() > 1) {
                    line.append('(')
                            .append(cell.rowSpan())
                            .append('x')
                            .append(cell.columnSpan())
                            .append(')');
                }
                line.append(' ').append(document.text(cell.span()));
                line.append(cell.raw() == null ? "" : " ~" + cell.raw());
                line.append(cell.formula() == null ? "" : " =" + cell.formula());
                line.append(" |");
            }
            lines.add(line.toString());
        }
    }

    private static String place(Place place) {
        return switch (place) {
            case Place.Paragraph paragraph ->
                paragraph.number()
                        + String.join(
                                "",
                                paragraph.section().stream()
                                        .map(each -> "/" + each)
                                        .toList());
            case Place.Cell cell -> cell.sheet() + "!" + cell.cell();
            case Place.Slide slide -> slide.slide() + "/" + slide.shape();
            default -> place.describe();
        };
    }
}
