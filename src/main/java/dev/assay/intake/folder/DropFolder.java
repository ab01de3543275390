package dev.assay.intake.folder;

import dev.assay.intake.NameRule;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One vendor's folder, reached only through folder handles that follow no link at any step: whoever writes in
/// the folder cannot swap a link in between a look and the act that rests on it.
final class DropFolder {
    /// How many names a path may have; a folder deeper down is reported instead of looked into.
    static final int DEEPEST = 8;
    private static final int MOST_ENTRIES = 50_000;

    private static final Logger LOG = LoggerFactory.getLogger(DropFolder.class);

    private final Path root;
    private final Path vendor;

    DropFolder(Path root, String vendor) {
        this.root = root;
        this.vendor = Path.of(vendor);
    }

    /// A thing that lies in the folder.
    ///
    /// @param path below the vendor's folder
    record Entry(Path path, FileFacts.Kind kind) {}

    /// The folder itself, for messages and names.
    Path path() {
        return root.resolve(vendor);
    }

    /// What lies in the folder and below it: files, links and others; folders only where they are too deep or
    /// cannot be opened. Hidden folders are left out. At most 50,000 entries; the rest come up as these are
    /// taken.
    List<Entry> list() throws IOException {
        List<Entry> entries = new ArrayList<>();
        try (SecureDirectoryStream<Path> top = open(root);
                SecureDirectoryStream<Path> folder = step(top, vendor)) {
            list(folder, Path.of(""), 1, entries);
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return entries;
    }

    /// Renames a file into the folder of claims if it is still the one that was looked at, else leaves it.
    void claim(Path path, FileFacts expected, String claim) throws IOException {
        try (SecureDirectoryStream<Path> top = open(root);
                SecureDirectoryStream<Path> claims = step(top, Path.of(Claims.FOLDER));
                SecureDirectoryStream<Path> folder = step(top, vendor)) {
            claim(folder, path, expected, claims, Path.of(claim));
        }
    }

    private static void claim(
            SecureDirectoryStream<Path> folder,
            Path path,
            FileFacts expected,
            SecureDirectoryStream<Path> claims,
            Path claim)
            throws IOException {
        if (path.getNameCount() > 1) {
            try (SecureDirectoryStream<Path> inner = step(folder, path.getName(0))) {
                claim(inner, path.subpath(1, path.getNameCount()), expected, claims, claim);
            }
        } else if (expected.agreesWith(look(folder, path))) {
            folder.move(path, claims, claim);
        }
    }

    private static void list(SecureDirectoryStream<Path> folder, Path above, int depth, List<Entry> entries)
            throws IOException {
        for (Path each : folder) {
            if (entries.size() >= MOST_ENTRIES) {
                return;
            }
            Path name = each.getFileName();
            list(folder, name, above.resolve(name), depth, entries);
        }
    }

    private static void list(SecureDirectoryStream<Path> folder, Path name, Path path, int depth, List<Entry> entries)
            throws IOException {
        try {
            FileFacts.Kind kind = FileFacts.Kind.of(look(folder, name));
            if (kind != FileFacts.Kind.FOLDER || depth == DEEPEST) {
                entries.add(new Entry(path, kind));
            } else if (NameRule.isOpenFolder(name.toString())) {
                descend(folder, name, path, depth, entries);
            }
        } catch (NoSuchFileException e) {
            LOG.trace("An entry went away during the listing", e);
        }
    }

    /// One folder that cannot be opened does not hide its neighbours.
    private static void descend(
            SecureDirectoryStream<Path> folder, Path name, Path path, int depth, List<Entry> entries) {
        try (SecureDirectoryStream<Path> inner = step(folder, name)) {
            list(inner, path, depth + 1, entries);
        } catch (IOException | DirectoryIteratorException e) {
            LOG.debug("A folder in {} cannot be looked into", folder, e);
            entries.add(new Entry(path, FileFacts.Kind.FOLDER));
        }
    }

    private static BasicFileAttributes look(SecureDirectoryStream<Path> folder, Path name) throws IOException {
        return folder.getFileAttributeView(name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                .readAttributes();
    }

    /// One step down. The look comes first because opening a pipe would wait for its writer.
    private static SecureDirectoryStream<Path> step(SecureDirectoryStream<Path> folder, Path name) throws IOException {
        if (!look(folder, name).isDirectory()) {
            throw new IOException("A folder is expected and something else is there");
        }
        return folder.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS);
    }

    @SuppressWarnings("StreamResourceLeak") // the caller closes it
    private static SecureDirectoryStream<Path> open(Path folder) throws IOException {
        DirectoryStream<Path> stream = Files.newDirectoryStream(folder);
        if (stream instanceof SecureDirectoryStream<Path> secure) {
            return secure;
        }
        stream.close();
        throw new IOException("The file system of " + folder
                + " offers no folder handles; without them a link could be swapped in. Put the drop folder on a local"
                + " file system of Linux or macOS.");
    }
}
