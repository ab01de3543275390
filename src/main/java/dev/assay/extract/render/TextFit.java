package dev.assay.extract.render;

import dev.assay.document.Block;
import dev.assay.document.Document;
import java.util.List;
import java.util.stream.Stream;

/// The size of type with which a shape's text roughly fits its box. Fonts are not measured: letters count as
/// narrow, usual or wide, an ideograph as its whole size.
final class TextFit {
    private static final double LINE = 1.25;
    private static final double SMALLEST = 5;
    private static final double STEP = 0.92;
    private static final double INSET = 8;
    private static final double NARROW = 0.34;
    private static final double USUAL = 0.6;
    private static final double WIDE = 0.8;

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
        double longest = blocks.stream()
                .filter(block -> !(block instanceof Block.Table))
                .mapToDouble(block -> longestWord(document.text(block)))
                .max()
                .orElse(0);
        while (size > SMALLEST && (height(blocks, size) > height || longest * size > width)) {
            size *= STEP;
        }
        return Math.max(SMALLEST, size);
    }

    /// Whether a line fits at a size.
    boolean holds(String line, double size) {
        return size * LINE <= height && letters(line) * size <= width;
    }

    private static double longestWord(String text) {
        return Stream.of(text.split("[\\s-]+"))
                .mapToDouble(TextFit::letters)
                .max()
                .orElse(0);
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
            lines += (int) Math.max(1, Math.ceil(letters(line) * size / width));
        }
        return lines;
    }

    /// How wide a text is at size 1.
    private static double letters(String text) {
        return text.codePoints().mapToDouble(TextFit::letter).sum();
    }

    private static double letter(int point) {
        if (Character.isIdeographic(point)) {
            return 1;
        }
        if ("iljtfrI.,;:'|!()[] ".indexOf(point) >= 0) {
            return NARROW;
        }
        return Character.isUpperCase(point) || "mw%@".indexOf(point) >= 0 ? WIDE : USUAL;
    }
}
