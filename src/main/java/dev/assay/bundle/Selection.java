package dev.assay.bundle;

import dev.assay.check.Check;
import dev.assay.check.Checks;
import dev.assay.check.Parameters;
import dev.assay.checklist.By;
import dev.assay.checklist.Checklist;
import dev.assay.checklist.Effect;
import dev.assay.checklist.Item;
import dev.assay.checklist.Mode;
import dev.assay.config.Fields;
import dev.assay.work.Deliverable;
import dev.assay.work.Policy;
import dev.assay.work.Reference;
import dev.assay.work.WorkOrder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Decides what of a work order a vendor may have.
///
/// Items in trial stay with the client and are not named, since they may change before they count. So do items that
/// contain: what is contained is never told to a vendor. What needs other work, earlier rounds, a person, or a
/// reference
/// that is not given away is named, without its parameters.
public final class Selection {
    private final WorkOrder order;
    private final LocalDate today;

    /// @param today in the work order's zone
    public Selection(WorkOrder order, LocalDate today) {
        this.order = order;
        this.today = today;
    }

    /// What a vendor may have.
    ///
    /// @param program    version of this build
    /// @param client     name, as printed
    /// @param vendor     id; at least one deliverable is assigned to it
    /// @param checklists the effective checklist of each deliverable
    public Bundle of(String program, String client, String vendor, Function<Deliverable, Checklist> checklists) {
        List<Bundle.Ordered> orders = order.deliverables().stream()
                .filter(deliverable -> deliverable.vendors().contains(vendor))
                .map(deliverable -> ordered(theirs(deliverable, vendor), checklists.apply(deliverable)))
                .toList();
        return new Bundle(
                Bundle.FORMAT,
                program,
                today,
                client,
                vendor,
                order.id(),
                order.version(),
                order.practice(),
                Fields.word(order.tier()),
                order.language(),
                order.zone(),
                told(order.policy()),
                orders,
                shared().stream()
                        .map(reference -> new Bundle.Shared(
                                reference.id(), reference.kind(), reference.name(), reference.sha256()))
                        .toList());
    }

    /// The references that go in.
    public List<Reference> shared() {
        return order.references().stream()
                .filter(Reference::shared)
                .filter(reference -> reference.holds(today))
                .toList();
    }

    /// Other vendors of the same deliverable are none of its business.
    private static Deliverable theirs(Deliverable all, String vendor) {
        return new Deliverable(
                all.id(),
                all.title(),
                all.role(),
                all.checklist(),
                List.of(vendor),
                all.prefixes(),
                all.due(),
                all.parts(),
                all.window(),
                all.checklistVersion());
    }

    /// The acceptance numbers alone: whether and how often a person reads along is not told.
    private static Policy told(Policy policy) {
        return new Policy(
                "",
                0,
                0,
                false,
                false,
                policy.roundLimit(),
                policy.critical(),
                policy.major(),
                policy.minor(),
                policy.scoreThreshold(),
                policy.reworkWithin(),
                policy.unscanned());
    }

    private Bundle.Ordered ordered(Deliverable deliverable, Checklist checklist) {
        List<Item> items = new ArrayList<>();
        List<Bundle.ForTheClient> forTheClient = new ArrayList<>();
        for (Item item : checklist.items()) {
            if (item.mode() == Mode.TRIAL || item.effect() == Effect.CONTAIN) {
                continue;
            }
            Optional<String> reason = reason(item);
            if (reason.isPresent()) {
                forTheClient.add(new Bundle.ForTheClient(item.id(), item.requirement(), reason.get()));
            } else {
                items.add(plain(item));
            }
        }
        return new Bundle.Ordered(deliverable, checklist.version(), items, forTheClient);
    }

    /// Why only the client can answer an item; empty where a vendor can.
    private Optional<String> reason(Item item) {
        if (item.by() == By.PERSON) {
            return Optional.of("a person answers it");
        }
        if (item.check() == null) {
            return Optional.empty();
        }
        Check check = Checks.find(item.check()).orElseThrow();
        if (check.isForTheGate()) {
            return Optional.of("it needs what only the client's gate knows of the delivery");
        }
        return check.references(new Parameters(item.parameters())).stream()
                .flatMap(names -> withheld(names).stream())
                .findFirst()
                .map(name -> "it is held against '" + name + "', which stays with the client");
    }

    /// The reference that an item needs and the vendor does not get; empty where it gets one of those named, or the
    /// client has none of them.
    private Optional<String> withheld(List<String> names) {
        boolean given = shared().stream().anyMatch(reference -> isNamed(reference, names));
        return given
                ? Optional.empty()
                : order.references().stream()
                        .filter(reference -> reference.holds(today) && isNamed(reference, names))
                        .map(reference -> reference.kind() == Reference.Kind.OTHER
                                ? reference.id()
                                : Fields.word(reference.kind()))
                        .findFirst();
    }

    private static boolean isNamed(Reference reference, List<String> names) {
        return names.contains(reference.id()) || names.contains(Fields.word(reference.kind()));
    }

    /// Without what is the client's own: the examples by which it tries the item, and the places in its files.
    private static Item plain(Item item) {
        return new Item(
                item.id(),
                item.by(),
                item.check(),
                item.parameters(),
                item.severity(),
                item.effect(),
                item.mode(),
                item.weight(),
                item.blocking(),
                item.requirement(),
                item.clause(),
                item.remedy(),
                "",
                new Item.Examples(List.of(), List.of()),
                "",
                item.reach(),
                item.asking());
    }
}
