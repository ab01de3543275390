package dev.assay.ledger;

import dev.assay.vault.Vault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The writing hand of one transaction: every fact that it writes is followed by an event with the row's
/// digest.
final class Facts {
    private final Handle handle;
    private final Dialect dialect;
    private final Vault vault;
    private final Clock clock;
    private final Outlets outlets;
    private @Nullable String now;

    Facts(Handle handle, Dialect dialect, Vault vault, Clock clock, Outlets outlets) {
        this.handle = handle;
        this.dialect = dialect;
        this.vault = vault;
        this.clock = clock;
        this.outlets = outlets;
    }

    Outlets outlets() {
        return outlets;
    }

    Handle handle() {
        return handle;
    }

    Dialect dialect() {
        return dialect;
    }

    /// The transaction's moment as it is written: the same for all that it writes.
    String now() {
        if (now == null) {
            now = Moments.text(clock.instant());
        }
        return now;
    }

    /// Inserts a row, which has a column `id`.
    void insert(String table, String event, Row row) {
        String names = String.join(", ", row.columns().keySet());
        String places = row.columns().keySet().stream().map(name -> ":" + name).collect(Collectors.joining(", "));
        handle.createUpdate("INSERT INTO " + table + " (" + names + ") VALUES (" + places + ")")
                .bindMap(row.columns())
                .execute();
        append(table, row.text("id"), event);
    }

    /// Inserts a row unless one of that id is there.
    void insertIfAbsent(String table, String event, Row row) {
        if (find(table, row.text("id")).isEmpty()) {
            insert(table, event, row);
        }
    }

    /// Changes columns of one row.
    ///
    /// @throws IllegalStateException if there is no such row
    void update(String table, String id, String event, Row changes) {
        String sets = changes.columns().keySet().stream()
                .map(name -> name + " = :" + name)
                .collect(Collectors.joining(", "));
        int changed = handle.createUpdate("UPDATE " + table + " SET " + sets + " WHERE id = :row_id")
                .bindMap(changes.columns())
                .bind("row_id", id)
                .execute();
        if (changed != 1) {
            throw new IllegalStateException("No row " + id + " in " + table + " to change");
        }
        append(table, id, event);
    }

    Optional<Row> find(String table, String id) {
        return query("SELECT * FROM " + table + " WHERE id = :id", Map.of("id", id)).stream()
                .findFirst();
    }

    Row get(String table, String id) {
        return find(table, id).orElseThrow(() -> new IllegalStateException("No row " + id + " in " + table));
    }

    List<Row> query(String sql, Map<String, ?> parameters) {
        return query(handle, sql, parameters);
    }

    static List<Row> query(Handle handle, String sql, Map<String, ?> parameters) {
        return handle.createQuery(sql).bindMap(parameters).mapToMap().stream()
                .map(Row::read)
                .toList();
    }

    /// Appends an event about something that is no row of its own.
    void note(String kind, String table, String subject) {
        append(table, subject, kind);
    }

    /// A text under an owner's key, bound to its row and column.
    String seal(String owner, String table, String id, String column, String text) {
        try {
            return vault.seal(owner, context(table, id, column), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What [#seal] was given.
    String unseal(String owner, String table, String id, String column, String sealed) {
        try {
            return vault.unseal(owner, context(table, id, column), sealed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Nullable
    String unsealOrNull(String owner, String table, String id, String column, @Nullable String sealed) {
        return sealed == null ? null : unseal(owner, table, id, column, sealed);
    }

    private static String context(String table, String id, String column) {
        return table + "/" + id + "/" + column;
    }

    private void append(String table, String id, String kind) {
        Optional<Row> row = find(table, id);
        String digest = Digests.ofRow(row.map(Row::columns).orElse(Map.of()));
        EventChain.append(handle, now(), kind, table, id, digest);
    }
}
