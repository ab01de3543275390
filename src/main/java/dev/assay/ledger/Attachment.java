package dev.assay.ledger;

import dev.assay.work.Client;
import dev.assay.work.Deliverable;
import dev.assay.work.WorkOrder;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/// An identified arrival, ready to become a submission.
///
/// @param arrival      the arrival's id
/// @param client       whose work it is
/// @param vendor       who delivered
/// @param workOrder    as in force now
/// @param deliverable  one of the work order's
/// @param identifiedBy how it was identified, such as `manifest`
/// @param conflicts    hints that contradict each other; empty where none do
/// @param declarations the vendor's answers by item id
/// @param parts        at least one, stored under the client's key
/// @param lateSeconds  how long after the due time it came; negative when early
/// @param drawn        whether sampling draws this deliverable's given round
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
        long lateSeconds,
        IntPredicate drawn) {
    public Attachment {
        conflicts = List.copyOf(conflicts);
        declarations = Map.copyOf(declarations);
        parts = List.copyOf(parts);
    }

    /// One file of a submission.
    public record AttachedPart(String role, String name, long size, String sha256) {}

    /// SHA-256 over the sorted roles and bytes: names, covering mail and manifest are not part of it.
    String contentRoot() {
        return Digests.of(parts.stream()
                .map(part -> part.role() + ":" + part.sha256())
                .sorted()
                .toArray(String[]::new));
    }

    /// The deliverable's id across work orders.
    String deliverableId() {
        return workOrder.id() + "/" + deliverable.id();
    }
}
