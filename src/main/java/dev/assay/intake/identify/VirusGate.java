package dev.assay.intake.identify;

import dev.assay.config.Catalogue;
import dev.assay.intake.scan.Scan;
import dev.assay.intake.scan.VirusScanner;
import dev.assay.ledger.ArrivalState;
import dev.assay.ledger.Ledger;
import dev.assay.work.Arrival;
import dev.assay.work.Unscanned;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Has arrivals looked through before anything of ours opens them. What was found ends it, unless a person released
/// this
/// arrival from just that. What was not looked through is opened, and in a child only, where a client it may be for
/// lets
/// it be reviewed.
record VirusGate(VirusScanner scanner, Ledger ledger, Catalogue catalogue) {

    /// What was decided of an arrival.
    sealed interface Answer {}

    /// It goes on.
    ///
    /// @param doubts     what a reviewer must look at whatever the checks find
    /// @param needsLeave why it is held unless the client lets it go on; empty where nothing is to be asked
    record Passing(List<String> doubts, String needsLeave) implements Answer {}

    /// It does not go on.
    record Stopped(ArrivalState state, String reason) implements Answer {}

    /// Asks about an arrival.
    ///
    /// @throws IOException if the scanner cannot be asked now
    Answer ask(Arrival arrival, Path file) throws IOException {
        return switch (scanner.scan(file)) {
            case Scan.Clean clean -> new Passing(List.of(), "");
            case Scan.Infected infected -> {
                String found = "The virus scanner found '" + infected.signature() + "' in it";
                yield unlessReleased(arrival, ArrivalState.QUARANTINED, found + ". Deliver a clean copy.", found);
            }
            case Scan.NotScanned not when not.passing() -> throw new IOException(not.reason());
            case Scan.NotScanned not -> {
                String doubt = "It was not looked through for viruses";
                String reason = "It could not be looked through for viruses. " + not.reason();
                yield mayBeReviewed(arrival.vendor()) && !isReleased(arrival, reason)
                        ? new Passing(List.of(doubt), reason)
                        : unlessReleased(arrival, ArrivalState.HELD, reason, doubt);
            }
        };
    }

    private Answer unlessReleased(Arrival arrival, ArrivalState state, String reason, String doubt) {
        return isReleased(arrival, reason)
                ? new Passing(List.of(doubt + ", and a person released it"), "")
                : new Stopped(state, reason);
    }

    private boolean isReleased(Arrival arrival, String reason) {
        return ledger.standstills().released(arrival.id()).contains(reason);
    }

    private boolean mayBeReviewed(String vendor) {
        return catalogue.workOrders().stream()
                .filter(order -> order.policy().unscanned() == Unscanned.REVIEW)
                .flatMap(order -> order.deliverables().stream())
                .anyMatch(deliverable -> deliverable.vendors().contains(vendor));
    }
}
