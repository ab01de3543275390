package dev.assay.lab.servers;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Speaks as a ClamAV daemon does to `INSTREAM`, and knows one virus: the EICAR test file.
public final class ClamdStandIn implements AutoCloseable {
    private static final String SIGNATURE = "Eicar-Signature";
    private static final String COMMAND = "zINSTREAM\0";

    private final ServerSocket server;
    private final long most;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean mute;

    private ClamdStandIn(ServerSocket server, long most) {
        this.server = server;
        this.most = most;
    }

    /// Starts one on a free port of loopback.
    ///
    /// @param most the bytes of a stream that it takes, its StreamMaxLength
    public static ClamdStandIn start(long most) throws IOException {
        return startAt(0, most);
    }

    /// As [#start], on a port.
    public static ClamdStandIn startAt(int port, long most) throws IOException {
        ClamdStandIn daemon = new ClamdStandIn(new ServerSocket(port, 0, InetAddress.getLoopbackAddress()), most);
        daemon.threads.execute(daemon::accept);
        return daemon;
    }

    /// The EICAR anti-malware test file, put together here so that no scanner takes this source for it.
    public static byte[] eicar() {
        return ("X5O!P%@AP[4\\PZX54(P^)7CC)7}" + "$EICAR-STANDARD-ANTIVIRUS-" + "TEST-FILE!$H+H*")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /// Where it listens, as the setting has it.
    public String address() {
        return "127.0.0.1:" + server.getLocalPort();
    }

    /// From now on it takes what is sent and says nothing.
    public void fallSilent() {
        mute = true;
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
        try (client) {
            DataInputStream in = new DataInputStream(client.getInputStream());
            String command = new String(in.readNBytes(COMMAND.length()), StandardCharsets.US_ASCII);
            say(client, command.equals(COMMAND) ? judge(in) : "UNKNOWN COMMAND");
        } catch (IOException e) {
            // The client went away.
            return;
        }
    }

    private String judge(DataInputStream in) throws IOException {
        String head = "";
        long size = 0;
        for (int length = in.readInt(); length != 0; length = in.readInt()) {
            size += length;
            if (size > most) {
                return "INSTREAM size limit exceeded. ERROR";
            }
            byte[] chunk = in.readNBytes(length);
            if (head.isEmpty()) {
                head = new String(chunk, StandardCharsets.US_ASCII);
            }
        }
        return head.startsWith(new String(eicar(), StandardCharsets.US_ASCII))
                ? "stream: " + SIGNATURE + " FOUND"
                : "stream: OK";
    }

    private void say(Socket client, String answer) throws IOException {
        if (mute) {
            client.getInputStream().transferTo(OutputStream.nullOutputStream());
            return;
        }
        client.getOutputStream().write((answer + "\0").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
        server.close();
        threads.shutdownNow();
    }
}
