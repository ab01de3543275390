package dev.assay.extract.pdf.page;

import dev.assay.extract.pdf.layout.PdfText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.font.PDCIDSystemInfo;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.pdmodel.font.PDSimpleFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.apache.pdfbox.pdmodel.font.encoding.GlyphList;
import org.apache.pdfbox.util.Vector;

/// What the codes of one font stand for and how wide their glyphs are, looked up once each.
final class GlyphTable {
    private static final Pattern SUBSET = Pattern.compile("^[A-Z]{6}\\+");
    private static final Pattern HEAVY = Pattern.compile("bold|black|heavy|demi|cmbx|medi$");
    private static final float ASCENT = 0.8f;
    private static final float DESCENT = 0.2f;
    private static final int BLOCK = 256;
    private static final int MOST_IN_BLOCKS = 1 << 16;
    /// By names that Adobe's list does not hold, such as those of TeX.
    private static final GlyphList NAMES = names();

    final boolean bold;
    final boolean vertical;
    final boolean drawn;
    final float ascent;
    final float descent;
    /// Width of a blank in type sizes.
    final float space;
    /// Type size in units of the font size that the page sets, 1 for all but fonts drawn by instructions.
    final float scale;

    private final PDFont font;
    private final PdfFonts.Use use;
    private final boolean twoBytes;
    private final boolean oneByte;
    /// Whether glyphs are numbered by a font that is not there: any other font's numbers mean other letters.
    private final boolean guessed;
    private final Glyph[][] blocks = new Glyph[MOST_IN_BLOCKS / BLOCK][];
    private final Map<Integer, Glyph> others = new HashMap<>();

    /// What one code stands for.
    ///
    /// @param text  letters, or a single space; empty where nothing is known
    /// @param width how far the next glyph stands, in type sizes
    /// @param down  the same for text that runs down, below 0
    /// @param known whether the file tells what it stands for
    record Glyph(String text, float width, float down, boolean known) {}

    GlyphTable(PDFont font, PdfFonts.Use use) {
        this.font = font;
        this.use = use;
        this.vertical = font.isVertical();
        this.drawn = font instanceof PDType3Font;
        PDFontDescriptor descriptor = font.getFontDescriptor();
        this.bold = isBold(descriptor);
        float up = descriptor == null ? 0 : descriptor.getAscent() / 1000;
        float low = descriptor == null ? 0 : -descriptor.getDescent() / 1000;
        this.ascent = up >= 0.4f && up <= 1.2f ? up : ASCENT;
        this.descent = low > 0 && low <= 0.5f ? low : DESCENT;
        this.space = space();
        this.scale = scale();
        this.oneByte = font instanceof PDSimpleFont;
        this.twoBytes = font instanceof PDType0Font composite
                && composite.getCMap() != null
                && String.valueOf(composite.getCMap().getName()).startsWith("Identity-");
        this.guessed = twoBytes
                && !font.isEmbedded()
                && !font.getCOSObject().containsKey(COSName.TO_UNICODE)
                && !isOfCollection(font);
    }

    /// Whether glyphs are numbered as in one of Adobe's collections for East Asian scripts.
    private static boolean isOfCollection(PDFont font) {
        PDCIDSystemInfo numbering = font instanceof PDType0Font composite
                ? composite.getDescendantFont().getCIDSystemInfo()
                : null;
        return numbering != null && !"Identity".equals(numbering.getOrdering());
    }

    private static GlyphList names() {
        try (InputStream more =
                GlyphList.class.getResourceAsStream("/org/apache/pdfbox/resources/glyphlist/additional.txt")) {
            return more == null ? GlyphList.getAdobeGlyphList() : new GlyphList(GlyphList.getAdobeGlyphList(), more);
        } catch (IOException e) {
            return GlyphList.getAdobeGlyphList();
        }
    }

    /// A font's name without the mark of a subset.
    static String plainName(PDFont font) {
        String name = font.getName();
        return name == null || name.isBlank() ? "unnamed" : SUBSET.matcher(name).replaceFirst("");
    }

