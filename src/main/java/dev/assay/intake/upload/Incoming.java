package dev.assay.intake.upload;

import dev.assay.intake.Reception;
import dev.assay.web.Request;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/// The bytes of one request on their way in. There is nothing to let go of: the answer is the acknowledgement.
final class Incoming implements Reception.Source {
    private static final int CHUNK = 64 * 1024;
    private static final long LEAST_BYTES_A_SECOND = 1024;
    private static final Duration GRACE = Duration.ofMinutes(1);

    private final Request request;
    private final Clock clock;
    private final Instant begun;
    private final MessageDigest digest = sha256();
    private Optional<String> expected = Optional.empty();
    private long came;

    Incoming(Request request, Clock clock) {
        this.request = request;
        this.clock = clock;
        this.begun = clock.instant();
    }

    /// The sender stopped before the end.
    static final class Broken extends IOException {
        private static final long serialVersionUID = 1;

        Broken(IOException cause) {
            super("The sender stopped before the end", cause);
        }
    }

    /// How many bytes the request says it has; 0 where it does not say.
    long announced() {
        return request.length().orElse(0);
    }

    /// From now on only these bytes are whole.
    void expect(Optional<String> sha256) {
        expected = sha256;
    }

    @Override
    public ReadableByteChannel open() {
        return new Bytes();
    }

    @Override
    public boolean isWhole(long size) {
        String came = HexFormat.of().formatHex(digest.digest());
        return (request.length().isEmpty() || request.length().getAsLong() == size)
                && expected.map(came::equals).orElse(true);
    }

    @Override
    public void acknowledge() {
        // The answer that follows is the acknowledgement.
    }

    @Override
    public void setAside() {
        // So it is for what is refused; its bytes stay with the sender.
    }

    /// The SHA-256 of the bytes, read to see whether they are those that came before.
    ///
    /// @param most after so many bytes the rest is not read
    String sha256(long most) throws IOException {
        byte[] chunk = new byte[CHUNK];
        long left = most;
        for (int read = read(chunk, CHUNK); read >= 0 && left > 0; read = read(chunk, CHUNK)) {
            digest.update(chunk, 0, read);
            left -= read;
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private int read(byte[] into, int most) throws Broken {
        try {
            int read = request.body().read(into, 0, most);
            came += Math.max(read, 0);
            Instant late = begun.plus(GRACE).plusSeconds(came / LEAST_BYTES_A_SECOND);
            if (read > 0 && clock.instant().isAfter(late)) {
                throw new IOException("It comes more slowly than a kilobyte a second");
            }
            return read;
        } catch (IOException e) {
            throw new Broken(e);
        } catch (RuntimeException e) {
            // The server tells of a sender that is too slow, or breaks its protocol, so.
            throw new Broken(new IOException(e));
        }
    }

    /// Counts what is read into the digest.
    private final class Bytes implements ReadableByteChannel {
        private final byte[] chunk = new byte[CHUNK];
        private boolean open = true;

        @Override
        public int read(ByteBuffer target) throws IOException {
            int read = Incoming.this.read(chunk, Math.min(target.remaining(), CHUNK));
            if (read > 0) {
                digest.update(chunk, 0, read);
                target.put(chunk, 0, read);
            }
            return read;
        }

        @Override
        public boolean isOpen() {
            return open;
        }

        @Override
        public void close() {
            open = false;
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java lacks SHA-256", e);
        }
    }
}
