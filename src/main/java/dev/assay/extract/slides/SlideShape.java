package dev.assay.extract.slides;

import dev.assay.document.Gap;
import dev.assay.document.Layer;
import dev.assay.document.Place;
import dev.assay.extract.draft.DocumentDraft;
import dev.assay.extract.draft.Piece;
import dev.assay.extract.office.References;
import dev.assay.extract.office.ShapeText;
import dev.assay.extract.office.Shown;
import dev.assay.extract.xml.Markup;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/// A shape of a slide being collected: its texts and what else it shows.
final class SlideShape {
    private final int slide;
    private final References references;
    private final DocumentDraft draft;
    private final Consumer<String> fonts;
    private final List<Line> lines = new ArrayList<>();
    private final List<Piece> pieces = new ArrayList<>();
    private final List<String> images = new ArrayList<>();
    private SlideBullets bullets = SlideBullets.NONE;
    private @Nullable String name;
    private String description = "";
    private @Nullable SlidePlaceholder placeholder;
    private @Nullable SlideBox box;
    private boolean hidden;
    private boolean image;

    SlideShape(int slide, References references, DocumentDraft draft, Consumer<String> fonts) {
        this.slide = slide;
        this.references = references;
        this.draft = draft;
        this.fonts = fonts;
    }

    /// Reads the shape at hand (`p:sp`, `p:pic`, `p:graphicFrame`, `p:cxnSp`).
    void read(Markup shape) throws XMLStreamException, IOException {
        shape.eachInside(this::element);
        Shown shown = box == null ? Shown.UNKNOWN : box.shown();
        for (String each : images) {
            references.image(each, shown, place());
        }
    }

    Place.Slide place() {
        return new Place.Slide(slide, name == null ? "" : name);
    }

    @Nullable
    SlidePlaceholder placeholder() {
        return placeholder;
    }

    /// Where the shape says it is, in its group's measures.
    Optional<SlideBox> box() {
        return Optional.ofNullable(box);
    }

    boolean hidden() {
        return hidden;
    }

    boolean image() {
        return image;
    }

    /// All its text on one line.
    String title() {
        return String.join(" ", lines.stream().map(Line::text).toList())
                .replace('\n', ' ')
                .strip();
    }

    boolean holdsText() {
        return !title().isEmpty() || !pieces.isEmpty();
    }

    /// Writes its texts, tables, charts and description.
    void write(Layer layer, SlideTemplate template) {
        for (Line line : lines) {
            boolean listed = line.bullet()
                    .or(() -> bullets.at(line.level))
                    .orElseGet(() -> template.bullet(placeholder, line.level));
            if (listed) {
                draft.listItem(line.level + 1, line.text, place(), layer);
            } else {
                draft.paragraph(line.text, place(), layer);
            }
        }
        writeRest(layer);
    }

    /// Writes what is not text lines.
    void writeRest(Layer layer) {
        pieces.forEach(piece -> piece.write(draft, place(), layer));
        draft.paragraph(description, place(), Layer.ALT_TEXT);
    }

    private void element(Markup element) throws XMLStreamException, IOException {
        references.links(element, place());
        switch (element.name()) {
            case "p:cNvPr" -> described(element);
            case "p:ph" -> placeholder = SlidePlaceholder.read(element);
            case "a:xfrm", "p:xfrm" -> box = box == null ? SlideBox.read(element) : box;
            case "a:lstStyle" -> bullets = SlideBullets.read(element);
            case "a:p" -> lines.add(line(element));
            case "a:tbl" -> pieces.add(table(element));
            case "a:blip" -> picture(element);
            case "c:chart" ->
                references.chart(element.attribute("r:id"), place()).ifPresent(pieces::add);
            case "cx:chart" -> draft.gap(Gap.Reason.SKIPPED_PART, place(), "A chart of a newer kind was not read.");
            case "dgm:relIds" ->
                references.diagram(element.attribute("r:dm"), place()).forEach(text -> pieces.add(Piece.text(text)));
            case "p:oleObj" -> references.object(element.attribute("r:id"), element.attribute("progId", ""), place());
            default -> {}
        }
    }

    private void described(Markup properties) {
        if (name != null) {
            return;
        }
        name = properties.attribute("name", "");
        hidden = properties.flag("hidden", false);
        String words = properties.attribute("descr", "");
        description = words.isBlank() ? properties.attribute("title", "") : words;
    }

    /// The size of the shape stands after its image.
    private void picture(Markup blip) {
        image = true;
        images.add(blip.attribute("r:embed", ""));
    }

    private Line line(Markup paragraph) throws XMLStreamException, IOException {
        StringBuilder text = new StringBuilder();
        Line[] line = {new Line("", 0, null)};
        paragraph.eachInside(element -> {
            references.links(element, place());
            switch (element.name()) {
                case "a:pPr" -> line[0] = new Line("", Math.clamp(element.number("lvl", 0), 0, 8), line[0].own);
                case "a:latin" -> fonts.accept(element.attribute("typeface", ""));
                case "a:endParaRPr" -> element.text();
                default -> {
                    var bullet = SlideBullets.of(element.name());
                    line[0] = new Line("", line[0].level, bullet.orElse(line[0].own));
                    ShapeText.append(text, element);
                }
            }
        });
        return new Line(text.toString(), line[0].level, line[0].own);
    }

    private Piece table(Markup element) throws XMLStreamException, IOException {
        SlideTable table = new SlideTable();
        element.each(row -> {
            if (row.name().equals("a:tr")) {
                table.startRow();
                row.each(cell -> cell(cell, table));
            }
        });
        return table;
    }

    private void cell(Markup cell, SlideTable table) throws XMLStreamException, IOException {
        if (!cell.name().equals("a:tc")) {
            return;
        }
        boolean merged = cell.flag("hMerge", false) || cell.flag("vMerge", false);
        int rowSpan = cell.number("rowSpan", 1);
        int columnSpan = cell.number("gridSpan", 1);
        List<String> texts = new ArrayList<>();
        cell.eachInside(inside -> {
            references.links(inside, place());
            if (inside.name().equals("a:p")) {
                texts.add(line(inside).text);
            }
        });
        table.cell(String.join("\n", texts).strip(), rowSpan, columnSpan, merged);
    }

    /// A paragraph.
    ///
    /// @param level counted from 0
    /// @param own   whether it has a bullet; null where it does not say
    private record Line(String text, int level, @Nullable Boolean own) {
        Optional<Boolean> bullet() {
            return Optional.ofNullable(own);
        }
    }
}
