package dev.assay.intake.folder;

import dev.assay.config.Json;
import dev.assay.vault.Disk;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The claimed files and their notes, in `.claims` beside the vendors' folders, and what was refused, in
/// `.refused`. No vendor may write there, so paths are safe to use.
final class Claims {
    static final String FOLDER = ".claims";
    private static final String REFUSED = ".refused";
    private static final String NOTE = ".json";
    private static final Logger LOG = LoggerFactory.getLogger(Claims.class);

    private final Path claims;
    private final Path refused;
    private final Disk disk;

    Claims(Path dropRoot, Disk disk) {
        this.claims = dropRoot.resolve(FOLDER);
        this.refused = dropRoot.resolve(REFUSED);
        this.disk = disk;
    }

    /// Makes the folders where they are missing.
    ///
    /// @throws IOException if one of them is a link or cannot be made
    void prepare() throws IOException {
        for (Path folder : List.of(claims, refused)) {
            if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
                Disk.makeFolder(folder);
                disk.forceFolder(folder);
            }
            if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                throw new IOException(folder + " must be a real folder and is not. Remove it and start again.");
            }
        }
    }

    /// Removes notes that were never finished, and tells of claimed files that have lost theirs. No process
    /// makes such a file: a note is written before its file is claimed and removed after it is gone.
    void tidy() throws IOException {
        try (DirectoryStream<Path> inside = Files.newDirectoryStream(claims)) {
            for (Path each : inside) {
                String name = each.getFileName().toString();
                if (name.endsWith(NOTE + ".part")) {
                    Files.deleteIfExists(each);
                } else if (!name.endsWith(NOTE) && isOrphan(each)) {
                    LOG.warn(
                            "The claimed file {} has no note, so nobody knows whose it is. Move it to its vendor's"
                                    + " folder by hand.",
                            each);
                }
            }
        }
    }

    private boolean isOrphan(Path claimed) {
        return !Files.exists(claims.resolve(claimed.getFileName() + NOTE))
                && Files.exists(claimed, LinkOption.NOFOLLOW_LINKS);
    }

    /// The file system that files must lie on to be claimed.
    long device() throws IOException {
        return FileFacts.of(claims).device();
    }

    /// Where the claimed file lies.
    Path file(ClaimNote note) {
        return claims.resolve(note.claim());
    }

    /// Writes a note, durably, in place of an older one of the same claim.
    void write(ClaimNote note) throws IOException {
        disk.replace(note(note), Json.bytes(note));
    }

    /// Lets go of a claimed file.
    void release(ClaimNote note) throws IOException {
        Files.deleteIfExists(file(note));
    }

    void forget(ClaimNote note) throws IOException {
        Files.deleteIfExists(note(note));
    }

    boolean holds(ClaimNote note) {
        return Files.exists(file(note), LinkOption.NOFOLLOW_LINKS);
    }

    /// Moves a claimed file and its note out of the way, to be looked at by a person. May be called again after
    /// an interruption.
    void refuse(ClaimNote note) throws IOException {
        if (holds(note)) {
            Files.move(file(note), refused.resolve(note.claim()), StandardCopyOption.ATOMIC_MOVE);
        }
        disk.rename(note(note), refused.resolve(note.claim() + NOTE));
    }

    boolean hasRefused(ClaimNote note) {
        return Files.exists(refused.resolve(note.claim()), LinkOption.NOFOLLOW_LINKS);
    }

    /// The notes of a vendor's claims.
    List<ClaimNote> of(String vendor) throws IOException {
        List<ClaimNote> found = new ArrayList<>();
        try (DirectoryStream<Path> notes = Files.newDirectoryStream(claims, "*" + NOTE)) {
            for (Path note : notes) {
                read(note, found);
            }
        }
        found.removeIf(note -> !note.vendor().equals(vendor));
        return found;
    }

    private static void read(Path note, List<ClaimNote> found) throws IOException {
        try {
            found.add(Json.read(note, ClaimNote.class));
        } catch (NoSuchFileException e) {
            LOG.debug("Claim {} of another vendor ended meanwhile", note.getFileName());
        } catch (IllegalArgumentException e) {
            LOG.warn(
                    "Cannot read the claim note {} ({}). It and the claimed file beside it are left as they are;"
                            + " move the file back to its vendor's folder by hand and delete the note.",
                    note,
                    e.getMessage());
        }
    }

    private Path note(ClaimNote note) {
        return claims.resolve(note.claim() + NOTE);
    }
}
