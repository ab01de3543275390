package dev.assay.ledger;

/// What verifying the ledger came to.
///
/// @param intact whether every event and every row fits
/// @param events how many events the chain has (0 when broken)
/// @param rows   how many rows were compared (0 when broken)
/// @param head   the hash of the last event, to be kept elsewhere as proof of the chain's state
/// @param broken the first row that does not fit and why; empty when intact
public record Verification(boolean intact, long events, long rows, String head, String broken) {
    static Verification broken(String table, String id, String why) {
        return new Verification(false, 0, 0, "", table + " " + id + ": " + why);
    }
}
