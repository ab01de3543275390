package dev.assay.extract.render;

import dev.assay.document.Block;
import dev.assay.document.Document;
import dev.assay.document.Fact;
import dev.assay.document.Layer;
import dev.assay.document.Place;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Writes a stretch of a document as a frame: where it is, the headings it stands under, its blocks.
final class Excerpt {
    private final Document document;
    private final Stretch stretch;
    private final @Nullable TableWindow window;
    private final List<Sought> sought;
    private final FrameWriter writer = new FrameWriter();
    private final BlockHtml blocks;

    /// @param window what is seen of the stretch's only wanted block, where that is a table
    Excerpt(Document document, Stretch stretch, @Nullable TableWindow window, List<Sought> sought) {
        this.document = document;
        this.stretch = stretch;
        this.window = window;
        this.sought = sought;
        this.blocks = new BlockHtml(writer, document, new MarkedText(document, sought));
    }

    /// What the frame shows: of a sheet the range, else where its first passage is.
    Place place() {
        Block lead = document.blocks().get(stretch.first());
        if (window != null && lead instanceof Block.Table table && lead.place() instanceof Place.Cell) {
            Optional<String> sheet = SheetLetters.sheet(table);
            if (sheet.isPresent()) {
                return new Place.Cell(sheet.get(), TableHtml.range(window));
            }
        }
        return sought.getFirst().place();
    }

    String html() {
        writer.open("div", "class", "frame excerpt").line();
        writer.element("p", Wording.title(place()), "class", "where", "dir", "auto")
                .line();
        List<String> path = HeadingPath.of(document, stretch.first());
        if (!path.isEmpty()) {
            String words =
                    String.join(" \u203A ", path.stream().map(Wording::brief).toList());
            writer.element("p", words, "class", "path", "dir", "auto").line();
        }
        for (int i = stretch.from(); i <= stretch.to(); i++) {
            block(i);
        }
        if (stretch.seen() < stretch.last()) {
            int more = stretch.last() - stretch.seen();
            writer.element("p", "\u2026 and " + more + " more, marked to the end", "class", "more")
                    .line();
        }
        cellsOf(document.blocks().get(stretch.first()));
        return writer.close().finish();
    }

    private void block(int index) {
        Block block = document.blocks().get(index);
        about(block);
        boolean wanted = stretch.first() <= index && index <= stretch.seen();
        if (wanted && block instanceof Block.Table table) {
            blocks.table(table, window == null ? TableWindow.around(table, table.span()) : window);
        } else if (wanted) {
            blocks.write(block);
        } else {
            blocks.beside(block);
        }
    }

    /// What a comment is about.
    private void about(Block block) {
        if (block.layer() != Layer.COMMENT) {
            return;
        }
        document.facts(Fact.Comment.class)
                .filter(comment -> comment.anchor() != null && comment.text().overlaps(block.span()))
                .flatMap(comment -> Stream.ofNullable(comment.anchor()))
                .findFirst()
                .ifPresent(anchor -> writer.open("p", "class", "paragraph aside", "dir", "auto")
                        .element("span", "About", "class", "layer")
                        .text(" " + Wording.brief(document.text(anchor)))
                        .close()
                        .line());
    }

    /// Around the cell that a comment or other text beside a sheet's grid is about, that grid.
    private void cellsOf(Block block) {
        if (window != null
                || !(block.place() instanceof Place.Cell cell)
                || SheetLetters.position(cell.cell()).isEmpty()) {
            return;
        }
        int[] at = SheetLetters.position(cell.cell()).get();
        document.tables()
                .filter(table ->
                        SheetLetters.sheet(table).filter(cell.sheet()::equals).isPresent())
                .findFirst()
                .ifPresent(table -> blocks.table(table, TableWindow.around(table, at[0], at[1])));
    }
}
