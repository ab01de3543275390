package dev.assay.intake.sftp;

import dev.assay.intake.Reception;
import dev.assay.meter.CrashPoint;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.util.Optional;
import java.util.UUID;

/// One file on a server, as it was seen, and how the server lets go of it: by a rename into `.received`, or into
/// `.refused`.
final class ServerFile implements Reception.Source {
    static final String RECEIVED = ".received";
    static final String REFUSED = ".refused";

    private final RemoteFolder folder;
    private final RemoteFile seen;
    private final String id;
    private final boolean moved;

    /// @param seen what is read
    /// @param id   of the arrival: the name it is kept by, which no vendor chooses
    ServerFile(RemoteFolder folder, RemoteFile seen, String id) {
        this(folder, seen, id, false);
    }

    private ServerFile(RemoteFolder folder, RemoteFile seen, String id, boolean moved) {
        this.folder = folder;
        this.seen = seen;
        this.id = id;
        this.moved = moved;
    }

    /// A file that lies in `.received` already, and stays there.
    static ServerFile moved(RemoteFolder folder, RemoteFile seen, String id) {
        return new ServerFile(folder, seen, id, true);
    }

    /// A rename moved something else than what was read: it is a new arrival, and lies under the new name.
    static final class Replaced extends IOException {
        private static final long serialVersionUID = 1;
    }

    @Override
    public ReadableByteChannel open() throws IOException {
        return folder.open(seen.path());
    }

    @Override
    public boolean isWhole(long size) throws IOException {
        return size == seen.size()
                && folder.look(seen.path()).filter(seen::equals).isPresent();
    }

    /// A rename acts by path: it takes whatever lies there at that moment, so that both before and after it is
    /// looked what that is.
    ///
    /// @throws Replaced if it was something else
    @Override
    public void acknowledge() throws IOException {
        if (!moved && rename(RECEIVED)) {
            CrashPoint.here("W6r");
            Optional<RemoteFile> renamed = folder.look(place(RECEIVED, id));
            if (renamed.isPresent() && !renamed.get().isSameContent(seen)) {
                throw new Replaced();
            }
        }
    }

    @Override
    public void setAside() throws IOException {
        rename(REFUSED);
    }

    /// Where a file lies that was let go of.
    static String place(String folder, String id) {
        return RemoteName.child(folder, id);
    }

    /// Renames it if it is still what was seen; what else lies there is another arrival, and is left.
    private boolean rename(String to) throws IOException {
        if (folder.look(seen.path()).filter(seen::equals).isEmpty()) {
            return false;
        }
        String place = free(to);
        folder.rename(seen.path(), place);
        if (folder.look(seen.path()).filter(seen::equals).isPresent()) {
            throw new RemoteFolder.Refused("The server says that it renamed a file, and it still lies there.");
        }
        return true;
    }

    private String free(String to) throws IOException {
        if (folder.look(to).isEmpty()) {
            folder.makeFolder(to);
        }
        String place = place(to, id);
        if (folder.look(place).isPresent()) {
            if (to.equals(REFUSED)) {
                return place + "-" + UUID.randomUUID();
            }
            throw new RemoteFolder.Refused("The name it is to be kept by in " + to + " is taken.");
        }
        return place;
    }
}
