package dev.assay.priorwork.index;

import java.util.List;

/// A part of a submission as it is found again: whose it is, and its fingerprints.
public record IndexedWork(Source source, List<Fingerprint> fingerprints) {
    public IndexedWork {
        fingerprints = List.copyOf(fingerprints);
    }

    /// Whose work it is; ids only, never a name or a text.
    ///
    /// @param part counted from 0 within the submission
    public record Source(
            String submission,
            int part,
            String client,
            String vendor,
            String workOrder,
            String deliverable,
            int round) {
        /// What tells it from every other part.
        String key() {
            return submission + "/" + part;
        }
    }
}
