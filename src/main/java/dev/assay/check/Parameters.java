package dev.assay.check;

import dev.assay.config.ClientPattern;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalInt;

/// The values of an item for its kind's parameters: validated when the checklist was read, defaults filled in.
public record Parameters(Map<String, Object> values) {
    public Parameters {
        values = Map.copyOf(values);
    }

    /// A text that has a default or is required.
    public String text(String name) {
        return optionalText(name).orElseThrow(() -> missing(name));
    }

    public Optional<String> optionalText(String name) {
        return Optional.ofNullable((String) values.get(name));
    }

    /// A list of texts; empty where none is set.
    @SuppressWarnings("unchecked")
    public List<String> texts(String name) {
        return (List<String>) values.getOrDefault(name, List.of());
    }

    public Optional<ClientPattern> pattern(String name) {
        return optionalText(name).map(ClientPattern::of);
    }

    public List<ClientPattern> patterns(String name) {
        return texts(name).stream().map(ClientPattern::of).toList();
    }

    /// A count that may not be set.
    public OptionalInt count(String name) {
        Object value = values.get(name);
        return value == null ? OptionalInt.empty() : OptionalInt.of(((Number) value).intValue());
    }

    public Optional<BigDecimal> number(String name) {
        return Optional.ofNullable(values.get(name)).map(value -> new BigDecimal(value.toString()));
    }

    public boolean flag(String name) {
        return Optional.ofNullable((Boolean) values.get(name)).orElseThrow(() -> missing(name));
    }

    private static NoSuchElementException missing(String name) {
        return new NoSuchElementException("Parameter '" + name + "' has no value and no default");
    }
}
