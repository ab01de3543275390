package dev.assay.intake.identify;

import dev.assay.work.Deliverable;
import dev.assay.work.WorkOrder;
import java.util.List;

/// Which deliverable an arrival is found to be.
public sealed interface Identification {

    /// One deliverable.
    ///
    /// @param how       the hints that led to it, the strongest first
    /// @param conflicts what weaker hints say instead, one clause each; empty where nothing speaks against it
    record Identified(WorkOrder workOrder, Deliverable deliverable, List<Hint> how, List<String> conflicts)
            implements Identification {
        public Identified {
            how = List.copyOf(how);
            conflicts = List.copyOf(conflicts);
        }

        /// The deliverable's id across work orders.
        String id() {
            return workOrder.id() + "/" + deliverable.id();
        }
    }

    /// Nothing says, or what is said fits nothing this vendor was asked for, or several things.
    ///
    /// @param reason for the vendor and the person who names it, one sentence; names only what this vendor
    ///               knows
    record Unknown(String reason, List<Hint> hints) implements Identification {
        public Unknown {
            hints = List.copyOf(hints);
        }
    }

    /// Hints point to different deliverables, and none of them may be followed: those that are stronger than the
    /// rest name no single deliverable, or the deliverables are different clients'.
    ///
    /// @param reason as of [Unknown]
    /// @param hints  all of them, the strongest first
    record Conflicting(String reason, List<Hint> hints) implements Identification {
        public Conflicting {
            hints = List.copyOf(hints);
        }
    }
}
