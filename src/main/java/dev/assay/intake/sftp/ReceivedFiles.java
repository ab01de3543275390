package dev.assay.intake.sftp;

import dev.assay.intake.Acknowledgements;
import dev.assay.intake.ArrivalLog;
import dev.assay.work.Arrival;
import dev.assay.work.Channel;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What lies in `.received` and is looked at once more. A rename acts by path, and whoever has a file open goes on
/// writing into it under its new name: what lies there and is not what was read is an arrival of its own.
final class ReceivedFiles {
    private final ArrivalLog log;
    private final Duration stableFor;
    private final Clock clock;
    private final Map<String, Received> files = new LinkedHashMap<>();

    ReceivedFiles(ArrivalLog log, Duration stableFor, Clock clock) {
        this.log = log;
        this.stableFor = stableFor;
        this.clock = clock;
    }

    /// What receives a file that lies there.
    interface Intake {
        /// Receives one, and says whether it is in the ledger now.
        ///
        /// @param path where it was delivered
        boolean receive(Sighting sighting, String path) throws IOException;
    }

    /// Takes up what an earlier run recorded without noting that the server has let go.
    void recover(Acknowledgements acknowledgements, String vendor) {
        for (Arrival arrival : acknowledgements.open(Channel.SFTP, vendor)) {
            RemoteFile read = new RemoteFile(
                    arrival.path(),
                    RemoteFile.Kind.FILE,
                    arrival.size(),
                    arrival.times().claimedBySource());
            add(arrival.id(), arrival.path(), read, true);
        }
    }

    /// @param id     of the arrival
    /// @param path   where it was delivered, as text
    /// @param read   what was read
    /// @param toNote whether the ledger does not say yet that its source has let go
    void add(String id, String path, RemoteFile read, boolean toNote) {
        files.put(id, Received.of(id, path, read, clock.instant(), toNote));
    }

    List<Received> all() {
        return List.copyOf(files.values());
    }

    void lookAgain(Received file, RemoteFolder folder, Intake intake) throws IOException {
        Optional<RemoteFile> found = folder.look(file.read().path());
        if (found.isEmpty()) {
            files.remove(file.id());
            return;
        }
        Received seen = file.seen(found.get(), clock.instant());
        files.put(file.id(), seen);
        if (seen.isUnchanged()) {
            unchanged(seen);
        } else if (seen.sighting().isStable(stableFor) && intake.receive(seen.sighting(), seen.path())) {
            note(seen);
            add(seen.id(), seen.path(), found.get(), false);
        }
    }

    private void unchanged(Received seen) {
        note(seen);
        Instant enough = seen.since().plus(stableFor);
        if (clock.instant().isBefore(enough)) {
            files.put(seen.id(), seen.noted());
        } else {
            files.remove(seen.id());
        }
    }

    private void note(Received seen) {
        if (seen.toNote()) {
            log.acknowledged(seen.id());
        }
    }
}
