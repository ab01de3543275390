package dev.assay.extract.slides;

import dev.assay.document.Fact;
import dev.assay.document.Layer;
import dev.assay.document.Place;
import dev.assay.extract.xml.Markup;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/// A table on a slide. It is named after its shape.
///
/// What stands in a cell that another one covers, or is written so that nobody sees it, follows the table in
/// the hidden layer.
final class SlideTable implements SlidePiece {
    private final Markup.Visit links;
    private final Consumer<SlidePicture> pictures;
    private final List<Cell> cells = new ArrayList<>();
    private int row = -1;
    private int column;

    /// @param links    sees every element that may lead somewhere
    /// @param pictures takes the pictures that fill cells
    SlideTable(Markup.Visit links, Consumer<SlidePicture> pictures) {
        this.links = links;
        this.pictures = pictures;
    }

    /// Reads the table at hand (`a:tbl`).
    void read(Markup table) throws XMLStreamException, IOException {
        table.each(element -> {
            if (element.name().equals("a:tr")) {
                row++;
                column = 0;
                element.each(this::cell);
            }
        });
    }

    private void cell(Markup element) throws XMLStreamException, IOException {
        if (!element.name().equals("a:tc")) {
            return;
        }
        boolean covered = element.flag("hMerge", false) || element.flag("vMerge", false);
        int rows = Math.max(1, element.number("rowSpan", 1));
        int columns = Math.max(1, element.number("gridSpan", 1));
        List<SlideParagraph> paragraphs = new ArrayList<>();
        Paint[] fill = new Paint[1];
        try {
            element.eachInside(inside -> {
                links.at(inside);
                switch (inside.name()) {
                    case "a:p" -> {
                        SlideParagraph paragraph = new SlideParagraph(links);
                        paragraphs.add(paragraph);
                        paragraph.read(inside);
                    }
                    case "a:tcPr" -> fill[0] = fill(inside);
                    default -> {}
                }
            });
        } finally {
            cells.add(new Cell(row, column, rows, columns, covered, paragraphs, fill[0]));
            column++;
        }
    }

    /// Lines of a cell have fills too, but inside elements of their own.
    private @Nullable Paint fill(Markup properties) throws XMLStreamException, IOException {
        Paint[] fill = new Paint[1];
        properties.each(property -> {
            if (property.name().equals("a:blipFill")) {
                fill[0] = new Paint.Mixed();
                pictures.accept(SlidePicture.read(property, links).tiled());
            } else {
                fill[0] = Paint.read(property).orElse(fill[0]);
            }
        });
        return fill[0];
    }

    @Override
    public void write(SlideText text, Place place, Layer layer) {
        String name = place instanceof Place.Slide slide ? slide.shape() : "";
        var table = text.draft().table(name, place, layer);
        List<SlideText.Unseen> unseen = new ArrayList<>();
        int open = 0;
        for (Cell cell : cells) {
            if (cell.row != open) {
                table.endRow();
                open = cell.row;
            }
            String words = text.cell(cell.paragraphs, cell.ground(), unseen);
            if (!cell.covered) {
                table.cell(cell.row, cell.column, cell.rows, cell.columns, words, place, null, null);
            } else if (!words.isBlank()) {
                unseen.add(new SlideText.Unseen(Fact.Hidden.Kind.TEXT, words));
            }
        }
        table.end();
        unseen.forEach(each -> text.write(each, place));
    }

    /// @param covered whether a cell to its left or above it covers it
    private record Cell(
            int row,
            int column,
            int rows,
            int columns,
            boolean covered,
            List<SlideParagraph> paragraphs,
            @Nullable Paint fill) {
        Optional<SlideColour> ground() {
            return fill instanceof Paint.Plain plain ? Optional.of(plain.colour()) : Optional.empty();
        }
    }
}
