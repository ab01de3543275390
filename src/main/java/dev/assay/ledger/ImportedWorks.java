package dev.assay.ledger;

import java.time.LocalDate;
import java.util.Optional;

/// The works that were taken into the archive from files.
public final class ImportedWorks {
    /// The status of an operation that takes an imported work in.
    public static final String IMPORTED = "imported";

    private static final String TABLE = "imported_work";

    private final Transactions transactions;

    ImportedWorks(Transactions transactions) {
        this.transactions = transactions;
    }

    /// Records a work that is not there yet, and that the index is to take it in.
    ///
    /// @return whether it was not there yet
    public boolean record(ImportedWork work) {
        return transactions.write(facts -> {
            if (facts.find(TABLE, work.id()).isPresent()) {
                return false;
            }
            facts.insert(TABLE, "work.imported", row(facts, work));
            IndexOps.append(facts, work.id(), IMPORTED);
            return true;
        });
    }

    public Optional<ImportedWork> find(String id) {
        return transactions.read(facts -> facts.find(TABLE, id).map(row -> read(facts, row)));
    }

    /// Whether a work of that id is there.
    public boolean has(String id) {
        return transactions.read(facts -> facts.find(TABLE, id).isPresent());
    }

    private static Row row(Facts facts, ImportedWork work) {
        return Row.empty()
                .with("id", work.id())
                .with("client", work.client())
                .with("kind", work.kind().name())
                .with("vendor", work.vendor())
                .with("work_order", work.workOrder())
                .with("title_sealed", facts.seal(work.client(), TABLE, work.id(), "title_sealed", work.title()))
                .with("name_sealed", facts.seal(work.client(), TABLE, work.id(), "name_sealed", work.name()))
                .with("language", work.language())
                .with("dated", work.dated().map(LocalDate::toString).orElse(""))
                .with("status", work.status())
                .with("size", work.size())
                .with("sha256", work.sha256())
                .with("document", work.document())
                .with("recorded_at", facts.now());
    }

    private static ImportedWork read(Facts facts, Row row) {
        String id = row.text("id");
        String client = row.text("client");
        return new ImportedWork(
                client,
                ImportedWork.Kind.valueOf(row.text("kind")),
                row.text("vendor"),
                row.text("work_order"),
                facts.unseal(client, TABLE, id, "title_sealed", row.text("title_sealed")),
                facts.unseal(client, TABLE, id, "name_sealed", row.text("name_sealed")),
                row.text("language"),
                Optional.of(row.text("dated")).filter(text -> !text.isEmpty()).map(LocalDate::parse),
                row.text("status"),
                row.number("size"),
                row.text("sha256"),
                row.text("document"));
    }
}
