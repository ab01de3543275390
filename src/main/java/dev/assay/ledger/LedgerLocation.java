package dev.assay.ledger;

import java.nio.file.Path;

/// Where a ledger is.
///
/// @param url      a JDBC URL of SQLite or PostgreSQL
/// @param user     empty where none is needed
/// @param password empty where none is needed; never printed
public record LedgerLocation(String url, String user, String password) {
    /// The embedded default: a SQLite file.
    public static LedgerLocation file(Path file) {
        return new LedgerLocation("jdbc:sqlite:" + file.toAbsolutePath(), "", "");
    }

    @Override
    public String toString() {
        return url;
    }
}
