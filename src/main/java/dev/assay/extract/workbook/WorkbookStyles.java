package dev.assay.extract.workbook;

import dev.assay.document.Place;
import dev.assay.extract.number.DisplayedNumber;
import dev.assay.extract.office.OfficePackage;
import dev.assay.extract.xml.Markup;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;

/// The cell formats of a workbook: number format and font of each style index.
final class WorkbookStyles {
    private static final Format GENERAL = new Format("", "");

    private final Map<Integer, String> codes = new HashMap<>();
    private final List<String> fonts = new ArrayList<>();
    private final List<Format> formats = new ArrayList<>();

    static WorkbookStyles read(OfficePackage source, String main) throws IOException {
        WorkbookStyles styles = new WorkbookStyles();
        for (String part : source.targets(main, "styles")) {
            source.read(part, Place.Whole::new, root -> root.each(styles::section));
        }
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
            case "x:cellXfs" -> section.each(this::format);
            default -> {}
        }
    }

    private void font(Markup font) throws XMLStreamException, IOException {
        fonts.add("");
        font.each(child -> {
            if (child.name().equals("x:name")) {
                fonts.set(fonts.size() - 1, child.attribute("val", ""));
            }
        });
    }

    private void format(Markup format) {
        int number = format.number("numFmtId", 0);
        int font = format.number("fontId", 0);
        String name = font >= 0 && font < fonts.size() ? fonts.get(font) : "";
        formats.add(new Format(DisplayedNumber.code(number, codes.getOrDefault(number, "")), name));
    }

    /// A cell format.
    ///
    /// @param code the number format's code, empty for the general one
    /// @param font empty where none is said
    record Format(String code, String font) {}
}
