package dev.assay.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.vault.Vault;
import dev.assay.work.Arrival;
import dev.assay.work.Channel;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Somebody changes the ledger's file behind the program's back.
final class LedgerVerifyTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final String WHY = ": it is not what the chain recorded";

    @TempDir
    private Path folder;

    @BeforeEach
    void recordADelivery() throws Exception {
        try (Ledger ledger = open()) {
            for (String name : new String[] {"a1", "a2", "a3"}) {
                ledger.arrivals()
                        .record(new Arrival(
                                Digests.id("arrival", name),
                                Channel.FOLDER,
                                "kestrel-insight",
                                "hb-101/deck.pptx",
                                17,
                                Digests.of(name),
                                new Arrival.ArrivalTimes(NOON, NOON, NOON, NOON, NOON)));
            }
            Delivery.of("a1", "bytes-1").attach(ledger);
            String submission = ledger.submissionIds().getFirst();
            Delivery.decide(ledger, submission, "rework");
            Delivery.publish(ledger);
            assertTrue(ledger.verify().intact(), ledger.verify().broken());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ledger_info, created_at",
        "client, name_sealed",
        "work_order, version",
        "work_order_version, definition_sealed",
        "deliverable, due_at",
        "assignment, vendor",
        "round, opened_at",
        "arrival, sha256",
        "arrival, path_sealed",
        "arrival, state",
        "submission, verdict",
        "submission, effect_key",
        "arrival_submission, arrival",
        "part, sha256",
        "part, reading_sealed",
        "inspection, checklist_version",
        "item_outcome, outcome",
        "finding, severity",
        "verdict, rule",
        "clock_event, happened_at",
        "outbox, target",
    })
    void row20_oneBitOfAText_isFoundAndItsRowNamed(String table, String column) throws Exception {
        String id = id(table, 0);
        flip(table, column, "id = '" + id + "'");
        assertEquals(table + " " + id + WHY, broken());
    }

    @Test
    void twoRowsOfATable_theFirstIsNamed() throws Exception {
        flip("arrival", "vendor", "id = '" + id("arrival", 2) + "'");
        flip("arrival", "vendor", "id = '" + id("arrival", 1) + "'");
        assertEquals("arrival " + id("arrival", 1) + WHY, broken());
    }

    @Test
    void aNumber_isFound() throws Exception {
        execute("UPDATE submission SET round = 2");
        assertEquals("submission " + id("submission", 0) + WHY, broken());
    }

    @Test
    void aTextTurnedIntoNothing_isFound() throws Exception {
        execute("UPDATE submission SET outcomes = NULL");
        assertEquals("submission " + id("submission", 0) + WHY, broken());
    }

    /// As a ledger is that was written before letters were.
    @Test
    void outboxWithoutLetters_isTakenOverWithItsDigests() throws Exception {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String sql : """
                DROP TABLE vendor_answer;
                DROP TABLE expected_deliverable;
                DROP TABLE outage;
                DROP TABLE heartbeat;
                DROP INDEX clock_event_deliverable;
                DROP TABLE assembly;
                DROP TABLE part_basis;
                DROP TABLE completion;
                DROP TABLE handling;
                DROP TABLE submission_doubt;
                DROP TABLE reference_reading;
                DROP TABLE dismissal;
                DROP TABLE person_answer;
                DROP TABLE checklist_version;
                CREATE TABLE outbox_before (id TEXT PRIMARY KEY, effect_key TEXT NOT NULL, number BIGINT NOT NULL,
                  kind TEXT NOT NULL, submission TEXT NOT NULL REFERENCES submission (id), target TEXT NOT NULL,
                  state TEXT NOT NULL, created_at TEXT NOT NULL, staged_at TEXT, published_at TEXT,
                  UNIQUE (effect_key, number, kind));
                INSERT INTO outbox_before SELECT * FROM outbox;
                DROP TABLE outbox;
                ALTER TABLE outbox_before RENAME TO outbox;
                CREATE INDEX outbox_state ON outbox (state);
                DELETE FROM flyway_schema_history WHERE CAST(version AS INTEGER) > 2
                """.split(";")) {
                statement.execute(sql);
            }
        }
        try (Ledger ledger = open()) {
            assertTrue(ledger.verify().intact(), ledger.verify().broken());
            assertEquals(ledger.submissionIds(), ledger.outbox().queue("rework"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"finding", "verdict", "outbox", "arrival_submission", "clock_event", "ledger_info"})
    void aRowDeleted_isNamed(String table) throws Exception {
        String id = id(table, 0);
        execute("DELETE FROM " + table + " WHERE id = '" + id + "'");
        assertEquals(table + " " + id + ": the chain records it and it is gone", broken());
    }

    @Test
    void aRowAdded_isNamed() throws Exception {
        execute("INSERT INTO client (id, name_sealed, recorded_at) VALUES ('another', 'x', 'y')");
        assertEquals("client another" + WHY, broken());
    }

    @ParameterizedTest
    @ValueSource(strings = {"at", "kind", "subject_table", "subject", "digest", "previous", "hash"})
    void oneBitOfAnEvent_isFoundAndItsPlaceNamed(String column) throws Exception {
        flip("event", column, "seq = 7");
        assertEquals("event 7: its hash or its place in the chain does not fit", broken());
    }

    @Test
    void anEventDeleted_isFoundAtItsPlace() throws Exception {
        execute("DELETE FROM event WHERE seq = 5");
        assertEquals("event 5: its hash or its place in the chain does not fit", broken());
    }

    @Test
    void theLastEventDeleted_isFoundAtTheHead() throws Exception {
        long last = Long.parseLong(text("SELECT MAX(seq) FROM event"));
        execute("DELETE FROM event WHERE seq = " + last);
        assertEquals("chain_head 1: it does not name the last event (" + (last - 1) + ")", broken());
    }

    @Test
    void theHeadMoved_isFound() throws Exception {
        flip("chain_head", "hash", "id = 1");
        assertEquals("chain_head 1", broken().split(":", 2)[0]);
    }

    private Ledger open() throws Exception {
        return Ledger.open(
                LedgerLocation.file(file()),
                Vault.open(folder.resolve("data"), new char[0]),
                Clock.fixed(NOON, ZoneOffset.UTC));
    }

    private Path file() {
        return folder.resolve("ledger.db");
    }

    private String broken() throws Exception {
        try (Ledger ledger = open()) {
            Verification verification = ledger.verify();
            assertFalse(verification.intact());
            return verification.broken();
        }
    }

    /// The id of a table's n-th row, in the order of ids.
    private String id(String table, int row) throws SQLException {
        return text("SELECT id FROM " + table + " ORDER BY id LIMIT 1 OFFSET " + row);
    }

    /// Changes the lowest bit of the first letter.
    private void flip(String table, String column, String where) throws SQLException {
        String old = text("SELECT " + column + " FROM " + table + " WHERE " + where);
        String flipped = (char) (old.charAt(0) ^ 1) + old.substring(1);
        execute("UPDATE " + table + " SET " + column + " = '" + flipped.replace("'", "''") + "' WHERE " + where);
    }

    private String text(String query) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            assertTrue(rows.next(), query);
            return rows.getString(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            assertEquals(1, statement.executeUpdate(sql), sql);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file());
    }
}
