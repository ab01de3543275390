package dev.assay.child;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Children that run tasks, one at a time each, and are replaced when they end, overrun or have run enough.
///
/// Whatever a task does, [#run] ends within its deadline and the next task finds another child. When the pool
/// is closed or its process is killed, the children end with all that came of them.
public final class ChildPool implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ChildPool.class);
    private static final long START_LIMIT = TimeUnit.MINUTES.toNanos(2);
    private static final int FAILURES_BORNE = 3;
    private static final long FIRST_PAUSE = 200;
    private static final long LONGEST_PAUSE = 10_000;

    private final ChildSettings settings;
    private final Consumer<Ending> told;
    private final Scratch scratch;
    private final Line line = new Line();
    private final Set<Child> living = ConcurrentHashMap.newKeySet();
    private final AtomicLong jobs = new AtomicLong();
    private final AtomicLong deaths = new AtomicLong();
    private final AtomicInteger busy = new AtomicInteger();
    private final AtomicInteger starting = new AtomicInteger();
    private final ThreadPoolExecutor starters;
    private final Object closing = new Object();
    private volatile String startFailure = "";
    private volatile boolean closed;

    private ChildPool(ChildSettings settings, Consumer<Ending> told, Scratch scratch) {
        this.settings = settings;
        this.told = told;
        this.scratch = scratch;
        int size = settings.size();
        ThreadFactory threads =
                Thread.ofPlatform().daemon().name("assay-child-start-", 1).factory();
        this.starters = new ThreadPoolExecutor(size, size, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), threads);
        // Made now, so that a child can be replaced when the machine has no thread to give.
        starters.prestartAllCoreThreads();
    }

    /// Starts a pool. Its children start in the background.
    ///
    /// @throws UncheckedIOException if the scratch folder cannot be used
    public static ChildPool start(ChildSettings settings) {
        return start(settings, ending -> {});
    }

    /// Starts a pool. Its children start in the background.
    ///
    /// @param told is told of each task that its child did not end, on the task's thread
    /// @throws UncheckedIOException if the scratch folder cannot be used
    public static ChildPool start(ChildSettings settings, Consumer<Ending> told) {
        try {
            ChildPool pool = new ChildPool(settings, told, Scratch.open(settings.scratch()));
            for (int i = 0; i < settings.size(); i++) {
                pool.startChild();
            }
            return pool;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Runs a task in a child and waits for its end. Callers are served first come, first served.
    ///
    /// When this returns or throws, no process that could write into the task's folder is left.
    ///
    /// @param task     the task's class
    /// @param folder   the task's own folder; the caller makes and wipes it
    /// @param input    at most 64 MiB
    /// @param deadline how long the child may take up to the first part, from each part to the next, and to the
    ///                 end; waiting for a child and the time `parts` takes are not counted. There is no bound
    ///                 on the number of parts: who wants one throws from `parts`
    /// @param parts    takes each part, untrusted, on the calling thread; when it throws, the child is ended
    ///                 and the exception is passed on
    /// @throws InterruptedException if interrupted, or the pool is closed meanwhile: the child is ended, and
    ///                       nothing is said of the task
    /// @throws UncheckedIOException if no child can be started: nothing is said of the task
    public Ending run(Class<? extends Task> task, Path folder, byte[] input, Duration deadline, Consumer<byte[]> parts)
            throws InterruptedException {
        Objects.requireNonNull(parts, "parts");
        requireValid(input, deadline);
        Job job = new Job(jobs.incrementAndGet(), task, folder, input);
        Child child = fitChild();
        busy.incrementAndGet();
        boolean keeps = false;
        boolean died = true;
        try {
            Ending ending = child.run(job, TimeUnit.NANOSECONDS.convert(deadline), parts);
            died = !ended(ending);
            keeps = !died && isTidy(child, task) && child.tasks() < settings.recycleAfter();
            throwIfCutOff(died);
            if (died) {
                told.accept(ending);
            }
            return ending;
        } finally {
            busy.decrementAndGet();
            settle(child, keeps, died);
        }
    }

    /// What the children are doing now.
    public PoolState state() {
        return new PoolState(line.ready(), busy.get(), starting.get(), line.waiting(), deaths.get(), startFailure);
    }

    /// Ends all children and waits until nothing of them is left. Tasks that wait or run are cut off. Whoever
    /// closes a pool that another thread is closing waits as well.
    @Override
    public void close() {
        synchronized (closing) {
            if (stopStarting()) {
                end();
            }
        }
    }

    /// @return false if that was done before
    private synchronized boolean stopStarting() {
        boolean first = !closed;
        closed = true;
        return first;
    }

    private void end() {
        line.close();
        starters.shutdownNow();
        living.forEach(this::end);
        starters.close();
        living.forEach(this::end);
        try {
            scratch.close();
        } catch (IOException e) {
            LOG.warn("Cannot wipe {}; it is wiped at the next start", settings.scratch(), e);
        }
    }

    private static void requireValid(byte[] input, Duration deadline) {
        if (input.length > Frame.LARGEST) {
            throw new IllegalArgumentException("A task's input has at most " + Frame.LARGEST + " bytes. Found: "
                    + input.length + ". Write it to a file in the task's folder.");
        }
        if (!deadline.isPositive()) {
            throw new IllegalArgumentException("A task's deadline must be positive. Found: " + deadline);
        }
    }

    private Child fitChild() throws InterruptedException {
        try {
            Child child = line.take();
            while (!child.isFit()) {
                settle(child, false, true);
                child = line.take();
            }
            return child;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean ended(Ending ending) {
        return switch (ending) {
            case Ending.Done _, Ending.Threw _ -> true;
            case Ending.Overran _, Ending.OutOfMemory _, Ending.Died _ -> false;
        };
    }

    private static boolean isTidy(Child child, Class<?> task) {
        boolean tidy = child.tidy();
        if (!tidy) {
            LOG.info("Task {} left something running or locked behind; its child is replaced", task.getName());
        }
        return tidy;
    }

    /// A child that ended because the pool is closing says nothing of its task.
    private void throwIfCutOff(boolean died) throws InterruptedException {
        if (died && closed) {
            throw Line.closing();
        }
    }

    /// Puts a child back in line, or ends it and starts another in the background.
    private void settle(Child child, boolean keeps, boolean died) {
        if (keeps && line.offer(child)) {
            return;
        }
        if (died) {
            deaths.incrementAndGet();
        }
        child.kill();
        replace(child);
    }

    private synchronized void replace(Child child) {
        if (!closed) {
            starting.incrementAndGet();
            starters.execute(() -> {
                end(child);
                startUntilReady();
            });
        }
    }

    private synchronized void startChild() {
        starting.incrementAndGet();
        starters.execute(this::startUntilReady);
    }

    private void startUntilReady() {
        try {
            for (int failures = 1; !startedOne(failures); failures++) {
                Thread.sleep(Math.min(FIRST_PAUSE << Math.min(failures, 10), LONGEST_PAUSE));
            }
        } catch (InterruptedException e) {
            // The pool is closing.
            Thread.currentThread().interrupt();
        } finally {
            starting.decrementAndGet();
        }
    }

    private boolean startedOne(int attempt) throws InterruptedException {
        try {
            Child child = Child.launch(settings, scratch.next());
            living.add(child);
            prepare(child);
            startFailure = "";
            return true;
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            startFailure = String.valueOf(e.getMessage());
            LOG.warn("Cannot start a child: {}. Tasks wait. Trying again", startFailure);
            if (attempt >= FAILURES_BORNE && line.ready() + busy.get() == 0) {
                line.refuse(new IOException("Cannot start a child: " + startFailure));
            }
            return false;
        }
    }

    private void prepare(Child child) throws IOException, InterruptedException {
        boolean ready = false;
        try {
            child.awaitReady(START_LIMIT);
            warmUp(child);
            ready = line.offer(child);
        } finally {
            if (!ready) {
                end(child);
            }
        }
        child.whenGone(() -> exitedInLine(child));
    }

    private void warmUp(Child child) throws IOException, InterruptedException {
        Class<? extends Task> task = settings.warmUp();
        if (task == null) {
            return;
        }
        Ending ending = child.warmUp(jobs.incrementAndGet(), task, START_LIMIT);
        if (!ended(ending)) {
            throw new IOException("its warm-up " + task.getName() + " ended as " + ending);
        }
        if (ending instanceof Ending.Threw(String type)) {
            LOG.warn("The warm-up {} of a child threw {}; the child is used as it is", task.getName(), type);
        }
    }

    private void exitedInLine(Child child) {
        if (line.remove(child)) {
            settle(child, false, true);
        }
    }

    private void end(Child child) {
        child.kill();
        child.clean();
        living.remove(child);
    }
}
