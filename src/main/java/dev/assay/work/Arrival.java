package dev.assay.work;

import java.time.Instant;

/// One pick-up from one source, before anyone knows what it is.
///
/// @param id       32 hex digits: hash of channel, source and native id
/// @param channel  the way it came
/// @param vendor   the vendor the source belongs to
/// @param path     the name the source gave it, relative to the source; data, never used to open a file
/// @param size     bytes
/// @param sha256   of the bytes, 64 hex digits
/// @param times    when it was seen
public record Arrival(
        String id, Channel channel, String vendor, String path, long size, String sha256, ArrivalTimes times) {

    /// The five times of an arrival; the contract says which counts for lateness.
    ///
    /// @param claimedBySource what the source says (a modification time)
    /// @param firstSeen       first listed
    /// @param lastGrowth      first listed at its final size: counts for lateness unless agreed otherwise
    /// @param stable          seen unchanged long enough
    /// @param recorded        committed to the ledger
    public record ArrivalTimes(
            Instant claimedBySource, Instant firstSeen, Instant lastGrowth, Instant stable, Instant recorded) {}
}
