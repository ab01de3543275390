package dev.assay.check;

import dev.assay.document.Block;
import dev.assay.document.Document;
import dev.assay.document.Layer;
import dev.assay.document.Span;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

/// The pieces of a document that are read by themselves: a heading, a paragraph, an entry of a list, one cell
/// of a table.
public final class Passages {
    private static final Set<Layer> SHOWN =
            EnumSet.of(Layer.BODY, Layer.HEADER, Layer.FOOTER, Layer.FOOTNOTE, Layer.ENDNOTE, Layer.INSERTED);

    private Passages() {}

    /// What a reader of the finished document sees, in order: body, headers, footers, foot- and endnotes, insertions.
    public static Stream<Span> shown(Document document) {
        return in(document, SHOWN);
    }

    /// Everything, in order: also comments, notes, hidden and deleted text, alternative texts and metadata.
    public static Stream<Span> all(Document document) {
        return in(document, EnumSet.allOf(Layer.class));
    }

    /// Whether a reader of the finished document sees a layer.
    public static boolean isShown(Layer layer) {
        return SHOWN.contains(layer);
    }

    private static Stream<Span> in(Document document, Set<Layer> layers) {
        return document.blocks().stream()
                .filter(block -> layers.contains(block.layer()))
                .flatMap(Passages::pieces);
    }

    private static Stream<Span> pieces(Block block) {
        return block instanceof Block.Table table
                ? table.rows().stream().flatMap(row -> row.cells().stream()).map(Block.Cell::span)
                : Stream.of(block.span());
    }
}
