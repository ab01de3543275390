package dev.assay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
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
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every answer that the description for programs names is given, as it is described, and no other.
final class UploadAnswersIT {
    private static final String SWIFT = "swift-token-5d1c0e9f";
    private static final String LUMEN = "lumen-token-77aa01b2";
    private static final byte[] REPORT = SmallHome.CLEAN.getBytes(StandardCharsets.UTF_8);
    private static final byte[] OTHER = "Something else entirely.".getBytes(StandardCharsets.UTF_8);
    private static final byte[] LARGE = new byte[(1 << 20) + 1];

    @TempDir
    private Path folder;

    private SmallHome home;
    private Wiring.Running running;
    private JsonNode description;
    private final TreeSet<String> reached = new TreeSet<>();
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void start() throws Exception {
        home = SmallHome.in(folder, List.of("report"));
        home.write(
                "assay.properties",
                Files.readString(folder.resolve("assay.properties"))
                        + "upload.enabled = true\nupload.port = 0\nfolder.enabled = false\n");
        for (String[] each : new String[][] {{"swift", SWIFT}, {"lumen", LUMEN}}) {
            home.write(
                    "vendors/" + each[0] + ".yaml",
                    "name: A vendor Ltd\nchannels:\n  folder: false\n  upload: {token-sha256: \""
                            + AllChannels.hex(each[1].getBytes(StandardCharsets.UTF_8)) + "\"}\n");
        }
        running = home.start();
        HttpResponse<String> described =
                client.send(HttpRequest.newBuilder(uri("/openapi.json")).build(), HttpResponse.BodyHandlers.ofString());
        description = new ObjectMapper().readTree(described.body());
        reach("GET", "/openapi.json", described);
    }

    @AfterEach
    void stop() {
        running.close();
        client.close();
    }

