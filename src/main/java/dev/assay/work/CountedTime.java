package dev.assay.work;

import dev.assay.work.Arrival.ArrivalTimes;
import java.time.Instant;

/// Which of an arrival's five times counts for lateness, as the contract says.
///
/// All but one are read from our own clock. The first sighting at final size is the default, because a sender can
/// neither move it nor gain by it: a file laid down early and filled later is seen again with each change.
public enum CountedTime {
    /// First seen as it finally was.
    FIRST_SIGHTING_AT_FINAL_SIZE,
    /// What the sender's side says: a file's modification time, a mail's. Whoever sends can set it as he likes; it
    /// counts only where the contract chose to believe it.
    CLAIMED_BY_SOURCE,
    /// When its name first stood there, also when it was still empty.
    FIRST_SEEN,
    /// When it had been unchanged for long enough.
    STABLE,
    /// When it was in the ledger.
    RECORDED;

    /// The time that counts. A claim later than what was seen here cannot be true and says nothing; one from before
    /// 1970 is taken for 1970.
    public Instant of(ArrivalTimes times) {
        return switch (this) {
            case FIRST_SIGHTING_AT_FINAL_SIZE -> times.lastGrowth();
            case CLAIMED_BY_SOURCE -> believed(times.claimedBySource(), times.lastGrowth());
            case FIRST_SEEN -> times.firstSeen();
            case STABLE -> times.stable();
            case RECORDED -> times.recorded();
        };
    }

    private static Instant believed(Instant claimed, Instant seen) {
        if (claimed.isAfter(seen)) {
            return seen;
        }
        return claimed.isBefore(Instant.EPOCH) ? Instant.EPOCH : claimed;
    }
}
