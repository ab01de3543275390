package dev.assay.check;

import java.util.List;

/// What a check kind is called and what it takes: the source of its schema, its validation and its page.
///
/// @param id         kebab-case, what is flagged or required
/// @param version    counted up when the same input may end otherwise, recorded with each finding
/// @param since      the release it came with
/// @param family     the group it is listed and sorted under
/// @param parameters what an item may set
/// @param ranges     pairs of parameters whose first must be at most the second
public record Kind(
        String id, int version, String since, Family family, List<Parameter> parameters, List<Range> ranges) {
    public Kind {
        parameters = List.copyOf(parameters);
        ranges = List.copyOf(ranges);
    }

    /// The groups of kinds, in the order in which reports list findings of the same weight.
    public enum Family {
        CONFIDENTIALITY,
        NUMBERS,
        STRUCTURE,
        SOURCES,
        LANGUAGE,
        FORMATTING,
        HYGIENE,
        DELIVERY
    }

    /// Two parameters that bound a range.
    public record Range(String low, String high) {}
}
