package dev.assay.intake.mail;

import dev.assay.vault.Disk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;

/// How often receiving something was begun and never ended, so that what ends the process with it is not begun for
/// ever: a file for each, written before the work and deleted after it.
public final class Attempts {
    private final Path folder;
    private final Disk disk;

    /// @param folder of the files, made where it is missing
    public Attempts(Path folder, Disk disk) throws IOException {
        this.folder = folder;
        this.disk = disk;
        Disk.makeFolder(folder);
    }

    /// How many there were.
    int of(String id) throws IOException {
        try {
            return Integer.parseInt(Files.readString(folder.resolve(id)).strip());
        } catch (NoSuchFileException | NumberFormatException e) {
            return 0;
        }
    }

    /// Counts one more; it is on the disk when this returns.
    void begin(String id) throws IOException {
        set(id, of(id) + 1);
    }

    /// So many there were.
    void set(String id, int attempts) throws IOException {
        disk.replace(folder.resolve(id), Integer.toString(attempts).getBytes(StandardCharsets.US_ASCII));
    }

    /// Forgets them.
    void end(String id) throws IOException {
        Files.deleteIfExists(folder.resolve(id));
    }

    /// Forgets those of all but these.
    void retain(Set<String> ids) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (!ids.contains(file.getFileName().toString())) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
