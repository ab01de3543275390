package dev.assay.intake.folder;

import dev.assay.intake.Pause;
import dev.assay.intake.Troubles;
import dev.assay.vault.DurabilityLost;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Claims that are not done with: they wait for a file to rest, or for a failure to pass, with growing pauses.
final class OpenClaims {
    private static final int MOST_FAILING = 10;
    private static final int MOST_DOUBLINGS = 6;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    private final Map<String, OpenClaim> open = new LinkedHashMap<>();
    private final Claimed claimed;
    private final Troubles troubles;
    private final Runnable failed;
    private final Clock clock;

    /// @param failed is told of each attempt that failed
    OpenClaims(Claimed claimed, Troubles troubles, Runnable failed, Clock clock) {
        this.claimed = claimed;
        this.troubles = troubles;
        this.failed = failed;
        this.clock = clock;
    }

    private record OpenClaim(ClaimNote note, int failures, Pause pause) {}

    /// Goes on with a claim now.
    ///
    /// @throws DurabilityLost if a flush failed; every other failure is kept as a trouble and tried again
    void goOn(ClaimNote note) {
        goOn(new OpenClaim(note, 0, Pause.NONE));
    }

    /// Goes on with all whose pause is over.
    void goOn() {
        Instant now = clock.instant();
        List.copyOf(open.values()).stream()
                .filter(each -> each.pause().isOver(now))
                .forEach(this::goOn);
    }

    /// Whether so many fail that claiming more would only empty the source into a queue that does not move.
    boolean areStuck() {
        return open.values().stream().filter(each -> each.failures() > 0).count() >= MOST_FAILING;
    }

    private void goOn(OpenClaim claim) {
        String id = claim.note().claim();
        try {
            Optional<ClaimNote> left = claimed.goOn(claim.note());
            left.ifPresentOrElse(note -> open.put(id, new OpenClaim(note, 0, Pause.NONE)), () -> open.remove(id));
            troubles.end(id);
        } catch (DurabilityLost e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            failed.run();
            open.put(id, failed(claim));
            troubles.begin(
                    id,
                    "Cannot receive arrival " + claim.note().arrival() + " of vendor '"
                            + claim.note().vendor() + "': " + e.getMessage() + ". It lies safe in .claims/" + id
                            + " and is tried again.",
                    e);
        }
    }

    private OpenClaim failed(OpenClaim claim) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(claim.failures(), MOST_DOUBLINGS));
        return new OpenClaim(claim.note(), claim.failures() + 1, Pause.of(clock.instant(), pause));
    }
}
