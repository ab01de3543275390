package dev.assay.web;

import io.javalin.Javalin;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/// Serves answers to GET requests on one host and port.
public final class WebServer implements AutoCloseable {
    private final Javalin server;

    private WebServer(Javalin server) {
        this.server = server;
    }

    /// Starts serving.
    ///
    /// @param host  address to listen on
    /// @param port  0 for any free one
    /// @param pages what answers each path; a path may end in `/<rest>`, whose value the function is given
    /// @throws IllegalStateException if the port is taken
    public static WebServer start(String host, int port, Map<String, Function<String, Answer>> pages) {
        Map<String, Function<String, Answer>> routes = new LinkedHashMap<>(pages);
        requireFree(host, port);
        try {
            return new WebServer(Javalin.create(config -> {
                        config.startup.showJavalinBanner = false;
                        config.startup.showOldJavalinVersionWarning = false;
                        routes.forEach((path, page) -> config.routes.get(path, context -> answer(context, path, page)));
                    })
                    .start(host, port));
        } catch (RuntimeException e) {
            throw taken(host, port, e);
        }
    }

    /// Sees that nothing else listens there. Done before a start too, because the server writes a trace of its own
    /// to the log.
    ///
    /// @throws IllegalStateException if something does
    public static void requireFree(String host, int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(host, port));
        } catch (IOException e) {
            throw taken(host, port, e);
        }
    }

    private static IllegalStateException taken(String host, int port, Exception e) {
        return new IllegalStateException(
                "Cannot listen on " + host + ":" + port + " (" + e.getMessage()
                        + "). Is another program using the port? Name another port.",
                e);
    }

    /// The port it listens on.
    public int port() {
        return server.port();
    }

    private static void answer(Context context, String path, Function<String, Answer> page) {
        Answer answer = page.apply(path.endsWith("<rest>") ? context.pathParam("rest") : "");
        context.header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; img-src data:");
        context.header("X-Content-Type-Options", "nosniff");
        context.header("Referrer-Policy", "no-referrer");
        context.header("Cache-Control", "no-store");
        context.status(answer.status())
                .contentType(answer.contentType() + "; charset=utf-8")
                .result(answer.body().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        server.stop();
    }
}
