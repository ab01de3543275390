package dev.assay.extract.pdf.layout;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Running headers and footers: text that stands at the same height, page numbers aside, on at least three
/// pages or on six in ten (also of the left or right pages alone), near the upper or lower edge; and what a tagged
/// file calls pagination.
public final class PdfRunning {
    /// Which part of the page's height counts as near the edge.
    private static final float EDGE = 0.15f;
    private static final int LEAST_PAGES = 3;
    private static final double LEAST_SHARE = 0.6;
    private static final float SAME_HEIGHT = 3f;
    private static final float LARGEST = 1.35f;

    /// Where a line runs.
    public enum Edge {
        HEADER,
        FOOTER
    }

    private record Key(Edge edge, int height, String text) {}

    private final Map<Key, Set<Integer>> pages = new HashMap<>();
    private final int count;
    private final float bodySize;

    public PdfRunning(List<PdfPage> pages, float bodySize) {
        this.count = pages.size();
        this.bodySize = bodySize;
        for (PdfPage page : pages) {
            for (PdfLine line : page.lines()) {
                edge(page, line).ifPresent(edge -> note(page, line, edge));
            }
        }
    }

    private void note(PdfPage page, PdfLine line, Edge edge) {
        pages.computeIfAbsent(key(line, edge, 0), key -> new HashSet<>()).add(page.number());
    }

    private static Optional<Edge> edge(PdfPage page, PdfLine line) {
        if (line.bottom() < page.turn().height() * EDGE) {
            return Optional.of(Edge.HEADER);
        }
        return line.top() > page.turn().height() * (1 - EDGE) ? Optional.of(Edge.FOOTER) : Optional.empty();
    }

    private static Key key(PdfLine line, Edge edge, int shift) {
        return new Key(edge, Math.round(line.baseline() / SAME_HEIGHT) + shift, masked(line.text()));
    }

    /// Numbers, also Roman ones that stand alone, as a mark.
    private static String masked(String text) {
        String masked = text.replaceAll("\\d+", "#");
        return masked.matches("[ivxlcIVXLC]{1,7}") ? "#" : masked;
    }

    /// The edge a line runs at, if it does.
    public Optional<Edge> of(PdfPage page, PdfLine line) {
        if (line.role().kind() == PdfRole.Kind.PAGINATION) {
            return Optional.of(line.baseline() < page.turn().height() / 2 ? Edge.HEADER : Edge.FOOTER);
        }
        if (line.size() > bodySize * LARGEST) {
            return Optional.empty();
        }
        return edge(page, line).filter(edge -> repeats(line, edge));
    }

    private boolean repeats(PdfLine line, Edge edge) {
        Set<Integer> found = new HashSet<>();
        for (int shift = -1; shift <= 1; shift++) {
            found.addAll(pages.getOrDefault(key(line, edge, shift), Set.of()));
        }
        boolean oneSide = found.stream().map(page -> page % 2).distinct().count() == 1;
        double share = oneSide ? count / 2.0 : count;
        return found.size() >= LEAST_PAGES || (found.size() >= 2 && found.size() >= share * LEAST_SHARE);
    }
}
