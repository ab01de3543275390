package dev.assay.ledger;

import dev.assay.config.Json;
import dev.assay.work.PartRole;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads a submission with its parts and round.
final class SubmissionReader {
    private SubmissionReader() {}

    static SubmissionRecord read(Facts facts, Row row) {
        String id = row.text("id");
        String client = row.text("client");
        Row round = facts.get("round", row.text("deliverable") + "/" + row.number("round"));
        Row version = facts.get("work_order_version", round.text("work_order_version"));
        return new SubmissionRecord(
                id,
                row.text("effect_key"),
                client,
                row.text("vendor"),
                row.text("work_order"),
                row.text("deliverable").substring(row.text("work_order").length() + 1),
                version.text("version"),
                version.text("policy_version"),
                facts.unseal(
                        client,
                        "work_order_version",
                        version.text("id"),
                        "definition_sealed",
                        version.text("definition_sealed")),
                row.count("round"),
                row.count("revision"),
                row.text("content_root"),
                Optional.ofNullable(row.textOrNull("supersedes")),
                row.flag("after_acceptance"),
                row.text("identified_by"),
                conflicts(facts, row),
                declarations(facts, client, row),
                row.number("late_seconds"),
                Moments.read(round.text("due_at")),
                row.flag("drawn"),
                Moments.read(row.text("received_at")),
                SubmissionState.valueOf(row.text("state")),
                Optional.ofNullable(row.textOrNull("verdict")),
                row.flag("restricted"),
                orEmpty(row.textOrNull("extractor")),
                orEmpty(row.textOrNull("outcomes")),
                orEmpty(facts.unsealOrNull(
                        client, Submissions.TABLE, id, "prior_work_sealed", row.textOrNull("prior_work_sealed"))),
                orEmpty(facts.unsealOrNull(
                        client, Submissions.TABLE, id, "reason_sealed", row.textOrNull("reason_sealed"))),
                parts(facts, client, id));
    }

    static List<String> conflicts(Facts facts, Row row) {
        return List.of(readSealed(facts, row.text("client"), row, "conflicts_sealed", String[].class, new String[0]));
    }

    static List<SubmissionRecord.PartRecord> parts(Facts facts, String client, String submission) {
        return facts
                .query(
                        "SELECT p.*, b.basis AS basis FROM part p LEFT JOIN part_basis b ON b.id = p.id WHERE"
                                + " p.submission = :id ORDER BY p.ordinal",
                        Map.of("id", submission))
                .stream()
                .map(row -> new SubmissionRecord.PartRecord(
                        row.text("id"),
                        row.text("arrival"),
                        row.text("role"),
                        basis(row),
                        facts.unseal(client, "part", row.text("id"), "name_sealed", row.text("name_sealed")),
                        row.number("size"),
                        row.text("sha256"),
                        orEmpty(row.textOrNull("document")),
                        orEmpty(facts.unsealOrNull(
                                client, "part", row.text("id"), "reading_sealed", row.textOrNull("reading_sealed")))))
                .toList();
    }

    /// What says what a part is for. The basis of an only file is not recorded, nor was any in older ledgers, where a
    /// part had the manifest's role or the deliverable's.
    private static PartRole.Basis basis(Row part) {
        String basis = part.textOrNull("basis");
        return basis == null ? PartRole.Basis.ONLY_ONE : PartRole.Basis.valueOf(basis);
    }

    @SuppressWarnings("unchecked")
    static Map<String, String> declarations(Facts facts, String client, Row row) {
        return readSealed(facts, client, row, "declarations_sealed", Map.class, Map.<String, String>of());
    }

    private static <T> T readSealed(Facts facts, String client, Row row, String column, Class<T> type, T none) {
        String text = facts.unsealOrNull(client, Submissions.TABLE, row.text("id"), column, row.textOrNull(column));
        return text == null ? none : Json.read(text.getBytes(StandardCharsets.UTF_8), type);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
