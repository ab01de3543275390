package dev.assay;

import static org.junit.jupiter.api.Assertions.fail;

import dev.assay.intake.Backpressure;
import dev.assay.intake.PressureGauge;
import dev.assay.lab.servers.SftpServer;
import dev.assay.ledger.Ledger;
import dev.assay.ledger.LedgerLocation;
import dev.assay.meter.Meters;
import dev.assay.route.Failures;
import dev.assay.route.Health;
import dev.assay.route.RouteEngine;
import dev.assay.vault.Vault;
import dev.assay.work.Channel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// A small installation whose vendor delivers by SFTP, and the server it delivers on.
final class SftpHome implements AutoCloseable {
    static final String PASSWORD = "correct horse battery staple";

    final SmallHome home;
    final Path root;
    private final Path folder;
    private final String userKey;
    private SftpServer server;

    /// @param deliverables as [SmallHome] has them
    SftpHome(Path folder, List<String> deliverables) throws IOException, InterruptedException {
        this.folder = folder;
        this.home = SmallHome.in(Files.createDirectories(folder.resolve("home")), deliverables);
        this.root = Files.createDirectories(folder.resolve("server"));
        Path key = home.folder.resolve("keys/swift");
        Files.createDirectories(key.getParent());
        int ended = new ProcessBuilder("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key.toString())
                .inheritIO()
                .start()
                .waitFor();
        if (ended != 0) {
            throw new IOException("ssh-keygen ended with " + ended);
        }
        this.userKey = Files.readString(key.resolveSibling("swift.pub"));
        this.server = start(0, "host-key", PASSWORD);
        home.write("secrets/sftp", PASSWORD);
        Files.setPosixFilePermissions(
                home.folder.resolve("secrets/sftp"), PosixFilePermissions.fromString("rw-------"));
        home.write("assay.properties", Files.readString(home.folder.resolve("assay.properties")) + """
            folder.enabled = true
            sftp.poll-every = 100ms
            sftp.longest-silence = 3s
            """);
        vendor(server.hostKey(), byPassword("swift", "."));
    }

    SftpServer server() {
        return server;
    }

    private SftpServer start(int port, String hostKey, String password) throws IOException {
        return SftpServer.start(
                port,
                folder.resolve(hostKey),
                List.of(
                        SftpServer.Account.withPassword("swift", password, root.resolve("swift")),
                        SftpServer.Account.withKey("keyed", userKey, root.resolve("keyed"))));
    }

    /// Ends the server and starts it anew on its port.
    ///
    /// @param hostKey  the file that keeps its key
    /// @param password of the account that has one
    void restart(String hostKey, String password) throws IOException {
        int port = server.port();
        server.close();
        server = start(port, hostKey, password);
    }

    /// The installation's channels and ledger alone: what is received is left where it is.
    ///
    /// @param openJobs how many jobs are said to be open; 100 pause intake
    /// @param asked    how often that was asked, which is before each poll
    record Running(
            RouteEngine engine,
            Ledger ledger,
            Health health,
            Meters meters,
            AtomicInteger openJobs,
            AtomicInteger asked)
            implements AutoCloseable {
        List<String> paths() {
            return ledger.arrivals().newest(1000).stream()
                    .map(each -> each.arrival().path())
                    .sorted()
                    .toList();
        }

        /// SHA-256 of each arrival's bytes.
        List<String> hashes() {
            return ledger.arrivals().newest(1000).stream()
                    .map(each -> each.arrival().sha256())
                    .sorted()
                    .toList();
        }

        void awaitTrouble(String part) throws InterruptedException {
            SmallHome.await(() -> health.reasons().stream().anyMatch(reason -> reason.contains(part)));
        }

        void awaitWell() throws InterruptedException {
            SmallHome.await(() -> health.reasons().isEmpty());
        }

        void awaitAcknowledged(int arrivals) throws InterruptedException {
            SmallHome.await(() -> ledger.arrivals().newest(1000).size() >= arrivals
                    && ledger.arrivals().unacknowledged(Channel.SFTP, "swift").isEmpty());
        }

        @Override
        public void close() {
            engine.close();
            ledger.close();
        }
    }

    /// Starts the channels.
    Running run() throws IOException {
        for (String route : List.of("0-guard", "1-folder", "1-sftp", "1-mail")) {
            String file = "routes/" + route + ".camel.yaml";
            home.write(file, Files.readString(Path.of(file)));
        }
        Definitions definitions = Definitions.load(home.folder, Map.of());
        Path data = Files.createDirectories(home.folder.resolve("data"));
        Vault vault = Vault.open(data, new char[0]);
        Clock clock = Clock.systemUTC();
        Ledger ledger = Ledger.open(LedgerLocation.file(data.resolve("ledger.db")), vault, clock);
        Health health = new Health();
        health.started();
        Meters meters = Meters.strict();
        AtomicInteger openJobs = new AtomicInteger();
        AtomicInteger asked = new AtomicInteger();
        PressureGauge pressure = new PressureGauge(
                new Backpressure.Limits(0, 0, 0, 100),
                () -> 1,
                () -> 1,
                () -> {
                    asked.incrementAndGet();
                    return openJobs.get();
                },
                vendor -> openJobs.get());
        Runnable stop = () -> fail("The process would have ended");
        List<RouteEngine.Source> sources = new ChannelWiring(
                        home.folder, definitions.settings(), definitions.catalogue(), health, meters, clock, stop)
                .sources(vault, ledger, pressure);
        Duration moment = Duration.ofSeconds(1);
        RouteEngine engine = RouteEngine.start(
                home.folder,
                new RouteEngine.Work(
                        Map.of(),
                        new Failures(ledger, health, moment, 3, stop),
                        ledger.jobs(),
                        moment,
                        moment,
                        1,
                        meters,
                        pressure::reading),
                sources,
                health);
        return new Running(engine, ledger, health, meters, openJobs, asked);
    }

    /// An account with a password, as one entry of the vendor's file.
    static String byPassword(String account, String folder) {
        return "{account: " + account + ", folder: \"" + folder + "\", password: \"${file:secrets/sftp}\", ";
    }

    static String byKey(String account, String folder) {
        return "{account: " + account + ", folder: \"" + folder + "\", key: keys/swift, ";
    }

    /// Writes the vendor's file.
    ///
    /// @param accounts each as [#byPassword] or [#byKey] gives it
    void vendor(String hostKey, String... accounts) throws IOException {
        StringBuilder text = new StringBuilder("name: Swift Research Ltd\nchannels:\n  sftp:\n");
        for (String account : accounts) {
            text.append("    - ")
                    .append(account)
                    .append("host: 127.0.0.1, port: ")
                    .append(server.port())
                    .append(", host-key: [\"")
                    .append(hostKey)
                    .append("\"]}\n");
        }
        home.write("vendors/swift.yaml", text.toString());
    }

    /// A file in an account's folder, put there in one step.
    Path put(String path, byte[] bytes) throws IOException {
        Path target = root.resolve(path);
        Files.createDirectories(target.getParent());
        Path upload = Files.write(folder.resolve("upload"), bytes);
        return Files.move(upload, target);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
