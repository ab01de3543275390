package dev.assay;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/// A vendor's program that uploads to a [CrashHome]: it keeps each file of a folder until it is answered that it is
/// recorded, and sends it again until then, as the page for vendors says.
final class UploadingVendor implements AutoCloseable {
    private static final String TOKEN = "a-token-of-kestrel";

    private final Thread thread;

    /// @param folder the home's
    UploadingVendor(CrashHome home, Path folder) throws IOException {
        int port = freePort();
        home.set("upload.enabled = true\nupload.port = " + port + "\n");
        home.write(
                "vendors/kestrel.yaml",
                "name: Kestrel Insight Ltd\nchannels:\n  folder: false\n  upload: {token-sha256: \"" + hex(TOKEN)
                        + "\"}\n");
        thread = Thread.ofVirtual().unstarted(() -> send(folder.resolve("drop/kestrel"), port));
    }

    void begin() {
        thread.start();
    }

    @Override
    public void close() throws InterruptedException {
        thread.interrupt();
        thread.join();
    }

    /// Sends what lies in a folder, again and again, and deletes what is recorded.
    private static void send(Path files, int port) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (!Thread.interrupted()) {
                List<Path> waiting;
                try (Stream<Path> inside = Files.list(files)) {
                    waiting = inside.toList();
                }
                for (Path file : waiting) {
                    if (isRecorded(client, file, port)) {
                        Files.delete(file);
                    }
                }
                Thread.sleep(50);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static boolean isRecorded(HttpClient client, Path file, int port) throws IOException, InterruptedException {
        byte[] bytes = Files.readAllBytes(file);
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/deliveries/" + file.getFileName()))
                .header("Authorization", "Bearer " + TOKEN)
                .header("Content-Digest", "sha-256=:" + Base64.getEncoder().encodeToString(sha256(bytes)) + ":")
                .PUT(BodyPublishers.ofByteArray(bytes))
                .build();
        try {
            int status = client.send(request, BodyHandlers.discarding()).statusCode();
            return status == 200 || status == 201;
        } catch (IOException e) {
            // The program is down, or went down before it answered.
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(sha256(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
