package dev.assay;

import dev.assay.config.TextFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The files that people write for an installation, looked at for whether any of them changed. A file is read again
/// only when its size, time or identity is another, or was so new that a coarse clock may hide a change.
final class DefinitionFiles {
    private static final long YOUNG_MILLIS = 3_000;
    private static final int DEPTH = 4;
    private static final int MOST = 100_000;
    private static final long MOST_BYTES = 1 << 20;
    private static final List<String> ROOTS =
            List.of("assay.properties", "clients", "vendors", "work-orders", "calendars");

    private final Path home;
    private Map<Path, Known> known = new HashMap<>();

    DefinitionFiles(Path home) {
        this.home = home;
    }

    /// What was last seen of a file.
    ///
    /// @param young whether it may have changed since without looking different
    private record Known(String attributes, String hash, boolean young) {}

    /// The same text as long as nothing that is written there changes.
    ///
    /// @throws IOException if a folder cannot be listed or a file not read, or there are more than 100,000 of them
    String signature() throws IOException {
        Map<Path, Known> now = new HashMap<>();
        List<String> lines = new ArrayList<>();
        for (Path file : files()) {
            Known looked = look(file);
            now.put(file, looked);
            lines.add(home.relativize(file) + " " + looked.hash());
        }
        known = now;
        return TextFile.hash(String.join("\n", lines));
    }

    private List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String root : ROOTS) {
            Path path = home.resolve(root);
            if (Files.exists(path)) {
                try (Stream<Path> inside = Files.walk(path, DEPTH)) {
                    inside.limit(MOST + 1L).sorted().forEach(files::add);
                } catch (UncheckedIOException e) {
                    throw e.getCause();
                }
            }
            if (files.size() > MOST) {
                throw new IOException("There are more than " + MOST + " files");
            }
        }
        return files;
    }

    private Known look(Path file) throws IOException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            String shown = attributes.size() + " " + attributes.lastModifiedTime() + " " + attributes.fileKey();
            Known before = known.get(file);
            if (!attributes.isRegularFile()) {
                return new Known("", attributes.isDirectory() ? "folder" : "other", false);
            }
            if (before != null && !before.young() && before.attributes().equals(shown)) {
                return before;
            }
            boolean young =
                    System.currentTimeMillis() - attributes.lastModifiedTime().toMillis() < YOUNG_MILLIS;
            String hash = attributes.size() <= MOST_BYTES
                    ? TextFile.hash(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                    : shown;
            return new Known(shown, hash, young);
        } catch (NoSuchFileException e) {
            return new Known("", "gone", false);
        }
    }
}
