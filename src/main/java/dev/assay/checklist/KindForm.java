package dev.assay.checklist;

import java.util.List;
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

    /// How the texts of its parameters are to be written.
    default Grammar grammar() {
        return Grammar.ANY;
    }

    /// Two parameters that bound a range.
    record Range(String low, String high) {}
}
