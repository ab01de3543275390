package dev.assay.intake;

import dev.assay.work.Arrival;
import dev.assay.work.Channel;
import java.time.Instant;

/// What is about to be taken from a source that streams.
///
/// @param id              of the arrival, as [ArrivalId] gives it
/// @param vendor          whose source it is
/// @param path            the name the source gave it
/// @param claimedBySource what the source says of its time
/// @param firstSeen       when it was first seen there
/// @param lastGrowth      when it was first seen as it is
/// @param stable          when it had been seen unchanged for long enough
public record Pickup(
        String id,
        Channel channel,
        String vendor,
        String path,
        Instant claimedBySource,
        Instant firstSeen,
        Instant lastGrowth,
        Instant stable) {

    /// The arrival it becomes.
    ///
    /// @param sha256 empty where its bytes were not kept
    public Arrival arrived(long size, String sha256, Instant recorded) {
        return new Arrival(
                id,
                channel,
                vendor,
                path,
                size,
                sha256,
                new Arrival.ArrivalTimes(claimedBySource, firstSeen, lastGrowth, stable, recorded));
    }
}
