package dev.assay.extract;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/// A server and a file that no reader may ever touch.
public final class Canary implements AutoCloseable {
    public static final String SECRET = "canary-7f3a-must-not-appear";

    private final AtomicInteger hits = new AtomicInteger();
    private final HttpServer server;
    private final Path file;

    Canary(Path folder) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            hits.incrementAndGet();
            exchange.sendResponseHeaders(200, SECRET.length());
            exchange.getResponseBody().write(SECRET.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            exchange.close();
        });
        server.start();
        file = Files.writeString(folder.resolve("canary.txt"), SECRET);
    }

    public String http() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/canary";
    }

    public String file() {
        return file.toUri().toString();
    }

    public int hits() {
        return hits.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
