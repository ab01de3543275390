package dev.assay.check;

import dev.assay.child.Task;
import dev.assay.config.Json;
import dev.assay.document.Extraction;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Tells which quotes stand in documents, in a child process: the text concerned with what surrounds it, without
/// regard to white space, ligatures, and the forms of apostrophes and hyphens.
public final class QuoteSearchTask implements Task {
    private static final String NEIGHBOUR = " / ";
    private static final String SHORTENED = " \u2026 ";

    /// Where the quotes stand that were found, counted from 0 in the request's order.
    public record Found(List<Integer> quotes) {
        public Found {
            quotes = List.copyOf(quotes);
        }
    }

    @Override
    public void run(Path folder, byte[] input, Parts parts) throws IOException {
        QuoteSearchRequest request = Json.read(input, QuoteSearchRequest.class);
        List<String> texts = new ArrayList<>();
        for (String document : request.documents()) {
            Path file = folder.resolve(document).normalize();
            if (!folder.normalize().equals(file.getParent())) {
                throw new IllegalArgumentException("A document lies in the task's own folder.");
            }
            if (Json.read(file, Extraction.class) instanceof Extraction.Extracted read) {
                texts.add(folded(read.document().text()));
            }
        }
        parts.send(Json.bytes(new Found(IntStream.range(0, request.quotes().size())
                .filter(i -> stands(request.quotes().get(i), texts))
                .boxed()
                .toList())));
    }

    private static boolean stands(Finding.Quote quote, List<String> texts) {
        List<String> pieces = pieces(quote);
        return !pieces.isEmpty()
                && texts.stream().anyMatch(text -> pieces.stream().allMatch(text::contains));
    }

    /// A quote that was shortened in its middle stands where both its ends do.
    private static List<String> pieces(Finding.Quote quote) {
        String before = quote.before().endsWith(NEIGHBOUR)
                ? quote.before().substring(0, quote.before().length() - NEIGHBOUR.length()) + " "
                : quote.before();
        String after =
                quote.after().startsWith(NEIGHBOUR) ? " " + quote.after().substring(NEIGHBOUR.length()) : quote.after();
        return Arrays.stream((before + quote.marked() + after).split(SHORTENED, -1))
                .map(piece -> folded(piece).strip())
                .filter(piece -> !piece.isEmpty())
                .toList();
    }

    private static String folded(String text) {
        return FoldedText.of(text, true).toString();
    }
}
