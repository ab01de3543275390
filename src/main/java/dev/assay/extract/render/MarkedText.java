package dev.assay.extract.render;

import dev.assay.document.Document;
import dev.assay.document.Fact;
import dev.assay.document.Fact.TrackedChange.Action;
import dev.assay.document.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Writes pieces of a document's text with the wanted passages marked and tracked insertions underlined. A long
/// piece is cut where nothing is marked.
final class MarkedText {
    private static final String ELLIPSIS = "\u2026";
    private static final Set<Action> INSERTIONS = EnumSet.of(Action.INSERTION, Action.MOVE_TO);

    private final Document document;
    private final List<Sought> sought;
    private final List<Span> inserted;

    MarkedText(Document document, List<Sought> sought) {
        this.document = document;
        this.sought = sought;
        this.inserted = document.facts(Fact.TrackedChange.class)
                .filter(change -> INSERTIONS.contains(change.action()))
                .flatMap(change -> Stream.ofNullable(change.text()))
                .toList();
    }

    /// Whether anything in a span is marked, or the span itself is meant though nothing stands there.
    boolean marks(Span span) {
        return sought.stream()
                .anyMatch(each -> each.span().overlaps(span) || each.span().equals(span));
    }

    /// The first passage that is marked in a span, as far as it lies there.
    Optional<Span> first(Span span) {
        return sought.stream()
                .map(Sought::span)
                .filter(span::overlaps)
                .min(Comparator.comparingInt(Span::start))
                .map(mark -> new Span(Math.max(mark.start(), span.start()), Math.min(mark.end(), span.end())));
    }

    /// Writes the text at a span.
    ///
    /// @param most units; marks and a little of what surrounds each are seen in any case, a very long mark's
    ///             beginning and end
    void write(FrameWriter writer, Span piece, int most) {
        int at = piece.start();
        for (Span seen : seen(piece, most)) {
            cut(writer, at, seen.start());
            marked(writer, seen);
            at = seen.end();
        }
        cut(writer, at, piece.end());
    }

    private static void cut(FrameWriter writer, int from, int to) {
        if (from < to) {
            writer.element("span", ELLIPSIS, "class", "cut");
        }
    }

    private void marked(FrameWriter writer, Span seen) {
        List<Span> changes = inserted.stream().filter(seen::overlaps).toList();
        TreeSet<Integer> bounds = new TreeSet<>(List.of(seen.start(), seen.end()));
        Stream.concat(sought.stream().map(Sought::span), changes.stream())
                .filter(seen::overlaps)
                .forEach(each -> {
                    bounds.add(Math.max(seen.start(), each.start()));
                    bounds.add(Math.min(seen.end(), each.end()));
                });
        int from = bounds.removeFirst();
        for (int to : bounds) {
            Span segment = new Span(from, to);
            if (changes.stream().anyMatch(segment::overlaps)) {
                writer.open("ins");
                segment(writer, segment);
                writer.close();
            } else {
                segment(writer, segment);
            }
            from = to;
        }
    }

    private void segment(FrameWriter writer, Span segment) {
        String wants = sought.stream()
                .filter(each -> each.span().overlaps(segment))
                .map(each -> String.valueOf(each.want()))
                .collect(Collectors.joining(" "));
        if (wants.isEmpty()) {
            writer.text(document.text(segment));
        } else {
            writer.element("mark", document.text(segment), "data-want", wants);
        }
    }

    /// The stretches of a piece that are seen, in order and apart.
    private List<Span> seen(Span piece, int most) {
        if (piece.length() <= most) {
            return piece.length() == 0 ? List.of() : List.of(piece);
        }
        List<Span> stretches = new ArrayList<>();
        for (Sought each : sought) {
            if (each.span().overlaps(piece)) {
                around(piece, each.span(), most, stretches);
            }
        }
        if (stretches.isEmpty()) {
            stretches.add(words(piece, piece.start(), piece.start() + most));
        }
        return joined(stretches);
    }

    private void around(Span piece, Span mark, int most, List<Span> stretches) {
        int start = Math.max(piece.start(), mark.start());
        int end = Math.min(piece.end(), mark.end());
        int beside = most / 3;
        if (end - start <= most) {
            stretches.add(words(piece, start - beside, end + beside));
        } else {
            stretches.add(words(piece, start - beside, start + beside));
            stretches.add(words(piece, end - beside, end + beside));
        }
    }

    private static List<Span> joined(List<Span> stretches) {
        stretches.sort(Comparator.comparingInt(Span::start));
        List<Span> joined = new ArrayList<>();
        for (Span next : stretches) {
            boolean apart = joined.isEmpty() || joined.getLast().end() < next.start();
            if (apart) {
                joined.add(next);
            } else {
                Span last = joined.removeLast();
                joined.add(new Span(last.start(), Math.max(last.end(), next.end())));
            }
        }
        return joined;
    }

    /// A stretch of a piece widened to whole words where they are short.
    private Span words(Span piece, int from, int to) {
        String text = document.text();
        int start = Math.clamp(from, piece.start(), piece.end());
        int end = Math.clamp(to, start, piece.end());
        for (int i = 0; i < 20 && start > piece.start() && !Character.isWhitespace(text.charAt(start - 1)); i++) {
            start--;
        }
        for (int i = 0; i < 20 && end < piece.end() && !Character.isWhitespace(text.charAt(end)); i++) {
            end++;
        }
        boolean splitsStart = start > piece.start() && start < end && Character.isLowSurrogate(text.charAt(start));
        boolean splitsEnd = end < piece.end() && Character.isLowSurrogate(text.charAt(end));
        return new Span(splitsStart ? start - 1 : start, splitsEnd ? end + 1 : end);
    }
}
