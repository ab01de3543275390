package dev.assay.lab;

import dev.assay.config.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Delivers as the story's vendors do: moves a file into a drop folder or onto a vendor's server in one step, sends a
/// mail, or uploads. What was delivered before stays so.
final class Courier implements AutoCloseable {
    private static final int RECORDED = 201;
    private static final int KNOWN = 200;
    /// Nothing can be taken just now.
    private static final Set<Integer> LATER = Set.of(409, 503, 507);

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Path home;
    private final DemoServers servers;
    private final String token;
    private final URI uploads;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<Integer, Receipt> receipts = new LinkedHashMap<>();

    /// @param uploadPort where Assay takes uploads
    Courier(Path home, DemoServers servers, String token, int uploadPort) {
        this.home = home;
        this.servers = servers;
        this.token = token;
        this.uploads = URI.create("http://127.0.0.1:" + uploadPort);
    }

    /// The answer to an upload.
    ///
    /// @param status of the answer
    /// @param link   where it may be asked for again
    /// @param state  what the vendor is told of it
    record Receipt(int status, String link, String state) {}

    /// Delivers one.
    ///
    /// @param file     in the basket; it may have gone from there
    /// @param recorded whether Assay has recorded it already
    void deliver(Story.Drop drop, Path file, boolean recorded) throws IOException, InterruptedException {
        switch (drop.channel()) {
            case FOLDER ->
                move(file, home.resolve("drop").resolve(drop.vendor()).resolve(drop.path()));
            case SFTP -> move(file, servers.sftpFolder(drop.vendor()).resolve(drop.path()));
            case MAIL -> {
                if (!recorded) {
                    servers.deliver(Files.readAllBytes(file));
                }
            }
            case UPLOAD -> receipts.put(drop.row(), upload(drop.path(), file));
        }
    }

    private static void move(Path file, Path target) throws IOException {
        if (Files.exists(file)) {
            Files.createDirectories(target.getParent());
            Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /// The same bytes again have the same digest, by which they are known.
    private Receipt upload(String name, Path file) throws IOException, InterruptedException {
        HttpRequest request = request("/deliveries/" + name)
                .header("Content-Digest", "sha-256=:" + Base64.getEncoder().encodeToString(sha256(file)) + ":")
                .PUT(HttpRequest.BodyPublishers.ofFile(file))
                .build();
        while (true) {
            HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (List.of(RECORDED, KNOWN).contains(answer.statusCode())) {
                return receipt(answer);
            }
            if (!LATER.contains(answer.statusCode())) {
                throw new IOException("The upload of " + name + " was answered with " + answer.statusCode() + ".");
            }
            Thread.sleep(PAUSE);
        }
    }

    /// The answers to uploads, by row, as Assay gives them now.
    Map<Integer, Receipt> receipts() throws IOException, InterruptedException {
        Map<Integer, Receipt> now = new LinkedHashMap<>();
        for (Map.Entry<Integer, Receipt> each : receipts.entrySet()) {
            HttpRequest request = request(each.getValue().link()).GET().build();
            Receipt asked = receipt(client.send(request, HttpResponse.BodyHandlers.ofByteArray()));
            now.put(each.getKey(), new Receipt(each.getValue().status(), asked.link(), asked.state()));
        }
        return now;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uploads.resolve(path)).header("Authorization", "Bearer " + token);
    }

    private static Receipt receipt(HttpResponse<byte[]> answer) {
        Map<?, ?> fields = Json.read(answer.body(), Map.class);
        return new Receipt(
                answer.statusCode(), String.valueOf(fields.get("link")), String.valueOf(fields.get("state")));
    }

    static byte[] sha256(Path file) throws IOException {
        try {
            return MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java lacks SHA-256", e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
