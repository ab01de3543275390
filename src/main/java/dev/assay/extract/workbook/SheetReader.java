package dev.assay.extract.workbook;

import dev.assay.document.Fact;
import dev.assay.document.Layer;
import dev.assay.document.Place;
import dev.assay.extract.draft.Piece;
import dev.assay.extract.office.References;
import dev.assay.extract.office.Shown;
import dev.assay.extract.xml.Markup;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/// Reads one sheet of a workbook: its cells, then header and footer, comments and drawings.
final class SheetReader {
    private final Workbook workbook;
    private final String part;
    private final String sheet;
    private final Layer layer;
    private final References references;
    private final List<Piece> after = new ArrayList<>();
    private final Place top;

    SheetReader(Workbook workbook, String part, String sheet, Layer layer) throws IOException {
        this.workbook = workbook;
        this.part = part;
        this.sheet = sheet;
        this.layer = layer;
        this.references = new References(workbook.source(), part, workbook.draft());
        this.top = new Place.Cell(sheet, "A1");
    }

    void read() throws IOException {
        SheetCells cells = new SheetCells(workbook, sheet, layer);
        List<String> drawings = new ArrayList<>();
        workbook.source().read(part, cells::latest, root -> root.each(section -> section(section, cells, drawings)));
        cells.end();
        after.forEach(piece -> piece.write(workbook.draft(), top, layer));
        comments();
        for (String drawing : drawings) {
            new SheetDrawing(workbook, drawing, sheet, layer).read();
        }
        references.remainingLinks(top);
    }

    private void section(Markup section, SheetCells cells, List<String> drawings)
            throws XMLStreamException, IOException {
        switch (section.name()) {
            case "x:cols" -> section.each(cells.hiding()::columns);
            case "x:sheetData" -> cells.rows(section);
            case "x:mergeCells" -> section.each(merge -> cells.merge(merge.attribute("ref", "")));
            case "x:hyperlinks" -> section.each(link -> references.links(link, at(link.attribute("ref"))));
            case "x:headerFooter" -> section.each(this::margin);
            case "x:drawing" -> references.part(section.attribute("r:id"), top).ifPresent(drawings::add);
            case "x:picture" -> references.image(section.attribute("r:id"), Shown.UNKNOWN, top);
            case "x:oleObjects" -> section.each(this::object);
            case "x:controls" -> section.eachInside(this::control);
            default -> {}
        }
    }

    private Place at(@Nullable String reference) {
        return reference == null || reference.isEmpty() ? top : new Place.Cell(sheet, reference);
    }

    private void margin(Markup margin) throws XMLStreamException {
        boolean header = margin.name().endsWith("Header");
        String words = SheetText.margin(margin.text());
        after.add(Piece.text(words, header ? Layer.HEADER : Layer.FOOTER));
    }

    private void object(Markup object) {
        String program = object.attribute("progId", "");
        if (object.attribute("link") != null) {
            workbook.draft()
                    .fact(new Fact.ExternalLink(Fact.ExternalLink.Kind.OBJECT, object.attribute("link", ""), top));
        }
        references.object(object.attribute("r:id"), program, top);
    }

    private void control(Markup control) {
        if (control.name().equals("x:control")) {
            String name = control.attribute("name", "");
            workbook.draft().fact(new Fact.ActiveContent(Fact.ActiveContent.Kind.OLE_OBJECT, name, top));
        }
    }

    /// Of a threaded comment, workbooks keep a second copy for older programs; it is passed over.
    private void comments() throws IOException {
        Set<String> threaded = new HashSet<>();
        for (String threads : workbook.source().targets(part, "threadedComment")) {
            workbook.source()
                    .read(
                            threads,
                            () -> top,
                            root -> root.each(comment -> {
                                threaded.add(comment.attribute("ref", ""));
                                comment(comment);
                            }));
        }
        for (String legacy : workbook.source().targets(part, "comments")) {
            workbook.source()
                    .read(
                            legacy,
                            () -> top,
                            root -> root.eachInside(element -> {
                                if (element.name().equals("x:comment")
                                        && !threaded.contains(element.attribute("ref", ""))) {
                                    comment(element);
                                }
                            }));
        }
    }

    private void comment(Markup comment) throws XMLStreamException, IOException {
        Place place = at(comment.attribute("ref"));
        comment.each(child -> {
            if (child.name().equals("tc:text")) {
                workbook.draft().paragraph(child.text(), place, Layer.COMMENT);
            } else if (child.name().equals("x:text")) {
                workbook.draft().paragraph(SheetText.rich(child), place, Layer.COMMENT);
            }
        });
    }
}
