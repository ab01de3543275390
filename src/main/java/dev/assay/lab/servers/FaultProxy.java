package dev.assay.lab.servers;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Stands between a client and a server on loopback, and breaks what passes when it is told to.
public final class FaultProxy implements AutoCloseable {
    private static final int BUFFER = 4096;

    private final ServerSocket listening;
    private final int target;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile long cutAfter = Long.MAX_VALUE;
    private volatile boolean refusing;
    private volatile boolean stalling;

    private FaultProxy(ServerSocket listening, int target) {
        this.listening = listening;
        this.target = target;
    }

    /// Starts one on a free port.
    ///
    /// @param target the server's port
    public static FaultProxy before(int target) throws IOException {
        FaultProxy proxy = new FaultProxy(new ServerSocket(0, 0, InetAddress.getLoopbackAddress()), target);
        proxy.threads.execute(proxy::accept);
        return proxy;
    }

    public int port() {
        return listening.getLocalPort();
    }

    /// From now on each connection ends when the server has sent so many bytes over it.
    public void cutAfter(long bytes) {
        cutAfter = bytes;
    }

    /// From now on connections are closed at once, those that stand too.
    public void refuse() throws IOException {
        refusing = true;
        cut();
    }

    /// From now on nothing passes, and nothing ends.
    public void stall() {
        stalling = true;
    }

    /// Everything passes again.
    public void heal() {
        cutAfter = Long.MAX_VALUE;
        refusing = false;
        stalling = false;
    }

    /// Ends all connections.
    public void cut() throws IOException {
        for (Socket each : open) {
            each.close();
        }
    }

    private void accept() {
        while (!listening.isClosed()) {
            acceptOne();
        }
    }

    /// Where the server is not there, the client sees its connection end.
    private void acceptOne() {
        try {
            Socket client = listening.accept();
            if (refusing) {
                client.close();
                return;
            }
            open.add(client);
            Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
            open.add(server);
            threads.execute(() -> pass(client, server, false));
            threads.execute(() -> pass(server, client, true));
        } catch (IOException e) {
            Thread.onSpinWait();
        }
    }

    private void pass(Socket from, Socket to, boolean counted) {
        byte[] buffer = new byte[BUFFER];
        long passed = 0;
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                while (stalling) {
                    Thread.sleep(10);
                }
                long left = counted ? cutAfter - passed : read;
                out.write(buffer, 0, (int) Math.min(read, Math.max(0, left)));
                passed += read;
                if (counted && passed >= cutAfter) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            // One side went away; the other follows.
            open.remove(from);
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        cut();
        threads.shutdownNow();
    }
}
