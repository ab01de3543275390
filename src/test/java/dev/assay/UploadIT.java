package dev.assay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.config.Json;
import dev.assay.ledger.ArrivalState;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The upload listener as a vendor's program meets it, in a whole installation.
final class UploadIT {
    private static final String SWIFT = "swift-token-5d1c0e9f";
    private static final String LUMEN = "lumen-token-77aa01b2";
    private static final byte[] REPORT = SmallHome.CLEAN.getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private SmallHome home;
    private Wiring.Running running;
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void start() throws Exception {
        home = SmallHome.in(folder, List.of("report"));
        String settings = Files.readString(folder.resolve("assay.properties"));
        home.write("assay.properties", settings + "upload.enabled = true\nupload.port = 0\nfolder.enabled = false\n");
        home.write("vendors/swift.yaml", vendor("Swift Research Ltd", SWIFT));
        home.write("vendors/lumen.yaml", vendor("Lumen Analytics Ltd", LUMEN));
        running = home.start();
    }

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    void delivery_isAnsweredWhenItIsRecorded_andGoesItsWay() throws Exception {
        HttpResponse<String> answer = post("report/HB.txt", "k1", REPORT);
        assertEquals(201, answer.statusCode(), answer.body());
        Receipt receipt = receipt(answer);
        assertEquals(hex(REPORT), receipt.sha256());
        assertEquals("report/HB.txt", receipt.name());
        assertEquals(REPORT.length, receipt.bytes());
        assertEquals(
                "/deliveries/" + receipt.arrival(),
                answer.headers().firstValue("Location").orElseThrow());
        SmallHome.settled(running.ledger(), 1);
        Receipt later = receipt(get("/deliveries/" + receipt.arrival(), SWIFT));
        assertEquals("in-work", later.state());
        assertFalse(get("/deliveries/" + receipt.arrival(), SWIFT).body().contains("accept"));
        assertEquals(
                1,
                Files.list(folder.resolve("queues/accept"))
                        .filter(Files::isDirectory)
                        .count());
    }

