package dev.assay.meter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Named points between the writes of a delivery, at which a test halts the process to prove that nothing is
/// lost or doubled.
///
/// In an installation none is set and a point costs one comparison. The system property `assay.crash` names the
/// point to halt at, as `name` or `name:n` for its n-th pass; `assay.crash.trace` names a file that takes the
/// name of each point passed, so that a point never reached is noticed.
public final class CrashPoint {
    /// What a shell shows for a process ended by SIGKILL.
    private static final int KILLED = 137;

    private static final @Nullable String TRACE = System.getProperty("assay.crash.trace");
    private static final @Nullable String CRASH = System.getProperty("assay.crash");
    private static final boolean IDLE = TRACE == null && CRASH == null;
    private static final AtomicInteger PASSES = new AtomicInteger();

    private CrashPoint() {}

    /// Passes a point, or halts the process there: no shutdown hook runs, no buffer is flushed.
    ///
    /// @param name such as `W3`
    public static void here(String name) {
        if (!IDLE) {
            pass(name);
        }
    }

    private static void pass(String name) {
        if (TRACE != null) {
            trace(Path.of(TRACE), name);
        }
        if (CRASH != null && isReached(CRASH, name)) {
            Runtime.getRuntime().halt(KILLED);
        }
    }

    private static boolean isReached(String crash, String name) {
        int colon = crash.lastIndexOf(':');
        String wanted = colon < 0 ? crash : crash.substring(0, colon);
        int pass = colon < 0 ? 1 : Integer.parseInt(crash, colon + 1, crash.length(), 10);
        return wanted.equals(name) && PASSES.incrementAndGet() == pass;
    }

    private static void trace(Path file, String name) {
        try {
            Files.writeString(file, name + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the trace of crash points to " + file, e);
        }
    }
}
