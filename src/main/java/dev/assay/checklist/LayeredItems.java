package dev.assay.checklist;

import dev.assay.config.Fields;
import dev.assay.config.Located;
import dev.assay.config.Position;
import dev.assay.config.Problem;
import dev.assay.config.Problems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The items of a checklist while its layers are laid one upon the other. After each layer the list is whole and
/// valid, so that what the next one weakens can be told by comparing values, not texts.
final class LayeredItems {
    private static final String FIGURES = "figures";

    private final Map<String, KindForm> kinds;
    private final Problems problems;
    private final Map<String, Located.Mapping> texts = new LinkedHashMap<>();
    private final Map<String, Item> items = new LinkedHashMap<>();
    private final Map<String, List<Trace.Weakened>> weakened = new HashMap<>();
    private final List<Dropped> dropped = new ArrayList<>();
    private final Map<String, String> figurePlaces = new HashMap<>();

    LayeredItems(Map<String, KindForm> kinds, Problems problems) {
        this.kinds = kinds;
        this.problems = problems;
    }

    List<Item> items() {
        return List.copyOf(items.values());
    }

    List<Dropped> dropped() {
        return dropped;
    }

    Map<String, Trace> traces() {
        Map<String, Trace> traces = new HashMap<>();
        texts.forEach((id, text) -> {
            Map<String, String> places = Overlay.places(text);
            Optional.ofNullable(figurePlaces.get(id)).ifPresent(at -> places.put(ItemValues.PARAMETER + FIGURES, at));
            traces.put(id, new Trace(places, weakened.getOrDefault(id, List.of())));
        });
        return traces;
    }

    /// Hands the named figures to the items that reckon with them, and has every kind look at its items' values.
    void complete(FigureReader figures) {
        boolean readable = problems.isEmpty();
        items.replaceAll((id, item) -> {
            KindForm kind = item.check() == null ? null : kinds.get(item.check());
            if (kind == null) {
                return item;
            }
            Item whole = kind.traits().contains(Trait.USES_FIGURES) ? withFigures(item, figures) : item;
            if (readable) {
                tell(kind.mistakes(whole.parameters()), item);
            }
            return whole;
        });
    }

    /// With all of them: a label may hold another's, as "Target price" holds "Price".
    private Item withFigures(Item item, FigureReader figures) {
        if (figures.figures().isEmpty()) {
            return item;
        }
        figures.place().ifPresent(at -> figurePlaces.put(item.id(), at));
        return item.with(Map.of(
                FIGURES,
                figures.figures().values().stream().map(NamedFigure::text).toList()));
    }

    private void tell(List<KindForm.Mistake> mistakes, Item item) {
        Map<String, String> places = Overlay.places(Objects.requireNonNull(texts.get(item.id())));
        mistakes.forEach(mistake -> problems.add(
                Position.of(places.getOrDefault(ItemValues.PARAMETER + mistake.parameter(), item.position())),
                "'" + mistake.parameter() + "': " + mistake.message()));
    }

    /// Lays a layer upon those before.
    void add(Optional<Located> itemsOfLayer, Optional<Located> dropsOfLayer) {
        Set<String> inherited = Set.copyOf(texts.keySet());
        Set<String> gone = new HashSet<>();
        dropsOfLayer.ifPresent(drops -> values(drops, "drop", "- {id: …, reason: …}")
                .forEach(drop -> Fields.of(drop, "what is dropped", problems)
                        .ifPresent(fields -> drop(fields, inherited, gone))));
        Map<String, Position> own = new HashMap<>();
        itemsOfLayer.ifPresent(
                list -> values(list, "items", "- id: …").forEach(value -> item(value, inherited, gone, own)));
    }

    private List<Located> values(Located list, String key, String entry) {
        if (list instanceof Located.Sequence sequence) {
            return sequence.values();
        }
        problems.add(
                list.at(), "'" + key + "' is a list, each entry starting with '" + entry + "'. Found: " + list.kind());
        return List.of();
    }

    private void drop(Fields fields, Set<String> inherited, Set<String> gone) {
        Optional<String> id = fields.requiredText("id");
        String reason = fields.requiredText(Overlay.REASON).map(String::strip).orElse("");
        if (reason.isEmpty() && fields.has(Overlay.REASON)) {
            problems.add(fields.at(Overlay.REASON), "'reason' is empty. Say why the item does not hold any more");
        }
        fields.done("what is dropped");
        if (id.isEmpty()) {
            return;
        }
        if (!inherited.contains(id.get())) {
            String hint = Problems.suggestion(id.get(), inherited);
            problems.add(
                    fields.at("id"),
                    "nothing to drop: no item '" + id.get() + "' is inherited."
                            + (hint.isEmpty() ? known(inherited) : hint));
            return;
        }
        gone.add(id.get());
        texts.remove(id.get());
        weakened.remove(id.get());
        Item item = items.remove(id.get());
        if (item != null) {
            dropped.add(new Dropped(
                    item.id(),
                    item.requirement(),
                    item.effect(),
                    item.position(),
                    fields.at().toString(),
                    reason));
        }
    }

