package dev.assay.priorwork.index;

import java.util.List;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/// A part of a submission as it is found again: whose it is, and its fingerprints in the order of the text.
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

        /// Stands for the work order where distinct ones are counted; for the work itself where its order is not
        /// known.
        int projectNumber() {
            return number(client + "\n" + (workOrder.isEmpty() ? submission : workOrder));
        }

        /// Stands for the client where distinct ones are counted.
        int clientNumber() {
            return number(client);
        }

        private static int number(String id) {
            return StringHelper.murmurhash3_x86_32(new BytesRef(id), 0);
        }
    }
}
