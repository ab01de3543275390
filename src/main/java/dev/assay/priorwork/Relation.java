package dev.assay.priorwork;

import dev.assay.priorwork.index.IndexedWork.Source;
import dev.assay.work.Client;
import java.util.Set;

/// How a passage's other place is related to the work it was found in.
public enum Relation {
    /// Another round or revision of the same deliverable: shown, not counted.
    EARLIER_ROUND,
    /// Another deliverable of the same work order: shown, not counted.
    SAME_WORK_ORDER,
    /// Work of a work order that this one declares to follow, such as the wave before: shown, not counted.
    PREDECESSOR,
    /// Published work or another text from outside.
    EXTERNAL,
    /// Other work of the same vendor for the same client.
    SAME_VENDOR,
    /// Work of another vendor for the same client.
    OTHER_VENDOR,
    /// Work for another client, of which nothing may be told.
    OTHER_CLIENT;

    /// How other work is related to work that is looked at.
    ///
    /// @param predecessors the work orders that the own one continues
    public static Relation of(Source own, Set<String> predecessors, Source other) {
        if (other.client().equals(Client.EXTERNAL)) {
            return EXTERNAL;
        }
        if (!own.client().equals(other.client())) {
            return OTHER_CLIENT;
        }
        if (own.workOrder().equals(other.workOrder())) {
            return own.deliverable().equals(other.deliverable()) ? EARLIER_ROUND : SAME_WORK_ORDER;
        }
        if (predecessors.contains(other.workOrder())) {
            return PREDECESSOR;
        }
        return own.vendor().equals(other.vendor()) ? SAME_VENDOR : OTHER_VENDOR;
    }

    /// Whether the other work is one that this work continues.
    public boolean isLineage() {
        return switch (this) {
            case EARLIER_ROUND, SAME_WORK_ORDER, PREDECESSOR -> true;
            case EXTERNAL, SAME_VENDOR, OTHER_VENDOR, OTHER_CLIENT -> false;
        };
    }
}
