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

    /// In words for the vendor: what is recorded of a quarantine, or of what was not scanned, is for the operator.
    private static @Nullable String reason(ArrivalRecord record) {
        return switch (record.state()) {
            case REFUSED -> record.reason();
            case HELD ->
                "It is held: somebody must say what it is, or it cannot be opened. You are written to where you are to"
                        + " do something.";
            case QUARANTINED ->
                "It was set aside because of what it holds and was not opened. Deliver it in another form, or ask the"
                        + " client's contact.";
            case IN_FLIGHT, PARKED, ATTACHED, DUPLICATE -> null;
        };
    }
}
