package dev.assay.intake.sftp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// A server's folder in memory.
final class FakeFolder implements RemoteFolder {
    final Map<String, Entry> entries = new TreeMap<>();
    final Set<String> unreadable = new HashSet<>();
    Runnable beforeRename = () -> {};
    Runnable afterRename = () -> {};
    boolean open = true;
    int read;

    record Entry(RemoteFile.Kind kind, byte[] bytes, Instant modified) {}

    void put(String path, String text, Instant modified) {
        entries.put(path, new Entry(RemoteFile.Kind.FILE, text.getBytes(StandardCharsets.UTF_8), modified));
    }

    @Override
    public Optional<RemoteFile> look(String path) throws IOException {
        require();
        return Optional.ofNullable(entries.get(path))
                .map(entry -> new RemoteFile(path, entry.kind(), entry.bytes().length, entry.modified()));
    }

    @Override
    public ReadableByteChannel open(String path) throws IOException {
        require();
        if (unreadable.contains(path)) {
            throw new Refused("The server answers: Permission denied");
        }
        read++;
        return Channels.newChannel(new ByteArrayInputStream(entries.get(path).bytes()));
    }

    @Override
    public void rename(String from, String to) throws IOException {
        require();
        beforeRename.run();
        entries.put(to, entries.remove(from));
        afterRename.run();
    }

    @Override
    public void makeFolder(String path) throws IOException {
        require();
        entries.put(path, new Entry(RemoteFile.Kind.FOLDER, new byte[0], Instant.EPOCH));
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    private void require() throws IOException {
        if (!open) {
            throw new IOException("closed");
        }
    }
}
