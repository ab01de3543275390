package dev.assay.priorwork;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.priorwork.align.Edit;
import dev.assay.work.PriorWorkUse;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ExcludingTest {
    @Test
    void matchThatLiesInAStretchLeftOut_isNotCounted() {
        assertEquals(
                Arrays.asList(Exclusion.QUOTATION, null),
                why(List.of(stretch(100, 200, Exclusion.QUOTATION)), match(140, 220, null), match(180, 260, null)));
    }

    @Test
    void textOfATemplate_leavesOutWhatElseStandsThere() {
        assertEquals(
                Arrays.asList(Exclusion.TEMPLATE, Exclusion.TEMPLATE),
                why(List.of(), match(0, 80, Exclusion.TEMPLATE), match(10, 60, null)));
    }

    @Test
    void fewWords_areSmall_butForAnotherClients() {
        Match leak = new Match(own(0, 20), 20, Relation.OTHER_CLIENT, null, false, Match.Commonness.RARE, null, null);
        assertEquals(Arrays.asList(Exclusion.SMALL, null), why(List.of(), match(0, 24, null), leak));
    }

    /// Half of it is in one text alone: forms and title pages share as many labels.
    @Test
    void heavilyEdited_isSmallUpToFiftyWords() {
        assertEquals(Arrays.asList(Exclusion.SMALL, null), why(List.of(), heavy(49), heavy(50)));
    }

    private static Match heavy(int words) {
        Match same = match(0, 100, null);
        return new Match(
                same.own(), words, same.relation(), Edit.HEAVY, false, Match.Commonness.RARE, null, same.other());
    }

    private static List<Exclusion> why(List<Matches.Excluded> excluded, Match... matches) {
        return Excluding.apply(new Matches(1, PriorWorkUse.SHARE, true, List.of(1000), 0, excluded, List.of(matches)))
                .matches()
                .stream()
                .map(Match::exclusion)
                .toList();
    }

    private static Matches.Excluded stretch(int from, int to, Exclusion why) {
        return new Matches.Excluded(own(from, to), why);
    }

    private static Match match(int from, int to, @Nullable Exclusion why) {
        return new Match(
                own(from, to),
                to - from,
                Relation.SAME_VENDOR,
                Edit.VERBATIM,
                false,
                Match.Commonness.RARE,
                why,
                new Match.Other("w", 0, "Work", Standing.ACCEPTED, "page 1", 0, to - from, 500, List.of(), List.of()));
    }

    private static Match.Own own(int from, int to) {
        return new Match.Own(0, from * 6, to * 6, from, to, "page 1", "words");
    }
}
