package dev.assay.extract.word;

import dev.assay.document.Place;
import dev.assay.extract.office.OfficePackage;
import dev.assay.extract.xml.Markup;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/// Counts the numbered paragraphs of a document and tells the number each is shown with (ISO/IEC 29500-1, 17.9).
///
/// All lists of one definition count on, unless a list says where it starts. A level starts again after any
/// level above it, unless it says after which, or never. A level that was passed over is counted once by the
/// first below it.
final class WordNumbering {
    private static final int LEVELS = 9;
    private static final int UNCOUNTED = Integer.MIN_VALUE;
    private static final int MOST_LINKS = 10;
    private static final Pattern PLACEHOLDER = Pattern.compile("%([1-9])");

    private final Map<Integer, Definition> definitions = new HashMap<>();
    private final Map<Integer, Instance> instances = new HashMap<>();
    private final Map<Definition, int[]> counts = new HashMap<>();
    private final WordStyles styles;

    private WordNumbering(WordStyles styles) {
        this.styles = styles;
    }

    static WordNumbering read(OfficePackage source, String mainPart, WordStyles styles) throws IOException {
        WordNumbering numbering = new WordNumbering(styles);
        for (String part : source.targets(mainPart, "numbering")) {
            source.read(part, Place.Whole::new, root -> root.each(numbering::element));
        }
        return numbering;
    }

    /// The level that a definition gives to paragraphs of a style, from 0; null where it names none.
    @Nullable
    Integer levelOfStyle(int list, String styleId) {
        Definition definition = definition(list);
        for (int level = 0; definition != null && level < LEVELS; level++) {
            Level each = definition.levels[level];
            if (each != null && each.style.equals(styleId)) {
                return level;
            }
        }
        return null;
    }

    /// Counts a paragraph.
    ///
    /// @param list  the numbering's id (`w:numId`)
    /// @param level from 0
    /// @return its number as shown, with what separates it from the text; empty for bullets and unknown lists
    String next(int list, int level) {
        Instance instance = instances.get(list);
        Definition definition = definition(list);
        if (instance == null || definition == null || level < 0 || level >= LEVELS) {
            return "";
        }
        int[] count = counts.computeIfAbsent(definition, key -> uncounted());
        count(instance, definition, count, level);
        Level own = level(instance, definition, level);
        return own == null || own.hidden ? "" : shown(instance, definition, count, own);
    }

    private static int[] uncounted() {
        int[] count = new int[LEVELS];
        Arrays.fill(count, UNCOUNTED);
        return count;
    }

    private static void count(Instance instance, Definition definition, int[] count, int level) {
        Integer restart = instance.starts.get(level);
        if (restart != null && instance.begun.add(level)) {
            count[level] = restart;
        } else {
            count[level] = count[level] == UNCOUNTED ? start(instance, definition, level) : count[level] + 1;
        }
        for (int above = 0; above < level; above++) {
            count[above] = count[above] == UNCOUNTED ? start(instance, definition, above) : count[above];
        }
        for (int deeper = level + 1; deeper < LEVELS; deeper++) {
            Level each = level(instance, definition, deeper);
            if (each == null || each.restartsAfter(level, deeper)) {
                count[deeper] = UNCOUNTED;
            }
        }
    }

    private static int start(Instance instance, Definition definition, int level) {
        Level each = level(instance, definition, level);
        return instance.starts.getOrDefault(level, each == null ? 1 : each.start);
    }

    private static String shown(Instance instance, Definition definition, int[] count, Level own) {
        StringBuilder text = new StringBuilder();
        Matcher placeholder = PLACEHOLDER.matcher(own.text);
        while (placeholder.find()) {
            int level = placeholder.group(1).charAt(0) - '1';
            Level each = level(instance, definition, level);
            String format = own.decimalOnly || each == null ? "decimal" : each.format;
            int number = count[level] == UNCOUNTED ? start(instance, definition, level) : count[level];
            placeholder.appendReplacement(text, Matcher.quoteReplacement(Numeral.of(format, number)));
        }
        placeholder.appendTail(text);
        boolean bullet = own.format.equals("bullet") || text.chars().noneMatch(Character::isLetterOrDigit);
        return bullet ? "" : text + (own.joined ? "" : " ");
    }

