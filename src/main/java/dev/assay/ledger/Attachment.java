package dev.assay.ledger;

import dev.assay.work.Client;
import dev.assay.work.CoveringMail;
import dev.assay.work.Deliverable;
import dev.assay.work.VendorAnswer;
import dev.assay.work.WorkOrder;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// An identified arrival, ready to become a submission.
///
/// @param arrival      the arrival's id
/// @param client       whose work it is
/// @param vendor       who delivered
/// @param workOrder    as in force now
/// @param deliverable  one of the work order's
/// @param identifiedBy how it was identified, such as `manifest`
/// @param conflicts    what weaker hints said instead; not empty: it is not certain that this is the deliverable
/// @param declarations the vendor's answers by item id
/// @param parts        at least one, stored under the client's key
/// @param terms        asked with the work order in the version the round is held to
/// @param answers      to findings of the round before
public record Attachment(
        String arrival,
        Client client,
        String vendor,
        WorkOrder workOrder,
        Deliverable deliverable,
        String identifiedBy,
        List<String> conflicts,
        Map<String, String> declarations,
        List<AttachedPart> parts,
        Terms terms,
        List<VendorAnswer> answers) {
    /// The role of a mail that brought the other parts.
    public static final String COVERING_MAIL = CoveringMail.ROLE;

    public Attachment {
        conflicts = List.copyOf(conflicts);
        declarations = Map.copyOf(declarations);
        parts = List.copyOf(parts);
        answers = List.copyOf(answers);
    }

    /// An attachment whose manifest answers nothing.
    public Attachment(
            String arrival,
            Client client,
            String vendor,
            WorkOrder workOrder,
            Deliverable deliverable,
            String identifiedBy,
            List<String> conflicts,
            Map<String, String> declarations,
            List<AttachedPart> parts,
            Terms terms) {
        this(
                arrival,
                client,
                vendor,
                workOrder,
                deliverable,
                identifiedBy,
                conflicts,
                declarations,
                parts,
                terms,
                List.of());
    }

    /// The same with what the vendor answers to findings of the round before.
    public Attachment answering(List<VendorAnswer> given) {
        return new Attachment(
                arrival,
                client,
                vendor,
                workOrder,
                deliverable,
                identifiedBy,
                conflicts,
                declarations,
                parts,
                terms,
                given);
    }

    /// One file of a submission.
    public record AttachedPart(String role, String name, long size, String sha256) {}

    /// What a work order says of a delivery.
    public interface Terms {
        /// How long after the due time it came; negative when early.
        ///
        /// @param order the version in force for the round
        /// @param due   when the round is due
        long lateSeconds(WorkOrder order, Instant due);

        /// Whether sampling draws the deliverable in a round.
        ///
        /// @param order the version in force for the round
        boolean drawn(WorkOrder order, int round);
    }

    /// Whether no hint speaks against it.
    boolean certain() {
        return conflicts.isEmpty();
    }

    /// SHA-256 over the sorted roles and bytes: names, covering mail and manifest are not part of it.
    String contentRoot() {
        return Digests.of(parts.stream()
                .filter(part -> !part.role().equals(COVERING_MAIL))
                .map(part -> part.role() + ":" + part.sha256())
                .sorted()
                .toArray(String[]::new));
    }

    /// The deliverable's id across work orders.
    String deliverableId() {
        return workOrder.id() + "/" + deliverable.id();
    }
}
