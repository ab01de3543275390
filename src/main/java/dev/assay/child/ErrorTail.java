package dev.assay.child;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// Drains a child's standard error and keeps the last few kilobytes.
///
/// The tail may hold text of a document. It is never logged and never leaves this package, save what the JVM
/// said before the first task.
final class ErrorTail implements Runnable {
    private static final int KEPT = 4096;
    private static final String OUT_OF_MEMORY = "Terminating due to java.lang.OutOfMemoryError";

    private final InputStream in;
    private final byte[] tail = new byte[KEPT];
    private long count;

    ErrorTail(InputStream in) {
        this.in = in;
    }

    @Override
    public void run() {
        byte[] buffer = new byte[KEPT];
        try (in) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                keep(buffer, n);
            }
        } catch (IOException e) {
            // The pipe broke as the child ended: what was read is all there is.
            return;
        }
    }

    /// Whether the JVM ended the child for want of memory.
    boolean saysOutOfMemory() {
        return text().contains(OUT_OF_MEMORY);
    }

    /// What was said before the first task, in one line.
    String text() {
        return new String(bytes(), StandardCharsets.UTF_8).strip().replaceAll("\\s+", " ");
    }

    private synchronized void keep(byte[] buffer, int length) {
        for (int i = 0; i < length; i++) {
            tail[(int) (count++ % KEPT)] = buffer[i];
        }
    }

    private synchronized byte[] bytes() {
        int length = (int) Math.min(count, KEPT);
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = tail[(int) ((count - length + i) % KEPT)];
        }
        return bytes;
    }
}