    private static @Nullable Level level(Instance instance, Definition definition, int level) {
        Level own = instance.levels.get(level);
        return own == null ? definition.levels[level] : own;
    }

    private @Nullable Definition definition(int list) {
        int id = list;
        for (int link = 0; link < MOST_LINKS; link++) {
            Instance instance = instances.get(id);
            Definition definition = instance == null ? null : definitions.get(instance.definition);
            if (definition == null || definition.linkedStyle.isEmpty()) {
                return definition;
            }
            id = styles.list(definition.linkedStyle);
        }
        return null;
    }

    private void element(Markup element) throws XMLStreamException, IOException {
        if (element.name().equals("w:abstractNum")) {
            Definition definition = new Definition();
            definitions.putIfAbsent(element.number("w:abstractNumId", -1), definition);
            element.each(child -> {
                if (child.name().equals("w:lvl")) {
                    int level = child.number("w:ilvl", -1);
                    Level read = Level.read(child);
                    if (level >= 0 && level < LEVELS) {
                        definition.levels[level] = read;
                    }
                } else if (child.name().equals("w:numStyleLink")) {
                    definition.linkedStyle = child.attribute("w:val", "");
                }
            });
        } else if (element.name().equals("w:num")) {
            Instance instance = new Instance();
            instances.putIfAbsent(element.number("w:numId", -1), instance);
            element.each(instance::read);
        }
    }

    /// What `w:abstractNum` says.
    private static final class Definition {
        private final @Nullable Level[] levels = new Level[LEVELS];
        private String linkedStyle = "";
    }

    /// What `w:num` says: a list of a definition, with what it changes of it.
    private static final class Instance {
        private final Map<Integer, Level> levels = new HashMap<>();
        private final Map<Integer, Integer> starts = new HashMap<>();
        private final Set<Integer> begun = new HashSet<>();
        private int definition = -1;

        private void read(Markup child) throws XMLStreamException, IOException {
            if (child.name().equals("w:abstractNumId")) {
                definition = child.number("w:val", -1);
            } else if (child.name().equals("w:lvlOverride")) {
                int level = child.number("w:ilvl", 0);
                child.each(change -> {
                    if (change.name().equals("w:startOverride")) {
                        starts.put(level, change.number("w:val", 1));
                    } else if (change.name().equals("w:lvl")) {
                        levels.put(level, Level.read(change));
                    }
                });
            }
        }
    }

    /// What `w:lvl` says.
    private static final class Level {
        private int start;
        private int restart = UNCOUNTED;
        private String format = "decimal";
        private String text = "";
        private String style = "";
        private boolean decimalOnly;
        private boolean joined;
        private boolean hidden;

        private static Level read(Markup element) throws XMLStreamException, IOException {
            Level level = new Level();
            element.each(level::property);
            return level;
        }

        private void property(Markup property) throws XMLStreamException, IOException {
            switch (property.name()) {
                case "w:start" -> start = property.number("w:val", 0);
                case "w:lvlRestart" -> restart = property.number("w:val", UNCOUNTED);
                case "w:numFmt" -> format = format(property);
                case "w:lvlText" -> text = property.attribute("w:val", "");
                case "w:pStyle" -> style = property.attribute("w:val", "");
                case "w:isLgl" -> decimalOnly = property.flag("w:val", true);
                case "w:suff" -> joined = property.attribute("w:val", "tab").equals("nothing");
                case "w:rPr" ->
                    property.each(each -> hidden |= each.name().equals("w:vanish") && each.flag("w:val", true));
                default -> {}
            }
        }

        /// A format of one's own is told by its first number, as in `001, 002, 003, ...`.
        private static String format(Markup property) {
            String own = property.attribute("w:format", "");
            int comma = own.indexOf(',');
            return comma > 0 ? own.substring(0, comma).strip() : property.attribute("w:val", "decimal");
        }

        private boolean restartsAfter(int level, int own) {
            return (restart == UNCOUNTED || restart > own) ? level < own : level < restart;
        }
    }
}
