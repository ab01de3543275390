package dev.assay.intake;

import dev.assay.work.Deliverable;
import dev.assay.work.WorkOrder;
import java.util.List;

/// Which deliverable an arrival is found to be.
public sealed interface Identification {

    /// One deliverable, and nothing speaks against it.
    ///
    /// @param how the hints that led to it, the strongest first
    record Identified(WorkOrder workOrder, Deliverable deliverable, List<Hint> how) implements Identification {
        public Identified {
            how = List.copyOf(how);
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

    /// Two hints point to different deliverables: a person decides.
    record Conflicting(String reason, List<Hint> hints) implements Identification {
        public Conflicting {
            hints = List.copyOf(hints);
        }
    }
}
