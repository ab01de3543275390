package dev.assay.check;

import dev.assay.child.Task;
import dev.assay.config.Json;
import dev.assay.document.Extraction;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Tells which quotes stand in documents, in a child process: the text concerned with what surrounds it, without
/// regard to white space, ligatures, and the forms of apostrophes and hyphens.
public final class QuoteSearchTask implements Task {
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
                texts.add(StandingQuote.folded(read.document().text()));
            }
        }
        parts.send(Json.bytes(new Found(IntStream.range(0, request.quotes().size())
                .filter(i -> StandingQuote.of(request.quotes().get(i)).standsIn(texts))
                .boxed()
                .toList())));
    }
}
