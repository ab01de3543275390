package dev.assay.intake.sftp;

import java.time.Instant;

/// What lies in `.received` and is looked at once more: whoever had it open may still be writing, and what a rename
/// moved may not have been what was read.
///
/// @param id       of the arrival that was read
/// @param path     where it was delivered, as text
/// @param read     what was read of it, with its path now
/// @param since    when it was let go of
/// @param toNote   whether the ledger does not say yet that its source has let go
/// @param sighting of what lies there
record Received(String id, String path, RemoteFile read, Instant since, boolean toNote, Sighting sighting) {

    /// @param read what was read, wherever it lay then
    static Received of(String id, String path, RemoteFile read, Instant now, boolean toNote) {
        RemoteFile there =
                new RemoteFile(ServerFile.place(ServerFile.RECEIVED, id), read.kind(), read.size(), read.modified());
        return new Received(id, path, there, now, toNote, Sighting.first(there, now));
    }

    /// Whether what lies there is still what was read.
    boolean isUnchanged() {
        return sighting.file().isSameContent(read);
    }

    Received seen(RemoteFile found, Instant now) {
        return new Received(id, path, read, Sighting.atMost(since, now), toNote, sighting.next(found, now));
    }

    Received noted() {
        return new Received(id, path, read, since, false, sighting);
    }
}
