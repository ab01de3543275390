package dev.assay.ledger;

import dev.assay.work.PartRole;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A submission as the ledger holds it.
///
/// @param id               32 hex digits
/// @param effectKey        of what is published for it
/// @param client           id
/// @param vendor           id
/// @param workOrder        id
/// @param deliverable      id within the work order
/// @param workOrderVersion the version its round is held to
/// @param policyVersion    the policy's version in that work order version
/// @param definition       that version's work order as JSON
/// @param round            counted from 1
/// @param revision         counted from 1 within the round
/// @param contentRoot      hash over the roles and bytes of its parts
/// @param supersedes       the submission it replaces, empty where none
/// @param afterAcceptance  whether the deliverable had been accepted in this round
/// @param identifiedBy     how it was identified
/// @param conflicts        hints that contradict each other
/// @param declarations     the vendor's answers by item id
/// @param lateSeconds      negative when early
/// @param due              of its round
/// @param drawn            whether sampling drew it
/// @param received         when its arrival was recorded
/// @param state            where it stands
/// @param verdict          accept, rework or review, empty before the verdict
/// @param restricted       whether only cleared people may see it
/// @param extractor        name and version of the readers, empty before reading
/// @param outcomes         hash of the stored outcomes, empty before checking
/// @param priorWork        what stands in other work too, as JSON, empty before checking
/// @param reason           why it is held, quarantined or parked, empty otherwise
/// @param parts            in the order of the delivery
public record SubmissionRecord(
        String id,
        String effectKey,
        String client,
        String vendor,
        String workOrder,
        String deliverable,
        String workOrderVersion,
        String policyVersion,
        String definition,
        int round,
        int revision,
        String contentRoot,
        Optional<String> supersedes,
        boolean afterAcceptance,
        String identifiedBy,
        List<String> conflicts,
        Map<String, String> declarations,
        long lateSeconds,
        Instant due,
        boolean drawn,
        Instant received,
        SubmissionState state,
        Optional<String> verdict,
        boolean restricted,
        String extractor,
        String outcomes,
        String priorWork,
        String reason,
        List<PartRecord> parts) {

    /// A part as the ledger holds it.
    ///
    /// @param id       of the part
    /// @param arrival  that brought it
    /// @param role     in the deliverable
    /// @param basis    what says so
    /// @param name     the file name as delivered: data, never a path
    /// @param size     bytes
    /// @param sha256   of the bytes, and the blob's name under the client
    /// @param document hash of the stored extraction, empty before reading
    /// @param reading  summary of reading as JSON, empty before reading
    public record PartRecord(
            String id,
            String arrival,
            String role,
            PartRole.Basis basis,
            String name,
            long size,
            String sha256,
            String document,
            String reading) {}
}
