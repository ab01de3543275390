package dev.assay.priorwork;

import dev.assay.document.Block;
import dev.assay.document.Document;
import dev.assay.document.Layer;
import dev.assay.document.Place;
import dev.assay.document.Span;
import dev.assay.priorwork.text.Tokens;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Texts for tests.
public final class Texts {
    public static final String PASSAGE =
            "Shoppers in the northern regions said that price mattered less than refill size, and three in five had"
                    + " changed brand within the quarter because their usual bottle was missing from the shelf. Loyalty"
                    + " cards kept only the oldest households from trying the discounter's own label.";

    private Texts() {}

    public static Tokens tokens(String text) {
        return Tokens.of(document(text), "en");
    }

    public static Document document(String text) {
        return new Document(
                "text/plain",
                text,
                List.of(new Block.Paragraph(new Span(0, text.length()), new Place.Paragraph(1, List.of()), Layer.BODY)),
                List.of(),
                List.of(),
                List.of(),
                "test 1");
    }

    /// Words that mean nothing, the same for a seed.
    public static String filler(int seed, int words) {
        Random random = new Random(seed);
        return Stream.generate(() -> "w" + Integer.toString(random.nextInt(50_000), 36))
                .limit(words)
                .collect(Collectors.joining(" "));
    }
}
