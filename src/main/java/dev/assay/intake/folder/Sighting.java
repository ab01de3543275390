package dev.assay.intake.folder;

import java.time.Duration;
import java.time.Instant;

/// What listings have shown of one file so far.
///
/// @param firstSeen  when it was first listed
/// @param lastGrowth when it was first listed as it is now. Any change counts, not of size alone: else a file
///                   could keep a place before the due time and get its content after it.
/// @param lastSeen   when it was last listed
record Sighting(FileFacts facts, Instant firstSeen, Instant lastGrowth, Instant lastSeen) {

    static Sighting first(FileFacts facts, Instant now) {
        return new Sighting(facts, now, now, now);
    }

    Sighting next(FileFacts found, Instant now) {
        if (found.equals(facts)) {
            return new Sighting(facts, atMost(firstSeen, now), atMost(lastGrowth, now), now);
        }
        return found.inode() == facts.inode()
                ? new Sighting(found, atMost(firstSeen, now), now, now)
                : first(found, now);
    }

    /// A clock that was moved back has shown times that are yet to come; nothing waits for them.
    private static Instant atMost(Instant seen, Instant now) {
        return seen.isAfter(now) ? now : seen;
    }

    /// Whether two listings at least that far apart have shown it the same.
    boolean isStable(Duration stableFor) {
        Duration unchanged = Duration.between(lastGrowth, lastSeen);
        return !unchanged.isZero() && unchanged.compareTo(stableFor) >= 0;
    }
}
