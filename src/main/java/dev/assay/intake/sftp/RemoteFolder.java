package dev.assay.intake.sftp;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.util.Optional;

/// The folder on a server that an account delivers in, while there is a connection.
///
/// Paths are relative to that folder, with `/` between names, and hold the names' bytes as [RemoteName] does. Each
/// method ends within a bounded time, and throws [Refused] when the server answered that it will not, any other
/// [IOException] when the connection is of no more use.
public interface RemoteFolder {
    /// What lies under a path now; a link is not followed.
    Optional<RemoteFile> look(String path) throws IOException;

    /// Opens a file's bytes. The channel's end may come early where the connection is lost.
    ReadableByteChannel open(String path) throws IOException;

    /// Renames a file.
    void rename(String from, String to) throws IOException;

    /// Makes a folder.
    void makeFolder(String path) throws IOException;

    /// Whether it can still be used.
    boolean isOpen();

    /// The server answered that it will not.
    final class Refused extends IOException {
        private static final long serialVersionUID = 1;

        public Refused(String message) {
            super(message);
        }
    }

    /// The connection is of no more use, or there is none. The message is for the operator: what happened and what
    /// to do, without its subject.
    final class Lost extends IOException {
        private static final long serialVersionUID = 1;

        public Lost(String message) {
            super(message);
        }

        public Lost(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
