package dev.assay.check;

import dev.assay.document.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A place in a passage where a rule applies.
///
/// @param span in the passage
/// @param rule the rule, in words for a message
public record Hit(Span span, String rule) {

    /// Hits in order that do not overlap: of two that do, the one that starts first, or is longer, stays.
    public static List<Hit> apart(List<Hit> hits) {
        List<Hit> sorted = new ArrayList<>(hits);
        sorted.sort(Comparator.comparingInt((Hit hit) -> hit.span().start())
                .thenComparingInt(hit -> -hit.span().length()));
        List<Hit> apart = new ArrayList<>();
        for (Hit hit : sorted) {
            if (apart.isEmpty() || !apart.getLast().span().overlaps(hit.span())) {
                apart.add(hit);
            }
        }
        return apart;
    }

    /// The text at the hit on one line, shortened for a message.
    public String quoted(String passage) {
        String flat = passage.substring(span.start(), span.end()).replaceAll("\\s+", " ");
        return Quotes.shortened(flat, 80);
    }

    /// The hit's span in the document.
    public Span in(Span passage) {
        return new Span(passage.start() + span.start(), passage.start() + span.end());
    }
}
