package dev.assay.extract.workbook;

import dev.assay.document.Fact;
import dev.assay.document.Layer;
import dev.assay.document.Place;
import dev.assay.extract.draft.DocumentDraft;
import dev.assay.extract.office.References;
import dev.assay.extract.office.ShapeText;
import dev.assay.extract.office.Shown;
import dev.assay.extract.xml.Markup;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/// Reads what is drawn on a sheet: text boxes, images, charts, diagrams, each placed at the cell it starts in.
final class SheetDrawing {
    private final Workbook workbook;
    private final DocumentDraft draft;
    private final String part;
    private final String sheet;
    private final Layer layer;
    private final References references;
    private final List<String> images = new ArrayList<>();
    private Place place;
    private Shown shown = Shown.UNKNOWN;
    private boolean unseen;
    private @Nullable String alternative;

    SheetDrawing(Workbook workbook, String part, String sheet, Layer layer) throws IOException {
        this.workbook = workbook;
        this.draft = workbook.draft();
        this.part = part;
        this.sheet = sheet;
        this.layer = layer;
        this.references = new References(workbook.source(), part, draft);
        this.place = new Place.Cell(sheet, "A1");
    }

    void read() throws IOException {
        workbook.source().read(part, () -> place, root -> root.each(this::anchor));
        references.remainingLinks(new Place.Cell(sheet, "A1"));
    }

    private void anchor(Markup anchor) throws XMLStreamException, IOException {
        place = new Place.Cell(sheet, "A1");
        shown = Shown.UNKNOWN;
        images.clear();
        anchor.eachInside(this::element);
        for (String image : images) {
            references.image(image, shown, place);
        }
    }

    /// Tells a macro that a click starts; `[0]!` before its name means this workbook.
    static void macro(String name, Place place, DocumentDraft draft) {
        String plain = name.startsWith("[0]!") ? name.substring(4) : name;
        if (!plain.isBlank()) {
            draft.fact(new Fact.ActiveContent(Fact.ActiveContent.Kind.MACRO, plain, place));
        }
    }

    private void element(Markup element) throws XMLStreamException, IOException {
        macro(element.attribute("macro", ""), place, draft);
        link(element);
        switch (element.name()) {
            case "xdr:from" -> {
                Anchor anchor = new Anchor(sheet);
                anchor.corner(element);
                place = anchor.place();
            }
            case "xdr:to" -> element.text();
            case "a:ext", "xdr:ext" -> extent(element);
            case "xdr:cNvPr" -> described(element);
            case "xdr:pic" -> picture(element);
            case "xdr:sp", "xdr:cxnSp", "xdr:graphicFrame", "xdr:grpSp" -> shape(element);
            case "a:blip" -> images.add(element.attribute("r:embed", ""));
            case "adec:decorative" -> alternative = element.flag("val", false) ? "" : alternative;
            case "a:p" -> draft.paragraph(ShapeText.line(element), place, layer());
            case "c:chart" ->
                references
                        .chart(element.attribute("r:id"), place)
                        .ifPresent(chart -> chart.write(draft, place, layer()));
            case "cx:chart" ->
                references
                        .extendedChart(element.attribute("r:id"), place)
                        .ifPresent(chart -> chart.write(draft, place, layer()));
            case "dgm:relIds" ->
                references
                        .diagram(element.attribute("r:dm"), place)
                        .forEach(text -> draft.paragraph(text, place, layer()));
            default -> {}
        }
    }

    /// Extensions have the same name as extents, and no size.
    private void extent(Markup element) {
        if (element.attribute("cx") != null) {
            shown = Shown.ofExtent((double) element.wide("cx", 0), (double) element.wide("cy", 0));
        }
    }

    /// A picture is told when all of it is read: its size comes last.
    private void picture(Markup element) throws XMLStreamException, IOException {
        List<String> around = List.copyOf(images);
        Shown before = shown;
        images.clear();
        alternative = null;
        shape(element);
        for (String image : images) {
            references.image(image, shown.with(alternative), place);
        }
        images.clear();
        images.addAll(around);
        shown = before;
    }

    /// A shape or a group of them: hidden with the group around it, or by itself.
    private void shape(Markup element) throws XMLStreamException, IOException {
        boolean around = unseen;
        element.eachInside(this::element);
        unseen = around;
    }

    private Layer layer() {
        return unseen ? Layer.HIDDEN : layer;
    }

    private void link(Markup element) {
        String fragment = references.fragment(element.attribute("r:id"));
        if (fragment.isEmpty()) {
            references.links(element, place);
        } else {
            workbook.links().add(fragment, sheet, place);
        }
    }

    /// Objects and controls are drawn twice: in the older drawing, which is what is seen, and here, where they are
    /// said to be hidden and only name their twin (MS-ODRAWXML, 2.2.2.2).
    private void described(Markup properties) throws XMLStreamException, IOException {
        String description = properties.attribute("descr", "");
        String words = description.isBlank() ? properties.attribute("title", "") : description;
        alternative = words.isBlank() ? null : words.strip();
        draft.paragraph(words, place, Layer.ALT_TEXT);
        boolean[] hidden = {properties.flag("hidden", false)};
        properties.eachInside(inside -> {
            hidden[0] &= !inside.name().equals("a14:compatExt");
            element(inside);
        });
        if (hidden[0]) {
            unseen = true;
            draft.fact(new Fact.Hidden(Fact.Hidden.Kind.SHAPE, "", place));
        }
    }
}
