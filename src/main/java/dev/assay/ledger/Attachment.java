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
/// @param parts        at least one, stored under the client's key
/// @param terms        asked with the work order in the version the round is held to
/// @param told         what was said of it
/// @param assembly     whether more is to come
public record Attachment(
        String arrival,
        Client client,
        String vendor,
        WorkOrder workOrder,
        Deliverable deliverable,
        String identifiedBy,
        List<String> conflicts,
        List<AttachedPart> parts,
        Terms terms,
        Told told,
        Assembly assembly) {
    public Attachment {
        conflicts = List.copyOf(conflicts);
        parts = List.copyOf(parts);
    }

    /// What was said of a delivery.
    ///
    /// @param declarations the vendor's answers by item id
    /// @param answers      the vendor's, to findings of the round before
    /// @param doubts       what nobody looked at or a person answers for, a sentence each
    public record Told(Map<String, String> declarations, List<VendorAnswer> answers, List<String> doubts) {
        /// Nothing.
        public static final Told NOTHING = new Told(Map.of(), List.of(), List.of());

        public Told {
            declarations = Map.copyOf(declarations);
            answers = List.copyOf(answers);
            doubts = List.copyOf(doubts);
        }
    }

    /// What a delivery is to have, and how long it waits for the rest.
    ///
    /// @param expected which files
    /// @param window   how long it waits, from its newest file on
    /// @param complete whether the vendor says that nothing more comes
    public record Assembly(Expectation expected, Duration window, boolean complete) {
        /// Nothing in particular.
        public static final Assembly WHOLE = new Assembly(Expectation.NONE, Duration.ZERO, true);
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
