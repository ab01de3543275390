package dev.assay.intake.scan;

import dev.assay.work.ShownName;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Asks a ClamAV daemon, by its `INSTREAM` command (clamd(8)): the daemon need not be able to read our files.
///
/// Each scan has a connection of its own and a deadline; what the daemon says is bounded, and only `OK` as the whole
/// answer is clean. Safe for use by several threads.
public final class Clamd implements VirusScanner, AutoCloseable {
    private static final int CHUNK = 64 * 1024;
    private static final int LONGEST_ANSWER = 4096;
    private static final byte[] INSTREAM = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern FOUND = Pattern.compile("stream: (.{1,200}) FOUND");

    private final ClamdAddress address;
    private final Duration deadline;
    private final Timer timer = new Timer("clamd-deadline", true);

    /// @param deadline for one file; each MiB adds a second
    public Clamd(ClamdAddress address, Duration deadline) {
        this.address = address;
        this.deadline = deadline;
    }

    @Override
    public Scan scan(Path file) {
        try (FileChannel bytes = FileChannel.open(file, StandardOpenOption.READ);
                SocketChannel daemon = address.connect()) {
            TimerTask overran = closing(daemon);
            timer.schedule(overran, deadline.plusSeconds(bytes.size() >> 20).toMillis());
            try {
                return scan(bytes, daemon);
            } finally {
                overran.cancel();
            }
        } catch (IOException e) {
            return new Scan.NotScanned(
                    "The virus scanner at " + address.text() + " did not answer ("
                            + e.getClass().getSimpleName() + " " + ShownName.of(String.valueOf(e.getMessage()))
                            + "). See that clamd runs and that Assay may connect to it.",
                    true);
        }
    }

    /// A daemon that is given more than it takes answers and closes before all is sent.
    private Scan scan(FileChannel bytes, SocketChannel daemon) throws IOException {
        IOException broken = null;
        try {
            send(bytes, daemon);
        } catch (IOException e) {
            broken = e;
        }
        String answer = answer(daemon);
        if (broken != null && answer.isEmpty()) {
            throw broken;
        }
        return read(answer);
    }

    private static void send(FileChannel bytes, SocketChannel daemon) throws IOException {
        write(daemon, ByteBuffer.wrap(INSTREAM));
        ByteBuffer chunk = ByteBuffer.allocate(Integer.BYTES + CHUNK);
        while (bytes.read(chunk.clear().position(Integer.BYTES)) > 0) {
            chunk.flip();
            chunk.putInt(0, chunk.limit() - Integer.BYTES);
            write(daemon, chunk);
        }
        write(daemon, ByteBuffer.allocate(Integer.BYTES));
    }

    private static void write(SocketChannel daemon, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            daemon.write(bytes);
        }
    }

    private static String answer(SocketChannel daemon) throws IOException {
        ByteBuffer answer = ByteBuffer.allocate(LONGEST_ANSWER);
        while (answer.hasRemaining() && daemon.read(answer) >= 0) {
            if (answer.position() > 0 && answer.get(answer.position() - 1) == 0) {
                break;
            }
        }
        String text = StandardCharsets.UTF_8.decode(answer.flip()).toString();
        return text.endsWith("\0") ? text.substring(0, text.length() - 1) : text;
    }

    private Scan read(String answer) {
        if (answer.equals("stream: OK")) {
            return new Scan.Clean();
        }
        Matcher found = FOUND.matcher(answer);
        return found.matches()
                ? new Scan.Infected(ShownName.of(found.group(1)))
                : new Scan.NotScanned(
                        "The virus scanner at " + address.text() + " answered '" + ShownName.of(answer)
                                + "'. Its own log says more; for a size limit, raise StreamMaxLength in clamd.conf.",
                        false);
    }

    private static TimerTask closing(SocketChannel daemon) {
        return new TimerTask() {
            @Override
            public void run() {
                try {
                    daemon.close();
                } catch (IOException e) {
                    // It is closed or broken, which is what was wanted.
                    cancel();
                }
            }
        };
    }

    @Override
    public void close() {
        timer.cancel();
    }
}
