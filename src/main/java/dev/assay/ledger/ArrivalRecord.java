package dev.assay.ledger;

import dev.assay.work.Arrival;
import java.util.List;
import java.util.Optional;

/// An arrival as the ledger holds it.
///
/// @param arrival     what was recorded
/// @param state       what became of it
/// @param reason      why, empty where nothing needs saying
/// @param submissions what its files became, or what they are duplicates of: the newest of each deliverable
public record ArrivalRecord(Arrival arrival, ArrivalState state, String reason, List<String> submissions) {
    public ArrivalRecord {
        submissions = List.copyOf(submissions);
    }

    /// What its files became, of several deliverables the first.
    public Optional<String> submission() {
        return submissions.stream().findFirst();
    }
}
