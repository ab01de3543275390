package dev.assay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import dev.assay.ledger.ArrivalRecord;
import dev.assay.ledger.Ledger;
import dev.assay.ledger.SubmissionRecord;
import dev.assay.verdict.Ruling;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A small installation for a test: one client, one vendor, one work order with a deliverable for each name
/// that is asked for, and settings that make it quick.
final class SmallHome {
    static final String CLEAN = "The report says what was found in the survey of this spring.";
    private static final long PATIENCE_MILLIS = 120_000;
    private static final long PATIENCE_FOR_ONE_MILLIS = 5_000;

    final Path folder;

    private SmallHome(Path folder) {
        this.folder = folder;
    }

    /// Writes an installation.
    ///
    /// @param deliverables ids; each is also the folder name by which a drop is known
    static SmallHome in(Path folder, List<String> deliverables) throws IOException {
        SmallHome home = new SmallHome(folder);
        home.write("assay.properties", """
            intake.stable-for = 100ms
            intake.poll-every = 100ms
            intake.most-size = 1MiB
            intake.least-free-share = 0
            intake.least-free-space = 0
            children.count = 1
            children.heap = 512MiB
            jobs.retry-after = 200ms
            management.port = 0
            """);
        home.write("clients/acme/client.yaml", "name: Acme Foods plc\n");
        home.write("clients/acme/checklist.yaml", """
            title: Acme report
            items:
              - id: nothing-left-open
                check: placeholder-text
                severity: major
                blocking: true
                requirement: Nothing is left to be filled in.
            """);
        home.write("vendors/swift.yaml", "name: Swift Research Ltd\n");
        home.write(
                "work-orders/wo-1.yaml",
                deliverables.stream()
                        .map(id -> "  - {id: " + id + ", title: The " + id
                                + ", role: report, vendors: [swift], due: \"2099-12-31T17:00\"}\n")
                        .collect(Collectors.joining("", """
                            client: acme
                            practice: market-research
                            tier: standard
                            language: en-GB
                            zone: Europe/London
                            calendar: weekdays
                            deliverables:
                            """, "")));
        return home;
    }

    Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    /// Starts it in this process.
    Wiring.Running start() {
        return Wiring.start(folder, Map.of(), Clock.systemUTC(), () -> fail("The process would have ended"));
    }

    /// The vendor's drop folder.
    Path drop() {
        return folder.resolve("drop/swift");
    }

    /// Puts a file into the drop folder in one step, as a careful vendor does.
    Path deliver(String path, byte[] bytes) throws IOException {
        Path target = drop().resolve(path);
        Files.createDirectories(target.getParent());
        Path upload = Files.write(folder.resolve("upload"), bytes);
        return Files.move(upload, target);
    }

    /// Waits until a number of arrivals is recorded and nothing is left to do.
    static List<ArrivalRecord> settled(Ledger ledger, int arrivals) throws InterruptedException {
        await(
                arrivals,
                () -> ledger.arrivals().newest(1000).size() >= arrivals
                        && ledger.jobs().open() == 0);
        List<ArrivalRecord> found = ledger.arrivals().newest(1000);
        assertEquals(arrivals, found.size());
        return found;
    }

    static void await(BooleanSupplier condition) throws InterruptedException {
        await(0, condition);
    }

    /// @param arrivals that are waited for; each takes its time
    static void await(int arrivals, BooleanSupplier condition) throws InterruptedException {
        long patience = PATIENCE_MILLIS + arrivals * PATIENCE_FOR_ONE_MILLIS;
        long end = System.nanoTime() + patience * 1_000_000;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                fail("Waited " + patience / 1000 + " s in vain");
            }
            Thread.sleep(50);
        }
    }

    /// What became of an arrival: its state and reason, and its submission's state, verdict and reason.
    static String outcome(Ledger ledger, ArrivalRecord arrival) {
        String line = arrival.state() + (arrival.reason().isEmpty() ? "" : ": " + arrival.reason());
        return arrival.submission().isEmpty()
                ? line
                : line + " -> " + outcome(ledger, arrival.submission().get());
    }

    private static String outcome(Ledger ledger, String id) {
        SubmissionRecord submission = ledger.submissions().find(id).orElseThrow();
        Optional<Ruling> ruling =
                ledger.stories().tell(id).orElseThrow().inspection().map(SmallHome::ruling);
        return submission.state()
                + (submission.reason().isEmpty() ? "" : ": " + submission.reason())
                + ruling.map(each -> " " + each.verdict().word() + " by " + each.rule() + ": " + each.reason())
                        .orElse("");
    }

    private static Ruling ruling(dev.assay.ledger.Story.InspectionRecord inspection) {
        return dev.assay.config.Json.read(inspection.ruling().getBytes(StandardCharsets.UTF_8), Ruling.class);
    }

    /// An answer of the management port.
    static HttpResponse<String> get(Wiring.Running running, String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + running.managementPort() + path))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    /// The body of an answer of the management port.
    static String body(Wiring.Running running, String path) {
        try {
            return get(running, path).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// The submissions' folders in a queue.
    List<String> queue(String name) throws IOException {
        try (Stream<Path> inside = Files.list(folder.resolve("queues").resolve(name))) {
            return inside.filter(Files::isDirectory)
                    .map(path -> path.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }
}
