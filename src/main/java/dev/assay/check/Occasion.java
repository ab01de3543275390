package dev.assay.check;

import dev.assay.checklist.Item;
import dev.assay.checklist.Reach;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What is known of a delivery before anyone looks into it. What is not known, as before a delivery, holds nothing
/// back.
///
/// @param practice of the work order; empty where not known
/// @param tier     of the work order, its word; empty where not known
/// @param language that was ordered, BCP 47; empty where none was
/// @param today    in the work order's zone
public record Occasion(String practice, String tier, String language, LocalDate today) {
    /// Why an item does not concern it; empty where it does or may.
    private Optional<Outcome> without(Item item) {
        Reach reach = item.reach();
        if (reach.expires() != null && today.isAfter(reach.expires())) {
            return Optional.of(new Outcome.NotApplicable("It expired: its last day was " + reach.expires() + "."));
        }
        return other("practice", reach.when().practice(), practice)
                .or(() -> other("tier", reach.when().tier(), tier))
                .or(() -> language.isEmpty()
                                || reach.when().language().isEmpty()
                                || reach.when().language().stream().anyMatch(this::isOrdered)
                        ? Optional.empty()
                        : not("language", reach.when().language(), language));
    }

    private boolean isOrdered(String tag) {
        String ordered = language.toLowerCase(Locale.ROOT);
        String meant = tag.toLowerCase(Locale.ROOT);
        return ordered.equals(meant) || ordered.startsWith(meant + "-");
    }

    private static Optional<Outcome> other(String subject, List<String> meant, String found) {
        return meant.isEmpty() || found.isEmpty() || meant.contains(found)
                ? Optional.empty()
                : not(subject, meant, found);
    }

    private static Optional<Outcome> not(String subject, List<String> meant, String found) {
        return Optional.of(new Outcome.NotApplicable(
                "It holds for the " + subject + " " + String.join(" or ", meant) + "; ordered: " + found + "."));
    }

    /// How an item ended before anyone looked; empty where it is to be looked at.
    public Optional<ItemOutcome> ended(Item item) {
        return without(item)
                .map(outcome -> new ItemOutcome(
                        item,
                        item.check() == null
                                ? 0
                                : Checks.find(item.check())
                                        .map(check -> check.kind().version())
                                        .orElse(0),
                        outcome));
    }
}
