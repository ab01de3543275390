package dev.assay.lab.servers;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.CopyOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpFileSystemAccessor;
import org.apache.sshd.sftp.server.SftpSubsystemProxy;

/// What an SFTP server is made to do wrong. Each fault holds until another is set or [#heal] is called; those of
/// reading concern files whose path ends in a name.
public final class SftpFaults implements SftpFileSystemAccessor {
    private volatile Reading reading = new Reading("", Long.MAX_VALUE, _ -> Act.GO_ON);
    private volatile RenameStep beforeRename = () -> {};
    private volatile CountDownLatch stall = new CountDownLatch(0);
    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger stalled = new AtomicInteger();

    /// What is done before each rename.
    public interface RenameStep {
        void run() throws IOException;
    }

    private enum Act {
        GO_ON,
        END
    }

    private interface Step {
        Act at(SftpSubsystemProxy client) throws IOException;
    }

    private record Reading(String name, long from, Step step) {}

    /// How many files were opened.
    public int opened() {
        return opened.get();
    }

    /// How many reads have stalled.
    public int stalled() {
        return stalled.get();
    }

    /// The connection is cut when a file is read beyond a byte.
    public void cut(String name, long from) {
        reading = new Reading(name, from, client -> {
            client.getServerSession().close(true);
            return Act.END;
        });
    }

    /// Nothing more comes when a file is read beyond a byte, and the connection stays.
    public void stall(String name, long from) {
        CountDownLatch latch = new CountDownLatch(1);
        stall = latch;
        reading = new Reading(name, from, _ -> {
            stalled.incrementAndGet();
            try {
                latch.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Act.END;
            }
            return Act.GO_ON;
        });
    }

    /// A file ends at a byte, whatever its size.
    public void shorten(String name, long from) {
        reading = new Reading(name, from, _ -> Act.END);
    }

    /// Something is done when a file is read beyond a byte, each time.
    public void whileReading(String name, long from, RenameStep step) {
        reading = new Reading(name, from, _ -> {
            step.run();
            return Act.GO_ON;
        });
    }

    /// Something is done before each rename.
    public void beforeRename(RenameStep step) {
        beforeRename = step;
    }

    /// No file may be renamed.
    public void refuseRenames() {
        beforeRename = () -> {
            throw new AccessDeniedException("renames are refused");
        };
    }

    /// All is well again.
    public void heal() {
        reading = new Reading("", Long.MAX_VALUE, _ -> Act.GO_ON);
        beforeRename = () -> {};
        stall.countDown();
    }

    @Override
    public void renameFile(SftpSubsystemProxy client, Path from, Path to, Collection<CopyOption> options)
            throws IOException {
        beforeRename.run();
        SftpFileSystemAccessor.super.renameFile(client, from, to, options);
    }

    @Override
    public SeekableByteChannel openFile(
            SftpSubsystemProxy client,
            FileHandle handle,
            Path file,
            String name,
            Set<? extends OpenOption> options,
            FileAttribute<?>... attributes)
            throws IOException {
        opened.incrementAndGet();
        SeekableByteChannel bytes =
                SftpFileSystemAccessor.super.openFile(client, handle, file, name, options, attributes);
        return new Faulty(bytes, client, file.toString());
    }

    /// A file that is read as the fault of the moment says.
    private final class Faulty implements SeekableByteChannel {
        private final SeekableByteChannel bytes;
        private final SftpSubsystemProxy client;
        private final String path;

        Faulty(SeekableByteChannel bytes, SftpSubsystemProxy client, String path) {
            this.bytes = bytes;
            this.client = client;
            this.path = path;
        }

        @Override
        public int read(ByteBuffer into) throws IOException {
            Reading fault = reading;
            if (fault.name().isEmpty() || !path.endsWith(fault.name())) {
                return bytes.read(into);
            }
            long left = fault.from() - bytes.position();
            if (left <= 0) {
                return fault.step().at(client) == Act.END ? -1 : bytes.read(into);
            }
            int limit = into.limit();
            into.limit((int) Math.min(limit, into.position() + left));
            int read = bytes.read(into);
            into.limit(limit);
            return read;
        }

        @Override
        public int write(ByteBuffer from) throws IOException {
            return bytes.write(from);
        }

        @Override
        public long position() throws IOException {
            return bytes.position();
        }

        @Override
        public SeekableByteChannel position(long position) throws IOException {
            bytes.position(position);
            return this;
        }

        @Override
        public long size() throws IOException {
            return bytes.size();
        }

        @Override
        public SeekableByteChannel truncate(long size) throws IOException {
            bytes.truncate(size);
            return this;
        }

        @Override
        public boolean isOpen() {
            return bytes.isOpen();
        }

        @Override
        public void close() throws IOException {
            bytes.close();
        }
    }
}
