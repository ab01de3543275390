package dev.assay.extract.word;

import dev.assay.document.Place;
import dev.assay.extract.office.Colour;
import dev.assay.extract.office.OfficePackage;
import dev.assay.extract.office.RunFormat;
import dev.assay.extract.office.ThemeFonts;
import dev.assay.extract.xml.Markup;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/// The styles of a text document: what a paragraph or run inherits from the style it names.
final class WordStyles {
    private static final int BODY_TEXT = 9;
    private static final Pattern HEADING_NAME = Pattern.compile("heading ([1-9])");
    private static final Pattern LIST_NAME = Pattern.compile("list (?:bullet|number) ([2-9])");

    /// Word's own ids of heading styles in several languages, for documents without a style part.
    private static final Pattern HEADING_ID =
            Pattern.compile("(?:heading|berschrift|überschrift|titre|ttulo|título|titolo"
                    + "|kop|rubrik|overskrift|otsikko|nagwek|nagłówek|nadpis|заголовок)\\s?([1-9])");

    private final Map<String, Style> styles = new HashMap<>();
    private final Map<String, RunFormat> formats = new HashMap<>();
    private final Map<String, RunFormat> paragraphFormats = new HashMap<>();
    private String defaultParagraph = "";
    private RunFormat defaults = RunFormat.EMPTY;

    /// Reads the styles of a document; without a style part only ids tell what a style is.
    static WordStyles read(OfficePackage source, String mainPart, ThemeFonts theme) throws IOException {
        WordStyles styles = new WordStyles();
        for (String part : source.targets(mainPart, "styles")) {
            source.read(part, Place.Whole::new, root -> root.each(child -> styles.add(child, theme)));
        }
        return styles;
    }

    /// The heading level of a paragraph style, 1 to 9; 0 where it is no heading.
    int headingLevel(String styleId) {
        Integer level = inherited(styleId, WordStyles::ownLevel);
        if (level != null) {
            return level;
        }
        return styles.containsKey(styleId) ? 0 : levelOfId(styleId);
    }

    /// The list that a style belongs to (`w:numId`); 0 where it belongs to none.
    int list(String styleId) {
        Integer number = inherited(styleId, style -> style.number);
        return number == null ? 0 : number;
    }

    /// The level, from 0, that paragraphs of a style have in its list: the one that the list's definition names
    /// the style or one it is made from for, else the one that the style says, else the one that its name tells.
    int level(String styleId, int list, WordNumbering numbering) {
        Integer named = inherited(styleId, style -> numbering.levelOfStyle(list, style.id));
        Integer said = named == null ? inherited(styleId, style -> style.level) : named;
        return said == null ? levelOfName(styleId) : said;
    }

    private int levelOfName(String styleId) {
        Style style = styles.get(styleId);
        Matcher named = LIST_NAME.matcher(style == null ? "" : style.name);
        return named.matches() ? Integer.parseInt(named.group(1)) - 1 : 0;
    }

    /// A style's name as its author sees it; its id where the document does not say.
    String name(String styleId) {
        Style style = styles.get(styleId.isEmpty() ? defaultParagraph : styleId);
        return style == null || style.shownName.isEmpty() ? styleId : style.shownName;
    }

    /// What the letters of a paragraph style stand on; null where the style does not say.
    @Nullable
    Colour ground(String paragraphStyle) {
        return inherited(paragraphStyle.isEmpty() ? defaultParagraph : paragraphStyle, style -> style.ground);
    }

    /// Whether a table style colours any of its cells.
    boolean shadesCells(String tableStyle) {
        return Boolean.TRUE.equals(inherited(tableStyle, style -> style.shadesCells ? true : null));
    }

    boolean isCaption(String styleId) {
        return Boolean.TRUE.equals(inherited(styleId, style -> style.name.equals("caption") ? true : null))
                || styleId.equals("Caption");
    }

    /// What a run looks like: its own format, else its style's, else its paragraph's style's, else the
    /// defaults.
    RunFormat effective(RunFormat run, String paragraphStyle) {
        RunFormat own = run.style().isEmpty() ? run : run.or(inheritedFormat(run.style()));
        RunFormat paragraph = paragraphFormats.computeIfAbsent(paragraphStyle, this::collectParagraphFormat);
        return own.equals(RunFormat.EMPTY) ? paragraph : own.or(paragraph);
    }

