package dev.assay.intake.folder;

import dev.assay.intake.ArrivalId;
import dev.assay.intake.NameBytes;
import dev.assay.work.Arrival;
import dev.assay.work.Channel;
import dev.assay.work.ShownName;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/// What is known of a claimed file, written down before it is claimed. Recovery reads it and never works it out
/// again: the claim's rename changes the file's time of change, and with it what its identity would be.
///
/// @param claim      the claimed file's name, a random UUID
/// @param path       Base64 of the bytes of its name below the vendor's folder
/// @param shown      the name for a person who reads the note
/// @param arrival    the arrival's id
/// @param lastGrowth when it was first seen as it is
/// @param stable     when it had been unchanged for long enough
record ClaimNote(
        String claim,
        String vendor,
        String path,
        String shown,
        String arrival,
        long device,
        long inode,
        long size,
        Instant changed,
        Instant modified,
        Instant firstSeen,
        Instant lastGrowth,
        Instant stable) {

    /// The note for a file about to be claimed.
    static ClaimNote of(String vendor, byte[] name, Sighting sighting) {
        return note(
                UUID.randomUUID().toString(),
                vendor,
                name,
                sighting.facts(),
                sighting.firstSeen(),
                sighting.lastGrowth(),
                sighting.lastSeen());
    }

    /// The note for what the claimed file has become: another arrival, stable again at the earliest after the
    /// given time.
    ClaimNote renewed(FileFacts facts, Instant now, Duration stableFor) {
        return note(claim, vendor, name(), facts, firstSeen, now, now.plus(stableFor));
    }

    /// Whether the claimed file is still what was noted. The time of change is left out, since the claim itself
    /// changed it.
    boolean describes(FileFacts facts) {
        return facts.device() == device
                && facts.inode() == inode
                && facts.size() == size
                && facts.modified().equals(modified);
    }

    Arrival arrived(long bytes, String sha256, Instant recorded) {
        var times = new Arrival.ArrivalTimes(modified, firstSeen, lastGrowth, stable, recorded);
        return new Arrival(arrival, Channel.FOLDER, vendor, NameBytes.text(name()), bytes, sha256, times);
    }

    /// The time of change is part of it, because files dropped with a preserved modification time would else share
    /// an identity.
    private static String arrivalId(String vendor, FileFacts facts, byte[] name) {
        return ArrivalId.of(
                Channel.FOLDER,
                vendor,
                List.of(
                        ArrivalId.field(facts.device()),
                        ArrivalId.field(facts.inode()),
                        ArrivalId.field(facts.changed()),
                        ArrivalId.field(facts.modified()),
                        ArrivalId.field(facts.size()),
                        name));
    }

    private byte[] name() {
        return Base64.getDecoder().decode(path);
    }

    private static ClaimNote note(
            String claim,
            String vendor,
            byte[] name,
            FileFacts facts,
            Instant firstSeen,
            Instant lastGrowth,
            Instant stable) {
        return new ClaimNote(
                claim,
                vendor,
                Base64.getEncoder().encodeToString(name),
                ShownName.of(NameBytes.text(name)),
                arrivalId(vendor, facts, name),
                facts.device(),
                facts.inode(),
                facts.size(),
                facts.changed(),
                facts.modified(),
                firstSeen,
                lastGrowth,
                stable);
    }
}
