package dev.assay.child;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One task in a child, on a thread and in a thread group of its own.
final class TaskRun {
    private static final int FAILED = 70;
    private static final long PATIENCE = 100;

    private final long id;
    private final String type;
    private final Path folder;
    private final byte[] input;
    private final OutputStream out;
    private final ThreadGroup group;
    private boolean ended;

    TaskRun(long id, String type, Path folder, byte[] input, OutputStream out) {
        this.id = id;
        this.type = type;
        this.folder = folder;
        this.input = input;
        this.out = out;
        this.group = new ThreadGroup("task-" + id);
    }

    void start() {
        new Thread(group, this::run, "task-" + id).start();
    }

    private void run() {
        try {
            end(thrown());
        } catch (IOException e) {
            // The channel is broken: there is nobody to tell.
            ChildMain.halt(FAILED);
        }
    }

    private @Nullable Throwable thrown() {
        try {
            Constructor<? extends Task> constructor =
                    Class.forName(type).asSubclass(Task.class).getConstructor();
            // A task need not be public beyond its own package.
            constructor.setAccessible(true);
            constructor.newInstance().run(folder, input, this::part);
            return null;
        } catch (InvocationTargetException e) {
            return e.getCause();
        } catch (Throwable e) {
            return e;
        }
    }

    private void part(byte[] part) {
        try {
            send(new Frame(Frame.Kind.PART, id, part));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void end(@Nullable Throwable thrown) throws IOException {
        if (thrown instanceof Error || leftThreads()) {
            send(new Frame(Frame.Kind.SPENT, id));
        }
        Frame last = thrown == null
                ? new Frame(Frame.Kind.DONE, id)
                : new Frame(Frame.Kind.THREW, id, thrown.getClass().getName());
        synchronized (out) {
            send(last);
            ended = true;
        }
    }

    private void send(Frame frame) throws IOException {
        synchronized (out) {
            if (ended) {
                throw new IllegalStateException("A task hands out no part after its end. Send it before run returns.");
            }
            frame.write(out);
        }
    }

    /// Whether a thread that the task started is still alive: it would go on during the next task, which may be
    /// another client's.
    private boolean leftThreads() {
        // A task may leave its own thread interrupted, which would cut the waiting short.
        Thread.interrupted();
        Thread[] threads = new Thread[group.activeCount() + 16];
        int count = group.enumerate(threads);
        boolean left = Arrays.stream(threads, 0, count)
                .filter(thread -> thread != Thread.currentThread() && !(thread instanceof ForkJoinWorkerThread))
                .anyMatch(TaskRun::staysAlive);
        return left || !ForkJoinPool.commonPool().awaitQuiescence(PATIENCE, TimeUnit.MILLISECONDS);
    }

    private static boolean staysAlive(Thread thread) {
        try {
            thread.join(PATIENCE);
            return thread.isAlive();
        } catch (InterruptedException e) {
            // Somebody still interrupts this thread, so somebody is still there.
            return true;
        }
    }
}
