package dev.assay.ledger;

/// Where SQLite and PostgreSQL differ in what the ledger says to them.
enum Dialect {
    SQLITE("CAST(unixepoch('subsec') * 1000 AS INTEGER)", ""),
    POSTGRESQL("CAST(extract(epoch FROM clock_timestamp()) * 1000 AS BIGINT)", " FOR UPDATE SKIP LOCKED");

    private final String nowMillis;
    private final String skipLocked;

    Dialect(String nowMillis, String skipLocked) {
        this.nowMillis = nowMillis;
        this.skipLocked = skipLocked;
    }

    static Dialect of(String url) {
        return url.startsWith("jdbc:postgresql:") ? POSTGRESQL : SQLITE;
    }

    /// The database's own clock in milliseconds since 1970: the clock of leases.
    String nowMillis() {
        return nowMillis;
    }

    /// What lets several workers claim different rows.
    String skipLocked() {
        return skipLocked;
    }
}
