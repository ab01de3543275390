package dev.assay.work;

import java.time.Period;

/// Who ordered the work and owns its text.
///
/// @param id        matches [Id]
/// @param name      as printed in reports
/// @param retention how long text is kept after a submission is closed
/// @param policy    what decides beyond the findings
public record Client(String id, String name, Period retention, Policy policy) {
    public Client {
        Id.require("client", id);
    }
}
