package dev.assay.extract.render;

import dev.assay.document.Block;
import dev.assay.document.Document;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Shows passages from the document alone: a range of a sheet as a table, any other passage among its neighbours
/// and under its headings. Passages that are seen in the frame of the one before share it.
final class TextFrames {
    private final Document document;
    private final FrameFolder frames;

    TextFrames(Document document, FrameFolder frames) {
        this.document = document;
        this.frames = frames;
    }

    /// Draws as many frames as there is room for.
    void draw(List<Sought> sought) throws IOException {
        List<Sought> sorted = new ArrayList<>(document.blocks().isEmpty() ? List.of() : sought);
        sorted.sort(Comparator.comparingInt(each -> each.span().start()));
        Open open = null;
        for (Sought each : sorted) {
            Stretch stretch = Stretch.of(document, each.span());
            if (open == null || !open.sees(stretch, each)) {
                close(open);
                open = new Open(stretch, each);
            }
            open.sought.add(each);
        }
        close(open);
    }

    private void close(@Nullable Open open) throws IOException {
        if (open == null || frames.isFull()) {
            return;
        }
        Excerpt excerpt = new Excerpt(document, open.stretch, open.window, open.sought);
        FrameFolder.Caption caption =
                new FrameFolder.Caption(excerpt.place(), 0, 0, Wording.title(excerpt.place()), List.of());
        frames.markup(excerpt.html(), caption)
                .ifPresent(frame -> open.sought.forEach(each -> frames.see(each.want(), frame, List.of())));
    }

    /// A frame that may take further passages.
    private final class Open {
        private final Stretch stretch;
        private final @Nullable TableWindow window;
        private final List<Sought> sought = new ArrayList<>();

        Open(Stretch stretch, Sought lead) {
            this.stretch = stretch;
            this.window = stretch.first() == stretch.last()
                            && document.blocks().get(stretch.first()) instanceof Block.Table table
                    ? TableWindow.around(table, lead.span())
                    : null;
        }

        boolean sees(Stretch own, Sought other) {
            boolean single = own.first() == own.last();
            Block block = document.blocks().get(own.first());
            if (single && block instanceof Block.Table table) {
                return window != null && own.first() == stretch.first() && window.sees(table, other.span());
            }
            return single
                    ? stretch.from() <= own.first() && own.first() <= stretch.to()
                    : stretch.first() <= own.first() && own.last() <= stretch.seen();
        }
    }
}
