package dev.assay.extract.pdf.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Finds tables drawn with lines: horizontal and vertical rulings that cross and enclose cells.
public final class PdfRulings {
    /// How far apart two rulings may be and still touch, in points.
    static final float NEAR = 3f;

    private static final int MOST_RULINGS = 4_000;

    private PdfRulings() {}

    /// A straight horizontal or vertical line.
    ///
    /// @param horizontal whether it runs from left to right
    /// @param at         its fixed coordinate
    /// @param from       where it starts
    /// @param to         where it ends
    public record Ruling(boolean horizontal, float at, float from, float to) {
        boolean meets(Ruling other) {
            if (horizontal == other.horizontal) {
                return Math.abs(at - other.at) < NEAR && from <= other.to + NEAR && other.from <= to + NEAR;
            }
            return other.at >= from - NEAR && other.at <= to + NEAR && at >= other.from - NEAR && at <= other.to + NEAR;
        }
    }

    /// The tables; glyphs inside their cells are taken out of `glyphs`.
    public static List<PdfTable> tables(List<Ruling> rulings, List<PdfGlyph> glyphs) {
        List<PdfTable> tables = new ArrayList<>();
        if (rulings.size() > MOST_RULINGS) {
            return tables;
        }
        for (List<Ruling> group : groups(rulings)) {
            PdfGrid grid = PdfGrid.of(group);
            grid.table(glyphs).ifPresent(table -> {
                tables.add(table);
                glyphs.removeIf(grid::holds);
            });
        }
        return tables;
    }

    private static List<List<Ruling>> groups(List<Ruling> rulings) {
        List<Ruling> rest = new ArrayList<>(rulings);
        List<List<Ruling>> groups = new ArrayList<>();
        while (!rest.isEmpty()) {
            List<Ruling> group = new ArrayList<>();
            group.add(rest.removeLast());
            for (int i = 0; i < group.size(); i++) {
                gather(group, group.get(i), rest);
            }
            groups.add(group);
        }
        groups.sort(Comparator.comparingDouble(
                group -> group.stream().mapToDouble(Ruling::at).min().orElse(0)));
        return groups;
    }

    private static void gather(List<Ruling> group, Ruling member, List<Ruling> rest) {
        for (int j = rest.size() - 1; j >= 0; j--) {
            if (member.meets(rest.get(j))) {
                group.add(rest.remove(j));
            }
        }
    }
}
