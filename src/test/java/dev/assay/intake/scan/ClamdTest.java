package dev.assay.intake.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.lab.servers.ClamdStandIn;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ClamdTest {
    private static final long MOST = 300_000;

    @TempDir
    private Path folder;

    @Test
    void cleanFile_isClean_alsoAnEmptyOneAndOneOfManyChunks() throws IOException {
        try (ClamdStandIn daemon = ClamdStandIn.start(MOST);
                Clamd clamd = clamd(daemon.address())) {
            assertEquals(new Scan.Clean(), clamd.scan(file("a report".getBytes(StandardCharsets.UTF_8))));
            assertEquals(new Scan.Clean(), clamd.scan(file(new byte[0])));
            assertEquals(new Scan.Clean(), clamd.scan(file(new byte[200_001])));
        }
    }

    @Test
    void eicar_isInfected() throws IOException {
        try (ClamdStandIn daemon = ClamdStandIn.start(MOST);
                Clamd clamd = clamd(daemon.address())) {
            assertEquals(new Scan.Infected("Eicar-Signature"), clamd.scan(file(ClamdStandIn.eicar())));
        }
    }

    @Test
    void fileOverTheDaemonsLimit_isNotScanned() throws IOException {
        try (ClamdStandIn daemon = ClamdStandIn.start(MOST);
                Clamd clamd = clamd(daemon.address())) {
            Scan.NotScanned scan =
                    assertInstanceOf(Scan.NotScanned.class, clamd.scan(file(new byte[(int) MOST + 50_000_000])));
            assertTrue(
                    scan.reason().contains("size limit exceeded")
                            || scan.reason().contains("did not answer"),
                    scan.reason());
        }
    }

    @Test
    void silentDaemon_isNotScannedAtTheDeadline() throws IOException {
        try (ClamdStandIn daemon = ClamdStandIn.start(MOST);
                Clamd clamd = new Clamd(new ClamdAddress(daemon.address()), Duration.ofMillis(50))) {
            daemon.fallSilent();
            assertInstanceOf(Scan.NotScanned.class, clamd.scan(file(new byte[10])));
        }
    }

    @Test
    void noDaemon_isNotScanned_andTheReasonSaysWhatToDo() throws IOException {
        int free;
        try (ServerSocket probe = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
            free = probe.getLocalPort();
        }
        try (Clamd clamd = clamd("127.0.0.1:" + free)) {
            Scan.NotScanned scan = assertInstanceOf(Scan.NotScanned.class, clamd.scan(file(new byte[10])));
            assertTrue(scan.reason().endsWith("See that clamd runs and that Assay may connect to it."), scan.reason());
        }
    }

    /// Only `stream: OK` alone is clean: whatever else a daemon, or something that is none, may say.
    @ParameterizedTest
    @ValueSource(
            strings = {"", "OK", "stream: OK ", "stream: OK\nstream: X FOUND", "HTTP/1.1 200 OK", "stream:  ERROR"})
    void anyOtherAnswer_isNotScanned(String answer) throws Exception {
        assertInstanceOf(Scan.NotScanned.class, answered(answer));
    }

    @Test
    void localSocket_isAskedToo() throws Exception {
        assertEquals(new Scan.Infected("Win.Test"), answered("stream: Win.Test FOUND"));
    }

    @Test
    void addresses_areCheckedBeforeTheyAreUsed() {
        for (String well : new String[] {"localhost:3310", "unix:/run/clamav/clamd.ctl", "[::1]:3310"}) {
            assertEquals(Optional.empty(), ClamdAddress.broken(well));
        }
        for (String wrong : new String[] {"localhost", "localhost:0", "h:70000", "unix:run", "a b:1", ""}) {
            assertEquals(
                    Optional.of("must be host:port or unix:/path. Found: '" + wrong + "'"), ClamdAddress.broken(wrong));
        }
    }

    /// What comes of a daemon on a local socket that reads everything and gives one answer.
    private Scan answered(String answer) throws Exception {
        Path socket = folder.resolve("clamd.ctl");
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            Thread daemon = Thread.ofVirtual().start(() -> {
                try (SocketChannel client = server.accept()) {
                    ByteBuffer all = ByteBuffer.allocate("zINSTREAM\0".length() + 4 + 3 + 4);
                    while (all.hasRemaining() && client.read(all) >= 0) {
                        Thread.onSpinWait();
                    }
                    client.write(ByteBuffer.wrap((answer + "\0").getBytes(StandardCharsets.US_ASCII)));
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            try (Clamd clamd = clamd("unix:" + socket)) {
                return clamd.scan(file(new byte[3]));
            } finally {
                daemon.join();
            }
        }
    }

    private static Clamd clamd(String address) {
        return new Clamd(new ClamdAddress(address), Duration.ofSeconds(20));
    }

    private Path file(byte[] bytes) throws IOException {
        Path file = folder.resolve("scanned");
        Files.write(file, bytes);
        return file;
    }
}
