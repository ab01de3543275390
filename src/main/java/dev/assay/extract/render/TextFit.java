package dev.assay.extract.render;

import dev.assay.document.Block;
import dev.assay.document.Document;
import java.util.List;

/// The size of type with which a shape's text roughly fits its box: fonts are not measured, a letter counts half
/// its size, an ideograph all of it.
final class TextFit {
    private static final double LINE = 1.25;
    private static final double SMALLEST = 5;
    private static final double STEP = 0.92;
    private static final double INSET = 8;

    private final Document document;
    private final double width;
    private final double height;

    /// @param width  of the box in points
    /// @param height of the box in points
    TextFit(Document document, double width, double height) {
        this.document = document;
        this.width = Math.max(1, width - 2 * INSET);
        this.height = height;
    }

    /// In points, at most `largest`.
    double size(List<Block> blocks, double largest) {
        double size = largest;
        while (size > SMALLEST && height(blocks, size) > height) {
            size *= STEP;
        }
        return Math.max(SMALLEST, size);
    }

    private double height(List<Block> blocks, double size) {
        return blocks.stream().mapToDouble(block -> height(block, size)).sum();
    }

    private double height(Block block, double size) {
        if (!(block instanceof Block.Table table)) {
            return lines(document.text(block), size, width) * size * LINE;
        }
        int columns =
                table.rows().stream().mapToInt(row -> row.cells().size()).max().orElse(1);
        double column = Math.max(1, width / columns - INSET);
        return table.rows().stream()
                .mapToDouble(row -> row.cells().stream()
                                        .mapToInt(cell -> lines(document.text(cell.span()), size, column))
                                        .max()
                                        .orElse(1)
                                * size
                                * LINE
                        + size / 2)
                .sum();
    }

    private static int lines(String text, double size, double width) {
        int lines = 0;
        for (String line : text.split("\n", -1)) {
            double letters = line.codePoints()
                    .mapToDouble(point -> Character.isIdeographic(point) ? 1 : 0.5)
                    .sum();
            lines += (int) Math.max(1, Math.ceil(letters * size / width));
        }
        return lines;
    }
}
