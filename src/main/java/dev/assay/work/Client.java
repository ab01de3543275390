package dev.assay.work;

import java.time.Period;
import java.util.List;

/// Who ordered the work and owns its text.
///
/// @param id        matches [Id], and is not [#EXTERNAL]
/// @param name      as printed in reports
/// @param retention how long text is kept after a submission is closed
/// @param policy    what decides beyond the findings
/// @param priorWork what its work may be compared with
/// @param terms     names by which its work is known: its own, of projects and products; not to be found in
///                  work for another client
public record Client(
        String id, String name, Period retention, Policy policy, PriorWorkUse priorWork, List<String> terms) {
    /// Owns texts that belong to no client and may be shown to every one, such as published work.
    public static final String EXTERNAL = "external";

    public Client {
        Id.require("client", id);
        terms = List.copyOf(terms);
        if (id.equals(EXTERNAL)) {
            throw new IllegalArgumentException(
                    "'" + EXTERNAL + "' is the owner of texts from outside. Choose another" + " id for the client.");
        }
    }
}
