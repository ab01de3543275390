package dev.assay.meter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CrashPointIT {
    @TempDir
    Path folder;

    /// Passes three points, one of them twice, and has a shutdown hook that must not run.
    static final class Probe {
        private Probe() {}

        public static void main(String[] arguments) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("hook")));
            for (String point : List.of("W1", "W2", "W1", "W3")) {
                CrashPoint.here(point);
                System.out.println("after " + point);
            }
        }
    }

    private record Run(int exit, List<String> output) {}

    private Run run(String... properties) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(properties));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Probe.class.getName()));
        Path output = folder.resolve("output");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        return new Run(process.exitValue(), Files.readAllLines(output));
    }

    @Test
    void withoutProperties_nothingHappens() throws Exception {
        assertEquals(new Run(0, List.of("after W1", "after W2", "after W1", "after W3", "hook")), run());
    }

    @Test
    void namedPoint_haltsAtItsFirstPass() throws Exception {
        assertEquals(new Run(137, List.of("after W1")), run("-Dassay.crash=W2"));
    }

    @Test
    void numberedPoint_haltsAtThatPass_andTheTraceHoldsWhatWasPassed() throws Exception {
        Path trace = folder.resolve("trace");
        assertEquals(
                new Run(137, List.of("after W1", "after W2")),
                run("-Dassay.crash=W1:2", "-Dassay.crash.trace=" + trace));
        assertEquals(List.of("W1", "W2", "W1"), Files.readAllLines(trace));
    }

    @Test
    void pointThatIsNeverReached_showsInTheTrace() throws Exception {
        Path trace = folder.resolve("trace");
        assertEquals(0, run("-Dassay.crash=W9", "-Dassay.crash.trace=" + trace).exit());
        assertEquals(List.of("W1", "W2", "W1", "W3"), Files.readAllLines(trace));
    }
}
