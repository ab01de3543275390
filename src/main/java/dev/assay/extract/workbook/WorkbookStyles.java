package dev.assay.extract.workbook;

import dev.assay.document.Place;
import dev.assay.extract.number.DisplayedNumber;
import dev.assay.extract.office.OfficePackage;
import dev.assay.extract.workbook.WorkbookColours.Name;
import dev.assay.extract.xml.Markup;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;

/// The cell formats of a workbook: number format, font and visibility of each style index.
final class WorkbookStyles {
    private static final Format GENERAL = new Format("", "", Seen.WELL);
    private static final Font USUAL = new Font("", Name.AUTOMATIC, Double.MAX_VALUE);
    private static final double TINY = 2;

    private final WorkbookColours colours;
    private final Map<Integer, String> codes = new HashMap<>();
    private final List<Font> fonts = new ArrayList<>();
    private final List<Fill> fills = new ArrayList<>();
    private final List<Ids> ids = new ArrayList<>();
    private final List<Format> formats = new ArrayList<>();

    private WorkbookStyles(WorkbookColours colours) {
        this.colours = colours;
    }

    static WorkbookStyles read(OfficePackage source, String main) throws IOException {
        WorkbookStyles styles = new WorkbookStyles(WorkbookColours.read(source, main));
        for (String part : source.targets(main, "styles")) {
            source.read(part, Place.Whole::new, root -> root.each(styles::section));
        }
        // The palette, by which colours are told, is the last that is read.
        styles.ids.forEach(each -> styles.formats.add(styles.format(each)));
        return styles;
    }

    /// The format of a style index; the general one where there is none.
    Format format(int index) {
        return index >= 0 && index < formats.size() ? formats.get(index) : GENERAL;
    }

    private void section(Markup section) throws XMLStreamException, IOException {
        switch (section.name()) {
            case "x:numFmts" ->
                section.each(each -> codes.put(each.number("numFmtId", -1), each.attribute("formatCode", "")));
            case "x:fonts" -> section.each(this::font);
            case "x:fills" -> section.each(this::fill);
            case "x:cellXfs" ->
                section.each(each -> ids.add(
                        new Ids(each.number("numFmtId", 0), each.number("fontId", 0), each.number("fillId", 0))));
            case "x:colors" ->
                section.each(each -> {
                    if (each.name().equals("x:indexedColors")) {
                        colours.palette(each);
                    }
                });
            default -> {}
        }
    }

    private void font(Markup font) throws XMLStreamException, IOException {
        Font[] read = {USUAL};
        font.each(child -> read[0] = read[0].with(child));
        fonts.add(read[0]);
    }

    private void fill(Markup fill) throws XMLStreamException, IOException {
        Fill[] read = {Fill.NONE};
        fill.each(pattern -> {
            if (!pattern.name().equals("x:patternFill")) {
                read[0] = Fill.UNKNOWN;
                return;
            }
            String type = pattern.attribute("patternType", "none");
            read[0] = type.equals("none") ? Fill.NONE : Fill.UNKNOWN;
            pattern.each(colour -> {
                if (type.equals("solid") && colour.name().equals("x:fgColor")) {
                    read[0] = new Fill(Fill.Kind.SOLID, Name.of(colour));
                }
            });
        });
        fills.add(read[0]);
    }

    private Format format(Ids each) {
        Font font = each.font >= 0 && each.font < fonts.size() ? fonts.get(each.font) : USUAL;
        Fill fill = each.fill >= 0 && each.fill < fills.size() ? fills.get(each.fill) : Fill.NONE;
        String code = DisplayedNumber.code(each.number, codes.getOrDefault(each.number, ""));
        return new Format(code, font.name, font.size < TINY ? Seen.TINY : seen(font, fill));
    }

    private Seen seen(Font font, Fill fill) {
        int text = colours.of(font.colour);
        return switch (fill.kind) {
            case NONE -> WorkbookColours.same(text, WorkbookColours.WHITE) ? Seen.WHITE_ON_NOTHING : Seen.WELL;
            case SOLID -> WorkbookColours.same(text, colours.of(fill.colour)) ? Seen.IN_THE_FILLS_COLOUR : Seen.WELL;
            case UNKNOWN -> Seen.WELL;
        };
    }

    /// A cell format.
    ///
    /// @param code the number format's code, empty for the general one
    /// @param font empty where none is said
    record Format(String code, String font, Seen seen) {}

    /// How well a cell's text is seen.
    enum Seen {
        WELL,
        TINY,
        /// What a table's own style lies under, which may well be dark.
        WHITE_ON_NOTHING,
        IN_THE_FILLS_COLOUR
    }

    private record Ids(int number, int font, int fill) {}

    private record Font(String name, Name colour, double size) {
        Font with(Markup property) {
            return switch (property.name()) {
                case "x:name" -> new Font(property.attribute("val", ""), colour, size);
                case "x:color" -> new Font(name, Name.of(property), size);
                case "x:sz" -> new Font(name, colour, points(property.attribute("val", "")));
                default -> this;
            };
        }

        private static double points(String size) {
            try {
                return Double.parseDouble(size);
            } catch (NumberFormatException e) {
                return Double.MAX_VALUE;
            }
        }
    }

    private record Fill(Kind kind, Name colour) {
        static final Fill NONE = new Fill(Kind.NONE, Name.AUTOMATIC);
        static final Fill UNKNOWN = new Fill(Kind.UNKNOWN, Name.AUTOMATIC);

        enum Kind {
            NONE,
            SOLID,
            /// A pattern of two colours, or colours that run into each other.
            UNKNOWN
        }
    }
}
