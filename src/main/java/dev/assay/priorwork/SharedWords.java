package dev.assay.priorwork;

import dev.assay.priorwork.Shares.Counted;
import dev.assay.priorwork.Shares.SourceShare;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/// The arithmetic of [Shares]: which words of a submission some of its passages cover.
public final class SharedWords {
    private final List<Match> matches;
    private final WordSet none;
    private final WordSet excluded;
    private final int words;
    private final int eligible;

    public SharedWords(Matches given) {
        this.matches = given.matches();
        this.none = WordSet.none(given.words(), matches);
        this.words = given.words().stream().mapToInt(Integer::intValue).sum();
        WordSet out = none.with(given.excluded().stream().map(Matches.Excluded::own));
        WordSet counted = own(Shares::isCounted);
        // Too few words to tell anything of themselves do not take words out that a longer passage covers; nor do they
        // where the work is one that this one continues, whose longer passages take none out either.
        this.excluded = out.and(own(match -> match.exclusion() != null && match.exclusion() != Exclusion.SMALL))
                .and(own(match -> match.exclusion() == Exclusion.SMALL
                                && !match.relation().isLineage())
                        .without(counted));
        this.eligible = Math.max(0, words - excluded.size());
    }

    private WordSet own(Predicate<Match> which) {
        return none.with(matches.stream().filter(which).map(Match::own));
    }

    Shares shares() {
        return new Shares(
                words,
                excluded.size(),
                counted(relation(Relation.SAME_VENDOR)),
                counted(relation(Relation.OTHER_VENDOR)),
                counted(relation(Relation.SAME_VENDOR).or(relation(Relation.OTHER_VENDOR))),
                counted(relation(Relation.EXTERNAL)),
                counted(relation(Relation.OTHER_CLIENT)),
                counted(match -> match.relation().isLineage() && match.exclusion() == null),
                counted(match -> !match.relation().isLineage()
                        && match.exclusion() == null
                        && match.commonness().common()),
                sources());
    }

    private static Predicate<Match> relation(Relation relation) {
        return match -> match.relation() == relation && Shares.isCounted(match);
    }

    private Counted counted(Predicate<Match> which) {
        return of(matches.stream().filter(which).toList());
    }

    /// What some of the passages cover together, without what is excluded.
    public Counted of(List<Match> passages) {
        return counted(
                passages.size(), none.with(passages.stream().map(Match::own)).without(excluded));
    }

    /// How many words could be shared.
    public int eligible() {
        return eligible;
    }

    private Counted counted(int passages, WordSet covered) {
        return new Counted(
                passages, covered.size(), covered.longestRun(), eligible == 0 ? null : share(covered.size(), eligible));
    }

    private static double share(int part, int whole) {
        return Math.min(1, (double) part / whole);
    }

    private List<SourceShare> sources() {
        Map<String, List<Match>> byWork = new LinkedHashMap<>();
        for (Match match : matches) {
            Match.Other other = match.other();
            if (other != null
                    && (Shares.isCounted(match) || (match.relation().isLineage() && match.exclusion() == null))) {
                byWork.computeIfAbsent(
                                match.relation() + "/" + other.work() + "/" + other.part(), key -> new ArrayList<>())
                        .add(match);
            }
        }
        return byWork.keySet().stream()
                .map(key -> source(key, byWork))
                .sorted(Comparator.comparing(
                                (SourceShare source) -> source.relation().isLineage())
                        .thenComparing(source -> source.inclusive().words(), Comparator.reverseOrder())
                        .thenComparing(SourceShare::work)
                        .thenComparingInt(SourceShare::part))
                .toList();
    }

    private SourceShare source(String key, Map<String, List<Match>> byWork) {
        List<Match> mine = byWork.getOrDefault(key, List.of());
        Match first = mine.getFirst();
        Match.Other other = Objects.requireNonNull(first.other());
        WordSet covered = none.with(mine.stream().map(Match::own)).without(excluded);
        WordSet elsewhere = none.with(byWork.entrySet().stream()
                .filter(each -> !each.getKey().equals(key))
                .flatMap(each -> each.getValue().stream())
                .map(Match::own));
        return new SourceShare(
                first.relation(),
                other.work(),
                other.part(),
                other.title(),
                other.standing(),
                counted(mine.size(), covered),
                counted(mine.size(), covered.without(elsewhere)),
                other.partWords() == 0 ? null : share(WordSet.theirs(mine), other.partWords()));
    }
}
