package dev.assay.work;

import java.time.Period;

/// Who ordered the work and owns its text.
///
/// @param id        matches [Id], and is not [#EXTERNAL]
/// @param name      as printed in reports
/// @param retention how long text is kept after a submission is closed
/// @param policy    what decides beyond the findings
/// @param priorWork what its work may be compared with
public record Client(String id, String name, Period retention, Policy policy, PriorWorkUse priorWork) {
    /// Owns texts that belong to no client and may be shown to every one, such as published work.
    public static final String EXTERNAL = "external";

    public Client {
        Id.require("client", id);
        if (id.equals(EXTERNAL)) {
            throw new IllegalArgumentException(
                    "'" + EXTERNAL + "' is the owner of texts from outside. Choose another" + " id for the client.");
        }
    }
}
