package dev.assay.ledger;

import dev.assay.work.RoundClock;
import dev.assay.work.WorkOrder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// All that is known of one submission, for its report and for a person who asks.
///
/// @param submission as it stands
/// @param clientName as printed
/// @param inspection the newest, empty before the verdict
/// @param assembly   what it lacks of what was expected; empty where nothing in particular was
/// @param events     what happened to it and its arrivals, oldest first
public record Story(
        SubmissionRecord submission,
        String clientName,
        List<ArrivalRecord> arrivals,
        Optional<InspectionRecord> inspection,
        Optional<Assemblies.Assembly> assembly,
        List<Happening> events,
        List<RoundClock> clocks) {
    public Story {
        arrivals = List.copyOf(arrivals);
        events = List.copyOf(events);
        clocks = List.copyOf(clocks);
    }

    /// One of whose clocks nothing is told.
    public Story(
            SubmissionRecord submission,
            String clientName,
            List<ArrivalRecord> arrivals,
            Optional<InspectionRecord> inspection,
            Optional<Assemblies.Assembly> assembly,
            List<Happening> events) {
        this(submission, clientName, arrivals, inspection, assembly, events, List.of());
    }

    /// How it stands to its due time.
    ///
    /// @param order in the version that its round is held to
    public Timing timing(WorkOrder order) {
        Instant counted = order.counts().of(completing().arrival().times());
        return Timing.of(order, submission.round(), submission.due(), counted, clocks);
    }

    /// The arrival that made it what it is: the newest that brought some of its files, which are not those of an
    /// earlier one alone.
    public ArrivalRecord completing() {
        return arrivals.stream()
                .filter(each -> each.state() == ArrivalState.ATTACHED)
                .reduce((older, newer) -> newer)
                .orElse(arrivals.getFirst());
    }

    /// An event.
    public record Happening(long seq, Instant at, String kind) {}

    /// An inspection with what it came to; texts are the JSON they were recorded as.
    public record InspectionRecord(
            String checklist,
            String checklistVersion,
            String workOrderVersion,
            String policyVersion,
            String kindVersions,
            String extractor,
            long indexSequence,
            Instant inspected,
            String ruling,
            List<String> outcomes) {
        public InspectionRecord {
            outcomes = List.copyOf(outcomes);
        }
    }
}
