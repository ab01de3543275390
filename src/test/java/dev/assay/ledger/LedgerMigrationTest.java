package dev.assay.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.priorwork.Standing;
import dev.assay.vault.Vault;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A ledger of the first schema is opened by this build.
final class LedgerMigrationTest {
    /// The tables of the first schema, each after those that it refers to.
    private static final List<String> TABLES = List.of(
            "ledger_info",
            "client",
            "work_order",
            "work_order_version",
            "deliverable",
            "assignment",
            "round",
            "arrival",
            "submission",
            "arrival_submission",
            "part",
            "inspection",
            "item_outcome",
            "finding",
            "verdict",
            "clock_event",
            "index_op",
            "outbox",
            "event",
            "chain_head",
            "job");

    @TempDir
    private Path folder;

    private Vault vault;
    private String reworked = "";
    private String accepted = "";
    private String open = "";

    @BeforeEach
    void openVault() throws IOException {
        vault = Vault.open(folder.resolve("data"), new char[0]);
    }

    @ParameterizedTest
    @EnumSource
    void ledgerOfTheFirstSchema_losesNothingAndGoesOn(Ledgers database) throws Exception {
        LedgerLocation location = database.location(folder);
        Map<String, List<Map<String, String>>> before = firstSchema(location);
        try (Ledger ledger = open(location)) {
            assertEquals(before, rows(location, before));
            assertTrue(ledger.verify().intact(), ledger.verify().broken());
            assertEquals(
                    List.of("rework", "accept", ""),
                    List.of(reworked, accepted, open).stream()
                            .map(id -> ledger.submissions().find(id).orElseThrow())
                            .map(each -> each.verdict().orElse(""))
                            .toList());
            assertEquals(
                    "{\"ruling\":1}",
                    ledger.stories()
                            .tell(reworked)
                            .orElseThrow()
                            .inspection()
                            .orElseThrow()
                            .ruling());
            goesOn(ledger);
            assertTrue(ledger.verify().intact(), ledger.verify().broken());
        }
        try (Ledger again = open(location)) {
            assertTrue(again.verify().intact(), again.verify().broken());
        }
    }

    /// Every row of a ledger with a reworked, an accepted and an open submission, written into the first schema.
    private Map<String, List<Map<String, String>>> firstSchema(LedgerLocation location) throws Exception {
        LedgerLocation source = LedgerLocation.file(folder.resolve("source.db"));
        try (Ledger ledger = open(source)) {
            reworked = Delivery.of("a1", "bytes-1").submit(ledger);
            Delivery.decide(ledger, reworked, "rework");
            Delivery.publish(ledger);
            accepted = Delivery.of("a2", "bytes-2").submit(ledger);
            Delivery.decide(ledger, accepted, "accept");
            Delivery.publish(ledger);
            open = Delivery.of("a3", "bytes-3").submit(ledger);
            ledger.arrivals().record(Delivery.arrival("a4"));
        }
        Flyway.configure()
                .dataSource(location.url(), location.user(), location.password())
                .locations("classpath:ledger")
                .target("1")
                .load()
                .migrate();
        Map<String, List<Map<String, String>>> rows = new LinkedHashMap<>();
        try (Connection from = connect(source);
                Connection to = connect(location)) {
            execute(to, "DELETE FROM chain_head");
            for (String table : TABLES) {
                rows.put(table, copy(from, to, table));
                assertFalse(rows.get(table).isEmpty(), table);
            }
            assertEquals(false, has(to, "imported_work"));
        }
        return rows;
    }
}
