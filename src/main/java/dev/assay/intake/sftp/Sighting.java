package dev.assay.intake.sftp;

import java.time.Duration;
import java.time.Instant;

/// What looks at one file have shown so far.
///
/// @param firstSeen  when it was first seen
/// @param lastGrowth when it was first seen as it is now; any change counts, not of size alone
/// @param lastSeen   when it was last seen
record Sighting(RemoteFile file, Instant firstSeen, Instant lastGrowth, Instant lastSeen) {
    /// Servers give times in whole seconds: what is written within the second of the last change cannot be told
    /// from it, and can be once that second is over.
    private static final Duration RESOLUTION = Duration.ofSeconds(1);

    static Sighting first(RemoteFile file, Instant now) {
        return new Sighting(file, now, now, now);
    }

    Sighting next(RemoteFile found, Instant now) {
        return found.equals(file)
                ? new Sighting(file, atMost(firstSeen, now), atMost(lastGrowth, now), now)
                : new Sighting(found, atMost(firstSeen, now), now, now);
    }

    /// A clock that was moved back has shown times that are yet to come; nothing waits for them.
    static Instant atMost(Instant seen, Instant now) {
        return seen.isAfter(now) ? now : seen;
    }

    /// Whether two looks at least that far apart, and at least a second, have shown it the same.
    boolean isStable(Duration stableFor) {
        Duration unchanged = Duration.between(lastGrowth, lastSeen);
        return unchanged.compareTo(RESOLUTION) >= 0 && unchanged.compareTo(stableFor) >= 0;
    }
}
