package dev.assay.stage.priorwork;

import dev.assay.ledger.ImportedWork;
import dev.assay.ledger.Ledger;
import dev.assay.priorwork.Exclusion;
import dev.assay.priorwork.index.IndexedWork.Source;
import dev.assay.stage.workshop.Ordered;
import java.util.Optional;

/// A part of other work, as it is compared with what is looked up.
///
/// @param client    whose it is
/// @param document  hash of its stored extraction
/// @param language  BCP 47 tag it is read as
/// @param title     what it is called
/// @param exclusion why what is found in it is not counted: it is no prior work
record PriorWork(String client, String document, String language, String title, Optional<Exclusion> exclusion) {
    /// Finds a part that the index names.
    static Optional<PriorWork> find(Ledger ledger, Source source) {
        return source.deliverable().isEmpty()
                ? ledger.importedWorks().find(source.submission()).map(PriorWork::imported)
                : ledger.submissions().find(source.submission()).map(submission -> {
                    var part = submission.parts().get(source.part());
                    return new PriorWork(
                            submission.client(),
                            part.document(),
                            Ordered.of(submission).order().language(),
                            part.name(),
                            Optional.empty());
                });
    }

    static Source source(String id, ImportedWork work) {
        return new Source(id, 0, work.client(), work.vendor(), work.workOrder(), "", 0);
    }

    private static PriorWork imported(ImportedWork work) {
        return new PriorWork(work.client(), work.document(), work.language(), work.title(), exclusion(work.kind()));
    }

    private static Optional<Exclusion> exclusion(ImportedWork.Kind kind) {
        return switch (kind) {
            case TEMPLATE -> Optional.of(Exclusion.TEMPLATE);
            case BRIEF -> Optional.of(Exclusion.BRIEF);
            case WORK, EXTERNAL -> Optional.empty();
        };
    }
}
