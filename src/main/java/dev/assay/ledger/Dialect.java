package dev.assay.ledger;

/// Where SQLite and PostgreSQL differ in what the ledger says to them.
enum Dialect {
    /// A transaction that may write begins as the only one that does.
    SQLITE("CAST(unixepoch('subsec') * 1000 AS INTEGER)", "", ""),
    POSTGRESQL(
            "CAST(extract(epoch FROM clock_timestamp()) * 1000 AS BIGINT)",
            " FOR UPDATE SKIP LOCKED",
            "SELECT seq FROM chain_head WHERE id = 1 FOR UPDATE");

    private final String nowMillis;
    private final String skipLocked;
    private final String onlyWriter;

    Dialect(String nowMillis, String skipLocked, String onlyWriter) {
        this.nowMillis = nowMillis;
        this.skipLocked = skipLocked;
        this.onlyWriter = onlyWriter;
    }

    static Dialect of(String url) {
        return url.startsWith("jdbc:postgresql:") ? POSTGRESQL : SQLITE;
    }

    /// The database's own clock in milliseconds since 1970: the clock of leases.
    String nowMillis() {
        return nowMillis;
    }

    /// Whether several processes may work on one ledger.
    boolean isShared() {
        return this == POSTGRESQL;
    }

    /// What lets several workers claim different rows.
    String skipLocked() {
        return skipLocked;
    }

    /// What makes a transaction the only one that writes facts until it ends; empty where it is that from its
    /// beginning.
    String onlyWriter() {
        return onlyWriter;
    }
}
