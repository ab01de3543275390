package dev.assay.checklist;

import dev.assay.document.Span;
import dev.assay.document.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// Tells whether two items of a checklist cannot both be met.
final class Contradiction {
    private static final String EXCEPT = "except";

    private final Item earlier;
    private final Item later;
    private final Map<String, KindForm> kinds;

    Contradiction(Item earlier, Item later, Map<String, KindForm> kinds) {
        this.earlier = earlier;
        this.later = later;
        this.kinds = kinds;
    }

    /// What cannot both be.
    ///
    /// @param key of the later item
    record Told(String key, String why) {}

    Optional<Told> told() {
        return range().or(() -> wording(earlier, later, true)).or(() -> wording(later, earlier, false));
    }

    /// A least that is above a most.
    private Optional<Told> range() {
        if (!Objects.equals(earlier.check(), later.check())
                || !earlier.reach().scope().equals(later.reach().scope())) {
            return Optional.empty();
        }
        for (KindForm.Range range : form(later).ranges()) {
            Map<String, Object> one = new HashMap<>(earlier.parameters());
            Map<String, Object> other = new HashMap<>(later.parameters());
            Optional<Told> told =
                    above(range, one, other, range.high()).or(() -> above(range, other, one, range.low()));
            Stream.of(range.low(), range.high()).forEach(name -> {
                one.remove(name);
                other.remove(name);
            });
            if (told.isPresent() && one.equals(other)) {
                return told;
            }
        }
        return Optional.empty();
    }

    private static Optional<Told> above(
            KindForm.Range range, Map<String, Object> least, Map<String, Object> most, String key) {
        Object low = least.get(range.low());
        Object high = most.get(range.high());
        return low != null
                        && high != null
                        && new BigDecimal(low.toString()).compareTo(new BigDecimal(high.toString())) > 0
                ? Optional.of(new Told(
                        ItemValues.PARAMETER + key, range.low() + " " + low + " is above " + range.high() + " " + high))
                : Optional.empty();
    }

    /// A wording that one demands and the other forbids.
    private Optional<Told> wording(Item demanding, Item forbidding, boolean forbiddenLater) {
        for (Parameter demands : parameters(demanding, Parameter.Wording.DEMANDED)) {
            for (String entry : texts(demanding, demands.name())) {
                for (Parameter forbids : parameters(forbidding, Parameter.Wording.FORBIDDEN)) {
                    Optional<String> term = forbidden(entry, forbidding, forbids.name());
                    if (term.isPresent()) {
                        return Optional.of(new Told(
                                ItemValues.PARAMETER + (forbiddenLater ? forbids.name() : demands.name()),
                                "'" + entry + "' must be there, and '" + term.get() + "' must not"));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private List<Parameter> parameters(Item item, Parameter.Wording wording) {
        return form(item).parameters().stream()
                .filter(parameter -> parameter.wording() == wording)
                .toList();
    }

    /// The term that stands in every accepted wording of a demanded one.
    private static Optional<String> forbidden(String entry, Item forbidding, String parameter) {
        List<String> wordings = Stream.of(entry.split("\\|"))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
        List<String> except = texts(forbidding, EXCEPT);
        return texts(forbidding, parameter).stream()
                .filter(term -> !wordings.isEmpty()
                        && wordings.stream()
                                .allMatch(wording -> holds(wording, term)
                                        && except.stream().noneMatch(phrase -> holds(wording, phrase))))
                .findFirst();
    }

    private static boolean holds(String text, String term) {
        return !words(term).isEmpty() && Collections.indexOfSubList(words(text), words(term)) >= 0;
    }

    private static List<String> words(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        List<String> words = new ArrayList<>();
        for (Span span : Words.spans(lower)) {
            words.add(lower.substring(span.start(), span.end()));
        }
        return words;
    }

    private KindForm form(Item item) {
        return Objects.requireNonNull(kinds.get(item.check()));
    }

    private static List<String> texts(Item item, String parameter) {
        return item.parameters().get(parameter) instanceof List<?> list
                ? list.stream().map(Object::toString).toList()
                : List.of();
    }
}
