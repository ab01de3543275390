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
    ///
    /// While a legal hold is in force, what was refused is kept: nobody knows whose it is.
    public static void tidy(Ledger ledger, Vault vault) throws IOException {
        boolean kept = ledger.holds().isAny();
        for (String arrival : vault.arrivals()) {
            Optional<ArrivalState> state = ledger.arrivals().find(arrival).map(ArrivalRecord::state);
            if (state.isPresent() ? isElsewhere(state.get(), kept) : isUnfinished(ledger, vault, arrival)) {
                vault.deleteArrival(arrival);
            }
        }
    }

    private static boolean isUnfinished(Ledger ledger, Vault vault, String arrival) throws IOException {
        return !ledger.shared()
                && !vault.written(arrival).isBefore(ledger.blobs().since());
    }

    private static boolean isElsewhere(ArrivalState state, boolean kept) {
        return switch (state) {
            case ATTACHED, DUPLICATE -> true;
            case REFUSED -> !kept;
            case IN_FLIGHT, HELD, QUARANTINED, PARKED -> false;
        };
    }
}
