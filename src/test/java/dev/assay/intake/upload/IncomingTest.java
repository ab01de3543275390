package dev.assay.intake.upload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.web.Request;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/// Senders that are slow, on a clock that moves by what they send.
final class IncomingTest {
    private Instant now = Instant.parse("2026-12-01T12:00:00Z");

    /// A byte every ten seconds never is a silence, and would hold its place for ever.
    @Test
    void senderThatDribbles_isCutOffAfterAMinute() throws Exception {
        Incoming incoming = incoming(10, 1_000_000);
        ReadableByteChannel bytes = incoming.open();
        ByteBuffer one = ByteBuffer.allocate(1);
        int came = 0;
        Incoming.Broken broken = null;
        while (broken == null) {
            one.clear();
            try {
                came += bytes.read(one);
            } catch (Incoming.Broken e) {
                broken = e;
            }
        }
        assertEquals(6, came);
        assertEquals(
                "It comes more slowly than a kilobyte a second",
                broken.getCause().getMessage());
    }

    @Test
    void senderThatDribblesAKnownDelivery_isCutOffToo() {
        assertThrows(Incoming.Broken.class, () -> incoming(10, 1_000_000).sha256(1_000_000));
    }

    /// However long it takes.
    @Test
    void senderThatIsSlowButSteady_isReadToItsEnd() throws Exception {
        Instant begun = now;
        Incoming incoming = incoming(1, 2_000_000);
        ReadableByteChannel bytes = incoming.open();
        ByteBuffer some = ByteBuffer.allocate(2_000);
        long came = 0;
        for (int read = bytes.read(some); read >= 0; read = bytes.read(some)) {
            came += read;
            some.clear();
        }
        assertEquals(2_000_000, came);
        assertTrue(now.isAfter(begun.plusSeconds(900)));
    }

    /// @param seconds that pass with each read
    private Incoming incoming(int seconds, long length) {
        InputStream body = new InputStream() {
            private long left = length;

            @Override
            public int read() {
                throw new AssertionError("It is read in pieces");
            }

            @Override
            public int read(byte[] into, int from, int most) {
                now = now.plusSeconds(seconds);
                int read = (int) Math.min(left, most);
                left -= read;
                return read == 0 ? -1 : read;
            }
        };
        InputStream dribbling = seconds < 10 ? body : new Dribble(body);
        return new Incoming(
                new Request(
                        "POST",
                        "/deliveries",
                        name -> Optional.empty(),
                        name -> Optional.empty(),
                        OptionalLong.of(length),
                        dribbling),
                new Moving());
    }

    /// A byte at a time.
    private static final class Dribble extends InputStream {
        private final InputStream body;

        Dribble(InputStream body) {
            this.body = body;
        }

        @Override
        public int read() {
            throw new AssertionError("It is read in pieces");
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            return body.read(into, from, 1);
        }
    }

    private final class Moving extends Clock {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return this;
        }
    }
}
