package dev.assay.ledger;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.time.Duration;
import java.util.Arrays;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.jdbi.v3.core.Jdbi;

/// The connections: one that writes and a few that read on SQLite, one pool for both on PostgreSQL.
final class Database implements AutoCloseable {
    /// How long something waits for what another program has locked; then it fails, is told, and is tried again.
    private static final Duration LONGEST_LOCK = Duration.ofSeconds(10);

    private static final int READERS = 4;

    private final HikariDataSource writers;
    private final HikariDataSource readers;
    private final Dialect dialect;

    private Database(HikariDataSource writers, HikariDataSource readers, Dialect dialect) {
        this.writers = writers;
        this.readers = readers;
        this.dialect = dialect;
    }

    /// Opens and migrates.
    ///
    /// @throws IllegalStateException if the schema is newer than this build, or the database cannot be reached
    static Database open(LedgerLocation location) {
        Dialect dialect = Dialect.of(location.url());
        if (dialect == Dialect.POSTGRESQL) {
            HikariDataSource pool = pool(location, location.url(), "ledger", 2 * READERS);
            migrate(pool);
            return new Database(pool, pool, dialect);
        }
        String wal =
                "?journal_mode=WAL&synchronous=FULL&busy_timeout=" + LONGEST_LOCK.toMillis() + "&foreign_keys=true";
        HikariDataSource writer =
                pool(location, location.url() + wal + "&transaction_mode=IMMEDIATE", "ledger-writer", 1);
        migrate(writer);
        return new Database(writer, pool(location, location.url() + wal, "ledger-reader", READERS), dialect);
    }

    Jdbi writing() {
        return Jdbi.create(writers);
    }

    Jdbi reading() {
        return Jdbi.create(readers);
    }

    Dialect dialect() {
        return dialect;
    }

    private static HikariDataSource pool(LedgerLocation location, String url, String name, int size) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setPoolName(name);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        if (Dialect.of(location.url()) == Dialect.POSTGRESQL) {
            config.setConnectionInitSql("SET lock_timeout = " + LONGEST_LOCK.toMillis());
        }
        config.setConnectionTimeout(Duration.ofMinutes(2).toMillis());
        if (!location.user().isEmpty()) {
            config.setUsername(location.user());
            config.setPassword(location.password());
        }
        try {
            return new HikariDataSource(config);
        } catch (HikariPool.PoolInitializationException e) {
            throw new IllegalStateException(
                    "Cannot open the ledger " + location.url() + ": "
                            + e.getCause().getMessage()
                            + ". See that it is the ledger and can be reached, or restore it from a backup.",
                    e);
        }
    }

    private static void migrate(HikariDataSource source) {
        Flyway flyway = Flyway.configure()
                .dataSource(source)
                .locations("classpath:ledger")
                .failOnMissingLocations(true)
                .load();
        MigrationVersion known = Arrays.stream(flyway.info().all())
                .filter(migration -> !migration.getState().isApplied()
                        || migration.getState().isResolved())
                .map(MigrationInfo::getVersion)
                .max(MigrationVersion::compareTo)
                .orElse(MigrationVersion.EMPTY);
        MigrationInfo current = flyway.info().current();
        if (current != null && current.getVersion().compareTo(known) > 0) {
            source.close();
            throw new IllegalStateException("Ledger schema is version " + current.getVersion()
                    + "; this build reads up to " + known + ". Start a newer build.");
        }
        flyway.migrate();
    }

    @Override
    public void close() {
        readers.close();
        writers.close();
    }
}
