package dev.assay.priorwork.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.priorwork.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RetrievalTest {
    private static final Fingerprints KEYED = new Fingerprints("secret".getBytes(StandardCharsets.UTF_8));
    private static final int ALL = 1000;

    @TempDir
    Path folder;

    private PriorWorkIndex index;

    @BeforeEach
    void open() throws IOException {
        index = PriorWorkIndex.open(folder, "ledger", KEYED);
    }

    @AfterEach
    void close() throws IOException {
        index.close();
    }

    @Test
    void whatMuchWorkHas_isCommon_andBringsNothingUp() throws IOException {
        for (int i = 0; i < 60; i++) {
            add("s" + i, "c" + i % 3, "w" + i, Texts.PASSAGE);
        }
        Retrieval retrieval = look("c0", "own", Texts.PASSAGE, 20);
        assertEquals(List.of(), retrieval.candidates());
        assertTrue(retrieval.commonness().common(0, ALL));
        assertTrue(retrieval.commonness().projects(0, ALL) > 50);
        assertEquals(3, retrieval.commonness().clients(0, ALL));
    }

    @Test
    void stretchesThatMuchWorkHas_areTold_thoughTheyBringNothingUp() throws IOException {
        for (int i = 0; i < 60; i++) {
            add("s" + i, "c", "w" + i, Texts.PASSAGE);
        }
        String text = Texts.filler(1, 300) + " " + Texts.PASSAGE + " " + Texts.filler(2, 300);
        Retrieval retrieval = look("c", "own", text, 20);
        assertEquals(List.of(), retrieval.candidates());
        assertEquals(1, retrieval.commonness().stretches().size());
        Commonness.Stretch stretch = retrieval.commonness().stretches().getFirst();
        int end = 300 + Texts.tokens(Texts.PASSAGE).size();
        assertTrue(stretch.from() >= 300 && stretch.to() <= end && stretch.to() - stretch.from() > 30);
        assertTrue(stretch.projects() > 50);
        assertEquals(
                List.of(),
                look("c", "own", Texts.filler(1, 300), 20).commonness().stretches());
    }

    @Test
    void manyVersionsOfOneReport_areOneProject_andStillFound() throws IOException {
        for (int i = 0; i < 60; i++) {
            add("s" + i, "c", "w", Texts.PASSAGE);
        }
        Retrieval retrieval = look("c", "own", Texts.PASSAGE, 20);
        assertEquals(20, retrieval.candidates().size());
        assertFalse(retrieval.commonness().common(0, ALL));
        assertEquals(1, retrieval.commonness().projects(0, ALL));
    }

    @Test
    void projectsAreCountedByWorkOrderAndClient_theOwnOneNot() throws IOException {
        for (int i = 0; i < 7; i++) {
            add("s" + i, i < 4 ? "a" : "b", "w" + i % 4, Texts.PASSAGE);
        }
        add("s7", "a", "own", Texts.PASSAGE);
        Commonness commonness = look("a", "own", Texts.PASSAGE, 20).commonness();
        assertEquals(7, commonness.projects(0, ALL));
        assertEquals(4, commonness.projectsOfClient(0, ALL));
        assertEquals(2, commonness.clients(0, ALL));
        assertTrue(commonness.common(0, ALL));
        assertFalse(commonness.common(ALL, 2 * ALL), "nothing stands there");
    }

    @Test
    void fiveProjectsAreStillRare_sixAreNot() throws IOException {
        for (int i = 0; i < 5; i++) {
            add("s" + i, "c", "w" + i, Texts.PASSAGE);
        }
        assertFalse(look("c", "own", Texts.PASSAGE, 20).commonness().common(0, ALL));
        add("s5", "c", "w5", Texts.PASSAGE);
        assertTrue(look("c", "own", Texts.PASSAGE, 20).commonness().common(0, ALL));
    }

    @Test
    void passagesDeletedButNotMerged_areNotCounted() throws IOException {
        for (int i = 0; i < 60; i++) {
            add("s", "c", "w" + i, Texts.PASSAGE);
            index.commit(i + 1);
        }
        Retrieval retrieval = look("c", "own", Texts.PASSAGE, 20);
        assertEquals(1, retrieval.candidates().size());
        assertEquals(1, retrieval.commonness().projects(0, ALL));
        assertFalse(retrieval.commonness().common(0, ALL));
    }

    @Test
    void threeWithin150Words_bringAPartUp_fartherApartTheyDoNot() throws IOException {
        List<Fingerprint> there = List.of(at(1, 10), at(2, 20), at(3, 30), at(4, 40));
        index.add(1, new IndexedWork(source("s", "c", "w"), there));
        assertEquals(
                List.of(new Candidate.Place(100, 250, 0, 600)), places(List.of(at(1, 100), at(2, 200), at(3, 250))));
        assertEquals(List.of(), places(List.of(at(1, 100), at(2, 200), at(3, 251))));
        assertEquals(List.of(), places(List.of(at(1, 100), at(2, 101), at(1, 102), at(2, 103))), "two, twice each");
        assertEquals(List.of(), places(List.of(at(1, 100), at(1, 101), at(1, 102))), "one, three times");
    }

    @Test
    void aPassageThatIsRepeated_isFoundAtBothPlaces() throws IOException {
        index.add(1, new IndexedWork(source("s", "c", "w"), List.of(at(1, 700), at(2, 710), at(3, 720))));
        assertEquals(
                List.of(new Candidate.Place(10, 12, 540, 1140), new Candidate.Place(500, 502, 540, 1140)),
                places(List.of(at(1, 10), at(2, 11), at(3, 12), at(1, 500), at(2, 501), at(3, 502))));
    }

    @Test
    void newFigures_changeNoShingle() {
        String text = "In 2024 the panel of 1,200 homes spent 34.5 euros a month on soap, 3 more than in 2023.";
        String anew = "In 2026 the panel of 1,450 homes spent 31.8 euros a month on soap, 2 more than in 2025.";
        assertEquals(digests(text), digests(anew));
        assertTrue(digests(text).size() > 2);
    }

    @Test
    void tablesOfFigures_haveShinglesOfTheirOwn() {
        assertEquals(2, digests("14 27 31 45").size());
        assertFalse(digests("14 27 31").equals(digests("14 27 32")));
        assertEquals(digests("14 27 31"), digests("31 14 27"));
    }

    @Test
    void aParagraphOfManyReports_leavesRoomForTheOneThatAFewWordsCameFrom() throws IOException {
        String boilerplate = Texts.filler(1, 300);
        for (int i = 0; i < 40; i++) {
            add("s" + i, "c", "w" + i, boilerplate + " " + Texts.filler(100 + i, 200));
        }
        add("one", "c", "one", Texts.filler(2, 400) + " " + Texts.PASSAGE);
        List<Candidate> candidates =
                look("c", "own", boilerplate + " " + Texts.PASSAGE, 3).candidates();
        assertEquals("one", candidates.getFirst().source().submission());
        assertEquals(3, candidates.size());
    }

    @Test
    void eachGroup_hasRoomOfItsOwn_andWhatMayNotBeNamedTakesNone() throws IOException {
        for (int i = 0; i < 4; i++) {
            add("theirs" + i, "theirs", "w1", Texts.PASSAGE);
            add("hidden" + i, "hidden", "w2", Texts.PASSAGE);
        }
        add("mine", "c", "w3", Texts.PASSAGE.substring(0, Texts.PASSAGE.length() / 2));
        Grouping byClient = other -> other.client().equals("hidden") ? Optional.empty() : Optional.of(other.client());
        Retrieval retrieval = index.retrieve(
                source("own", "c", "own"), KEYED.of(Shingle.of(Texts.tokens(Texts.PASSAGE))), byClient, 2);
        assertEquals(
                List.of("mine", "theirs0", "theirs1"),
                retrieval.candidates().stream()
                        .map(each -> each.source().submission())
                        .sorted()
                        .toList());
        assertTrue(retrieval.more(), "two more of theirs have what is only in two of them yet");
    }

    @Test
    void whatStandsInEnoughOfThoseChosen_isNoMore() throws IOException {
        for (int i = 0; i < 9; i++) {
            add("s" + i, "c", "w", Texts.PASSAGE);
        }
        Retrieval all = look("c", "own", Texts.PASSAGE, 5);
        assertEquals(5, all.candidates().size());
        assertFalse(all.more());
        assertTrue(look("c", "own", Texts.PASSAGE, 4).more());
    }

    @Test
    void aReportOnTheSameMatter_comesAfterTheOneThatAFewSentencesCameFrom() throws IOException {
        List<Fingerprint> own =
                IntStream.range(0, 60).mapToObj(i -> at(i, i * 50)).toList();
        List<Fingerprint> copied =
                IntStream.range(100, 105).mapToObj(i -> at(i, 3000 + i)).toList();
        index.add(1, new IndexedWork(source("matter", "c", "w1"), own));
        index.add(2, new IndexedWork(source("copied", "c", "w2"), copied));
        List<Fingerprint> both = Stream.concat(own.stream(), copied.stream()).toList();
        assertEquals(
                List.of("copied", "matter"),
                index.retrieve(source("own", "c", "own"), both, Grouping.none(), 20).candidates().stream()
                        .map(each -> each.source().submission())
                        .toList());
    }

    @Test
    void aLongText_isLookedUpInPieces() throws IOException {
        List<Fingerprint> there = new ArrayList<>();
        for (int i = 0; i < 2 * Query.MOST + 10; i++) {
            there.add(at(i, i));
        }
        index.add(1, new IndexedWork(source("s", "c", "w"), there));
        Retrieval retrieval = index.retrieve(source("own", "c", "own"), there, Grouping.none(), 20);
        assertEquals(there.size(), retrieval.candidates().getFirst().hits());
        assertEquals(1, retrieval.candidates().size());
        assertEquals(1, retrieval.commonness().projects(2 * Query.MOST, 2 * Query.MOST + 10));
    }

    private List<Candidate.Place> places(List<Fingerprint> own) throws IOException {
        return index.retrieve(source("own", "c", "own"), own, Grouping.none(), 20).candidates().stream()
                .flatMap(each -> each.places().stream())
                .toList();
    }

    private static Fingerprint at(long hash, int token) {
        return new Fingerprint(hash, token);
    }

    private static List<Long> digests(String text) {
        return Shingle.of(Texts.tokens(text)).stream().map(Shingle::digest).toList();
    }

    private void add(String submission, String client, String workOrder, String text) throws IOException {
        index.add(1, new IndexedWork(source(submission, client, workOrder), KEYED.of(Shingle.of(Texts.tokens(text)))));
    }

    private Retrieval look(String client, String workOrder, String text, int most) throws IOException {
        return index.retrieve(
                source("own", client, workOrder), KEYED.of(Shingle.of(Texts.tokens(text))), Grouping.none(), most);
    }

    private static IndexedWork.Source source(String submission, String client, String workOrder) {
        return new IndexedWork.Source(submission, 0, client, "v", workOrder, "d", 1);
    }
}
