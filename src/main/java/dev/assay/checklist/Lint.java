package dev.assay.checklist;

import dev.assay.config.Fields;
import dev.assay.config.Position;
import dev.assay.config.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Tells what is allowed in a checklist and hardly meant: items that never count, that say the same, or that cannot
/// both be met; and what guards confidences and was weakened or dropped, whatever the reason.
public final class Lint {
    private final Checklist checklist;
    private final LocalDate today;
    private final Map<String, KindForm> kinds = new HashMap<>();
    private final List<Problem> warnings = new ArrayList<>();

    private Lint(Checklist checklist, Collection<? extends KindForm> kinds, LocalDate today) {
        this.checklist = checklist;
        this.today = today;
        kinds.forEach(kind -> this.kinds.put(kind.id(), kind));
    }

    /// A deliverable that a checklist is used for.
    ///
    /// @param roles    of the files it may have; empty where any may come
    /// @param language BCP 47
    /// @param tier     its word
    public record Use(List<String> roles, String language, String practice, String tier) {
        public Use {
            roles = List.copyOf(roles);
        }
    }

    /// What is worth a second look, in the order of the items.
    ///
    /// @param kinds that items name
    /// @param uses  what it is used for; empty where that is not known
    public static List<Problem> of(
            Checklist checklist, Collection<? extends KindForm> kinds, LocalDate today, List<Use> uses) {
        Lint lint = new Lint(checklist, kinds, today);
        lint.contained();
        for (Item item : checklist.items()) {
            lint.unreachable(item, uses);
        }
        List<Item> machine = checklist.items().stream()
                .filter(item -> item.check() != null && lint.kinds.containsKey(item.check()))
                .toList();
        for (int i = 0; i < machine.size(); i++) {
            for (Item earlier : machine.subList(0, i)) {
                lint.compare(earlier, machine.get(i));
            }
        }
        return lint.warnings;
    }

    private void contained() {
        for (Dropped dropped : checklist.dropped()) {
            if (dropped.effect() == Effect.CONTAIN) {
                warn(
                        dropped.at(),
                        "item '" + dropped.id() + "' contains what must not get out, and is dropped. The reason given: "
                                + dropped.reason());
            }
        }
        for (Item item : checklist.items()) {
            for (Trace.Weakened weakened : checklist.trace(item.id()).weakened()) {
                boolean contained = item.effect() == Effect.CONTAIN
                        || weakened.changes().stream()
                                .anyMatch(change -> change.key().equals("effect")
                                        && change.from().equals(Fields.word(Effect.CONTAIN)));
                if (contained) {
                    weakened.changes()
                            .forEach(change -> warn(
                                    change.at(),
                                    "item '" + item.id() + "' contains what must not get out, and asks for less ("
                                            + change + "). The reason given: " + weakened.reason()));
                }
            }
        }
    }

    private void unreachable(Item item, List<Use> uses) {
        Reach reach = item.reach();
        if (reach.expires() != null && today.isAfter(reach.expires())) {
            warn(
                    item,
                    "expires",
                    "expired on " + reach.expires() + " and never counts. Take it out, or give a later day");
        }
        if (!reach.scope().section().isEmpty()
                && !reach.scope().layer().isEmpty()
                && !reach.scope().layer().contains("body")) {
            warn(
                    item,
                    "scope.layer",
                    "never finds anything: a section has text of the layer body only. Add body, or take one of the two"
                            + " out");
        }
        if (!uses.isEmpty()) {
            never(item, uses, "role", reach.when().role());
            never(item, uses, "language", reach.when().language());
            never(item, uses, "practice", reach.when().practice());
            never(item, uses, "tier", reach.when().tier());
        }
    }

    private void never(Item item, List<Use> uses, String key, List<String> meant) {
        boolean holds = meant.isEmpty()
                || uses.stream()
                        .anyMatch(use -> found(use, key).isEmpty()
                                || found(use, key).stream()
                                        .anyMatch(value -> meant.stream().anyMatch(each -> isMeant(key, each, value))));
        if (!holds) {
            List<String> all = uses.stream()
                    .flatMap(use -> found(use, key).stream())
                    .distinct()
                    .sorted()
                    .toList();
            warn(
                    item,
                    "when." + key,
                    "never holds: no work order that uses this checklist has the " + key + " "
                            + String.join(" or ", meant) + ". Found: " + String.join(", ", all));
        }
    }

    private static boolean isMeant(String key, String meant, String value) {
        String one = meant.toLowerCase(Locale.ROOT);
        String other = value.toLowerCase(Locale.ROOT);
        return other.equals(one) || (key.equals("language") && other.startsWith(one + "-"));
    }

    private static List<String> found(Use use, String key) {
        return switch (key) {
            case "role" -> use.roles();
            case "language" -> List.of(use.language());
            case "practice" -> List.of(use.practice());
            default -> List.of(use.tier());
        };
    }

    private void compare(Item earlier, Item later) {
        if (!earlier.reach().when().equals(later.reach().when())) {
            return;
        }
        if (isSame(earlier, later)) {
            warn(
                    later,
                    "check",
                    "asks for the same as item '" + earlier.id() + "' (" + earlier.position() + "). Take one out");
        } else {
            new Contradiction(earlier, later, kinds)
                    .told()
                    .ifPresent(told -> warn(
                            later,
                            told.key(),
                            "and item '" + earlier.id() + "' (" + earlier.position() + ") cannot both be met: "
                                    + told.why() + ". Change one of them"));
        }
    }

    private static boolean isSame(Item one, Item other) {
        return one.check() != null
                && one.check().equals(other.check())
                && one.parameters().equals(other.parameters())
                && one.reach().scope().equals(other.reach().scope());
    }

    private void warn(Item item, String key, String message) {
        warn(checklist.trace(item.id()).at().getOrDefault(key, item.position()), "item '" + item.id() + "' " + message);
    }

    private void warn(String at, String message) {
        warnings.add(new Problem(Position.of(at), message));
    }
}
