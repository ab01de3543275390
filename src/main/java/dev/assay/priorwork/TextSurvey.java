package dev.assay.priorwork;

import dev.assay.document.Document;
import dev.assay.document.Span;
import dev.assay.priorwork.text.Tokens;
import java.util.List;

/// What is told of a part's own text before it is compared.
///
/// @param words    how many compared words it has
/// @param excluded the stretches that say nothing about reuse, in order; their part is 0
public record TextSurvey(int words, List<Matches.Excluded> excluded) {
    private static final int QUOTE = 160;

    public TextSurvey {
        excluded = List.copyOf(excluded);
    }

    static TextSurvey of(Document document, Tokens tokens) {
        return new TextSurvey(
                tokens.size(),
                LeftOut.of(document).stream()
                        .map(each -> excluded(document, tokens, each))
                        .filter(each -> each.own().endWord() > each.own().firstWord())
                        .toList());
    }

    private static Matches.Excluded excluded(Document document, Tokens tokens, LeftOut.Stretch stretch) {
        Span span = stretch.span();
        String text = document.text(span);
        return new Matches.Excluded(
                new Match.Own(
                        0,
                        span.start(),
                        span.end(),
                        tokens.firstFrom(span.start()),
                        tokens.firstFrom(span.end()),
                        document.placeAt(span.start()).describe(),
                        text.length() <= QUOTE ? text : text.substring(0, QUOTE) + "\u2026"),
                stretch.why());
    }
}
