package dev.assay.bundle;

import dev.assay.checklist.Item;
import dev.assay.work.Deliverable;
import dev.assay.work.Policy;
import dev.assay.work.Reference;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// What a vendor may know of a work order: its deliverables with the items they are held to, and the references that
/// the client gives away. Nothing of prior work, of other clients, of items in trial or of sampling is in it.
///
/// @param format           [#FORMAT] of the build that wrote it
/// @param program          version of that build
/// @param made             the day on which it was made, in the work order's zone; references are those in force then
/// @param client           name, as printed
/// @param vendor           id of the vendor it is for
/// @param workOrder        id
/// @param workOrderVersion hash of the work order
/// @param practice         such as `market-research`
/// @param tier             of confidentiality, its word
/// @param language         BCP 47 tag that was ordered
/// @param zone             in which items expire
/// @param policy           the client's acceptance numbers; it samples nothing
/// @param orders           those of the work order's deliverables that are the vendor's, at least one
/// @param references       what lies in the bundle
public record Bundle(
        int format,
        String program,
        LocalDate made,
        String client,
        String vendor,
        String workOrder,
        String workOrderVersion,
        String practice,
        String tier,
        String language,
        ZoneId zone,
        Policy policy,
        List<Ordered> orders,
        List<Shared> references) {
    /// The only one so far.
    public static final int FORMAT = 1;

    public Bundle {
        orders = List.copyOf(orders);
        references = List.copyOf(references);
        if (orders.isEmpty()) {
            throw new IllegalArgumentException("A bundle is for one deliverable at least.");
        }
    }

    /// A deliverable and what it is held to.
    ///
    /// @param deliverable      as ordered
    /// @param checklistVersion hash of the effective checklist
    /// @param items            what a vendor can check
    /// @param forTheClient     what only the client can
    public record Ordered(
            Deliverable deliverable, String checklistVersion, List<Item> items, List<ForTheClient> forTheClient) {
        public Ordered {
            items = List.copyOf(items);
            forTheClient = List.copyOf(forTheClient);
        }
    }

    /// An item that only the client's gate or people can answer.
    ///
    /// @param reason why, as a clause
    public record ForTheClient(String item, String requirement, String reason) {}

    /// A reference that lies in the bundle.
    ///
    /// @param id     what items name it by
    /// @param kind   what it is
    /// @param name   of its file
    /// @param sha256 of its bytes
    public record Shared(String id, Reference.Kind kind, String name, String sha256) {
        /// Where it lies in the zip.
        String entry() {
            return "references/" + id + "/" + name;
        }
    }

    /// The order of a deliverable.
    public Optional<Ordered> order(String deliverable) {
        return orders.stream()
                .filter(each -> each.deliverable().id().equals(deliverable))
                .findFirst();
    }
}
