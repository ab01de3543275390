package dev.assay.extract.pdf.page;

import dev.assay.document.Fact;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/// The fonts of a file: their tables while they are in use, and what is told of them in the end.
final class PdfFonts {
    /// Fonts are large; what was not used for long is looked up anew.
    private static final int MOST_TABLES = 200;
    private static final int MOST_NAMES = 1_000;
    /// One in so many glyphs may be unknown in a font that tells its characters.
    private static final int EXCEPTIONS = 50;

    private final Map<COSDictionary, GlyphTable> tables = new LinkedHashMap<>(32, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<COSDictionary, GlyphTable> eldest) {
            return size() > MOST_TABLES;
        }
    };
    private final Map<String, Use> uses = new TreeMap<>();
    private final GlyphTable standard = new GlyphTable(new PDType1Font(Standard14Fonts.FontName.HELVETICA), new Use());

    /// How a font of one name is used.
    static final class Use {
        private boolean embedded = true;
        private long shown;
        private long unknown;

        void count(boolean known) {
            shown++;
            unknown += known ? 0 : 1;
        }
    }

    /// For text that is shown before any font is set.
    GlyphTable standard() {
        return standard;
    }

    GlyphTable table(PDFont font) {
        GlyphTable table = tables.get(font.getCOSObject());
        if (table == null) {
            table = new GlyphTable(font, use(font));
            tables.put(font.getCOSObject(), table);
        }
        return table;
    }

    private Use use(PDFont font) {
        String name = GlyphTable.plainName(font);
        Use use = uses.size() < MOST_NAMES ? uses.computeIfAbsent(name, key -> new Use()) : uses.get(name);
        Use known = use == null ? new Use() : use;
        known.embedded &= font.isEmbedded();
        return known;
    }

    /// In order of their names; at most a thousand.
    List<Fact.Font> facts() {
        return uses.entrySet().stream()
                .map(entry -> {
                    Use use = entry.getValue();
                    return new Fact.Font(entry.getKey(), use.embedded, use.unknown <= use.shown / EXCEPTIONS);
                })
                .toList();
    }
}
