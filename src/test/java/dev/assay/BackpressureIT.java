package dev.assay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.ledger.ArrivalRecord;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Each bound on what is taken in, met by a whole installation: what waits, who is told why, and that one vendor's
/// flood or hang stops nobody else. Reading is paused throughout by asking for more disk than there can be free, so
/// that jobs stay open as long as the test wants; [BadDiskIT] fills a disk.
final class BackpressureIT {
    private static final String TOKEN = "token-of-lumen";

    @TempDir
    private Path folder;

    private SmallHome home;
    private String settings;

    @BeforeEach
    void write() throws Exception {
        home = SmallHome.in(folder, List.of("report"));
        settings = Files.readString(folder.resolve("assay.properties")) + """
            upload.enabled = true
            upload.port = 0
            """;
        home.write("vendors/lumen.yaml", """
            name: Lumen Analytics Ltd
            channels:
              upload: {token-sha256: "%s"}
            """.formatted(HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(TOKEN.getBytes(StandardCharsets.UTF_8)))));
    }

    @AfterEach
    void thaw() throws Exception {
        Files.deleteIfExists(folder.resolve("drop/swift/pipe"));
    }

    @Test
    void floodOfOneVendor_pausesItAlone_andDrainsWhenReadingGoesOn() throws Exception {
        set("reading.least-free-share = 0.9\nintake.most-open-jobs = 20\n");
        try (Wiring.Running running = home.start()) {
            for (int i = 0; i < 60; i++) {
                home.deliver("flood-" + i + ".txt", note("flood " + i));
            }
            SmallHome.await(() -> running.ledger().jobs().open("swift") == 20);
            SmallHome.await(() -> told(running, "Intake waits: 20 jobs are open, 20 is the most."));
            assertEquals(503, SmallHome.get(running, "/health").statusCode());
            deliverOfLumen("calm.txt");
            SmallHome.await(() -> running.ledger().jobs().open("lumen") == 1);
            assertEquals(201, upload(running, "second").statusCode(), "one more is spared: a tenth of 20 is 2");
            HttpResponse<String> third = upload(running, "third");
            assertEquals(507, third.statusCode());
            assertEquals("60", third.headers().firstValue("Retry-After").orElseThrow());
            assertTrue(SmallHome.body(running, "/metrics")
                    .contains("assay_intake_refused_total{channel=\"upload\",reason=\"back-pressure\"} 1.0"));
            assertEquals(22, running.ledger().arrivals().newest(1000).size());
        }
        set("intake.most-open-jobs = 20\n");
        try (Wiring.Running running = home.start()) {
            assertEquals(62, SmallHome.settled(running.ledger(), 62).size());
            SmallHome.await(() -> running.health().reasons().isEmpty());
            assertEquals(0, running.ledger().balances().arrivals().gap());
        }
    }

    @Test
    void tooLittleDisk_pausesEveryChannel_andIsToldAndTakenWhenThereIsEnough() throws Exception {
        home.write("assay.properties", settings.replace("free-space = 0", "free-space = 100TiB"));
        try (Wiring.Running running = home.start()) {
            home.deliver("one.txt", note("one"));
            SmallHome.await(() -> told(running, "Intake waits: ") && told(running, "free on the data disk"));
            assertEquals(503, SmallHome.get(running, "/health").statusCode());
            HttpResponse<String> answer = upload(running, "two");
            assertEquals(507, answer.statusCode());
            assertEquals("60", answer.headers().firstValue("Retry-After").orElseThrow());
            assertTrue(Files.exists(home.drop().resolve("one.txt")), "it stays where it is");
            assertEquals(List.of(), running.ledger().arrivals().newest(10));
        }
        set("");
        try (Wiring.Running running = home.start()) {
            assertEquals(201, upload(running, "two").statusCode());
            SmallHome.settled(running.ledger(), 2);
            SmallHome.await(() -> running.health().reasons().isEmpty());
        }
    }

    @Test
    void vendorWhoseFolderHangs_keepsNobodyElseWaiting() throws Exception {
        set("");
        Path unreadable = Files.createDirectories(home.drop());
        Process made = new ProcessBuilder("mkfifo", unreadable.resolve("pipe").toString()).start();
        assertTrue(made.waitFor(10, TimeUnit.SECONDS));
        try (Wiring.Running running = home.start()) {
            deliverOfLumen("calm.txt");
            List<ArrivalRecord> arrivals = SmallHome.settled(running.ledger(), 1);
            assertEquals("lumen", arrivals.getFirst().arrival().vendor());
            home.deliver("after.txt", note("after"));
            SmallHome.settled(running.ledger(), 2);
        }
    }

    private void set(String lines) throws Exception {
        home.write("assay.properties", settings + lines);
    }

    private static boolean told(Wiring.Running running, String part) {
        return running.health().reasons().stream().anyMatch(reason -> reason.contains(part));
    }

    private void deliverOfLumen(String name) throws Exception {
        Path upload = Files.write(folder.resolve("upload"), note(name));
        Files.move(upload, folder.resolve("drop/lumen").resolve(name));
    }

    private static HttpResponse<String> upload(Wiring.Running running, String key) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(
                                    "http://127.0.0.1:" + running.uploadPort() + "/deliveries?name=" + key + ".txt"))
                            .header("Authorization", "Bearer " + TOKEN)
                            .header("Idempotency-Key", key)
                            .POST(HttpRequest.BodyPublishers.ofByteArray(note(key)))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    private static byte[] note(String text) {
        return (SmallHome.CLEAN + " " + text + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
