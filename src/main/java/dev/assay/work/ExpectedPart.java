package dev.assay.work;

import java.util.List;

/// A file that a deliverable is expected to have.
///
/// @param role     such as `report` or `annex`, unique in its deliverable
/// @param required whether the deliverable is incomplete without it
/// @param names    patterns of its file name, `*` for any characters and `?` for one, compared without regard to
///                 case; empty where its role tells it
public record ExpectedPart(String role, boolean required, List<String> names) {
    public ExpectedPart {
        names = List.copyOf(names);
    }
}
