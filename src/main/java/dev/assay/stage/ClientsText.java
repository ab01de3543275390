package dev.assay.stage;

import dev.assay.priorwork.Exclusion;
import dev.assay.priorwork.Match;
import dev.assay.priorwork.Matches;
import java.util.List;
import java.util.Objects;

/// Text that the client gave, a template's or its brief's: whoever delivers it again has copied nobody, wherever
/// else it stands.
final class ClientsText {
    private static final double MOSTLY = .8;

    private final List<Matches.Excluded> stretches;

    /// @param matches some of which are in templates and briefs
    ClientsText(List<Match> matches) {
        this.stretches = matches.stream()
                .filter(match -> match.exclusion() == Exclusion.TEMPLATE || match.exclusion() == Exclusion.BRIEF)
                .map(match -> new Matches.Excluded(match.own(), Objects.requireNonNull(match.exclusion())))
                .toList();
    }

    List<Matches.Excluded> stretches() {
        return stretches;
    }

    /// Excludes a match whose words are mostly the client's.
    Match mark(Match match) {
        if (match.exclusion() != null) {
            return match;
        }
        return stretches.stream()
                .filter(each -> each.own().part() == match.own().part()
                        && common(each.own(), match.own())
                                >= MOSTLY * (match.own().endWord() - match.own().firstWord()))
                .findFirst()
                .map(each -> new Match(
                        match.own(),
                        match.words(),
                        match.relation(),
                        match.edit(),
                        match.newFigures(),
                        match.commonness(),
                        each.why(),
                        match.other()))
                .orElse(match);
    }

    private static int common(Match.Own one, Match.Own other) {
        return Math.min(one.endWord(), other.endWord()) - Math.max(one.firstWord(), other.firstWord());
    }
}
