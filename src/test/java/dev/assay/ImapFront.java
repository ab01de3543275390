package dev.assay;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.TrustManagerFactory;

/// Stands before an IMAP server with the server's own certificate, and has it be of another kind: what it says of its
/// abilities and its numbers is rewritten line by line. Notes what the client asks.
final class ImapFront implements AutoCloseable {
    private final SSLServerSocket listening;
    private final SSLContext tls;
    private final int target;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private volatile UnaryOperator<String> rewriting = UnaryOperator.identity();

    private ImapFront(SSLContext tls, int target) throws IOException {
        this.tls = tls;
        this.target = target;
        this.listening = (SSLServerSocket)
                tls.getServerSocketFactory().createServerSocket(0, 0, InetAddress.getLoopbackAddress());
    }

    /// Starts one on a free port.
    ///
    /// @param target the port of a running server of this process, whose certificate lies where it says
    static ImapFront before(int target) throws IOException, GeneralSecurityException {
        char[] password = System.getProperty("greenmail.tls.keystore.password").toCharArray();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(Path.of(System.getProperty("greenmail.tls.keystore.file")))) {
            keys.load(in, password);
        }
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, password);
        KeyStore certificates = KeyStore.getInstance(KeyStore.getDefaultType());
        certificates.load(null, null);
        certificates.setCertificateEntry("mail", keys.getCertificate("mail"));
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(certificates);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
        ImapFront front = new ImapFront(tls, target);
        front.threads.execute(front::accept);
        return front;
    }

    int port() {
        return listening.getLocalPort();
    }

    /// Says no more that the server is able to do something.
    void without(String... capabilities) {
        rewriting = line -> {
            String said = line;
            if (line.contains("CAPABILITY ")) {
                for (String each : capabilities) {
                    said = said.replace(" " + each, "");
                }
            }
            return said;
        };
    }

    /// Says that the folders' numbers have begun anew.
    void uidValidity(long number) {
        rewriting = line -> line.replaceAll("\\[UIDVALIDITY [0-9]+\\]", "[UIDVALIDITY " + number + "]");
    }

    /// What was asked since it started, without tags.
    List<String> commands() {
        return List.copyOf(commands);
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                Socket server = tls.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), target);
                open.add(client);
                open.add(server);
                threads.execute(() -> pass(client, server, true));
                threads.execute(() -> pass(server, client, false));
            } catch (IOException e) {
                Thread.onSpinWait();
            }
        }
    }

    private void pass(Socket from, Socket to, boolean asked) {
        try (from;
                to) {
            InputStream in = new BufferedInputStream(from.getInputStream());
            OutputStream out = new BufferedOutputStream(to.getOutputStream());
            for (String line = line(in); !line.isEmpty(); line = line(in)) {
                if (asked) {
                    commands.add(line.strip().replaceFirst("^\\S+ ", ""));
                }
                String said = !asked && line.startsWith("*") ? rewriting.apply(line) : line;
                out.write(said.getBytes(StandardCharsets.ISO_8859_1));
                if (in.available() == 0) {
                    out.flush();
                }
            }
        } catch (IOException e) {
            // One side went away; the other follows.
            open.remove(from);
        }
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int read = in.read(); read >= 0; read = in.read()) {
            line.write(read);
            if (read == '\n') {
                break;
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket each : open) {
            each.close();
        }
        threads.shutdownNow();
    }
}