    @Test
    void row15_sameRequestAHundredTimes_isOneArrival() throws Exception {
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            statuses.add(post("report/HB.txt", "same", REPORT).statusCode());
        }
        assertEquals(201, statuses.removeFirst());
        assertEquals(List.of(200), statuses.stream().distinct().toList());
        assertEquals(1, SmallHome.settled(running.ledger(), 1).size());
    }

    @Test
    void sameKeyAtOnce_isOneArrival() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                Callable<Integer> sending =
                        () -> post("report/HB.txt", "same", REPORT).statusCode();
                answers.add(threads.submit(sending));
            }
            int recorded = 0;
            for (Future<Integer> answer : answers) {
                assertTrue(
                        List.of(200, 201, 409, 503).contains(answer.get()),
                        answer.get().toString());
                recorded += answer.get() == 201 ? 1 : 0;
            }
            assertEquals(1, recorded);
        }
        SmallHome.settled(running.ledger(), 1);
    }

    @Test
    void sameKeyWithOtherBytes_isRefused_withAndWithoutADigest() throws Exception {
        post("report/HB.txt", "k1", REPORT);
        byte[] other = "Something else entirely.".getBytes(StandardCharsets.UTF_8);
        assertEquals(422, post("report/HB.txt", "k1", other).statusCode());
        assertEquals(
                422,
                send(request("/deliveries?name=report/HB.txt", SWIFT)
                                .header("Idempotency-Key", "k1")
                                .header("Content-Digest", digest(other))
                                .POST(BodyPublishers.ofByteArray(other)))
                        .statusCode());
        SmallHome.settled(running.ledger(), 1);
    }

    @Test
    void put_takesFoldersInItsName_andADigestForAKey() throws Exception {
        HttpRequest.Builder put = request("/deliveries/report/HB.txt", SWIFT)
                .header("Content-Digest", digest(REPORT))
                .PUT(BodyPublishers.ofByteArray(REPORT));
        assertEquals(201, send(put).statusCode());
        assertEquals(200, send(put).statusCode());
        assertEquals(
                400,
                send(request("/deliveries/report/HB.txt", SWIFT).PUT(BodyPublishers.ofByteArray(REPORT)))
                        .statusCode());
    }

    @Test
    void bytesThatAreNotThoseOfTheDigest_areNotKept() throws Exception {
        HttpResponse<String> answer = send(request("/deliveries?name=report/HB.txt", SWIFT)
                .header("Idempotency-Key", "k1")
                .header("Content-Digest", digest("other".getBytes(StandardCharsets.UTF_8)))
                .POST(BodyPublishers.ofByteArray(REPORT)));
        assertEquals(400, answer.statusCode());
        assertEquals(List.of(), running.ledger().arrivals().newest(10));
        assertEquals(201, post("report/HB.txt", "k1", REPORT).statusCode(), "the key is free still");
    }

    @Test
    void tooLarge_isRefusedBeforeReading_orMidStream_withAReceipt() throws Exception {
        byte[] large = new byte[(1 << 20) + 1];
        HttpResponse<String> announced = post("report/large.bin", "k1", large);
        assertEquals(413, announced.statusCode());
        assertEquals("refused", receipt(announced).state());
        HttpResponse<String> chunked = send(request("/deliveries?name=report/large.bin", SWIFT)
                .header("Idempotency-Key", "k2")
                .POST(BodyPublishers.ofInputStream(() -> new Endless(4 << 20))));
        assertEquals(413, chunked.statusCode());
        assertTrue(receipt(chunked).reason().contains("the most that is taken is 1048576"), chunked.body());
        assertEquals(
                List.of(ArrivalState.REFUSED, ArrivalState.REFUSED),
                running.ledger().arrivals().newest(10).stream()
                        .map(each -> each.state())
                        .toList());
        assertEquals(List.of(), blobs());
    }

    @Test
    void senderThatGoesAwayMidway_leavesNothing() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), running.uploadPort())) {
            socket.getOutputStream()
                    .write(("POST /deliveries?name=report/HB.txt HTTP/1.1\r\nHost: x\r\nAuthorization:" + " Bearer "
                                    + SWIFT + "\r\nIdempotency-Key: k1\r\nContent-Length: 1000\r\n\r\nhalf of it")
                            .getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
        }
        SmallHome.await(() -> metric("assay_intake_refused_total{channel=\"upload\",reason=\"incomplete\"}") > 0);
        assertEquals(List.of(), running.ledger().arrivals().newest(10));
        assertEquals(List.of(), blobs());
        assertEquals(201, post("report/HB.txt", "k1", REPORT).statusCode());
    }

    @Test
    void withoutAToken_nothingIsAnswered_butTheDescription() throws Exception {
        for (String token : List.of("", "Bearer", "Bearer ", "Bearer wrong", "Basic " + SWIFT, SWIFT)) {
            HttpRequest.Builder request = HttpRequest.newBuilder(uri("/deliveries?name=report/HB.txt"))
                    .header("Idempotency-Key", "k1")
                    .POST(BodyPublishers.ofByteArray(REPORT));
            if (!token.isEmpty()) {
                request.header("Authorization", token);
            }
            HttpResponse<String> answer = send(request);
            assertEquals(401, answer.statusCode(), token);
            assertTrue(answer.headers().firstValue("WWW-Authenticate").isPresent());
        }
        HttpResponse<String> description = send(HttpRequest.newBuilder(uri("/openapi.json")));
        assertEquals(200, description.statusCode());
        assertTrue(description.body().startsWith("{\n  \"openapi\": \"3.1.0\""));
        assertEquals(List.of(), running.ledger().arrivals().newest(10));
    }

    /// Every vendor, every way of asking, every object: a foreign one is as one that never was.
    @Test
    void row16_aVendorSeesItsOwnReceiptsAlone() throws Exception {
        String swifts = receipt(post("report/HB.txt", "k1", REPORT)).arrival();
        HttpResponse<String> lumen = send(request("/deliveries?name=x.txt", LUMEN)
                .header("Idempotency-Key", "k1")
                .POST(BodyPublishers.ofByteArray(REPORT)));
        assertEquals(201, lumen.statusCode(), "another vendor's key is another key");
        String lumens = receipt(lumen).arrival();
        SmallHome.settled(running.ledger(), 2);
        String never = "0".repeat(32);
        HttpResponse<String> nothing = get("/deliveries/" + never, SWIFT);
        assertEquals(404, nothing.statusCode());
        for (String[] each : new String[][] {{SWIFT, lumens}, {LUMEN, swifts}}) {
            for (String path : List.of("/deliveries/", "/deliveries//", "/deliveries/x/../")) {
                HttpResponse<String> foreign = get(path + each[1], each[0]);
                assertTrue(foreign.statusCode() == 404 || foreign.statusCode() == 400, path + foreign.statusCode());
                assertFalse(foreign.body().contains(each[1]) || foreign.body().contains(hex(REPORT)), path);
            }
            assertEquals(nothing.body(), get("/deliveries/" + each[1], each[0]).body());
            assertFalse(get("/deliveries", each[0]).body().contains(each[1]));
        }
        assertTrue(get("/deliveries", SWIFT).body().contains(swifts));
    }

    @Test
    void row10_headersThatSteerRoutes_haveNoEffect() throws Exception {
        List<Path> before = tree();
        HttpRequest.Builder request =
                request("/deliveries?name=report/HB.txt", SWIFT).header("Idempotency-Key", "k1");
        for (String header : List.of(
                "CamelFileName",
                "cAmElFileName",
                "CamelHttpUri",
                "CamelHttpPath",
                "CamelBeanMethodName",
                "delete",
                "moveTo",
                "copyTo",
                "mail.smtp.host",
                "kafka.TOPIC")) {
            request.header(header, "../../../escaped");
        }
        assertEquals(201, send(request.POST(BodyPublishers.ofByteArray(REPORT))).statusCode());
        SmallHome.settled(running.ledger(), 1);
        assertTrue(tree().stream()
                .filter(each -> !before.contains(each))
                .noneMatch(each -> each.toString().contains("escaped")));
        assertFalse(Files.exists(folder.resolve("../../../escaped")));
    }

    @Test
    void namesThatAreNone_areRefusedWithAReason() throws Exception {
        for (String name : List.of("", "..", "a/../b", "/a", "a//b", "a%00b", "a%0Ab", "a%5Cb", "x".repeat(300))) {
            HttpResponse<String> answer = send(request("/deliveries?name=" + name, SWIFT)
                    .header("Idempotency-Key", "k1")
                    .POST(BodyPublishers.ofByteArray(REPORT)));
            assertEquals(400, answer.statusCode(), name);
            assertTrue(answer.body().contains("\"message\""), answer.body());
        }
        assertEquals(List.of(), running.ledger().arrivals().newest(10));
    }

    @Test
    void underPressure_aVendorIsAskedToComeLater() throws Exception {
        running.close();
        home.write(
                "assay.properties",
                Files.readString(folder.resolve("assay.properties"))
                        .replace("least-free-space = 0", "least-free-space" + " = 100TiB"));
        running = home.start();
        HttpResponse<String> answer = post("report/HB.txt", "k1", REPORT);
        assertEquals(507, answer.statusCode());
        assertEquals("60", answer.headers().firstValue("Retry-After").orElseThrow());
        assertEquals(List.of(), running.ledger().arrivals().newest(10));
    }

    private double metric(String name) {
        try {
            return SmallHome.get(running, "/metrics")
                    .body()
                    .lines()
                    .filter(line -> line.startsWith(name))
                    .mapToDouble(line ->
                            Double.parseDouble(line.substring(name.length()).strip()))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> blobs() throws IOException {
        try (Stream<Path> inside = Stream.concat(
                Files.list(folder.resolve("data/blobs/arrivals")), Files.list(folder.resolve("data/work")))) {
            return inside.map(Path::toString).toList();
        }
    }

    private List<Path> tree() throws IOException {
        try (Stream<Path> inside = Files.walk(folder)) {
            return inside.toList();
        }
    }

    /// As the vendor's program reads it.
    record Receipt(
            String arrival,
            String channel,
            String name,
            long bytes,
            String sha256,
            java.time.Instant received,
            String state,
            String reason,
            String link) {}

    private static Receipt receipt(HttpResponse<String> answer) {
        return Json.read(answer.body().getBytes(StandardCharsets.UTF_8), Receipt.class);
    }

    private HttpResponse<String> post(String name, String key, byte[] bytes) throws Exception {
        return send(request("/deliveries?name=" + name, SWIFT)
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofByteArray(bytes)));
    }

    private HttpResponse<String> get(String path, String token) throws Exception {
        return send(request(path, token));
    }

    private HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer " + token);
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + running.uploadPort() + path);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String vendor(String name, String token) throws Exception {
        return "name: " + name + "\nchannels:\n  folder: false\n  upload: {token-sha256: \""
                + hex(token.getBytes(StandardCharsets.UTF_8)) + "\"}\n";
    }

    private static String hex(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static String digest(byte[] bytes) throws Exception {
        return "sha-256=:"
                + Base64.getEncoder()
                        .encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes)) + ":";
    }

    /// So many zeros, of which nobody knows the number before.
    private static final class Endless extends InputStream {
        private long left;

        Endless(long left) {
            this.left = left;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }
    }
}
