package dev.assay.child;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A child and every process that came of it.
///
/// A process whose parent ended is nobody's descendant any more, so each child also carries a marker in its
/// environment, which all that it starts inherit; where there is a `/proc`, the marked are found by it. A
/// process that was orphaned *and* started with another environment is not found.
final class ProcessTree {
    /// The environment variable of the marker.
    static final String MARKER = "ASSAY_CHILD";

    private static final Path PROCESSES = Path.of("/proc");
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(5);

    private final @Nullable ProcessHandle root;
    private final byte[] marker;

    /// @param root null where it is not known: only the marked are found
    ProcessTree(@Nullable ProcessHandle root, String marker) {
        this.root = root;
        this.marker = (MARKER + "=" + marker + "\0").getBytes(StandardCharsets.US_ASCII);
    }

    /// All living processes that came of the root, without the root.
    Set<ProcessHandle> offspring() {
        Set<ProcessHandle> found = new LinkedHashSet<>();
        if (root != null && root.isAlive()) {
            // Asked of a process that is gone, this would tell of whoever has its number now.
            root.descendants().forEach(found::add);
        }
        marked(found);
        if (root != null) {
            found.remove(root);
        }
        return found;
    }

    /// Ends the offspring, then the root, then what either may have started meanwhile.
    ///
    /// @param nanos how long to wait for all of them to be gone
    /// @return whether all are gone
    boolean end(long nanos) {
        offspring().forEach(ProcessHandle::destroyForcibly);
        if (root != null) {
            root.destroyForcibly();
        }
        return endOffspring(nanos);
    }

    /// Ends the offspring only.
    ///
    /// @param nanos how long to wait for all of them to be gone
    /// @return whether all are gone
    boolean endOffspring(long nanos) {
        long start = System.nanoTime();
        Set<ProcessHandle> left = offspring();
        while (!left.isEmpty() && System.nanoTime() - start < nanos) {
            left.forEach(ProcessHandle::destroyForcibly);
            LockSupport.parkNanos(PAUSE);
            left = offspring();
        }
        return left.isEmpty();
    }

    private void marked(Set<ProcessHandle> found) {
        try (Stream<Path> processes = Files.list(PROCESSES)) {
            processes
                    .filter(process ->
                            Character.isDigit(process.getFileName().toString().charAt(0)))
                    .filter(this::isMarked)
                    .map(process -> Long.parseLong(process.getFileName().toString()))
                    .forEach(pid -> ProcessHandle.of(pid).ifPresent(found::add));
        } catch (IOException | UncheckedIOException e) {
            // No /proc on this system: the descendants are all that can be known.
            return;
        }
    }

    private boolean isMarked(Path process) {
        try {
            return contains(Files.readAllBytes(process.resolve("environ")), marker);
        } catch (IOException e) {
            // It has just ended, or is another user's: not ours either way.
            return false;
        }
    }

    /// Whether one of the NUL-terminated variables is the wanted one.
    private static boolean contains(byte[] environment, byte[] wanted) {
        int start = 0;
        for (int i = 0; i < environment.length; i++) {
            if (environment[i] == 0) {
                if (Arrays.equals(environment, start, i + 1, wanted, 0, wanted.length)) {
                    return true;
                }
                start = i + 1;
            }
        }
        return false;
    }
}
