package dev.assay.ledger;

import dev.assay.work.Dismissal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What people said does not count.
public final class Dismissals {
    private static final String TABLE = "dismissal";

    private final Transactions transactions;

    Dismissals(Transactions transactions) {
        this.transactions = transactions;
    }

    /// Records one, and that the submission's finding is dismissed.
    ///
    /// @param submission the finding's
    public void add(String submission, Dismissal dismissal) {
        transactions.write(facts -> {
            Row row = facts.get(Submissions.TABLE, submission);
            String client = row.text("client");
            String id = Digests.id(
                    TABLE,
                    submission,
                    dismissal.item(),
                    dismissal.fingerprint(),
                    dismissal.scope().name(),
                    facts.now());
            Dismissal.Scope scope = dismissal.scope();
            facts.insert(
                    TABLE,
                    "finding.dismissal",
                    Row.empty()
                            .with("id", id)
                            .with("submission", submission)
                            .with("client", client)
                            .with("scope", word(scope))
                            .with("work_order", scope == Dismissal.Scope.CLIENT ? null : row.text("work_order"))
                            .with("deliverable", scope == Dismissal.Scope.FINDING ? row.text("deliverable") : null)
                            .with("item", dismissal.item())
                            .with("fingerprint", dismissal.fingerprint())
                            .with("text_digest", dismissal.text())
                            .with("reason", word(dismissal.reason()))
                            .with("note_sealed", facts.seal(client, TABLE, id, "note_sealed", dismissal.note()))
                            .with("actor", dismissal.actor())
                            .with("dismissed_at", Moments.text(dismissal.at()))
                            .with(
                                    "expires_at",
                                    dismissal.expires().map(Moments::text).orElse(null)));
            facts.query(
                            "SELECT id FROM finding WHERE submission = :submission AND item = :item AND fingerprint ="
                                    + " :fingerprint AND state = 'open'",
                            Map.of(
                                    "submission",
                                    submission,
                                    "item",
                                    dismissal.item(),
                                    "fingerprint",
                                    dismissal.fingerprint()))
                    .forEach(finding -> facts.update(
                            "finding",
                            finding.text("id"),
                            "finding.dismissed",
                            Row.empty().with("state", "dismissed").with("cause_code", word(dismissal.reason()))));
            return true;
        });
    }

    /// Those that may cover findings of a submission: of its deliverable, its work order, its client.
    public List<Dismissal> of(SubmissionRecord submission) {
        return transactions.read(facts -> facts
                .query(
                        "SELECT * FROM dismissal WHERE client = :client AND (work_order IS NULL OR work_order ="
                                + " :order) AND (deliverable IS NULL OR deliverable = :deliverable) ORDER BY"
                                + " dismissed_at, id",
                        Map.of(
                                "client",
                                submission.client(),
                                "order",
                                submission.workOrder(),
                                "deliverable",
                                submission.workOrder() + "/" + submission.deliverable()))
                .stream()
                .map(row -> read(facts, row))
                .toList());
    }

    private static Dismissal read(Facts facts, Row row) {
        String id = row.text("id");
        return new Dismissal(
                Dismissal.Scope.valueOf(row.text("scope").toUpperCase(Locale.ROOT)),
                row.text("item"),
                row.text("fingerprint"),
                row.text("text_digest"),
                Dismissal.Reason.valueOf(row.text("reason").toUpperCase(Locale.ROOT)),
                facts.unseal(row.text("client"), TABLE, id, "note_sealed", row.text("note_sealed")),
                row.text("actor"),
                Moments.read(row.text("dismissed_at")),
                moment(row.textOrNull("expires_at")));
    }

    private static Optional<Instant> moment(@Nullable String text) {
        return Optional.ofNullable(text).map(Moments::read);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
