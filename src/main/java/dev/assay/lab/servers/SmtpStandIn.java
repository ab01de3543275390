package dev.assay.lab.servers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// Speaks as a mail server does that refuses recipients, for good, until it is told to take them.
public final class SmtpStandIn implements AutoCloseable {
    private final ServerSocket server = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private volatile boolean kind;

    private SmtpStandIn() throws IOException {}

    /// Starts one on a free port of loopback.
    public static SmtpStandIn refusing() throws IOException {
        SmtpStandIn server = new SmtpStandIn();
        server.threads.execute(server::accept);
        return server;
    }

    public int port() {
        return server.getLocalPort();
    }

    /// From now on it takes all.
    public void relent() {
        kind = true;
    }

    /// How many mails it took.
    public int taken() {
        return taken.get();
    }

    /// How many recipients it refused.
    public int refused() {
        return refused.get();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                threads.execute(() -> serve(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII))) {
            say(client, "220 here");
            boolean data = false;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (data && !line.equals(".")) {
                    continue;
                }
                String word = line.toUpperCase(Locale.ROOT);
                data = !data && word.startsWith("DATA");
                say(client, answer(word));
            }
        } catch (IOException e) {
            // The client went away.
            return;
        }
    }

    private String answer(String word) {
        if (word.equals(".")) {
            taken.incrementAndGet();
        }
        if (word.startsWith("RCPT") && !kind) {
            refused.incrementAndGet();
            return "550 5.1.1 no such user";
        }
        return word.startsWith("DATA") ? "354 go on" : word.startsWith("QUIT") ? "221 bye" : "250 ok";
    }

    private static void say(Socket client, String line) throws IOException {
        OutputStream out = client.getOutputStream();
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        server.close();
        threads.shutdownNow();
    }
}
