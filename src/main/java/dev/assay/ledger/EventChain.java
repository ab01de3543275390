package dev.assay.ledger;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/// The chain of events. An event's hash covers the event before it and the digest of the row it tells of; so a
/// byte changed in any row or event is found, and the first one that does not fit is named.
final class EventChain {
    /// Every table whose rows are facts, in the order in which they are verified.
    static final List<String> FACTS = List.of(
            "ledger_info",
            "client",
            "work_order",
            "work_order_version",
            "deliverable",
            "assignment",
            "reference",
            "round",
            "arrival",
            "submission",
            "arrival_submission",
            "part",
            "inspection",
            "item_outcome",
            "finding",
            "verdict",
            "decision",
            "clock_event",
            "question",
            "feedback",
            "audit_sample",
            "hold",
            "index_op",
            "outbox",
            "imported_work",
            "unlock",
            "purge",
            "vendor_answer",
            "assembly",
            "part_basis",
            "completion",
            "handling",
            "submission_doubt",
            "expected_deliverable",
            "outage",
            "checklist_version");

    private EventChain() {}

    /// Appends an event. The head's row is the lock that keeps appenders in order.
    static void append(Handle handle, String at, String kind, String table, String subject, String digest) {
        Row head = Facts.query(handle, "UPDATE chain_head SET seq = seq + 1 WHERE id = 1 RETURNING seq, hash", Map.of())
                .getFirst();
        long seq = head.number("seq");
        String previous = head.text("hash");
        String hash = hash(seq, at, kind, table, subject, digest, previous);
        handle.createUpdate("UPDATE chain_head SET hash = :hash WHERE id = 1")
                .bind("hash", hash)
                .execute();
        handle.createUpdate("INSERT INTO event (seq, at, kind, subject_table, subject, digest, previous, hash)"
                        + " VALUES (:seq, :at, :kind, :table, :subject, :digest, :previous, :hash)")
                .bind("seq", seq)
                .bind("at", at)
                .bind("kind", kind)
                .bind("table", table)
                .bind("subject", subject)
                .bind("digest", digest)
                .bind("previous", previous)
                .bind("hash", hash)
                .execute();
    }

    /// Walks the chain, then every row of every table of facts.
    static Verification verify(Handle handle) {
        Map<String, String> digests = new HashMap<>();
        String previous = "";
        long expected = 1;
        try (var events = handle.createQuery("SELECT * FROM event ORDER BY seq").mapToMap().stream()) {
            for (var columns : (Iterable<Map<String, Object>>) events::iterator) {
                Row event = Row.read(new HashMap<>(columns));
                if (!fits(event, expected, previous)) {
                    return Verification.broken(
                            "event", Long.toString(expected), "its hash or its place in the chain does not fit");
                }
                previous = event.text("hash");
                expected++;
                digests.put(event.text("subject_table") + "/" + event.text("subject"), event.text("digest"));
            }
        }
        Row head = Facts.query(handle, "SELECT seq, hash FROM chain_head", Map.of())
                .getFirst();
        if (head.number("seq") != expected - 1 || !head.text("hash").equals(previous)) {
            return Verification.broken("chain_head", "1", "it does not name the last event (" + (expected - 1) + ")");
        }
        return verifyRows(handle, digests, expected - 1, previous);
    }

    private static Verification verifyRows(Handle handle, Map<String, String> digests, long events, String head) {
        Set<String> seen = new HashSet<>();
        long rows = 0;
        for (String table : FACTS) {
            try (var read = handle.createQuery("SELECT * FROM " + table + " ORDER BY id").mapToMap().stream()) {
                for (var columns : (Iterable<Map<String, Object>>) read::iterator) {
                    Row row = Row.read(new HashMap<>(columns));
                    String key = table + "/" + row.text("id");
                    if (!Digests.ofRow(row.columns()).equals(digests.get(key))) {
                        return Verification.broken(table, row.text("id"), "it is not what the chain recorded");
                    }
                    seen.add(key);
                    rows++;
                }
            }
        }
        Set<String> missing = new TreeSet<>(digests.keySet());
        missing.removeAll(seen);
        missing.removeIf(key -> !FACTS.contains(key.substring(0, key.indexOf('/'))));
        if (!missing.isEmpty()) {
            String key = missing.iterator().next();
            int slash = key.indexOf('/');
            return Verification.broken(
                    key.substring(0, slash), key.substring(slash + 1), "the chain records it and it is gone");
        }
        return new Verification(true, events, rows, head, "");
    }

    private static boolean fits(Row event, long seq, String previous) {
        return event.number("seq") == seq
                && event.text("previous").equals(previous)
                && event.text("hash")
                        .equals(hash(
                                seq,
                                event.text("at"),
                                event.text("kind"),
                                event.text("subject_table"),
                                event.text("subject"),
                                event.text("digest"),
                                previous));
    }

    private static String hash(
            long seq, String at, String kind, String table, String subject, String digest, String previous) {
        return Digests.of(Long.toString(seq), at, kind, table, subject, digest, previous);
    }
}
