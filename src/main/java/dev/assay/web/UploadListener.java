package dev.assay.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.ServerConnector;

/// Takes requests with bodies of any size on a host and port, and streams them.
///
/// A sender that stops for half a minute is cut off; each request has a virtual thread of its own, so that one that is
/// slow keeps nobody waiting.
public final class UploadListener implements AutoCloseable {
    private static final long IDLE_MILLIS = 30_000;
    /// What is answered by nobody would be answered by the server, which repeats what it was asked.
    private static final List<HandlerType> METHODS = List.of(
            HandlerType.GET,
            HandlerType.HEAD,
            HandlerType.POST,
            HandlerType.PUT,
            HandlerType.DELETE,
            HandlerType.PATCH,
            HandlerType.OPTIONS,
            HandlerType.TRACE);

    private final Javalin server;

    private UploadListener(Javalin server) {
        this.server = server;
    }

    /// Starts listening.
    ///
    /// @param port    0 for any free one
    /// @param handler answers every request; what it throws is answered with 500
    /// @throws IllegalStateException if the port is taken
    public static UploadListener start(String host, int port, Function<Request, Reply> handler) {
        return start(host, port, IDLE_MILLIS, handler);
    }

    /// @param idleMillis after which a sender that says nothing is cut off
    static UploadListener start(String host, int port, long idleMillis, Function<Request, Reply> handler) {
        WebServer.requireFree(host, port);
        return new UploadListener(
                Javalin.create(config -> configure(config, idleMillis, handler)).start(host, port));
    }

    private static void configure(JavalinConfig config, long idleMillis, Function<Request, Reply> handler) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.concurrency.useVirtualThreads = true;
        config.jetty.modifyHttpConfiguration(http -> limit(http, idleMillis));
        config.jetty.modifyServer(server -> {
            for (var connector : server.getConnectors()) {
                if (connector instanceof ServerConnector listening) {
                    listening.setIdleTimeout(idleMillis);
                }
            }
        });
        for (HandlerType method : METHODS) {
            config.routes.addHttpHandler(
                    method, "/<path>", context -> answer(context, "/" + context.pathParam("path"), handler));
            config.routes.addHttpHandler(method, "/", context -> answer(context, "/", handler));
        }
    }

    private static void limit(HttpConfiguration http, long idleMillis) {
        http.setSendServerVersion(false);
        http.setIdleTimeout(idleMillis);
    }

    /// The port it listens on.
    public int port() {
        return server.port();
    }

    private static void answer(Context context, String path, Function<Request, Reply> handler) {
        long length = context.req().getContentLengthLong();
        Reply reply = handler.apply(new Request(
                context.method().name().toUpperCase(Locale.ROOT),
                path,
                name -> Optional.ofNullable(context.queryParam(name)),
                name -> Optional.ofNullable(context.header(name)),
                length < 0 ? OptionalLong.empty() : OptionalLong.of(length),
                context.bodyInputStream()));
        context.header("Content-Security-Policy", "default-src 'none'");
        context.header("X-Content-Type-Options", "nosniff");
        context.header("Cache-Control", "no-store");
        reply.headers().forEach(context::header);
        if (reply.closes()) {
            context.header("Connection", "close");
        }
        context.status(reply.answer().status())
                .contentType(reply.answer().contentType() + "; charset=utf-8")
                .result(reply.answer().body().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        server.stop();
    }
}
