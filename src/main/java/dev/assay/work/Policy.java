package dev.assay.work;

import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// A client's numbers that decide beyond single findings. A work order may state its own.
///
/// @param version          hash of the text it was read from, recorded with each verdict
/// @param sampling         the share of otherwise accepted deliverables a person reads, 0 to 1
/// @param firstDeliveries  how many first deliverables of a vendor a person reads
/// @param tightened        whether every deliverable is read by a person (tightened inspection)
/// @param releaseLetters   whether a person releases each rework letter
/// @param roundLimit       the last round that may end in rework without a person, at least 1
/// @param critical         acceptance number: how many critical findings are still acceptable
/// @param major            acceptance number for major findings; empty for the default by size
/// @param minor            acceptance number for minor findings; empty for unlimited
/// @param scoreThreshold   the least score that is accepted, 0 to 100; empty for none
/// @param reworkWithin     how long a vendor has for a round of rework
/// @param unscanned        what becomes of what the virus scanner did not look through
public record Policy(
        String version,
        double sampling,
        int firstDeliveries,
        boolean tightened,
        boolean releaseLetters,
        int roundLimit,
        int critical,
        OptionalInt major,
        OptionalInt minor,
        OptionalDouble scoreThreshold,
        Turnaround reworkWithin,
        Unscanned unscanned) {
    public Policy {
        // Versions that were recorded before there was a turnaround have none.
        reworkWithin = Objects.requireNonNullElse(reworkWithin, Turnaround.STANDARD);
        unscanned = Objects.requireNonNullElse(unscanned, Unscanned.HOLD);
        if (sampling < 0 || sampling > 1) {
            throw new IllegalArgumentException("sampling is a share from 0 to 1. Found: " + sampling);
        }
        if (firstDeliveries < 0 || roundLimit < 1 || critical < 0) {
            throw new IllegalArgumentException(
                    "first-deliveries and critical are at least 0, round-limit at least 1. Found: " + firstDeliveries
                            + ", " + critical + ", " + roundLimit);
        }
    }

    /// A policy with the standard turnaround, that holds what was not scanned.
    public Policy(
            String version,
            double sampling,
            int firstDeliveries,
            boolean tightened,
            boolean releaseLetters,
            int roundLimit,
            int critical,
            OptionalInt major,
            OptionalInt minor,
            OptionalDouble scoreThreshold) {
        this(
                version,
                sampling,
                firstDeliveries,
                tightened,
                releaseLetters,
                roundLimit,
                critical,
                major,
                minor,
                scoreThreshold,
                Turnaround.STANDARD,
                Unscanned.HOLD);
    }

    /// What holds where nothing is said: no sampling, three rounds, default acceptance numbers, no score
    /// threshold, two business days for rework.
    public static Policy standard() {
        return new Policy(
                "standard", 0, 0, false, false, 3, 0, OptionalInt.empty(), OptionalInt.empty(), OptionalDouble.empty());
    }
}
