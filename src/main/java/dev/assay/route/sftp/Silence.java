package dev.assay.route.sftp;

import dev.assay.intake.sftp.RemoteFolder;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Ends what waits for a server that says nothing, by closing the connection from another thread. A server can keep
/// the connection alive for ever and send no byte of what was asked for, which no timeout of a socket ends.
final class Silence implements AutoCloseable {
    private static final long NOBODY_WAITS = Long.MAX_VALUE;
    private static final int LOOKS = 10;

    private final Duration longest;
    private final Runnable end;
    private final Thread watcher;
    private volatile long since = NOBODY_WAITS;
    private volatile boolean tooLong;

    /// @param end closes the connection
    Silence(Duration longest, Runnable end) {
        this.longest = longest;
        this.end = end;
        this.watcher = Thread.ofVirtual().name("sftp-silence").start(this::watch);
    }

    /// What is asked of a server.
    interface Request<T> {
        T answer() throws Exception;
    }

    /// Waits for an answer, as long as may be.
    ///
    /// @throws RemoteFolder.Lost if it did not come in time
    <T> T during(Request<T> request) throws Exception {
        since = System.nanoTime();
        try {
            T answer = request.answer();
            check(null);
            return answer;
        } catch (Exception e) {
            check(e);
            throw e;
        } finally {
            since = NOBODY_WAITS;
        }
    }

    /// Something came, and more is waited for.
    void heard() {
        since = System.nanoTime();
    }

    private void check(@Nullable Exception cause) throws IOException {
        if (tooLong) {
            String message = "the server said nothing for " + longest.toSeconds()
                    + " s, and the connection was closed. Ask the vendor to look after its server; it is tried again.";
            throw cause == null ? new RemoteFolder.Lost(message) : new RemoteFolder.Lost(message, cause);
        }
    }

    private void watch() {
        try {
            while (true) {
                Thread.sleep(longest.dividedBy(LOOKS));
                long waiting = since;
                if (waiting != NOBODY_WAITS && System.nanoTime() - waiting > longest.toNanos()) {
                    tooLong = true;
                    end.run();
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        watcher.interrupt();
    }
}
