package dev.assay.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.priorwork.Standing;
import dev.assay.vault.Vault;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.ResultSetMetaData;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A ledger of the first schema is opened by this build.
final class LedgerMigrationTest {
    /// The tables of the first schema that its builds wrote, each after those that it refers to.
    private static final List<String> WRITTEN = List.of(
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
    void ledgerOfTheFirstSchema_losesNothing_andGoesOn(Ledgers database) {
        LedgerLocation location = database.location(folder);
        Map<String, List<Map<String, @Nullable String>>> before = firstSchema(location);
        try (Ledger ledger = ledger(location)) {
            assertEquals(before, rows(location));
            assertTrue(ledger.verify().intact(), ledger.verify().broken());
            assertEquals("rework", verdict(ledger, reworked));
            assertEquals("accept", verdict(ledger, accepted));
            Story story = ledger.stories().tell(reworked).orElseThrow();
            assertEquals("Harrowgate Beverages", story.clientName());
            assertEquals("{\"ruling\":1}", story.inspection().orElseThrow().ruling());
            goesOn(ledger);
            assertTrue(ledger.verify().intact(), ledger.verify().broken());
        }
        try (Ledger again = ledger(location)) {
            assertTrue(again.verify().intact(), again.verify().broken());
        }
    }

    /// A reworked, an accepted and an open submission and an arrival that is not identified, row for row in the
    /// first schema.
    private Map<String, List<Map<String, @Nullable String>>> firstSchema(LedgerLocation location) {
        LedgerLocation source = LedgerLocation.file(folder.resolve("source.db"));
        try (Ledger ledger = ledger(source)) {
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
        jdbi(source)
                .useHandle(from -> jdbi(location).useTransaction(to -> {
                    to.execute("DELETE FROM chain_head");
                    WRITTEN.forEach(table -> copy(from, to, table));
                }));
        Map<String, List<Map<String, @Nullable String>>> rows = rows(location);
        rows.forEach((table, all) -> assertFalse(all.isEmpty(), table));
        return rows;
    }

    private static void copy(Handle from, Handle to, String table) {
        List<String> columns = columns(to, table);
        String names = String.join(", ", columns);
        String places = String.join(", :", columns);
        for (Map<String, Object> row :
                from.select("SELECT " + names + " FROM " + table).mapToMap()) {
            to.createUpdate("INSERT INTO " + table + " (" + names + ") VALUES (:" + places + ")")
                    .bindMap(row)
                    .execute();
        }
    }

    private static List<String> columns(Handle handle, String table) {
        return handle.createQuery("SELECT * FROM " + table).scanResultSet((rows, _) -> {
            ResultSetMetaData columns = rows.get().getMetaData();
            List<String> names = new ArrayList<>();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                names.add(columns.getColumnName(i));
            }
            return names;
        });
    }

    /// All rows with all their columns: a column that is added to a row changes its digest.
    private static Map<String, List<Map<String, @Nullable String>>> rows(LedgerLocation location) {
        return jdbi(location)
                .withHandle(handle -> WRITTEN.stream()
                        .collect(Collectors.toMap(
                                table -> table, table -> rows(handle, table), (one, _) -> one, LinkedHashMap::new)));
    }

    private static List<Map<String, @Nullable String>> rows(Handle handle, String table) {
        return handle.select("SELECT * FROM " + table + " ORDER BY 1").mapToMap().stream()
                .map(LedgerMigrationTest::texts)
                .toList();
    }

    private static Map<String, @Nullable String> texts(Map<String, @Nullable Object> row) {
        Map<String, @Nullable String> texts = new TreeMap<>();
        row.forEach((column, value) -> texts.put(column, value == null ? null : value.toString()));
        return texts;
    }

    /// What was open is decided, what was not identified is, and what this schema has new is used.
    private void goesOn(Ledger ledger) {
        long newest = ledger.indexOps().newest();
        assertEquals(Standing.ACCEPTED, ledger.indexOps().standing(accepted, newest));
        assertEquals(Standing.REJECTED, ledger.indexOps().standing(reworked, newest));
        Delivery.decide(ledger, open, "accept");
        Delivery.publish(ledger);
        assertEquals(Set.of(accepted, open), Set.copyOf(ledger.outbox().queue("accept")));
        Delivery.of("a4", "bytes-4").attach(ledger);
        assertEquals(0, ledger.balances().arrivals().gap());
        assertTrue(ledger.submissions().recall(accepted, "me", "wrong base"));
        assertTrue(ledger.importedWorks().record(imported()));
        assertEquals(newest + 4, ledger.indexOps().newest());
        ledger.unlocks().record(accepted, 1, "me", "inquiry 7");
        assertTrue(ledger.holds().set("harrowgate", "me", "case 7"));
        assertTrue(ledger.purges().record("harrowgate", "me", "over").isPresent());
        assertTrue(ledger.holds().lift("harrowgate", "me", "ended"));
        assertEquals(Optional.empty(), ledger.purges().record("pellworm", "me", "over"));
    }

    private static ImportedWork imported() {
        return new ImportedWork(
                "pellworm",
                ImportedWork.Kind.WORK,
                "",
                "",
                "Title",
                "old.docx",
                "en",
                Optional.empty(),
                "accept",
                17,
                Digests.of("old"),
                Digests.of("document"));
    }

    private static String verdict(Ledger ledger, String submission) {
        return ledger.submissions().find(submission).orElseThrow().verdict().orElse("none");
    }

    private Ledger ledger(LedgerLocation location) {
        return Ledger.open(location, vault, Clock.fixed(Delivery.NOON, ZoneOffset.UTC));
    }

    private static Jdbi jdbi(LedgerLocation location) {
        return Jdbi.create(location.url(), location.user(), location.password());
    }
}
