package dev.assay.ledger;

import dev.assay.work.Client;
import dev.assay.work.CoveringMail;
import dev.assay.work.Deliverable;
import dev.assay.work.Expectation;
import dev.assay.work.PartRole;
import dev.assay.work.VendorAnswer;
import dev.assay.work.WorkOrder;
import java.time.Duration;
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
/// @param assembly     whether more is to come
/// @param doubts       what nobody looked at or a person answers for, a sentence each
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
        List<VendorAnswer> answers,
        Assembly assembly,
        List<String> doubts) {
    public Attachment {
        conflicts = List.copyOf(conflicts);
        declarations = Map.copyOf(declarations);
        parts = List.copyOf(parts);
        answers = List.copyOf(answers);
        doubts = List.copyOf(doubts);
    }

    /// An attachment whose manifest answers nothing and that came in without doubts.
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
                List.of(),
                Assembly.WHOLE,
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
                given,
                assembly,
                doubts);
    }

    /// The same as one that may lack parts.
    public Attachment assembling(Assembly how) {
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
                answers,
                how,
                doubts);
    }

    /// The same with what a reviewer must look at whatever the checks find.
    public Attachment doubting(List<String> told) {
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
                answers,
                assembly,
                told);
    }

    /// What a delivery is to have, and how long it waits for the rest.
    ///
    /// @param expected which files
    /// @param window   how long it waits, from its newest file on
    /// @param complete whether the vendor says that nothing more comes
    public record Assembly(Expectation expected, Duration window, boolean complete) {
        static final Assembly WHOLE = new Assembly(Expectation.NONE, Duration.ZERO, true);
    }

    /// One file of a submission.
    public record AttachedPart(PartRole role, String name, long size, String sha256) {
        /// A file that is all there is.
        public AttachedPart(String role, String name, long size, String sha256) {
            this(new PartRole(role, PartRole.Basis.ONLY_ONE), name, size, sha256);
        }

        /// Whether it is the mail that brought the others.
        boolean isCoveringMail() {
            return role.role().equals(CoveringMail.ROLE);
        }
    }

    /// What a work order says of a delivery.
    public interface Terms {
        /// Which of its times counts.
        ///
        /// @param order the version in force for the round
        Instant counted(WorkOrder order);

        /// How long after the due time it came; negative when early.
        ///
        /// @param order  the version in force for the round
        /// @param due    when the round is due
        /// @param paused the working time for which the vendor's clock stood
        long lateSeconds(WorkOrder order, Instant due, Duration paused);

        /// Whether sampling draws the deliverable in a round.
        ///
        /// @param order the version in force for the round
        boolean drawn(WorkOrder order, int round);
    }

    /// Whether no hint speaks against it.
    boolean certain() {
        return conflicts.isEmpty();
    }

    /// The deliverable's id across work orders.
    String deliverableId() {
        return workOrder.id() + "/" + deliverable.id();
    }
}
