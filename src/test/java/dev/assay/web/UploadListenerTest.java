package dev.assay.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// The listener as a socket meets it.
final class UploadListenerTest {
    private final CountDownLatch reading = new CountDownLatch(1);
    private final CountDownLatch cutOff = new CountDownLatch(1);

    @Test
    void senderThatStopsMidway_isCutOff_andKeepsNobodyWaiting() throws Exception {
        try (UploadListener listener = UploadListener.start("127.0.0.1", 0, 2_000, this::read);
                Socket slow = new Socket(InetAddress.getLoopbackAddress(), listener.port())) {
            say(slow, "POST /slow HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf of");
            assertTrue(reading.await(60, TimeUnit.SECONDS));
            assertEquals(
                    "HTTP/1.1 200 OK",
                    answer(
                            listener,
                            "POST /quick HTTP/1.1\r\nHost: x\r\nContent-Length: 4"
                                    + "\r\nConnection: close\r\n\r\nthis"));
            assertTrue(cutOff.await(60, TimeUnit.SECONDS));
        }
    }

    /// The server itself would repeat the path in a text of its own.
    @Test
    void everyMethodAndPath_isAnsweredByTheHandler() throws Exception {
        try (UploadListener listener =
                UploadListener.start("127.0.0.1", 0, 2_000, request -> Reply.of(299, "text/plain", "ours"))) {
            for (String line : new String[] {
                "GET /", "GET /x/y", "HEAD /x", "POST /", "PUT /x", "DELETE /x", "PATCH /x", "OPTIONS /x", "TRACE /x"
            }) {
                String status = answer(
                        listener, line + " HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
                assertTrue(status.startsWith("HTTP/1.1 299"), line + ": " + status);
            }
        }
    }

    private Reply read(Request request) {
        boolean slow = request.path().equals("/slow");
        if (slow) {
            reading.countDown();
        }
        try {
            request.body().readAllBytes();
            return Reply.of(200, "text/plain", "whole");
        } catch (IOException | RuntimeException e) {
            cutOff.countDown();
            return Reply.of(400, "text/plain", "broken");
        }
    }

    private static String answer(UploadListener listener, String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), listener.port())) {
            say(socket, request);
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            return answer.lines().findFirst().orElse("");
        }
    }

    private static void say(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }
}
