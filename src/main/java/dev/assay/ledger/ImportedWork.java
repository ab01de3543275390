package dev.assay.ledger;

import dev.assay.work.Client;
import java.time.LocalDate;
import java.util.Optional;

/// A work that was taken into the archive from a file, not delivered by a vendor.
///
/// @param client    id, or [Client#EXTERNAL]
/// @param vendor    id, empty where it is not known
/// @param workOrder id, empty where it is not known
/// @param title     what it is called
/// @param name      of its file
/// @param language  BCP 47 tag it was read as
/// @param dated     when it was made, where that is known
/// @param status    what became of it, as an index operation says it
/// @param size      of the file in bytes
/// @param sha256    of the file
/// @param document  hash of the stored extraction
public record ImportedWork(
        String client,
        Kind kind,
        String vendor,
        String workOrder,
        String title,
        String name,
        String language,
        Optional<LocalDate> dated,
        String status,
        long size,
        String sha256,
        String document) {
    public ImportedWork {
        if ((kind == Kind.EXTERNAL) != client.equals(Client.EXTERNAL)) {
            throw new IllegalArgumentException("External work belongs to nobody, and all else to a client.");
        }
    }

    /// What it is to later look-ups.
    public enum Kind {
        /// Earlier work.
        WORK,
        /// A form that the client gives to be filled: no prior work.
        TEMPLATE,
        /// What the client asked for: no prior work.
        BRIEF,
        /// Text from outside that everybody may see.
        EXTERNAL
    }

    /// The same for the same bytes under the same owner and kind.
    public String id() {
        return id(client, sha256, kind);
    }

    /// The id of a work with these bytes.
    public static String id(String client, String sha256, Kind kind) {
        return Digests.id("imported-work", client, sha256, kind.name());
    }
}
