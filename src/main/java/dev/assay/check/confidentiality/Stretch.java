package dev.assay.check.confidentiality;

import dev.assay.priorwork.Match;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A stretch of a part that passages of one relation cover without a word between them.
///
/// @param matches at least one, by place
record Stretch(List<Match> matches) {
    static final Comparator<Stretch> BY_PLACE = Comparator.comparing(Stretch::first, place());

    Stretch {
        matches = List.copyOf(matches);
    }

    /// The stretches that passages of one relation make.
    static List<Stretch> of(List<Match> passages) {
        List<Stretch> stretches = new ArrayList<>();
        List<Match> open = new ArrayList<>();
        int end = 0;
        for (Match match : passages.stream().sorted(place()).toList()) {
            boolean goesOn = !open.isEmpty()
                    && open.getFirst().own().part() == match.own().part()
                    && match.own().firstWord() <= end;
            if (!goesOn && !open.isEmpty()) {
                stretches.add(new Stretch(open));
                open.clear();
            }
            end = goesOn ? Math.max(end, match.own().endWord()) : match.own().endWord();
            open.add(match);
        }
        if (!open.isEmpty()) {
            stretches.add(new Stretch(open));
        }
        return stretches;
    }

    private static Comparator<Match> place() {
        return Comparator.<Match>comparingInt(match -> match.own().part())
                .thenComparingInt(match -> match.own().firstWord())
                .thenComparingInt(match -> match.own().endWord());
    }

    Match first() {
        return matches.getFirst();
    }

    /// One past its last offset in the part's text.
    int end() {
        return matches.stream().mapToInt(match -> match.own().end()).max().orElse(0);
    }
}
