package dev.assay.extract.render;

import dev.assay.document.Block;
import dev.assay.document.Document;
import dev.assay.document.Place;
import dev.assay.document.Span;
import java.util.List;

/// Blocks in a row: those that a passage touches and those beside it that help to understand it.
///
/// @param from  index of the first that is shown
/// @param first index of the first that is touched
/// @param seen  index of the last that is touched and shown
/// @param last  index of the last that is touched
/// @param to    index of the last that is shown
record Stretch(int from, int first, int seen, int last, int to) {
    private static final int BESIDE = 2;
    private static final int MOST = 24;

    static Stretch of(Document document, Span span) {
        List<Block> blocks = document.blocks();
        int first = indexAt(blocks, span.start());
        int last = Math.max(first, indexAt(blocks, Math.max(span.start(), span.end() - 1)));
        if (first == last && isGrid(blocks.get(first))) {
            return new Stretch(first, first, first, first, first);
        }
        int seen = Math.min(last, first + MOST - 1);
        int from = first;
        while (from > 0 && first - from < BESIDE && areTogether(blocks.get(from - 1), blocks.get(first))) {
            from--;
        }
        int to = seen;
        while (seen == last
                && to + 1 < blocks.size()
                && to - seen < BESIDE
                && areTogether(blocks.get(to + 1), blocks.get(last))) {
            to++;
        }
        return new Stretch(from, first, seen, last, to);
    }

    /// Whether blocks lie on one surface, none of them a sheet's grid.
    private static boolean areTogether(Block one, Block other) {
        return !isGrid(one) && surface(one.place()).equals(surface(other.place()));
    }

    private static boolean isGrid(Block block) {
        return block instanceof Block.Table table && SheetLetters.sheet(table).isPresent();
    }

    private static String surface(Place place) {
        return switch (place) {
            case Place.Slide slide -> "slide " + slide.slide();
            case Place.Cell cell -> "sheet " + cell.sheet();
            case Place.Part part -> part.path() + '\0' + surface(part.within());
            case Place.Page _, Place.Paragraph _, Place.Line _, Place.Whole _ -> "";
        };
    }

    /// The block that holds an offset, or the last that begins before it.
    private static int indexAt(List<Block> blocks, int offset) {
        int low = 0;
        int high = blocks.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (blocks.get(middle).span().start() <= offset) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
