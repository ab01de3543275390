package dev.assay.extract.workbook;

import dev.assay.document.Block;
import dev.assay.document.Document;
import dev.assay.document.Extraction;
import dev.assay.document.Extraction.Extracted;
import dev.assay.document.Fact;
import dev.assay.document.Layer;
import dev.assay.document.Place;
import dev.assay.extract.draft.ContainerLimits;
import dev.assay.extract.draft.DocumentDraft;
import dev.assay.extract.draft.Reader;
import dev.assay.extract.xml.Markup;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;

/// OpenDocument workbooks (ods): each sheet a table, each cell at its place, values as displayed and as stored.
/// What lies beside the sheets is told by another reader.
public final class OpenWorkbookReader implements Reader {
    public static final Set<String> MEDIA_TYPES = Set.of(
            "application/vnd.oasis.opendocument.spreadsheet",
            "application/vnd.oasis.opendocument.spreadsheet-template");

    private static final String NAME = "ods 1";

    private final ContainerLimits limits;
    private final Reader others;

    /// @param others reads properties, macros, links and embedded files of OpenDocument files
    public OpenWorkbookReader(ContainerLimits limits, Reader others) {
        this.limits = limits;
        this.others = others;
    }

    @Override
    public Extraction read(Path file, String mediaType) throws IOException {
        Extraction read = others.read(file, mediaType);
        if (!(read instanceof Extracted(Document beside))) {
            return read;
        }
        DocumentDraft draft = new DocumentDraft();
        Set<String> linked = new HashSet<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            new Sheets(zip, draft, linked).read();
        } catch (XMLStreamException e) {
            // The other reader says that a part is not well-formed, and has what could be read before.
            return read;
        }
        embedded(beside, draft);
        for (Fact fact : beside.facts()) {
            if (fact instanceof Fact.ExternalLink link && link.place() instanceof Place.Paragraph) {
                if (linked.add(link.target())) {
                    draft.fact(new Fact.ExternalLink(link.kind(), link.target(), new Place.Whole()));
                }
            } else if (!isOfSheets(fact)) {
                draft.fact(fact);
            }
        }
        beside.gaps().forEach(gap -> draft.gap(gap.reason(), gap.place(), gap.detail()));
        return new Extracted(draft.finish(mediaType, NAME));
    }

    /// What the other reader tells of rows, columns and sheets has no exact place.
    private static boolean isOfSheets(Fact fact) {
        return fact instanceof Fact.Hidden hidden && hidden.place() instanceof Place.Cell;
    }

    /// Files inside the file that the other reader has read.
    private static void embedded(Document beside, DocumentDraft draft) {
        for (Block block : beside.blocks()) {
            if (block.place() instanceof Place.Part) {
                draft.paragraph(beside.text(block), block.place(), block.layer());
            }
        }
    }

    /// The sheets of one workbook.
    private final class Sheets {
        private final ZipFile zip;
        private final DocumentDraft draft;
        private final Set<String> linked;
        private final CellBudget budget = new CellBudget(limits.cells());
        private final Set<String> unseenStyles = new HashSet<>();
        private String style = "";
        private int count;

        Sheets(ZipFile zip, DocumentDraft draft, Set<String> linked) {
            this.linked = linked;
            this.zip = zip;
            this.draft = draft;
        }

        void read() throws IOException, XMLStreamException {
            ZipEntry content = zip.getEntry("content.xml");
            if (content != null) {
                try (Markup part = new Markup(zip.getInputStream(content))) {
                    part.eachInside(this::element);
                }
            }
            draft.fact(new Fact.Count(Fact.Count.Unit.SHEETS, count));
        }

        private void element(Markup element) throws XMLStreamException, IOException {
            switch (element.name()) {
                case "style:style" -> style = element.attribute("style:name", "");
                case "style:table-properties" -> {
                    if ("false".equals(element.attribute("table:display"))) {
                        unseenStyles.add(style);
                    }
                }
                // Cells as they were before a change, which no sheet shows.
                case "table:tracked-changes" -> element.each(change -> {});
                case "table:named-range" ->
                    name(element, OpenFormula.range(element.attribute("table:cell-range-address", "")));
                case "table:named-expression" ->
                    name(element, OpenFormula.plain(element.attribute("table:expression", "")));
                case "table:table" -> sheet(element);
                default -> {}
            }
        }

        private void name(Markup element, String refersTo) {
            draft.fact(new Fact.DefinedName(element.attribute("table:name", ""), refersTo, false));
        }

        private void sheet(Markup table) throws XMLStreamException, IOException {
            String name = table.attribute("table:name", "");
            boolean hidden = unseenStyles.contains(table.attribute("table:style-name", ""));
            Layer layer = hidden ? Layer.HIDDEN : Layer.BODY;
            if (hidden) {
                draft.fact(new Fact.Hidden(Fact.Hidden.Kind.SHEET, name, new Place.Cell(name, "A1")));
            }
            count++;
            for (OpenSheet.Drawn drawn : new OpenSheet(draft, budget, name, layer, linked).read(table)) {
                draw(drawn, layer);
            }
        }

        private void draw(OpenSheet.Drawn drawn, Layer layer) throws IOException {
            for (OpenDrawing.Text text : drawn.drawing().texts()) {
                draft.paragraph(text.words(), drawn.place(), text.layer() == Layer.BODY ? layer : text.layer());
            }
            for (String object : drawn.drawing().objects()) {
                new OpenChart(zip, draft, budget).read(object, drawn.place(), layer);
            }
        }
    }
}
