package dev.assay.extract.pdf.layout;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Tells headings: by the file's own structure where it has one, else by type that is larger than the body's,
/// or bold and set apart. Levels follow type sizes, at most four; within one size, the depth of the numbering.
public final class PdfHeadings {
    private static final Pattern NUMBER = Pattern.compile(
            "^(?:(?<dots>(?:\\d{1,3}|[A-Z])(?:\\.\\d{1,3}){0,4})\\.?|[IVX]{1,5}\\.|(?:Appendix|Annex|Section|Chapter|Part)"
                + " [A-Z0-9]{1,4}[.:]?)\\s+\\S.*");
    private static final Pattern CAPTION =
            Pattern.compile("(?i)^(?:table|figure|fig\\.|exhibit|chart|tabelle|abbildung|tableau|tabla|figura)\\s+"
                    + "[A-Z]?\\d+(?:[.\\-\u2013]\\d+)*\\s*[.:\u2013\u2014-]?\\s");
    private static final int LONGEST = 150;
    private static final int LONGEST_BOLD = 90;
    private static final int MOST_LINES = 3;
    private static final int MOST_LEVELS = 4;
    private static final int LEAST_CONTENTS = 4;
    private static final float LARGER = 1.12f;

    private final float bodySize;
    private final boolean boldBody;
    private final boolean tagged;
    private final Set<Integer> contentsPages;
    private final List<Style> styles;

    /// What headings of one level look like.
    private record Style(int size, boolean bold, int depth) {
        static final Comparator<Style> OUTERMOST_FIRST = Comparator.comparingInt((Style style) -> -style.size)
                .thenComparing(style -> !style.bold)
                .thenComparingInt(Style::depth);
    }

    public PdfHeadings(Collection<PdfBlock> blocks, boolean tagged) {
        Map<Integer, Integer> sizes = new HashMap<>();
        int bold = 0;
        int all = 0;
        for (PdfBlock block : blocks) {
            int length = block.text().length();
            sizes.merge(half(block.size()), length, Integer::sum);
            bold += block.bold() ? length : 0;
            all += length;
        }
        this.bodySize = bodySize(sizes);
        this.boldBody = bold > all / 2;
        this.tagged = tagged;
        this.contentsPages = contentsPages(blocks);
        this.styles = styles(blocks);
    }

    /// Pages with a table of contents, whose outer entries often have no leaders but a number at their end.
    private static Set<Integer> contentsPages(Collection<PdfBlock> blocks) {
        Map<Integer, Long> entries = blocks.stream()
                .filter(PdfBlock::contents)
                .collect(Collectors.groupingBy(PdfBlock::page, Collectors.counting()));
        return entries.keySet().stream()
                .filter(page -> entries.get(page) >= LEAST_CONTENTS)
                .collect(Collectors.toSet());
    }

    private static int half(float size) {
        return Math.round(size * 2);
    }

    public static float bodySize(Map<Integer, Integer> lengthsByHalfPoint) {
        return lengthsByHalfPoint.entrySet().stream()
                .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> entry.getKey() / 2f)
                .orElse(10f);
    }

    /// The styles beyond the cover, from the outermost; a size that only the first page has is the title's.
    private List<Style> styles(Collection<PdfBlock> blocks) {
        List<Style> found = new ArrayList<>();
        for (PdfBlock block : blocks) {
            Style style = style(block);
            if (looksLikeHeading(block) && block.page() > 1 && !found.contains(style)) {
                found.add(style);
            }
        }
        if (found.isEmpty()) {
            blocks.stream()
                    .filter(this::looksLikeHeading)
                    .map(this::style)
                    .distinct()
                    .forEach(found::add);
        }
        found.sort(Style.OUTERMOST_FIRST);
        return found;
    }

    private Style style(PdfBlock block) {
        boolean larger = block.size() >= bodySize * LARGER;
        // Sizes tell levels apart by themselves; at body size only weight and numbering do.
        return new Style(half(block.size()), larger || block.bold(), larger ? 0 : depth(block.text()));
    }

    private static int depth(String text) {
        Matcher number = NUMBER.matcher(text);
        if (!number.matches() || number.group("dots") == null) {
            return 1;
        }
        return (int) number.group("dots").chars().filter(c -> c == '.').count() + 1;
    }

    /// The level of a heading; empty where it is none.
    public OptionalInt level(PdfBlock block) {
        if (tagged) {
            return block.role().kind() == PdfRole.Kind.HEADING
                    ? OptionalInt.of(block.role().level())
                    : OptionalInt.empty();
        }
        if (!looksLikeHeading(block)) {
            return OptionalInt.empty();
        }
        // A style that only the first page has stands where it would stand among the others.
        Style own = style(block);
        long outer = styles.stream()
                .filter(style -> Style.OUTERMOST_FIRST.compare(style, own) < 0)
                .count();
        return OptionalInt.of(Math.clamp(outer + 1, 1, MOST_LEVELS));
    }

    private boolean looksLikeHeading(PdfBlock block) {
        String text = block.text();
        boolean shape = block.lines() <= MOST_LINES
                && text.length() <= LONGEST
                && !block.contents()
                && !(contentsPages.contains(block.page()) && text.matches(".*\\s(?:\\d{1,4}|[ivxlc]{1,6})$"))
                && text.chars().filter(Character::isLetter).count() >= 3
                && PdfBlocks.bullet(text) == 0
                && !CAPTION.matcher(text).find()
                && !text.matches(".*[.;,]$");
        if (!shape) {
            return false;
        }
        boolean larger = block.size() >= bodySize * LARGER && block.size() - bodySize >= 1;
        boolean numbered = NUMBER.matcher(text).matches();
        boolean bold = block.bold()
                && !boldBody
                && block.size() >= bodySize * 0.95f
                && text.length() <= LONGEST_BOLD
                && block.lines() <= 2
                && (numbered || !text.endsWith(":"));
        return larger || bold;
    }
}
