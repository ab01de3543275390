package dev.assay.intake;

import dev.assay.ledger.ArrivalRecord;
import dev.assay.ledger.ArrivalState;
import dev.assay.ledger.Ledger;
import dev.assay.vault.Vault;
import java.io.IOException;
import java.util.Optional;

/// The bytes of arrivals that an ended process left in the vault and nobody needs any more.
public final class ArrivalBytes {
    private ArrivalBytes() {}

    /// Deletes them. To be called at start, before anything is received.
    ///
    /// What is not recorded is still at its source and copied anew. But what is older than the ledger was recorded
    /// in another one, and on a ledger that is shared another process may just be about to record it.
    public static void tidy(Ledger ledger, Vault vault) throws IOException {
        for (String arrival : vault.arrivals()) {
            Optional<ArrivalState> state = ledger.arrivals().find(arrival).map(ArrivalRecord::state);
            if (state.isPresent() ? isElsewhere(state.get()) : isUnfinished(ledger, vault, arrival)) {
                vault.deleteArrival(arrival);
            }
        }
    }

    private static boolean isUnfinished(Ledger ledger, Vault vault, String arrival) throws IOException {
        return !ledger.shared()
                && !vault.written(arrival).isBefore(ledger.blobs().since());
    }

    private static boolean isElsewhere(ArrivalState state) {
        return switch (state) {
            case ATTACHED, DUPLICATE, REFUSED -> true;
            case IN_FLIGHT, HELD, QUARANTINED, PARKED -> false;
        };
    }
}
