package dev.assay.route.sftp;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.Session;
import com.jcraft.jsch.SftpATTRS;
import com.jcraft.jsch.SftpException;
import dev.assay.intake.sftp.RemoteFile;
import dev.assay.intake.sftp.RemoteFolder;
import dev.assay.intake.sftp.RemoteName;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// One connection of one account.
///
/// JSch reads `*`, `?` and `\` in the last name of every path as a pattern, so that all of them are escaped; and it
/// ends a stream whose connection is lost as if the file ended there, so that the number of bytes has to be looked
/// at.
final class AccountConnection implements RemoteFolder, AutoCloseable {
    private final Session session;
    private final ChannelSftp channel;
    private final Silence silence;
    private final String base;

    /// @param folder of the account, as the vendor's file has it
    /// @throws Exception of JSch, if there is no connection or login
    AccountConnection(Session session, String folder, Duration longestSilence) throws Exception {
        this.session = session;
        this.silence = new Silence(longestSilence, session::disconnect);
        try {
            int millis = Math.toIntExact(longestSilence.toMillis());
            silence.during(() -> {
                session.connect(millis);
                return session;
            });
            this.channel = silence.during(() -> {
                ChannelSftp opened = (ChannelSftp) session.openChannel("sftp");
                opened.setFilenameEncoding(StandardCharsets.ISO_8859_1);
                opened.connect(millis);
                return opened;
            });
            this.base = base(silence.during(channel::getHome), RemoteName.of(folder));
        } catch (Exception e) {
            close();
            throw e;
        }
    }

    private static String base(String home, String folder) {
        String base = folder.startsWith("/") ? folder : folder.equals(".") ? home : home + "/" + folder;
        return base.replaceFirst("/+$", "");
    }

    /// What is shown each entry of a folder.
    interface Entries {
        /// Shows one, and hears whether to go on.
        boolean next(String name, RemoteFile.Kind kind, long size, Instant modified);
    }

    /// Lists a folder.
    void list(String folder, Entries entries) throws IOException {
        ask(() -> {
            channel.ls(path(folder), entry -> {
                silence.heard();
                SftpATTRS attributes = entry.getAttrs();
                return entries.next(entry.getFilename(), kind(attributes), attributes.getSize(), modified(attributes))
                        ? ChannelSftp.LsEntrySelector.CONTINUE
                        : ChannelSftp.LsEntrySelector.BREAK;
            });
            return folder;
        });
    }

    @Override
    public Optional<RemoteFile> look(String path) throws IOException {
        return ask(() -> {
            try {
                SftpATTRS attributes = channel.lstat(path(path));
                return Optional.of(new RemoteFile(path, kind(attributes), attributes.getSize(), modified(attributes)));
            } catch (SftpException e) {
                if (e.id == ChannelSftp.SSH_FX_NO_SUCH_FILE) {
                    return Optional.empty();
                }
                throw e;
            }
        });
    }

    @Override
    public ReadableByteChannel open(String path) throws IOException {
        InputStream stream = ask(() -> channel.get(path(path)));
        return Channels.newChannel(new Bytes(stream));
    }

    /// The bytes of a file, each read bounded in time.
    private final class Bytes extends InputStream {
        private final InputStream stream;

        Bytes(InputStream stream) {
            this.stream = stream;
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException("Bytes are read many at a time");
        }

        /// JSch returns no bytes and goes on where an answer came in another order than it was asked for.
        @Override
        public int read(byte[] into, int at, int length) throws IOException {
            return ask(() -> {
                int read = 0;
                while (read == 0 && length > 0) {
                    read = stream.read(into, at, length);
                }
                return read;
            });
        }

        @Override
        public void close() throws IOException {
            if (isOpen()) {
                ask(() -> {
                    stream.close();
                    return stream;
                });
            }
        }
    }

    @Override
    public void rename(String from, String to) throws IOException {
        ask(() -> {
            channel.rename(path(from), path(to));
            return to;
        });
    }

    @Override
    public void makeFolder(String path) throws IOException {
        ask(() -> {
            channel.mkdir(path(path));
            return path;
        });
    }

    @Override
    public boolean isOpen() {
        return session.isConnected() && channel.isConnected();
    }

    @Override
    public void close() {
        silence.close();
        session.disconnect();
    }

    /// The server's own answers leave the connection as it is; after anything else it cannot be said what will be
    /// answered next.
    private <T> T ask(Silence.Request<T> request) throws IOException {
        try {
            return silence.during(request);
        } catch (Lost e) {
            close();
            throw e;
        } catch (SftpException e) {
            if (e.getCause() == null && isOpen()) {
                throw new Refused("The server answers: " + e.getMessage());
            }
            throw lost(e);
        } catch (Exception e) {
            throw lost(e);
        }
    }

    private Lost lost(Exception e) {
        close();
        return new Lost("the connection was lost (" + e.getMessage() + "). It is tried again.", e);
    }

    private String path(String relative) {
        String whole = relative.isEmpty() ? base : base + "/" + relative;
        return (whole.isEmpty() ? "/" : whole).replaceAll("([\\\\*?])", "\\\\$1");
    }

    private static RemoteFile.Kind kind(SftpATTRS attributes) {
        if (attributes.isLink()) {
            return RemoteFile.Kind.LINK;
        }
        if (attributes.isDir()) {
            return RemoteFile.Kind.FOLDER;
        }
        return attributes.isReg() ? RemoteFile.Kind.FILE : RemoteFile.Kind.OTHER;
    }

    private static Instant modified(SftpATTRS attributes) {
        return Instant.ofEpochSecond(Integer.toUnsignedLong(attributes.getMTime()));
    }
}
