package dev.assay.child;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// Looks for what a closed pool may not leave behind.
public final class Leftovers {
    private static final long LIMIT = TimeUnit.SECONDS.toNanos(50);

    private Leftovers() {}

    /// No process, no thread and no file is left of this JVM's pools.
    static void assertNone(Path scratch) throws IOException, InterruptedException {
        assertEquals(Set.of(), Folders.names(scratch));
        // A thread whose work is over may take a moment more to end.
        await(() -> threads().isEmpty());
        assertEquals(List.of(), processes());
    }

    /// The processes that came of this JVM and still run.
    public static List<String> processes() {
        return ProcessHandle.current().descendants().map(Leftovers::describe).toList();
    }

    /// Waits until something holds.
    static void await(BooleanSupplier holds) throws InterruptedException {
        long start = System.nanoTime();
        while (!holds.getAsBoolean()) {
            assertTrue(System.nanoTime() - start < LIMIT, "does not come to hold");
            Thread.sleep(20);
        }
    }

    /// Whether a process is there and is more than an entry that nobody has collected.
    static boolean isAlive(long pid) {
        return ProcessHandle.of(pid)
                .filter(process -> process.info().command().isPresent())
                .isPresent();
    }

    private static String describe(ProcessHandle process) {
        return process.info().command().orElse("") + " "
                + String.join(" ", process.info().arguments().orElse(new String[0]));
    }

    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("assay-"))
                .toList();
    }
}
