package dev.assay;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The whole program, halted at each point of receiving an upload. Its vendor's program keeps each file until it is
/// answered that it is recorded, and sends it again until then, as the page for vendors says.
final class UploadCrashIT {
    private static final String TOKEN = "a-token-of-kestrel";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"W2 W3 W4", "W5 W6 W7", "W7:2"})
    void haltedWhileReceiving_losesAndDoublesNothing(String points) throws Exception {
        CrashHome home = new CrashHome(folder.resolve("home"), Path.of(""));
        int port = freePort();
        home.set("upload.enabled = true\nupload.port = " + port + "\n");
        home.write(
                "vendors/kestrel.yaml",
                "name: Kestrel Insight Ltd\nchannels:\n  folder: false\n  upload: {token-sha256: \"" + hex(TOKEN)
                        + "\"}\n");
        home.dropAll();
        Thread vendor = Thread.ofVirtual().start(() -> send(folder.resolve("home/drop/kestrel"), port));
        try {
            for (String point : points.split(" ")) {
                home.crash(point);
                home.oracle().judgeTheDead();
            }
            home.run();
            assertEquals(List.of(), home.oracle().judge(), home.tail());
        } finally {
            vendor.interrupt();
            vendor.join();
        }
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
