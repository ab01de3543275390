package dev.assay;

import dev.assay.check.Checks;
import dev.assay.checklist.Checklist;
import dev.assay.checklist.ChecklistReader;
import dev.assay.checklist.FolderShelf;
import dev.assay.config.Catalogue;
import dev.assay.config.Json;
import dev.assay.config.OwnItems;
import dev.assay.config.Problems;
import dev.assay.config.TextFile;
import dev.assay.work.Deliverable;
import dev.assay.work.WorkOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Puts the checklists of an installation together: each that a work order names, with all that it extends, and where
/// a deliverable changes some of it, that deliverable's own.
final class EffectiveChecklists {
    private final Path home;
    private final Catalogue catalogue;
    private final Problems problems;
    private final ChecklistReader reader = new ChecklistReader(Checks.kinds());

    EffectiveChecklists(Path home, Catalogue catalogue, Problems problems) {
        this.home = home;
        this.catalogue = catalogue;
        this.problems = problems;
    }

    /// Those that work orders name, as the client's files say; those with mistakes are left out.
    Map<Catalogue.NamedChecklist, Checklist> named() {
        Map<Catalogue.NamedChecklist, Checklist> checklists = new HashMap<>();
        for (Catalogue.NamedChecklist named : catalogue.checklists()) {
            read(named.client(), named.name(), Optional.empty())
                    .ifPresent(checklist -> checklists.put(named, checklist));
        }
        return checklists;
    }

    /// What each deliverable is held to.
    Map<Catalogue.Expected, Catalogue.HeldTo> held(Map<Catalogue.NamedChecklist, Checklist> named) {
        Map<Catalogue.NamedChecklist, Catalogue.HeldTo> shared = new HashMap<>();
        named.forEach((name, checklist) -> shared.put(name, heldTo(checklist)));
        Map<Catalogue.Expected, Catalogue.HeldTo> held = new HashMap<>();
        for (WorkOrder order : catalogue.workOrders()) {
            for (Deliverable deliverable : order.deliverables()) {
                Catalogue.Expected expected = new Catalogue.Expected(order.id(), deliverable.id());
                Optional<OwnItems> own = catalogue.ownItems(expected);
                Optional<Catalogue.HeldTo> list = own.isEmpty()
                        ? Optional.ofNullable(
                                shared.get(new Catalogue.NamedChecklist(order.client(), deliverable.checklist())))
                        : read(order.client(), deliverable.checklist(), own).map(EffectiveChecklists::heldTo);
                list.ifPresent(each -> held.put(expected, each));
            }
        }
        return held;
    }

    /// A client's checklist with what a deliverable changes of it.
    Optional<Checklist> read(String client, String name, Optional<OwnItems> own) {
        Path file = catalogue.checklistFile(client, name);
        FolderShelf shelf = new FolderShelf(
                Optional.ofNullable(file.getParent()).orElse(home), other -> TextFile.name(home, other));
        return TextFile.read(home, file, problems).flatMap(text -> reader.read(text, shelf, own, problems));
    }

    private static Catalogue.HeldTo heldTo(Checklist checklist) {
        return new Catalogue.HeldTo(checklist.version(), new String(Json.bytes(checklist), StandardCharsets.UTF_8));
    }
}
