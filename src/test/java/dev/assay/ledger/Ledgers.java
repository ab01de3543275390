package dev.assay.ledger;

import dev.assay.vault.Vault;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Opens ledgers for tests on either database; PostgreSQL is a real server started once for the test JVM.
enum Ledgers {
    SQLITE {
        @Override
        LedgerLocation location(Path folder) {
            return LedgerLocation.file(folder.resolve("ledger.db"));
        }
    },
    POSTGRESQL {
        @Override
        LedgerLocation location(Path folder) {
            return new LedgerLocation(freshDatabase(), "postgres", "");
        }
    };

    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static @Nullable EmbeddedPostgres server;

    abstract LedgerLocation location(Path folder);

    Ledger open(LedgerLocation location, Vault vault, Clock clock) {
        return Ledger.open(location, vault, clock);
    }

    private static synchronized String freshDatabase() {
        try {
            if (server == null) {
                server = EmbeddedPostgres.builder().start();
            }
            String name = "ledger" + DATABASES.incrementAndGet();
            try (var connection = server.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE " + name);
            }
            return server.getJdbcUrl("postgres", name);
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("PostgreSQL did not start", e);
        }
    }
}