    private RunFormat collectParagraphFormat(String paragraphStyle) {
        return inheritedFormat(paragraphStyle.isEmpty() ? defaultParagraph : paragraphStyle)
                .or(defaults);
    }

    private RunFormat inheritedFormat(String styleId) {
        return formats.computeIfAbsent(styleId, this::collectFormat);
    }

    private RunFormat collectFormat(String styleId) {
        RunFormat format = RunFormat.EMPTY;
        Set<String> seen = new HashSet<>();
        for (Style style = styles.get(styleId);
                style != null && seen.add(style.id);
                style = styles.get(style.basedOn)) {
            format = format.or(style.format);
        }
        return format;
    }

    private <V> @Nullable V inherited(String styleId, Function<Style, @Nullable V> property) {
        Set<String> seen = new HashSet<>();
        for (Style style = styles.get(styleId);
                style != null && seen.add(style.id);
                style = styles.get(style.basedOn)) {
            V value = property.apply(style);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    private static @Nullable Integer ownLevel(Style style) {
        if (style.outline != null) {
            return style.outline >= BODY_TEXT ? 0 : style.outline + 1;
        }
        Matcher heading = HEADING_NAME.matcher(style.name);
        if (heading.matches()) {
            return Integer.valueOf(heading.group(1));
        }
        return style.name.equals("title") ? Integer.valueOf(1) : null;
    }

    private static int levelOfId(String styleId) {
        String id = styleId.toLowerCase(Locale.ROOT);
        Matcher heading = HEADING_ID.matcher(id);
        if (heading.matches()) {
            return Integer.parseInt(heading.group(1));
        }
        return id.equals("title") ? 1 : 0;
    }

    private void add(Markup child, ThemeFonts theme) throws XMLStreamException, IOException {
        if (child.name().equals("w:docDefaults")) {
            child.eachInside(each -> {
                if (each.name().equals("w:rPr")) {
                    defaults = RunFormat.read(each, theme);
                }
            });
        }
        if (child.name().equals("w:style")) {
            Style style = new Style(child.attribute("w:styleId", ""));
            if (child.flag("w:default", false) && child.attribute("w:type", "").equals("paragraph")) {
                defaultParagraph = style.id;
            }
            child.each(each -> style.read(each, theme));
            if (!style.id.isEmpty()) {
                styles.putIfAbsent(style.id, style);
            }
        }
    }

    private static final class Style {
        private final String id;
        private String basedOn = "";
        private String name = "";
        private String shownName = "";
        private boolean shadesCells;
        private @Nullable Colour ground;
        private RunFormat format = RunFormat.EMPTY;
        private @Nullable Integer outline;
        private @Nullable Integer number;
        private @Nullable Integer level;

        private Style(String id) {
            this.id = id;
        }

        private void read(Markup child, ThemeFonts theme) throws XMLStreamException, IOException {
            switch (child.name()) {
                case "w:name" -> {
                    shownName = child.attribute("w:val", "");
                    name = shownName.toLowerCase(Locale.ROOT);
                }
                case "w:basedOn" -> basedOn = child.attribute("w:val", "");
                case "w:rPr" -> format = RunFormat.read(child, theme);
                case "w:pPr" -> child.eachInside(this::paragraph);
                case "w:tcPr", "w:tblPr", "w:trPr", "w:tblStylePr" -> child.eachInside(this::cells);
                default -> {}
            }
        }

        private void cells(Markup property) {
            shadesCells |= property.name().equals("w:shd") && Colour.ofShading(property) != null;
        }

        private void paragraph(Markup property) {
            switch (property.name()) {
                case "w:outlineLvl" -> outline = property.number("w:val", BODY_TEXT);
                case "w:numId" -> number = property.number("w:val", 0);
                case "w:ilvl" -> level = property.number("w:val", 0);
                case "w:shd" -> ground = Colour.ofShading(property);
                default -> {}
            }
        }
    }
}
