package dev.assay.priorwork;

import dev.assay.priorwork.align.AlignedPassage;
import dev.assay.priorwork.text.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// A passage cut into pieces that stand in both places and pieces that do not.
final class Runs {
    private static final String CUT = "\u2026";

    private Runs() {}

    /// The pieces of a passage; together they are its text, up to a length.
    ///
    /// @param same the numbers of the words that stand in both places
    /// @param most in UTF-16 units; what is longer ends in an ellipsis
    static List<Match.Run> of(String text, Tokens tokens, AlignedPassage.Range range, List<Integer> same, int most) {
        Set<Integer> both = new TreeSet<>(same);
        List<Match.Run> runs = new ArrayList<>();
        int from = tokens.start(range.from());
        int limit = from + most;
        int word = range.from();
        while (word < range.to() && tokens.start(word) < limit) {
            boolean shared = both.contains(word);
            int last = word;
            while (last + 1 < range.to() && both.contains(last + 1) == shared && tokens.end(last + 1) <= limit) {
                last++;
            }
            int end = tokens.end(last);
            int start = shared || runs.isEmpty() ? tokens.start(word) : from;
            if (start > from) {
                runs.add(new Match.Run(text.substring(from, start), false));
            }
            runs.add(new Match.Run(text.substring(start, end), shared));
            from = end;
            word = last + 1;
            if (tokens.end(Math.min(word, range.to() - 1)) > limit) {
                break;
            }
        }
        if (word < range.to()) {
            runs.add(new Match.Run(CUT, false));
        }
        return runs;
    }
}
