package dev.assay.check;

import dev.assay.checklist.KindForm;
import dev.assay.checklist.Parameter;
import dev.assay.checklist.Trait;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// What a check kind is called and what it takes: the source of its schema, its validation and its page.
///
/// @param id          kebab-case, what is flagged or required
/// @param version     counted up when the same input may end otherwise, recorded with each finding
/// @param since       the release it came with
/// @param family      the group it is listed and sorted under
/// @param requirement what it asks for in one sentence, printed where an item has no words of its own
/// @param parameters  what an item may set
/// @param ranges      pairs of parameters whose first must be at most the second
/// @param anyOf       parameters of which an item must set at least one; empty where it need not
/// @param traits      what else an item may set
/// @param proof       what is wrong with an item's values although each is of its type
public record Kind(
        String id,
        int version,
        String since,
        Family family,
        String requirement,
        List<Parameter> parameters,
        List<Range> ranges,
        List<String> anyOf,
        Set<Trait> traits,
        Function<Map<String, Object>, List<KindForm.Mistake>> proof)
        implements KindForm {
    public Kind {
        traits = Set.copyOf(traits);
        parameters = List.copyOf(parameters);
        ranges = List.copyOf(ranges);
        anyOf = List.copyOf(anyOf);
    }

    /// A kind without traits.
    public Kind(
            String id,
            int version,
            String since,
            Family family,
            String requirement,
            List<Parameter> parameters,
            List<Range> ranges,
            List<String> anyOf) {
        this(id, version, since, family, requirement, parameters, ranges, anyOf, Set.of(), values -> List.of());
    }

    /// The same kind with traits.
    public Kind with(Trait... having) {
        return new Kind(id, version, since, family, requirement, parameters, ranges, anyOf, Set.of(having), proof);
    }

    /// The same kind, which looks at an item's values before anything is delivered.
    public Kind proved(Function<Map<String, Object>, List<KindForm.Mistake>> by) {
        return new Kind(id, version, since, family, requirement, parameters, ranges, anyOf, traits, by);
    }

    @Override
    public List<KindForm.Mistake> mistakes(Map<String, Object> values) {
        return proof.apply(values);
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
}
