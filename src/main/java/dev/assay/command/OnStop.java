package dev.assay.command;

import java.util.concurrent.CountDownLatch;

/// Lets a command that the process is told to stop (Ctrl-C, SIGTERM) end as it would by itself: its thread is
/// interrupted, and the process waits until it has cleaned up.
final class OnStop implements AutoCloseable {
    private final CountDownLatch cleaned = new CountDownLatch(1);
    private final Thread hook;

    private OnStop(Thread command) {
        hook = new Thread(() -> {
            command.interrupt();
            try {
                cleaned.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /// To be closed when all is cleaned up.
    static OnStop interruptThisThread() {
        OnStop stop = new OnStop(Thread.currentThread());
        Runtime.getRuntime().addShutdownHook(stop.hook);
        return stop;
    }

    @Override
    public void close() {
        cleaned.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process stops already, which the hook was for.
            assert cleaned.getCount() == 0 : e;
        }
    }
}
