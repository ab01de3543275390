package dev.assay.lab.soak;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The whole program as a process of its own, with this process' classes; it knows nothing of this one's `ASSAY_`
/// variables.
final class SoakProgram implements AutoCloseable {
    /// What a shell shows for a process ended by SIGKILL, and what a crash point ends with.
    static final int KILLED = 137;

    private static final String MAIN = "dev.assay.Assay";
    private static final String READY = "health and metrics on port";
    private static final long STOP_SECONDS = 240;
    /// An orphan that has ended may wait for long until somebody asks what became of it.
    private static final long REAP_SECONDS = 2;

    private final Path home;
    private final Path output;
    private final Path front;
    private @Nullable Process process;

    /// @param front a folder of classes that come before the program's own; the program alone where it is empty
    SoakProgram(Path home, Path output, Path front) {
        this.home = home;
        this.output = output;
        this.front = front;
    }

    /// Starts it.
    ///
    /// @param flags of the virtual machine
    void start(String... flags) throws IOException {
        String path = String.join(File.pathSeparator, classPath());
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.awt.headless=true"));
        // Made at its first orderly end, where the class path allows it; it halves what a start costs.
        command.addAll(List.of(
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + home.resolve("program.jsa"),
                "-Xlog:disable",
                "-Xlog:all=error:stderr",
                "-Xlog:cds=off",
                "-Xlog:aot=off"));
        command.addAll(List.of(flags));
        command.addAll(List.of(
                "-cp",
                front.toString().isEmpty() ? path : front + File.pathSeparator + path,
                MAIN,
                "run",
                "--home",
                home.toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Files.writeString(output, "").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("ASSAY_"));
        process = builder.start();
    }

    // An empty entry would put the working folder, and so routes/ once more, on the class path.
    private static List<String> classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.isEmpty())
                .toList();
    }

    /// Something that waits until it serves.
    interface Wait {
        void await() throws IOException, InterruptedException;
    }

    /// Runs it once and stops it, so that its archive of classes is made; folders have none.
    void prepare(Wait untilReady) throws IOException, InterruptedException {
        if (front.toString().isEmpty() && classPath().stream().noneMatch(entry -> Files.isDirectory(Path.of(entry)))) {
            start();
            untilReady.await();
            stop();
        }
    }

    boolean isAlive() {
        return process != null && process.isAlive();
    }

    /// What it ended with, once it has.
    int exitValue() {
        return running().exitValue();
    }

    /// Whether it serves, and so has healed what the end before it left.
    boolean isReady() throws IOException {
        return Files.readString(output).contains(READY);
    }

    /// What it has said last.
    String tail() throws IOException {
        List<String> lines = Files.readAllLines(output);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
    }

    /// Ends it and the processes that it started by SIGKILL.
    ///
    /// @return whether it was still there
    boolean kill() throws InterruptedException {
        Process killed = running();
        List<ProcessHandle> children = killed.descendants().toList();
        boolean alive = killed.isAlive();
        // The parent first, so that it sees no child end.
        killed.destroyForcibly();
        killed.waitFor();
        for (ProcessHandle child : children) {
            child.destroyForcibly();
            child.onExit()
                    .completeOnTimeout(child, REAP_SECONDS, TimeUnit.SECONDS)
                    .join();
        }
        return alive;
    }

    /// Stops it as a service manager does.
    ///
    /// @return whether it ended by itself in time
    boolean stop() throws InterruptedException {
        running().destroy();
        return running().waitFor(STOP_SECONDS, TimeUnit.SECONDS);
    }

    private Process running() {
        if (process == null) {
            throw new IllegalStateException("It was not started");
        }
        return process;
    }

    @Override
    public void close() {
        if (process != null) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
