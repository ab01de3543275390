package dev.assay.extract.workbook;

import dev.assay.document.Fact;
import dev.assay.document.Layer;
import dev.assay.document.Place;
import dev.assay.document.Span;
import dev.assay.extract.xml.Markup;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;

/// The comments of a sheet: threads, then notes. Of a thread, workbooks keep a second copy as a note for older
/// programs; it is passed over.
final class SheetComments {
    private final Workbook workbook;
    private final Place top;
    private final List<Comment> comments = new ArrayList<>();
    private final Map<String, Boolean> done = new HashMap<>();
    private final Set<String> threaded = new HashSet<>();
    private final List<String> authors = new ArrayList<>();

    private SheetComments(Workbook workbook, Place top) {
        this.workbook = workbook;
        this.top = top;
    }

    /// Reads the comments of a sheet's part.
    ///
    /// @param top the sheet's first cell, where a comment is that says of no cell
    static SheetComments read(Workbook workbook, String part, Place top) throws IOException {
        SheetComments read = new SheetComments(workbook, top);
        for (String threads : workbook.source().targets(part, "threadedComment")) {
            workbook.source().read(threads, () -> top, root -> root.each(read::threaded));
        }
        for (String notes : workbook.source().targets(part, "comments")) {
            workbook.source().read(notes, () -> top, root -> root.eachInside(read::note));
        }
        return read;
    }

    /// The cells that comments are about.
    Set<CellReference> cells() {
        Set<CellReference> cells = new HashSet<>();
        comments.forEach(comment -> CellReference.parse(comment.cell).ifPresent(cells::add));
        return cells;
    }

    /// Writes them.
    ///
    /// @param anchors where the texts of their cells lie
    void write(String sheet, Map<CellReference, Span> anchors) {
        for (Comment comment : comments) {
            Place place = comment.cell.isEmpty() ? top : new Place.Cell(sheet, comment.cell);
            Span text = workbook.draft().paragraph(comment.text, place, Layer.COMMENT);
            Span anchor = CellReference.parse(comment.cell).map(anchors::get).orElse(null);
            boolean resolved = done.getOrDefault(comment.thread, false);
            workbook.draft().fact(new Fact.Comment(comment.author, comment.when, resolved, text, anchor, place));
        }
    }

    /// An answer belongs to the thread of the comment it answers, which alone says whether all is done.
    private void threaded(Markup comment) throws XMLStreamException, IOException {
        if (!comment.name().equals("tc:threadedComment")) {
            return;
        }
        String cell = comment.attribute("ref", "");
        String author = workbook.people().getOrDefault(comment.attribute("personId", ""), "");
        String when = comment.attribute("dT", "");
        String id = comment.attribute("id", "");
        String thread = comment.attribute("parentId", id);
        if (comment.flag("done", false)) {
            done.put(thread, true);
        }
        threaded.add(cell);
        comment.each(child -> {
            if (child.name().equals("tc:text")) {
                comments.add(new Comment(cell, author, when, thread, child.text()));
            }
        });
    }

    private void note(Markup element) throws XMLStreamException, IOException {
        if (element.name().equals("x:author")) {
            authors.add(element.text());
        } else if (element.name().equals("x:comment")) {
            String cell = element.attribute("ref", "");
            int author = element.number("authorId", -1);
            String name = author >= 0 && author < authors.size() ? authors.get(author) : "";
            element.each(child -> {
                if (child.name().equals("x:text") && !threaded.contains(cell)) {
                    comments.add(new Comment(cell, name, "", "", SheetText.rich(child)));
                }
            });
        }
    }

    /// @param cell   empty where none is said
    /// @param thread its first comment's id; empty for a note
    private record Comment(String cell, String author, String when, String thread, String text) {}
}
