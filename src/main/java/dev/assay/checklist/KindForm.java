package dev.assay.checklist;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a checklist must know of a check kind to read an item of it.
public interface KindForm {
    /// Kebab-case.
    String id();

    /// What the kind asks for, in one sentence: printed where an item has no words of its own.
    String requirement();

    /// What an item may set.
    List<Parameter> parameters();

    /// Pairs of parameters whose first must be at most the second.
    List<Range> ranges();

    /// Parameters of which an item must set at least one; empty where it need not.
    List<String> anyOf();

    /// What else an item may set.
    default Set<Trait> traits() {
        return Set.of();
    }

    /// What is wrong with an item's values although each is of its type, as a rule that cannot be read.
    ///
    /// @param values of its parameters, defaults and named figures filled in
    default List<Mistake> mistakes(Map<String, Object> values) {
        return List.of();
    }

    /// A value that is wrong.
    ///
    /// @param parameter where it stands
    record Mistake(String parameter, String message) {}

    /// Two parameters that bound a range.
    record Range(String low, String high) {}
}
