package dev.assay.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Durable writing: what has returned from here survives the loss of power.
///
/// A flush that failed is never tried again: the kernel may have dropped the pages and would call the second
/// try a success (Rebello et al., "Can Applications Recover from fsync Failures?", USENIX ATC 2020). It is
/// thrown as [DurabilityLost], and the process stops.
public class Disk {
    static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<?> OWNER_ONLY_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private volatile @Nullable DurabilityLost lost;

    /// The disk of this machine.
    public Disk() {}

    /// Writes a new file of mode 0600 and flushes it; its name is durable after [#forceFolder].
    ///
    /// @throws IOException if the file exists or cannot be written; nothing is left then
    public final void writeNew(Path file, byte[] content) throws IOException {
        try (FileChannel channel = create(file)) {
            writeFully(channel, ByteBuffer.wrap(content));
            force(channel, file);
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    /// Puts a file in place of another or of none, whole or not at all, by way of a file beside it.
    public final void replace(Path file, byte[] content) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(part);
        writeNew(part, content);
        rename(part, file);
    }

    /// Moves a file within its file system, replacing what has the name, and flushes the target's folder.
    public final void rename(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        forceFolder(to);
    }

    /// Flushes the folder that holds a file, which makes its name durable.
    public final void forceFolder(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            force(channel, folder);
        }
    }

    /// Flushes a file's bytes and length.
    ///
    /// @throws DurabilityLost if the flush failed, or one failed before: nothing is flushed after that
    public final void force(FileChannel channel, Path file) throws IOException {
        if (lost != null) {
            throw lost;
        }
        try {
            flush(channel, file);
        } catch (ClosedChannelException e) {
            throw e;
        } catch (IOException e) {
            lost = new DurabilityLost(file, e);
            throw lost;
        }
    }

    /// The flush itself; a test makes it fail.
    protected void flush(FileChannel channel, Path file) throws IOException {
        channel.force(true);
    }

    /// Makes a folder of mode 0700, and those above it, where they are missing.
    public static void makeFolder(Path folder) throws IOException {
        Files.createDirectories(folder, OWNER_ONLY_FOLDER);
    }

    static FileChannel create(Path file) throws IOException {
        return FileChannel.open(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), OWNER_ONLY);
    }

    static void writeFully(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
