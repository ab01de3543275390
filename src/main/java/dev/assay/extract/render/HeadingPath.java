package dev.assay.extract.render;

import dev.assay.document.Block;
import dev.assay.document.Document;
import dev.assay.document.Layer;
import dev.assay.document.Place;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// The headings that a block stands under, outermost first.
final class HeadingPath {
    private HeadingPath() {}

    static List<String> of(Document document, int index) {
        List<Block> blocks = document.blocks();
        if (Wording.inner(blocks.get(index).place()) instanceof Place.Paragraph paragraph
                && !paragraph.section().isEmpty()) {
            return paragraph.section();
        }
        Deque<String> path = new ArrayDeque<>();
        int level = blocks.get(index) instanceof Block.Heading own ? own.level() : Integer.MAX_VALUE;
        for (int i = index - 1; i >= 0 && level > 1 && blocks.get(index).layer() == Layer.BODY; i--) {
            if (blocks.get(i) instanceof Block.Heading heading && heading.level() < level) {
                level = heading.level();
                path.addFirst(document.text(heading));
            }
        }
        return List.copyOf(path);
    }
}