    private boolean isBold(PDFontDescriptor descriptor) {
        boolean heavy = descriptor != null && (descriptor.getFontWeight() >= 600 || descriptor.isForceBold());
        return heavy || HEAVY.matcher(plainName(font).toLowerCase(Locale.ROOT)).find();
    }

    private float space() {
        float unit = drawn ? Math.abs(font.getFontMatrix().getScaleX()) : 0.001f;
        float width = 0;
        try {
            width = font.getSpaceWidth() * unit;
            // The average is wider than a blank.
            width = width == 0 ? font.getAverageFontWidth() * unit * 0.8f : width;
        } catch (RuntimeException e) {
            // A font whose widths are broken has no width of a blank either.
            width = 0;
        }
        return width == 0 ? 1 : Math.abs(width);
    }

    /// The height of a drawn font's glyphs decides how large it is; its own units may be anything.
    private float scale() {
        if (!(font instanceof PDType3Font type3)) {
            return 1;
        }
        float height = Math.abs(type3.getFontMatrix().getScaleY());
        float box = type3.getFontBBox() == null ? 0 : type3.getFontBBox().getHeight() * height;
        float size = box > 0 ? box / (ASCENT + DESCENT) : space * 3;
        return size > 0.0001f && size < 10_000 ? size : 1;
    }

    /// Counts a glyph that is shown.
    void count(Glyph glyph) {
        use.count(glyph.known());
    }

    /// How many bytes the code at an offset has.
    int length(byte[] codes, int at) {
        if (oneByte) {
            return 1;
        }
        if (twoBytes) {
            return Math.min(2, codes.length - at);
        }
        try {
            ByteArrayInputStream in = new ByteArrayInputStream(codes, at, codes.length - at);
            font.readCode(in);
            return Math.max(1, codes.length - at - in.available());
        } catch (IOException e) {
            return codes.length - at;
        }
    }

    /// The code at an offset.
    int code(byte[] codes, int at, int length) {
        int code = 0;
        for (int i = at; i < at + length; i++) {
            code = code << 8 | (codes[i] & 0xFF);
        }
        return code;
    }

    Glyph glyph(int code) {
        if (code < 0 || code >= MOST_IN_BLOCKS) {
            return others.computeIfAbsent(code, this::look);
        }
        Glyph[] block = blocks[code / BLOCK];
        if (block == null) {
            block = new Glyph[BLOCK];
            blocks[code / BLOCK] = block;
        }
        Glyph glyph = block[code % BLOCK];
        if (glyph == null) {
            glyph = look(code);
            block[code % BLOCK] = glyph;
        }
        return glyph;
    }

    private Glyph look(int code) {
        String unicode = unicode(code);
        boolean known = unicode != null && unicode.indexOf('\uFFFD') < 0 && !isPrivate(unicode);
        String text = unicode;
        if (unicode == null) {
            // Viewers show the codes of simple fonts as characters, and nothing for others.
            text = oneByte ? String.valueOf((char) code) : "";
        }
        float width = 0;
        float down = 0;
        try {
            Vector next = font.getDisplacement(code);
            width = next.getX();
            down = next.getY();
        } catch (IOException | RuntimeException e) {
            // A glyph whose width is broken stands on top of the next.
            width = 0;
        }
        return new Glyph(PdfText.letters(text), width, down, known);
    }

    private String unicode(int code) {
        if (guessed) {
            return null;
        }
        try {
            String unicode = font.toUnicode(code, NAMES);
            return unicode == null || unicode.isEmpty() ? null : unicode;
        } catch (RuntimeException e) {
            // A broken map tells nothing.
            return null;
        }
    }

    private static boolean isPrivate(String unicode) {
        int point = unicode.codePointAt(0);
        // Symbol fonts map their bullets to U+F0xx by convention.
        return Character.getType(point) == Character.PRIVATE_USE && (point < 0xF000 || point > 0xF0FF);
    }
}
