package dev.assay.stage;

import dev.assay.ledger.Ledger;
import dev.assay.vault.Vault;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The blobs under clients' keys that no fact names: what a step had stored when it lost its job to a newer
/// revision, or when the process died.
public final class UnnamedBlobs {
    private static final Logger LOG = LoggerFactory.getLogger(UnnamedBlobs.class);

    private UnnamedBlobs() {}

    /// Deletes them. To be called at start, before anything is stored.
    ///
    /// Only what was written between the making of the ledger and its last event is looked at: what is older
    /// belongs to another ledger, what is younger may be named by the job that is done again. On a ledger that
    /// is shared another process may be about to name a blob, so nothing is deleted there.
    public static void sweep(Ledger ledger, Vault vault) throws IOException {
        if (ledger.shared()) {
            return;
        }
        Instant since = ledger.blobs().since();
        Instant until = ledger.blobs().until();
        Map<String, Set<String>> named = new HashMap<>();
        int swept = 0;
        for (Vault.ClientBlob blob : vault.clientBlobs()) {
            boolean ours = !blob.written().isBefore(since) && !blob.written().isAfter(until);
            if (ours
                    && !named.computeIfAbsent(blob.client(), ledger.blobs()::of).contains(blob.sha256())) {
                vault.delete(blob);
                swept++;
            }
        }
        if (swept > 0) {
            LOG.info("Deleted {} blob(s) that nothing names, left by interrupted work", swept);
        }
    }
}