    @Test
    void everyAnswerOfTheDescription_isGivenAsItIsDescribed() throws Exception {
        TreeSet<String> described = new TreeSet<>();
        description
                .get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method -> method.getValue()
                                .get("responses")
                                .fieldNames()
                                .forEachRemaining(
                                        status -> described.add(method.getKey().toUpperCase(java.util.Locale.ROOT) + " "
                                                + path.getKey() + " " + status))));
        ask();
        for (String method : List.of("POST", "PUT")) {
            deliver(method);
            whileOthersAreReceived(method);
        }
        restartWithoutRoom();
        for (String method : List.of("POST", "PUT")) {
            assertEquals(507, send(method, SWIFT, "none", REPORT));
        }
        assertEquals(described, reached);
    }

    private void ask() throws Exception {
        assertEquals(200, get("/deliveries", SWIFT, "/deliveries"));
        assertEquals(401, get("/deliveries", "nobody", "/deliveries"));
        String id = running.ledger().arrivals().newest(1).stream()
                .map(each -> each.arrival().id())
                .findFirst()
                .orElse("0".repeat(32));
        assertEquals(404, get("/deliveries/" + id, SWIFT, "/deliveries/{arrival}"));
        assertEquals(401, get("/deliveries/" + id, "nobody", "/deliveries/{arrival}"));
    }

    private void deliver(String method) throws Exception {
        assertEquals(201, send(method, SWIFT, "first", REPORT));
        assertEquals(200, send(method, SWIFT, "first", REPORT));
        assertEquals(422, send(method, SWIFT, "first", OTHER));
        assertEquals(413, send(method, SWIFT, "large", LARGE));
        assertEquals(413, send(method, SWIFT, "large", LARGE), "so it is when it is repeated");
        assertEquals(400, send(method, SWIFT, "a key with spaces", REPORT));
        assertEquals(401, send(method, "nobody", "first", REPORT));
        assertEquals(
                200,
                get(
                        "/deliveries/"
                                + running.ledger()
                                        .arrivals()
                                        .newest(1)
                                        .getFirst()
                                        .arrival()
                                        .id(),
                        SWIFT,
                        "/deliveries/{arrival}"));
    }

    /// Eight of a vendor's are being received, by senders that have stopped midway: it waits, others do not.
    private void whileOthersAreReceived(String method) throws Exception {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 8; i++) {
                slow.add(begun(method, "slow-" + i));
            }
            assertEquals(409, send(method, SWIFT, "slow-0", REPORT));
            assertEquals(503, send(method, SWIFT, "ninth", REPORT));
            assertEquals(201, send(method, LUMEN, "first", REPORT));
        } finally {
            for (Socket each : slow) {
                each.close();
            }
        }
        SmallHome.await(() -> {
            try {
                return send(method, SWIFT, "ninth", REPORT) == 201;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /// A delivery of which the listener has begun to read the body: it said so.
    private Socket begun(String method, String key) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), running.uploadPort());
        socket.getOutputStream()
                .write((method + " " + target(method, "x.txt") + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                                + SWIFT + "\r\nIdempotency-Key: " + method + key
                                + "\r\nExpect: 100-continue\r\nContent-Length: 1000\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        byte[] line = socket.getInputStream().readNBytes("HTTP/1.1 100".length());
        assertEquals("HTTP/1.1 100", new String(line, StandardCharsets.US_ASCII));
        return socket;
    }

    private void restartWithoutRoom() throws IOException {
        running.close();
        home.write(
                "assay.properties",
                Files.readString(folder.resolve("assay.properties"))
                        .replace("least-free-space = 0", "least-free-space = 100TiB"));
        running = home.start();
    }

    /// What cannot be written down is not taken, and is taken when it can be again.
    @Test
    void whatCannotBeKept_isAskedForAgain_andHealthSaysSo() throws Exception {
        Path work = folder.resolve("data/work");
        Files.delete(work);
        Files.writeString(work, "in the way");
        assertEquals(503, send("POST", SWIFT, "k", REPORT));
        assertEquals(
                1,
                running.health().reasons().stream()
                        .filter(each -> each.startsWith("Cannot receive uploads: "))
                        .count());
        assertEquals(List.of(), running.ledger().arrivals().newest(10));
        Files.delete(work);
        Files.createDirectory(work);
        assertEquals(201, send("POST", SWIFT, "k", REPORT));
        assertEquals(List.of(), running.health().reasons());
    }

    /// What no path of the description is, is no answer of it either, and repeats nothing of what was asked.
    @Test
    void whatIsNotDescribed_isRefusedInOurWords() throws Exception {
        for (String method : List.of("HEAD", "DELETE", "PATCH", "OPTIONS")) {
            HttpResponse<String> answer =
                    ask(request("/deliveries/x-asked-for", SWIFT).method(method, BodyPublishers.noBody()));
            assertEquals(405, answer.statusCode(), method);
            assertEquals("GET, POST, PUT", answer.headers().firstValue("Allow").orElseThrow());
            assertFalse(answer.body().contains("x-asked-for"));
        }
        for (String path : List.of("/", "/x-asked-for", "/deliveries/x-asked-for", "/openapi.json/x-asked-for")) {
            HttpResponse<String> answer = ask(request(path, SWIFT));
            assertEquals(404, answer.statusCode(), path);
            assertFalse(answer.body().contains("x-asked-for"));
        }
        assertEquals(
                404,
                ask(request("/x-asked-for", SWIFT).POST(BodyPublishers.noBody()))
                        .statusCode());
        assertEquals(
                404,
                ask(request("/x-asked-for", SWIFT).PUT(BodyPublishers.noBody())).statusCode());
        assertEquals(401, ask(HttpRequest.newBuilder(uri("/x-asked-for"))).statusCode());
    }

    private int get(String path, String token, String template) throws Exception {
        HttpResponse<String> answer = ask(request(path, token));
        reach("GET", template, answer);
        return answer.statusCode();
    }

    /// @param key of the delivery; each method has keys of its own
    private int send(String method, String token, String key, byte[] bytes) throws Exception {
        HttpRequest.Builder request = request(target(method, "x.txt"), token).header("Idempotency-Key", method + key);
        HttpResponse<String> answer = ask(request.method(
                method,
                key.equals("large")
                        ? BodyPublishers.ofInputStream(() -> pieces(bytes))
                        : BodyPublishers.ofByteArray(bytes)));
        reach(method, method.equals("POST") ? "/deliveries" : "/deliveries/{name}", answer);
        return answer.statusCode();
    }

    /// Its size is not known before.
    private static InputStream pieces(byte[] bytes) {
        return new SequenceInputStream(
                new java.io.ByteArrayInputStream(bytes), new java.io.ByteArrayInputStream(bytes));
    }

    private static String target(String method, String name) {
        return method.equals("POST") ? "/deliveries?name=" + name : "/deliveries/" + name;
    }

    private HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> ask(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + running.uploadPort() + path);
    }

    /// Holds an answer against its description.
    private void reach(String method, String path, HttpResponse<String> answer) throws IOException {
        String what = method + " " + path + " " + answer.statusCode();
        JsonNode operation = description.get("paths").get(path).get(method.toLowerCase(java.util.Locale.ROOT));
        JsonNode response = operation.get("responses").get(Integer.toString(answer.statusCode()));
        assertTrue(response != null, what + " is not described");
        assertTrue(answer.headers().firstValue("Content-Type").orElse("").startsWith("application/json"), what);
        if (response.has("headers")) {
            response.get("headers")
                    .fieldNames()
                    .forEachRemaining(header ->
                            assertTrue(answer.headers().firstValue(header).isPresent(), what + " lacks " + header));
        }
        JsonNode schema = response.at("/content/application~1json/schema");
        JsonNode body = new ObjectMapper().readTree(answer.body());
        if (schema.has("$ref")) {
            schema = description.at(schema.get("$ref").asText().substring(1));
            TreeSet<String> keys = new TreeSet<>();
            schema.get("properties").fieldNames().forEachRemaining(keys::add);
            TreeSet<String> found = new TreeSet<>();
            body.fieldNames().forEachRemaining(found::add);
            assertEquals(keys, found, what);
        }
        reached.add(what);
    }
}
