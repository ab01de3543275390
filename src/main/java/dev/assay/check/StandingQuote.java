package dev.assay.check;

import dev.assay.document.Span;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A quote of an earlier document that is looked for in others: the text concerned with what surrounds it, without
/// regard to white space, ligatures, and the forms of apostrophes and hyphens.
public final class StandingQuote {
    private static final String NEIGHBOUR = " / ";
    private static final String SHORTENED = " \u2026 ";

    private final Finding.Quote quote;
    private final List<String> pieces;

    private StandingQuote(Finding.Quote quote, List<String> pieces) {
        this.quote = quote;
        this.pieces = pieces;
    }

    /// One that was shortened in its middle stands where both its ends do.
    public static StandingQuote of(Finding.Quote quote) {
        String before = quote.before().endsWith(NEIGHBOUR)
                ? quote.before().substring(0, quote.before().length() - NEIGHBOUR.length()) + " "
                : quote.before();
        String after =
                quote.after().startsWith(NEIGHBOUR) ? " " + quote.after().substring(NEIGHBOUR.length()) : quote.after();
        return new StandingQuote(
                quote,
                Arrays.stream((before + quote.marked() + after).split(SHORTENED, -1))
                        .map(piece -> folded(piece).strip())
                        .filter(piece -> !piece.isEmpty())
                        .toList());
    }

    /// Whether it stands in one of some texts.
    ///
    /// @param texts as [#folded]
    boolean standsIn(List<String> texts) {
        return !pieces.isEmpty()
                && texts.stream().anyMatch(text -> pieces.stream().allMatch(text::contains));
    }

    /// Where the text concerned stands; empty where it or what surrounds it does not.
    ///
    /// @param text of a document
    public Optional<Span> in(FoldedText text) {
        if (!standsIn(List.of(text.toString()))) {
            return Optional.empty();
        }
        Optional<Span> whole = Stream.of(quote.before() + quote.marked() + quote.after())
                .flatMap(words -> text.find(FoldedText.of(words.strip(), true)).stream())
                .findFirst();
        return Stream.of(quote.marked().split(SHORTENED, -1)[0])
                .flatMap(words -> text.find(FoldedText.of(words.strip(), true)).stream())
                .filter(span -> whole.isEmpty() || whole.get().contains(span))
                .findFirst()
                .or(() -> whole);
    }

    static String folded(String text) {
        return FoldedText.of(text, true).toString();
    }
}
