package dev.assay.extract.workbook;

import dev.assay.document.Place;
import dev.assay.extract.office.OfficePackage;
import dev.assay.extract.xml.Markup;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.xssf.usermodel.DefaultIndexedColorMap;

/// The colours that a workbook names by number: those of its theme and its palette.
final class WorkbookColours {
    static final int UNKNOWN = -1;
    static final int WHITE = 0xFFFFFF;
    static final int BLACK = 0;

    /// Two colours that differ by less in each part are told apart by no eye.
    private static final int NOTHING = 3;

    /// The order in which cells count the theme's colours (light and dark are exchanged).
    private static final List<String> THEME = List.of(
            "a:lt1",
            "a:dk1",
            "a:lt2",
            "a:dk2",
            "a:accent1",
            "a:accent2",
            "a:accent3",
            "a:accent4",
            "a:accent5",
            "a:accent6",
            "a:hlink",
            "a:folHlink");

    private final Map<String, Integer> theme = new TreeMap<>();
    private final List<Integer> palette = new ArrayList<>();

    /// Reads the theme of a workbook.
    static WorkbookColours read(OfficePackage source, String main) throws IOException {
        WorkbookColours colours = new WorkbookColours();
        for (String part : source.targets(main, "theme")) {
            source.read(
                    part,
                    Place.Whole::new,
                    root -> root.eachInside(element -> {
                        if (THEME.contains(element.name())) {
                            colours.themeColour(element);
                        }
                    }));
        }
        return colours;
    }

    /// Reads the palette at hand (`x:indexedColors`), which replaces the usual one.
    void palette(Markup colours) throws XMLStreamException, IOException {
        colours.each(each -> palette.add(hexadecimal(each.attribute("rgb", ""))));
    }

    /// A colour as 0xRRGGBB; [#UNKNOWN] where it is none.
    int of(Name name) {
        int plain = plain(name);
        return plain == UNKNOWN || name.tint == 0 ? plain : tinted(plain, name.tint);
    }

    /// Whether two colours look the same.
    static boolean same(int one, int other) {
        return one != UNKNOWN
                && other != UNKNOWN
                && isNear(one >> 16, other >> 16)
                && isNear(one >> 8, other >> 8)
                && isNear(one, other);
    }

    private int plain(Name name) {
        if (name.automatic) {
            return BLACK;
        }
        if (!name.hexadecimal.isEmpty()) {
            return hexadecimal(name.hexadecimal);
        }
        if (name.theme >= 0) {
            return name.theme < THEME.size() ? theme.getOrDefault(THEME.get(name.theme), UNKNOWN) : UNKNOWN;
        }
        return indexed(name.indexed);
    }

    private int indexed(int index) {
        if (index >= 0 && index < palette.size()) {
            return palette.get(index);
        }
        byte[] usual = DefaultIndexedColorMap.getDefaultRGB(index);
        return usual == null ? UNKNOWN : (usual[0] & 0xFF) << 16 | (usual[1] & 0xFF) << 8 | (usual[2] & 0xFF);
    }

    private void themeColour(Markup slot) throws XMLStreamException, IOException {
        String name = slot.name();
        slot.each(colour -> theme.putIfAbsent(
                name,
                hexadecimal(
                        colour.name().equals("a:sysClr")
                                ? colour.attribute("lastClr", "")
                                : colour.attribute("val", ""))));
    }

    /// Six digits, or eight with the opacity first.
    private static int hexadecimal(String digits) {
        String six = digits.length() == 8 ? digits.substring(2) : digits;
        try {
            return six.length() == 6 ? HexFormat.fromHexDigits(six) : UNKNOWN;
        } catch (IllegalArgumentException e) {
            return UNKNOWN;
        }
    }

    private static int tinted(int colour, double tint) {
        return part(colour >> 16, tint) << 16 | part(colour >> 8, tint) << 8 | part(colour, tint);
    }

    private static int part(int colour, double tint) {
        int part = colour & 0xFF;
        return (int) Math.round(tint < 0 ? part * (1 + tint) : part + (255 - part) * tint);
    }

    private static boolean isNear(int one, int other) {
        return Math.abs((one & 0xFF) - (other & 0xFF)) < NOTHING;
    }

    /// A colour as a file names it.
    ///
    /// @param hexadecimal six or eight digits; empty where it is named otherwise
    /// @param theme       its number in the theme, or [#UNKNOWN]
    /// @param indexed     its number in the palette, or [#UNKNOWN]
    /// @param tint        -1 for black to 1 for white
    record Name(boolean automatic, String hexadecimal, int theme, int indexed, double tint) {
        static final Name AUTOMATIC = new Name(true, "", UNKNOWN, UNKNOWN, 0);

        /// The colour at hand (`x:color`, `x:fgColor`).
        static Name of(Markup colour) {
            return new Name(
                    colour.flag("auto", false),
                    colour.attribute("rgb", ""),
                    colour.number("theme", UNKNOWN),
                    colour.number("indexed", UNKNOWN),
                    tint(colour.attribute("tint", "0")));
        }

        private static double tint(String text) {
            try {
                double tint = Double.parseDouble(text);
                return tint >= -1 && tint <= 1 ? tint : 0;
            } catch (NumberFormatException e) {
                return 0;
            }
        }
    }
}
