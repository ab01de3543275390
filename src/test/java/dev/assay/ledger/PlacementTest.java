package dev.assay.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.ledger.Placement.Duplicate;
import dev.assay.ledger.Placement.Earlier;
import dev.assay.ledger.Placement.Fresh;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PlacementTest {
    private static final boolean CERTAIN = true;
    private static final boolean UNCERTAIN = false;

    @Test
    void firstBytes_openTheFirstRound() {
        assertPlaced(new Fresh(1, 1, List.of(), false), CERTAIN);
        assertPlaced(new Fresh(1, 1, List.of(), false), UNCERTAIN);
    }

    @Test
    void equalBytesInTheOpenRound_areADuplicate_whateverBecameOfThem() {
        for (SubmissionState state : SubmissionState.values()) {
            assertEquals(
                    new Duplicate("a", state),
                    Placement.of("bytes-a", CERTAIN, List.of(earlier("a", CERTAIN, 1, 1, state, ""))));
        }
    }

    @Test
    void otherBytes_supersedeWhatHasNoVerdictOrWaitsInReview() {
        for (SubmissionState state : List.of(
                SubmissionState.IDENTIFIED,
                SubmissionState.EXTRACTED,
                SubmissionState.CHECKED,
                SubmissionState.HELD,
                SubmissionState.QUARANTINED,
                SubmissionState.PARKED)) {
            assertPlaced(new Fresh(1, 2, List.of("a"), false), CERTAIN, earlier("a", CERTAIN, 1, 1, state, ""));
        }
        assertPlaced(new Fresh(1, 2, List.of("a"), false), CERTAIN, routed("a", CERTAIN, 1, "review"));
        assertPlaced(new Fresh(1, 2, List.of(), true), CERTAIN, routed("a", CERTAIN, 1, "accept"));
        assertPlaced(
                new Fresh(1, 2, List.of(), false),
                CERTAIN,
                new Earlier("a", CERTAIN, 1, 1, "bytes-a", SubmissionState.ROUTED, Optional.of("review"), true));
    }

    @Test
    void otherBytesAfterRework_openTheNextRound() {
        assertPlaced(new Fresh(2, 1, List.of(), false), CERTAIN, routed("a", CERTAIN, 1, "rework"));
    }

    @Test
    void uncertainBytes_supersedeNothing_andOpenNoFurtherRound() {
        assertPlaced(
                new Fresh(1, 2, List.of(), false), UNCERTAIN, earlier("a", CERTAIN, 1, 1, SubmissionState.CHECKED, ""));
        assertPlaced(new Fresh(1, 2, List.of(), false), UNCERTAIN, routed("a", CERTAIN, 1, "review"));
        assertPlaced(new Fresh(1, 2, List.of(), false), UNCERTAIN, routed("a", CERTAIN, 1, "rework"));
        assertPlaced(new Fresh(1, 2, List.of(), true), UNCERTAIN, routed("a", CERTAIN, 1, "accept"));
    }

    @Test
    void uncertainBytesInBetween_changeNothingForTheNext() {
        assertPlaced(
                new Fresh(1, 3, List.of("a"), false),
                CERTAIN,
                earlier("a", CERTAIN, 1, 1, SubmissionState.CHECKED, ""),
                routed("b", UNCERTAIN, 2, "review"));
        assertPlaced(
                new Fresh(2, 1, List.of(), false),
                CERTAIN,
                routed("a", CERTAIN, 1, "rework"),
                routed("b", UNCERTAIN, 2, "review"));
    }

    @Test
    void supersededRevision_neitherEndsARoundNorIsReplacedAgain() {
        assertPlaced(
                new Fresh(1, 3, List.of("b"), false),
                CERTAIN,
                earlier("a", CERTAIN, 1, 1, SubmissionState.SUPERSEDED, "review"),
                earlier("b", CERTAIN, 1, 2, SubmissionState.EXTRACTED, ""));
    }

    private static void assertPlaced(Placement expected, boolean certain, Earlier... earlier) {
        assertEquals(expected, Placement.of("bytes-new", certain, List.of(earlier)));
    }

    private static Earlier routed(String id, boolean certain, int revision, String verdict) {
        return earlier(id, certain, 1, revision, SubmissionState.ROUTED, verdict);
    }

    private static Earlier earlier(
            String id, boolean certain, int round, int revision, SubmissionState state, String verdict) {
        return new Earlier(
                id,
                certain,
                round,
                revision,
                "bytes-" + id,
                state,
                Optional.of(verdict).filter(each -> !each.isEmpty()),
                false);
    }
}
