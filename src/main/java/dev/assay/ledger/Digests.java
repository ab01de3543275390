package dev.assay.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// SHA-256 over rows, events and identities, each field preceded by its length so that no two lists of fields
/// run together.
final class Digests {
    private Digests() {}

    /// 64 hex digits over a row's columns in the order of their names.
    static String ofRow(Map<String, @Nullable Object> row) {
        MessageDigest digest = sha256();
        for (Map.Entry<String, @Nullable Object> column : new TreeMap<>(row).entrySet()) {
            Object value = column.getValue();
            add(digest, column.getKey());
            add(digest, value == null ? "\u0000" : value.toString());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /// 64 hex digits over fields in the order given.
    static String of(String... fields) {
        MessageDigest digest = sha256();
        for (String field : fields) {
            add(digest, field);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /// The first 128 bits of [#of] as 32 hex digits: an id that is the same for the same fields.
    static String id(String... fields) {
        return of(fields).substring(0, 32);
    }

    private static void add(MessageDigest digest, String field) {
        byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
        digest.update(new byte[] {
            (byte) (bytes.length >>> 24), (byte) (bytes.length >>> 16), (byte) (bytes.length >>> 8), (byte) bytes.length
        });
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
