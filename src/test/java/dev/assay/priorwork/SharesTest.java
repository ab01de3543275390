package dev.assay.priorwork;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.assay.priorwork.align.Edit;
import dev.assay.work.PriorWorkUse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class SharesTest {
    @Test
    void passagesThatOverlap_countOnce() {
        Shares shares = of(1000, match(Relation.SAME_VENDOR, 0, 100, "a"), match(Relation.SAME_VENDOR, 50, 150, "b"));
        assertEquals(new Shares.Counted(2, 150, 150, .15), shares.sameVendor());
        assertEquals(new Shares.Counted(2, 150, 150, .15), shares.ownClient());
        assertEquals(new Shares.Counted(0, 0, 0, 0.0), shares.external());
    }

    @Test
    void verdicts_areCountedApart() {
        Shares shares = of(
                1000,
                match(Relation.SAME_VENDOR, 0, 100, "a"),
                match(Relation.OTHER_VENDOR, 50, 120, "b"),
                match(Relation.EXTERNAL, 0, 40, "c"),
                restricted(500, 560));
        assertEquals(100, shares.sameVendor().words());
        assertEquals(70, shares.otherVendor().words());
        assertEquals(new Shares.Counted(2, 120, 120, .12), shares.ownClient());
        assertEquals(new Shares.Counted(1, 40, 40, .04), shares.external());
        assertEquals(new Shares.Counted(1, 60, 60, .06), shares.otherClient());
    }

    @Test
    void lineageAndCommonPassages_areToldAndNotCounted() {
        Shares shares = of(
                400,
                match(Relation.EARLIER_ROUND, 0, 100, "a"),
                match(Relation.PREDECESSOR, 80, 200, "b"),
                common(300, 340));
        assertEquals(new Shares.Counted(2, 200, 200, .5), shares.lineage());
        assertEquals(new Shares.Counted(1, 40, 40, .1), shares.common());
        assertEquals(0, shares.ownClient().words());
        assertEquals(
                List.of("b", "a"),
                shares.sources().stream().map(Shares.SourceShare::work).toList());
    }

    @Test
    void exclusions_leaveWhatIsSharedAndWhatCouldBe() {
        Matches matches = new Matches(
                7,
                PriorWorkUse.SHARE,
                true,
                List.of(600, 400),
                0,
                List.of(new Matches.Excluded(own(1, 100, 300), Exclusion.BIBLIOGRAPHY)),
                List.of(
                        match(Relation.EXTERNAL, 1, 250, 350, "a", null),
                        match(Relation.EXTERNAL, 0, 0, 50, "b", Exclusion.QUOTATION)));
        Shares shares = Shares.of(matches);
        assertEquals(1000, shares.words());
        assertEquals(250, shares.excluded());
        assertEquals(750, shares.eligible());
        assertEquals(new Shares.Counted(1, 50, 50, 50 / 750.0), shares.external());
        assertEquals(1, shares.sources().size());
    }

    @Test
    void smallPassages_doNotTakeOutWhatALongerOneCovers() {
        Shares shares = Shares.of(new Matches(
                7,
                PriorWorkUse.SHARE,
                true,
                List.of(200),
                0,
                List.of(),
                List.of(
                        match(Relation.EXTERNAL, 0, 0, 100, "a", null),
                        match(Relation.EXTERNAL, 0, 95, 105, "b", Exclusion.SMALL))));
        assertEquals(5, shares.excluded());
        assertEquals(new Shares.Counted(1, 100, 100, 100 / 195.0), shares.external());
    }

    @Test
    void smallPassagesOfLineage_takeNothingOut() {
        Shares shares = Shares.of(new Matches(
                7,
                PriorWorkUse.SHARE,
                true,
                List.of(200),
                0,
                List.of(),
                List.of(
                        match(Relation.EXTERNAL, 0, 0, 100, "a", null),
                        match(Relation.PREDECESSOR, 0, 150, 170, "b", Exclusion.SMALL))));
        assertEquals(0, shares.excluded());
        assertEquals(new Shares.Counted(1, 100, 100, .5), shares.external());
    }

    @Test
    void sources_areCountedInclusivelyAndExclusively() {
        Shares shares = of(
                1000,
                match(Relation.SAME_VENDOR, 0, 100, "a"),
                match(Relation.SAME_VENDOR, 200, 260, "a"),
                match(Relation.EXTERNAL, 50, 150, "b"),
                restricted(200, 300));
        Shares.SourceShare first = shares.sources().getFirst();
        assertEquals("a", first.work());
        assertEquals(new Shares.Counted(2, 160, 100, .16), first.inclusive());
        assertEquals(new Shares.Counted(2, 110, 60, .11), first.exclusive(), "restricted work takes no part");
        assertEquals(new Shares.Counted(1, 50, 50, .05), shares.sources().get(1).exclusive());
    }

    @Test
    void containment_goesBothWays() {
        Match.Other other = other("a", 0, 60, 240);
        Match match = new Match(
                own(0, 0, 60), 55, Relation.SAME_VENDOR, Edit.LIGHT, false, Match.Commonness.RARE, null, other);
        Match again = new Match(
                own(0, 500, 560), 55, Relation.SAME_VENDOR, Edit.LIGHT, false, Match.Commonness.RARE, null, other);
        Shares.SourceShare source = of(1200, match, again).sources().getFirst();
        assertEquals(.1, source.inclusive().share());
        assertEquals(.25, source.ofTheirs());
    }

    @Test
    void runs_endWithTheirPart() {
        Shares shares = Shares.of(new Matches(
                7,
                PriorWorkUse.SHARE,
                true,
                List.of(100, 100),
                0,
                List.of(),
                List.of(
                        match(Relation.EXTERNAL, 0, 60, 100, "a", null),
                        match(Relation.EXTERNAL, 1, 0, 70, "a", null))));
        assertEquals(new Shares.Counted(2, 110, 70, .55), shares.external());
    }

    @Test
    void sharesOfUntoldWords_areNotTold() {
        Shares shares = Shares.of(new Matches(
                7, PriorWorkUse.SHARE, true, List.of(), 0, List.of(), List.of(match(Relation.EXTERNAL, 0, 40, "a"))));
        assertEquals(40, shares.external().words());
        assertNull(shares.external().share());
    }

    private static Shares of(int words, Match... matches) {
        return Shares.of(new Matches(7, PriorWorkUse.SHARE, true, List.of(words), 0, List.of(), List.of(matches)));
    }

    private static Match match(Relation relation, int first, int end, String work) {
        return match(relation, 0, first, end, work, null);
    }

    private static Match match(
            Relation relation, int part, int first, int end, String work, @Nullable Exclusion exclusion) {
        return new Match(
                own(part, first, end),
                end - first,
                relation,
                Edit.VERBATIM,
                false,
                Match.Commonness.RARE,
                exclusion,
                other(work, first, end, 2000));
    }

    private static Match common(int first, int end) {
        return new Match(
                own(0, first, end),
                end - first,
                Relation.SAME_VENDOR,
                Edit.VERBATIM,
                false,
                new Match.Commonness(true, 9),
                null,
                other("z", first, end, 2000));
    }

    private static Match restricted(int first, int end) {
        return new Match(
                own(0, first, end), end - first, Relation.OTHER_CLIENT, null, false, Match.Commonness.RARE, null, null);
    }

    private static Match.Other other(String work, int first, int end, int words) {
        return new Match.Other(
                work, 0, work + ".docx", Standing.ACCEPTED, "page 2", first, end, words, List.of(), List.of());
    }

    private static Match.Own own(int part, int first, int end) {
        return new Match.Own(part, first * 6, end * 6, first, end, "page 1", "how it begins");
    }
}