    private static String known(Set<String> ids) {
        return ids.isEmpty()
                ? " This checklist extends none"
                : " Inherited: " + ids.stream().sorted().collect(Collectors.joining(", "));
    }

    private void item(Located value, Set<String> inherited, Set<String> gone, Map<String, Position> own) {
        Located.Scalar id = id(value);
        if (!(value instanceof Located.Mapping text) || id == null) {
            read(value);
            return;
        }
        Position first = own.putIfAbsent(id.text(), id.at());
        if (first != null) {
            problems.add(
                    id.at(),
                    "item id '" + id.text() + "' is used twice, first in line " + first.line()
                            + ". Give each item its own");
            read(value);
        } else if (gone.contains(id.text())) {
            problems.add(
                    id.at(), "item '" + id.text() + "' is dropped here too. Change it, or give the new one another id");
        } else if (inherited.contains(id.text())) {
            override(id.text(), text);
        } else {
            fresh(id.text(), text, inherited);
        }
    }

    private static Located.@Nullable Scalar id(Located value) {
        return value instanceof Located.Mapping mapping
                        && mapping.entry("id").map(Located.Entry::value).orElse(null) instanceof Located.Scalar id
                        && id.type() != Located.Scalar.Type.NOTHING
                ? id
                : null;
    }

    private Optional<Item> read(Located value) {
        return new ItemReader(kinds, problems).read(value);
    }

    private void fresh(String id, Located.Mapping text, Set<String> inherited) {
        Optional<Located.Entry> reason = text.entry(Overlay.REASON);
        if (reason.isPresent()) {
            String hint = Problems.suggestion(id, inherited);
            problems.add(
                    reason.get().at(),
                    "'reason' says why an inherited item is weakened, and no item '" + id + "' is inherited."
                            + (hint.isEmpty() ? known(inherited) : hint));
            return;
        }
        boolean isMeantForAnother =
                text.entry("check").isEmpty() && text.entry("by").isEmpty();
        String hint = isMeantForAnother ? Problems.suggestion(id, inherited) : "";
        if (!hint.isEmpty()) {
            problems.add(text.at(), "no item '" + id + "' is inherited, and a new one needs its 'check'." + hint);
            return;
        }
        texts.put(id, text);
        read(text).ifPresent(item -> items.put(id, item));
    }

    private void override(String id, Located.Mapping later) {
        Located.Mapping earlier = Objects.requireNonNull(texts.get(id));
        if (answersOtherwise(id, earlier, later)) {
            return;
        }
        Located.Mapping text = Overlay.of(earlier, later);
        texts.put(id, text);
        Problems own = new Problems();
        Optional<Item> after = new ItemReader(kinds, own).read(text);
        for (Problem problem : own.all()) {
            problems.add(problem.at(), problem.message());
        }
        Item before = items.get(id);
        after.ifPresent(item -> items.put(id, item));
        if (before != null && after.isPresent() && own.isEmpty()) {
            weaken(before, after.get(), later);
        }
    }

    /// Another check is another item.
    private boolean answersOtherwise(String id, Located.Mapping earlier, Located.Mapping later) {
        boolean otherwise = false;
        for (String key : List.of("by", "check")) {
            Fields now = new Fields(later, new Problems());
            String before = new Fields(earlier, new Problems()).text(key).orElse(key.equals("by") ? "machine" : "");
            if (now.has(key) && !now.text(key).orElse("").equals(before)) {
                otherwise = true;
                problems.add(
                        now.at(key),
                        "item '" + id + "' cannot change its '" + key + "'"
                                + (before.isEmpty() ? "" : ", which is " + before) + " (" + earlier.at()
                                + "). Drop it with a reason, and add one with another id");
            }
        }
        return otherwise;
    }

    private void weaken(Item before, Item after, Located.Mapping later) {
        Map<String, String> places = Overlay.places(later);
        Optional<KindForm> kind = Optional.ofNullable(before.check()).map(kinds::get);
        List<Change> changes = Weakening.between(
                before, after, kind, key -> places.getOrDefault(key, later.at().toString()));
        Optional<String> reason = reason(later);
        if (!changes.isEmpty() && reason.isEmpty()) {
            problems.add(
                    later.at(),
                    "item '" + before.id() + "' asks for less than before ("
                            + changes.stream().map(Change::toString).collect(Collectors.joining("; "))
                            + "; before: " + before.position()
                            + ") and gives no reason. Add 'reason', or take the change out");
        } else if (!changes.isEmpty()) {
            weakened.computeIfAbsent(before.id(), ignored -> new ArrayList<>())
                    .add(new Trace.Weakened(changes, reason.get()));
        }
    }

    private Optional<String> reason(Located.Mapping later) {
        if (later.entry(Overlay.REASON).isEmpty()) {
            return Optional.empty();
        }
        Fields fields = new Fields(later, problems);
        Optional<String> reason = fields.text(Overlay.REASON).map(String::strip);
        if (reason.isPresent() && reason.get().isEmpty()) {
            problems.add(fields.at(Overlay.REASON), "'reason' is empty. Say why the item asks for less");
        }
        return reason;
    }
}
