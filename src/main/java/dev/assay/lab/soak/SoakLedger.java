package dev.assay.lab.soak;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// The ledger's tables, read and never written, by queries of the oracle's own.
final class SoakLedger implements AutoCloseable {
    private final Connection connection;

    private SoakLedger(Connection connection) {
        this.connection = connection;
    }

    static boolean exists(Path home) {
        return Files.exists(file(home));
    }

    /// Opens it as it is, perhaps while the program writes.
    static SoakLedger open(Path home) throws SQLException {
        return new SoakLedger(DriverManager.getConnection("jdbc:sqlite:file:" + file(home) + "?mode=ro"));
    }

    private static Path file(Path home) {
        return home.resolve("data/ledger.db");
    }

    /// Rows of texts; what is absent is empty.
    List<List<String>> rows(String sql) throws SQLException {
        List<List<String>> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            int columns = found.getMetaData().getColumnCount();
            while (found.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    String text = found.getString(i);
                    row.add(text == null ? "" : text);
                }
                rows.add(row);
            }
        }
        return rows;
    }

    /// The first column.
    List<String> column(String sql) throws SQLException {
        return rows(sql).stream().map(List::getFirst).toList();
    }

    long count(String sql) throws SQLException {
        return Long.parseLong(column(sql).getFirst());
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
