package dev.assay.intake.upload;

import dev.assay.ledger.ArrivalRecord;
import dev.assay.ledger.ArrivalState;
import dev.assay.work.Arrival;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a vendor may know of what it sent: what came, and whether something is asked of it. How it was judged is
/// told in letters alone.
///
/// @param arrival  32 hex digits
/// @param channel  the way it came
/// @param name     as it was sent
/// @param bytes    how many
/// @param sha256   of them; empty where they were not kept
/// @param received when it was recorded
/// @param state    `received`, `in-work`, `duplicate`, `held`, `quarantined` or `refused`
/// @param reason   what is asked of the vendor; null where nothing is
/// @param link     where this receipt is found
public record Receipt(
        String arrival,
        String channel,
        String name,
        long bytes,
        String sha256,
        Instant received,
        String state,
        @Nullable String reason,
        String link) {

    static final String PATH = "/deliveries";

    static Receipt of(ArrivalRecord record) {
        Arrival arrival = record.arrival();
        return new Receipt(
                arrival.id(),
                arrival.channel().word(),
                arrival.path(),
                arrival.size(),
                arrival.sha256(),
                arrival.times().recorded(),
                state(record.state()),
                reason(record),
                PATH + "/" + arrival.id());
    }

    /// That something of ours is down is no matter of the vendor's.
    private static String state(ArrivalState state) {
        return switch (state) {
            case IN_FLIGHT, PARKED -> "received";
            case ATTACHED -> "in-work";
            case DUPLICATE -> "duplicate";
            case HELD -> "held";
            case QUARANTINED -> "quarantined";
            case REFUSED -> "refused";
        };
    }

    private static @Nullable String reason(ArrivalRecord record) {
        return switch (record.state()) {
            case HELD, QUARANTINED, REFUSED -> record.reason();
            case IN_FLIGHT, PARKED, ATTACHED, DUPLICATE -> null;
        };
    }
}
