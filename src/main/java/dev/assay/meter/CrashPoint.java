package dev.assay.meter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Places where a test ends the process as `kill -9` would, so that recovery from each can be shown.
///
/// The system property `assay.crash` holds a name such as `W3`, or `W3:2` for the second time the place is
/// passed; `assay.crash.trace` names a file to which every name passed is appended. Without them a place does
/// nothing.
public final class CrashPoint {
    private static final @Nullable String WANTED = System.getProperty("assay.crash");
    private static final @Nullable String TRACE = System.getProperty("assay.crash.trace");
    private static final Map<String, Integer> PASSED = new ConcurrentHashMap<>();
    private static final int KILLED = 137;

    private CrashPoint() {}

    /// Marks a place. Halts the process with status 137, running nothing else, when the place is the wanted
    /// one.
    public static void here(String name) {
        if (TRACE != null) {
            trace(Path.of(TRACE), name);
        }
        if (WANTED != null && isWanted(WANTED, name)) {
            Runtime.getRuntime().halt(KILLED);
        }
    }

    private static boolean isWanted(String wanted, String name) {
        int time = PASSED.merge(name, 1, Integer::sum);
        return wanted.equals(name) || wanted.equals(name + ":" + time);
    }

    private static void trace(Path file, String name) {
        try {
            Files.writeString(
                    file, name + "\n", StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot append to the trace of crash points " + file, e);
        }
    }
}
