package dev.assay.lab.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.lab.bench.PlagiarismScore.Pair;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PlagiarismScoreTest {
    private static final Pair PLANTED = new Pair(0, 7, 100, 200, 300, 400);

    @Test
    void thePassageItself_isPerfect() {
        PlagiarismScore score = PlagiarismScore.of(List.of(PLANTED), List.of(PLANTED));
        assertEquals(new PlagiarismScore(1, 1, 1), score);
        assertEquals(1, score.plagdet(), 1e-9);
    }

    @Test
    void twoHalves_haveFullRecall_andAreTooFine() {
        PlagiarismScore score = PlagiarismScore.of(
                List.of(PLANTED), List.of(new Pair(0, 7, 100, 150, 300, 350), new Pair(0, 7, 150, 200, 350, 400)));
        assertEquals(new PlagiarismScore(1, 1, 2), score);
        assertEquals(Math.log(2) / Math.log(3), score.plagdet(), 1e-9);
    }

    @Test
    void anotherReport_isFalse_howeverWellTheOwnTextFits() {
        assertEquals(
                new PlagiarismScore(0, 0, 1),
                PlagiarismScore.of(List.of(PLANTED), List.of(new Pair(0, 8, 100, 200, 300, 400))));
        assertEquals(0, new PlagiarismScore(0, 0, 1).plagdet());
    }

    @Test
    void wordsBeyondThePassage_costPrecision_missingOnesRecall() {
        PlagiarismScore score = PlagiarismScore.of(List.of(PLANTED), List.of(new Pair(0, 7, 150, 250, 350, 450)));
        assertEquals(new PlagiarismScore(.5, .5, 1), score);
    }
}
