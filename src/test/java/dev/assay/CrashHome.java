package dev.assay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.lab.servers.SftpServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// A small installation in a folder, and the whole program run in it as a process of its own: one client, one
/// vendor, a work order with two deliverables. What is dropped is told to the oracle.
final class CrashHome implements AutoCloseable {
    static final String VENDOR = "kestrel";
    static final int KILLED = 137;

    private static final int STOPPED = 143;
    private static final long PATIENCE_SECONDS = 240;
    private static final long PAUSE_MILLIS = 50;

    private final Path home;
    private final Path front;
    private final DeliveryOracle oracle;
    private Optional<SftpServer> server = Optional.empty();

    /// @param front a folder of classes that come before the program's own; the program alone where it is empty
    CrashHome(Path folder, Path front) throws IOException {
        this.home = Files.createDirectories(folder);
        this.front = front;
        this.oracle = new DeliveryOracle(home);
        write("assay.properties", """
            intake.stable-for = 100ms
            intake.poll-every = 100ms
            intake.least-free-share = 0
            intake.least-free-space = 0
            children.count = 1
            children.heap = 256MiB
            jobs.retry-after = 100ms
            management.port = 0
            """);
        write("vendors/kestrel.yaml", "name: Kestrel Insight Ltd\ncontact: a@kestrel.example\nlanguage: en-GB\n");
        write("clients/harrowgate/client.yaml", """
            name: Harrowgate Beverages
            retention: 2 years
            policy: {sampling: 0, first-deliveries: 0, tightened: false}
            """);
        write("clients/harrowgate/checklist.yaml", """
            title: Short notes
            items:
              - id: no-promises
                check: forbidden-term
                with: {terms: [guaranteed]}
                severity: critical
                blocking: true
                requirement: Nothing is promised.
            """);
        write("work-orders/hb-1.yaml", """
            client: harrowgate
            practice: market-research
            tier: standard
            language: en-GB
            zone: Europe/London
            calendar: weekdays
            deliverables:
              - {id: good, title: Good note, role: note, vendors: [kestrel], prefixes: [HB-1-good], due: "2036-12-02T17:00"}
              - {id: poor, title: Poor note, role: note, vendors: [kestrel], prefixes: [HB-1-poor], due: "2036-12-02T17:00"}
            """);
        Files.createDirectories(home.resolve("drop").resolve(VENDOR));
    }

    /// Adds settings.
    void set(String lines) throws IOException {
        write("assay.properties", Files.readString(home.resolve("assay.properties")) + lines);
    }

    /// One whose vendor delivers by SFTP, on a server that runs on while the program is halted.
    static CrashHome withServer(Path folder, Path front) throws IOException {
        CrashHome home = new CrashHome(folder, front);
        Path root = home.home.resolve("server").resolve(VENDOR);
        SftpServer server = SftpServer.start(
                0, folder.resolve("host-key"), List.of(SftpServer.Account.withPassword(VENDOR, "secret", root)));
        home.server = Optional.of(server);
        home.write(
                "assay.properties", Files.readString(folder.resolve("assay.properties")) + "sftp.poll-every = 100ms\n");
        home.write("secret", "secret");
        Files.setPosixFilePermissions(folder.resolve("secret"), PosixFilePermissions.fromString("rw-------"));
        home.write("vendors/kestrel.yaml", """
            name: Kestrel Insight Ltd
            channels:
              folder: false
              sftp:
                - {host: 127.0.0.1, port: %d, account: kestrel, password: "${file:secret}", host-key: "%s"}
            """.formatted(server.port(), server.hostKey()));
        return home;
    }

    SftpServer server() {
        return server.orElseThrow();
    }

    @Override
    public void close() throws IOException {
        if (server.isPresent()) {
            server.get().close();
        }
    }

    DeliveryOracle oracle() {
        return oracle;
    }

    Path dropped(String name) {
        return home.resolve(server.isPresent() ? "server" : "drop")
                .resolve(VENDOR)
                .resolve(name);
    }

    /// Delivers what the rest of the test is about: a note that is accepted, one that is sent back, the first
    /// once more under another name, and one that belongs to no deliverable.
    void dropAll() throws IOException {
        drop("HB-1-good.txt", good("Sales of still water"), "accept");
        drop("HB-1-poor.txt", "Growth in the north is guaranteed to go on as before.\n", "rework");
        drop("stray.txt", "Nobody has ordered this note about the weather.\n", "held");
    }

    static String good(String subject) {
        return subject + " rose in the north and fell in the south of the country.\n";
    }

    /// Delivers a file by a rename into place.
    ///
    /// @param end a queue, or in lower case the state in which its arrival ends
    void drop(String name, String text, String end) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        oracle.dropped(bytes, end);
        Path upload = Files.write(home.resolve("upload"), bytes);
        Files.move(upload, dropped(name), StandardCopyOption.REPLACE_EXISTING);
    }

    /// Has the server replace a file just before it renames it for the first time.
    void replaceBeforeRename(String name, String text) {
        AtomicBoolean replaced = new AtomicBoolean();
        server().faults().beforeRename(() -> {
            if (!replaced.getAndSet(true)) {
                drop(name, text, "any");
            }
        });
    }

    /// Runs until the process halts itself at a point.
    ///
    /// @param point as the program's property names it
    void crash(String point) throws Exception {
        Path trace = Files.writeString(home.resolve("trace"), "");
        Process process = start("-Dassay.crash=" + point, "-Dassay.crash.trace=" + trace);
        try {
            assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), point + " was not reached\n" + tail());
            assertEquals(KILLED, process.exitValue(), point + "\n" + tail());
        } finally {
            process.destroyForcibly().waitFor();
        }
        String name = point.split(":", 2)[0];
        assertTrue(Files.readAllLines(trace).contains(name), point + " is not in the trace\n" + tail());
    }

    /// Runs until nothing is left to do, and stops the process as a service manager does.
    void run() throws Exception {
        Process process = start();
        try {
            awaitRest(process);
            process.destroy();
            assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), "did not stop\n" + tail());
            assertEquals(STOPPED, process.exitValue(), tail());
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    /// What the process has said last.
    String tail() throws IOException {
        List<String> lines = Files.readAllLines(home.resolve("output"));
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
    }

    private void awaitRest(Process process) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!(Files.readString(home.resolve("output")).contains("health and metrics on port")
                && oracle.isAtRest())) {
            assertTrue(process.isAlive(), "ended by itself\n" + tail());
            if (System.nanoTime() > end) {
                oracle.neverAtRest();
                return;
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private Process start(String... flags) throws IOException {
        return Program.builder(front, List.of(flags), "run", "--home", home)
                .redirectErrorStream(true)
                .redirectOutput(Files.writeString(home.resolve("output"), "").toFile())
                .start();
    }

    void write(String file, String text) throws IOException {
        Path path = home.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
