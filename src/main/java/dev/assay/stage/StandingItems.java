package dev.assay.stage;

import dev.assay.check.Background;
import dev.assay.checklist.By;
import dev.assay.checklist.Effect;
import dev.assay.checklist.Item;
import dev.assay.checklist.Mode;
import dev.assay.checklist.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Items that hold for every delivery of which something is expected, unless its checklist names their kinds itself: no
/// checklist can forget that a part is missing.
final class StandingItems {
    private static final List<Item> ALL = List.of(
            item(
                    "all-parts",
                    "missing-part",
                    Severity.MAJOR,
                    Effect.REWORK,
                    true,
                    "Every part that is expected was delivered."),
            item(
                    "no-other-parts",
                    "unexpected-part",
                    Severity.MINOR,
                    Effect.REVIEW,
                    false,
                    "Nothing was delivered that is not expected."));

    private StandingItems() {}

    /// A checklist's items, and before them those that it does not have itself.
    static List<Item> with(List<Item> items, Background.Delivery delivery) {
        List<Item> all = new ArrayList<>();
        if (delivery.expects() || !delivery.unexpected().isEmpty()) {
            for (Item standing : ALL) {
                boolean own = items.stream()
                        .anyMatch(item -> standing.check().equals(item.check())
                                || item.id().equals(standing.id()));
                if (!own) {
                    all.add(standing);
                }
            }
        }
        all.addAll(items);
        return all;
    }

    private static Item item(
            String id, String check, Severity severity, Effect effect, boolean blocking, String requirement) {
        return new Item(
                id,
                By.MACHINE,
                check,
                Map.of(),
                severity,
                effect,
                Mode.ENFORCE,
                1,
                blocking,
                requirement,
                "",
                "",
                "",
                new Item.Examples(List.of(), List.of()),
                "");
    }
}
