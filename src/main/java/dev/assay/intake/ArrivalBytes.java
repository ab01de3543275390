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
    /// What is not recorded is still at its source and copied anew; on a ledger that is shared, though, another
    /// process may just be about to record it.
    public static void tidy(Ledger ledger, Vault vault) throws IOException {
        for (String arrival : vault.arrivals()) {
            Optional<ArrivalState> state = ledger.arrivals().find(arrival).map(ArrivalRecord::state);
            if (state.isPresent() ? isElsewhere(state.get()) : !ledger.shared()) {
                vault.deleteArrival(arrival);
            }
        }
    }

    private static boolean isElsewhere(ArrivalState state) {
        return switch (state) {
            case ATTACHED, DUPLICATE, REFUSED -> true;
            case IN_FLIGHT, HELD, QUARANTINED, PARKED -> false;
        };
    }
}
