package dev.assay.priorwork.align;

import dev.assay.priorwork.align.AlignedPassage.Range;
import dev.assay.priorwork.text.Token;
import dev.assay.priorwork.text.Tokens;
import java.util.HashSet;
import java.util.Set;

/// Moves a passage's ends to where the words begin and end that the other passage has too: the stretch with the
/// greatest sum, where a content word of the other passage counts for and any other content word against it.
final class Boundaries {
    private static final int MARGIN = 40;
    private static final double AGAINST = .8;

    private Boundaries() {}

    /// @param range the passage, coarsely
    /// @param there the other passage
    static Range of(Tokens tokens, Range range, Tokens other, Range there) {
        Set<String> words = words(other, there);
        double sum = 0;
        double best = 0;
        int start = range.from();
        Range found = range;
        for (int i = Math.max(0, range.from() - MARGIN); i < Math.min(tokens.size(), range.to() + MARGIN); i++) {
            Token token = tokens.get(i);
            if (sum <= 0) {
                sum = 0;
                start = i;
            }
            if (token.content()) {
                sum += words.contains(token.stem()) ? 1 : -AGAINST;
            }
            if (sum > best) {
                best = sum;
                found = new Range(start, i + 1);
            }
        }
        return found;
    }

    private static Set<String> words(Tokens tokens, Range range) {
        Set<String> words = new HashSet<>();
        for (int i = range.from(); i < range.to(); i++) {
            if (tokens.get(i).content()) {
                words.add(tokens.get(i).stem());
            }
        }
        return words;
    }
}
