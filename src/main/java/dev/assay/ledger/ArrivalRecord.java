package dev.assay.ledger;

import dev.assay.work.Arrival;
import java.util.Optional;

/// An arrival as the ledger holds it.
///
/// @param arrival    what was recorded
/// @param state      what became of it
/// @param reason   why, empty where nothing needs saying
public record ArrivalRecord(Arrival arrival, ArrivalState state, String reason, Optional<String> submission) {}
