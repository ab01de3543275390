package dev.assay.check;

import dev.assay.check.language.ForbiddenTerm;
import dev.assay.check.numbers.TableTotal;
import dev.assay.check.structure.FileName;
import dev.assay.check.structure.Length;
import dev.assay.check.structure.MissingSection;
import dev.assay.check.structure.PlaceholderText;
import java.util.List;
import java.util.Optional;

/// The registry of check kinds: one line each, in alphabetical order of their ids.
public final class Checks {
    private static final List<Check> ALL = List.of(
            new FileName(),
            new ForbiddenTerm(),
            new Length(),
            new MissingSection(),
            new PlaceholderText(),
            new TableTotal());

    private Checks() {}

    /// All kinds, in alphabetical order of their ids.
    public static List<Check> all() {
        return ALL;
    }

    /// What all kinds are called and take, for reading checklists and for their schema.
    public static List<Kind> kinds() {
        return ALL.stream().map(Check::kind).toList();
    }

    /// The kind of that id.
    public static Optional<Check> find(String id) {
        return ALL.stream().filter(check -> check.kind().id().equals(id)).findFirst();
    }
}
