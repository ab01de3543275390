package dev.assay.checklist;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Tells what of an item became weaker: every change that is not known to ask for at least as much as before.
final class Weakening {
    private final Item before;
    private final Item after;
    private final UnaryOperator<String> at;
    private final Map<String, String> old;
    private final Map<String, String> fresh;
    private final List<Change> changes = new ArrayList<>();

    private Weakening(Item before, Item after, UnaryOperator<String> at) {
        this.before = before;
        this.after = after;
        this.at = at;
        this.old = ItemValues.of(before);
        this.fresh = ItemValues.of(after);
    }

    /// What became weaker between two layers.
    ///
    /// @param kind what answers both; empty where a person or the vendor does
    /// @param at   where the later layer sets a key
    static List<Change> between(Item before, Item after, Optional<KindForm> kind, UnaryOperator<String> at) {
        Weakening weakening = new Weakening(before, after, at);
        weakening.compare();
        weakening.asking();
        weakening.reach();
        kind.ifPresent(weakening::parameters);
        return weakening.changes;
    }

    private void compare() {
        tell("severity", after.severity().compareTo(before.severity()) < 0);
        tell("effect", isLess(before.effect(), after.effect()));
        tell("mode", after.mode().compareTo(before.mode()) > 0);
        tell("weight", after.weight() < before.weight());
        tell("blocking", before.blocking() && !after.blocking());
        // What a person or the vendor is asked is the whole of such an item.
        tell("requirement", before.by() != By.MACHINE && !before.requirement().equals(after.requirement()));
    }

    /// Less is asked where more words let pass, where none needs say what an answer rests on, or where others may
    /// answer.
    private void asking() {
        Asking one = before.asking();
        Asking other = after.asking();
        tell("scale", !lettingPass(one).containsAll(lettingPass(other)));
        tell("evidence", one.evidence() && !other.evidence());
        tell("who", !one.who().isEmpty() && (other.who().isEmpty() || !one.who().containsAll(other.who())));
    }

    private static Set<Asking.Choice> lettingPass(Asking asking) {
        return asking.scale().stream()
                .filter(choice -> choice.end() == Asking.End.PASSED || choice.end() == Asking.End.NOT_APPLICABLE)
                .collect(Collectors.toSet());
    }

    private void reach() {
        Reach.When one = before.reach().when();
        Reach.When other = after.reach().when();
        tell("when.role", isNarrower(one.role(), other.role()));
        tell("when.format", isNarrower(one.format(), other.format()));
        tell("when.language", isNarrower(one.language(), other.language()));
        tell("when.practice", isNarrower(one.practice(), other.practice()));
        tell("when.tier", isNarrower(one.tier(), other.tier()));
        // What must stand somewhere is asked for less where more is looked at, and what must not where less is.
        Reach.Scope old = before.reach().scope();
        Reach.Scope now = after.reach().scope();
        tell("scope.layer", !old.layer().equals(now.layer()));
        tell("scope.section", !old.section().equals(now.section()));
        tell("scope.part", !old.part().equals(now.part()));
        tell("mostly", isLower(before.reach().mostly(), after.reach().mostly()));
        tell(
                "most-findings",
                isLower(before.reach().mostFindings(), after.reach().mostFindings()));
        tell("expires", isLower(before.reach().expires(), after.reach().expires()));
    }

    /// Whether an occasion is left out; an empty list means all.
    private static boolean isNarrower(List<String> before, List<String> after) {
        return !after.isEmpty() && (before.isEmpty() || !Set.copyOf(after).containsAll(before));
    }

    /// Whether a limit is lower than before, or new; without one there is no limit.
    private static <T extends Comparable<? super T>> boolean isLower(@Nullable T before, @Nullable T after) {
        return after != null && (before == null || after.compareTo(before) < 0);
    }

    /// Containing is the most, recording the least; neither of the two between is known to be more than the other: a
    /// reviewer looks at what may be sent back unseen, and the vendor mends what may be let through.
    private static boolean isLess(Effect before, Effect after) {
        return before != after && after != Effect.CONTAIN && before != Effect.RECORD;
    }

    private void parameters(KindForm kind) {
        for (Parameter parameter : kind.parameters()) {
            Object one = before.parameters().get(parameter.name());
            Object other = after.parameters().get(parameter.name());
            if (!Objects.equals(one, other)) {
                tell(ItemValues.PARAMETER + parameter.name(), !sharpens(one, other, direction(kind, parameter)));
            }
        }
    }

    /// The bounds of a range say themselves in which direction they sharpen.
    private static Parameter.Sharper direction(KindForm kind, Parameter parameter) {
        for (KindForm.Range range : kind.ranges()) {
            if (range.low().equals(parameter.name())) {
                return Parameter.Sharper.MORE;
            }
            if (range.high().equals(parameter.name())) {
                return Parameter.Sharper.LESS;
            }
        }
        return parameter.sharper();
    }

    private static boolean sharpens(@Nullable Object before, @Nullable Object after, Parameter.Sharper direction) {
        return switch (direction) {
            case UNKNOWN -> false;
            case MORE -> isMore(before, after);
            // A bound where there was none asks for more; a list without entries allows nothing.
            case LESS -> before == null ? !(after instanceof List) : isMore(after, before);
        };
    }

    private static boolean isMore(@Nullable Object less, @Nullable Object more) {
        if (less == null || more == null) {
            return less == null && more != null;
        }
        return switch (less) {
            case Boolean flag -> !flag;
            case List<?> list ->
                more instanceof List<?> other && Set.copyOf(other).containsAll(list);
            case Number number -> number(more).compareTo(number(number)) >= 0;
            case String text
            when isNumber(text) && isNumber(more.toString()) -> number(more).compareTo(number(text)) >= 0;
            default -> false;
        };
    }

    private static boolean isNumber(String text) {
        return text.matches("-?[0-9]{1,18}(\\.[0-9]{1,18})?");
    }

    private static BigDecimal number(Object value) {
        return new BigDecimal(value.toString());
    }

    private void tell(String key, boolean weaker) {
        if (weaker) {
            changes.add(new Change(key, old.getOrDefault(key, "–"), fresh.getOrDefault(key, "–"), at.apply(key)));
        }
    }
}
