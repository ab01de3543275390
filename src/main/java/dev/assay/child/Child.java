package dev.assay.child;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One child process, from its start to its end.
final class Child {
    private static final Logger LOG = LoggerFactory.getLogger(Child.class);
    private static final Pattern CLASS_NAME = Pattern.compile("[\\p{L}\\p{N}_$./+-]{1,500}");
    private static final long SLICE = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long A_MOMENT = TimeUnit.SECONDS.toNanos(2);
    private static final long A_BLINK = TimeUnit.MILLISECONDS.toNanos(250);
    private static final long UNTIL_GONE = TimeUnit.SECONDS.toNanos(10);
    private static final int OUT_OF_MEMORY = 3;

    private final Process process;
    private final ProcessTree tree;
    private final Path folder;
    private final ChildChannel channel;
    private final ErrorTail errors;
    private final Thread errorThread;
    private Set<Path> kept = Set.of();
    private int tasks;
    private boolean spent;
    private boolean cleaned;
    private CompletableFuture<Void> watch = CompletableFuture.completedFuture(null);

    private Child(Process process, String marker, Path folder) {
        String name = "assay-" + folder.getFileName();
        this.process = process;
        this.tree = new ProcessTree(process.toHandle(), marker);
        this.folder = folder;
        this.channel = new ChildChannel(process, name);
        this.errors = new ErrorTail(process.getErrorStream());
        this.errorThread = Thread.ofPlatform().daemon().name(name + "-errors").unstarted(errors);
    }

    /// Starts a process in a new folder of its own.
    ///
    /// @throws IOException if the folder or the process cannot be made
    static Child launch(ChildSettings settings, Path folder) throws IOException {
        Folders.create(folder);
        String marker = UUID.randomUUID().toString();
        try {
            Process process = ChildCommand.of(settings, folder, marker).start();
            return new Child(process, marker, folder);
        } catch (IOException | RuntimeException | Error e) {
            // The process may run although its making failed, such as for want of the thread that waits for it.
            new ProcessTree(null, marker).endOffspring(UNTIL_GONE);
            Folders.delete(folder);
            throw e;
        }
    }

    /// Listens to the child and waits until it has started.
    ///
    /// @throws IOException if it does not; the message says what its JVM said
    void awaitReady(long nanos) throws IOException, InterruptedException {
        errorThread.start();
        channel.start();
        Heard first = hear(nanos);
        if (first == null) {
            throw new IOException("it said nothing for " + TimeUnit.NANOSECONDS.toSeconds(nanos) + " s");
        }
        if (!(first instanceof Heard.Said(Frame frame)) || frame.kind() != Frame.Kind.READY) {
            throw new IOException(describe(left("it spoke out of protocol", A_MOMENT)) + said());
        }
    }

    /// Runs a job; the caller's thread takes the parts.
    ///
    /// @param nanos how long to wait for the first part, from each to the next, and for the end; the time that
    ///              `parts` takes is not counted
    Ending run(Job job, long nanos, Consumer<byte[]> parts) throws InterruptedException {
        tasks++;
        if (!channel.ask(job, A_MOMENT)) {
            return left("it took no task", A_BLINK);
        }
        while (true) {
            switch (hear(nanos)) {
                case null -> {
                    return new Ending.Overran();
                }
                case Heard.Closed() -> {
                    return left("it closed its output", A_MOMENT);
                }
                case Heard.Garbled(String detail) -> {
                    return left(detail, A_BLINK);
                }
                case Heard.Said(Frame frame)
                when frame.task() != job.id() -> {
                    return left("a frame of another task", A_BLINK);
                }
                case Heard.Said(Frame frame) -> {
                    Ending ending = take(frame, parts);
                    if (ending != null) {
                        return ending;
                    }
                }
            }
        }
    }

    /// Puts the child in order after a task: ends what the task started and wipes what it left among the
    /// temporary files.
    ///
    /// @return whether the child may take another task
    boolean tidy() {
        return tree.offspring().isEmpty() && !spent && wiped();
    }

    /// Runs a job that makes the child ready for others. What it leaves among the temporary files, and the
    /// threads it leaves, belong to the child from then on.
    Ending warmUp(long id, Class<? extends Task> task, long nanos) throws IOException, InterruptedException {
        Path own = Folders.create(folder.resolve("warm-up"));
        Ending ending = run(new Job(id, task, own, new byte[0]), nanos, part -> {});
        tree.endOffspring(UNTIL_GONE);
        Folders.delete(own);
        kept = Folders.names(folder);
        spent = false;
        tasks = 0;
        return ending;
    }

    /// How many tasks it was given.
    int tasks() {
        return tasks;
    }

    /// Whether it is alive and silent, as it must be before a task.
    boolean isFit() {
        return process.isAlive() && !channel.speaksUnasked();
    }

    /// Has something done when the process is gone by itself.
    synchronized void whenGone(Runnable action) {
        watch = process.onExit().thenRun(action);
    }

    /// Ends the process and all that came of it, and waits until they are gone.
    void kill() {
        boolean interrupted = Thread.interrupted();
        if (!tree.end(UNTIL_GONE)) {
            LOG.warn("Processes that came of child {} do not end. Look for them and end them by hand", process.pid());
        }
        exited(UNTIL_GONE);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// Ends the child's threads and deletes its folder. The process is dead.
    synchronized void clean() {
        if (cleaned) {
            return;
        }
        cleaned = true;
        watch.cancel(false);
        join(channel.end());
        join(errorThread);
        try {
            Folders.delete(folder);
        } catch (IOException e) {
            LOG.warn("Cannot delete the temporary folder {}; it is wiped at the next start", folder, e);
        }
    }

    private @Nullable Ending take(Frame frame, Consumer<byte[]> parts) {
        switch (frame.kind()) {
            case PART -> parts.accept(frame.payload());
            case SPENT -> spent = true;
            case DONE -> {
                return new Ending.Done();
            }
            case THREW -> {
                return threw(frame.text());
            }
            case READY, TASK, INPUT -> {
                return left("a " + frame.kind() + " in the middle of a task", A_BLINK);
            }
        }
        return null;
    }

    private Ending threw(String type) {
        if (type.equals(OutOfMemoryError.class.getName())) {
            return new Ending.OutOfMemory();
        }
        return CLASS_NAME.matcher(type).matches()
                ? new Ending.Threw(type)
                : left("an exception without a name", A_BLINK);
    }

    /// The next that is heard, or null at the deadline. A child that is gone may have left a process that holds
    /// its output open: that is ended, so that the output ends.
    private @Nullable Heard hear(long nanos) throws InterruptedException {
        long start = System.nanoTime();
        boolean dead = false;
        for (long rest = nanos; rest > 0; rest = nanos - (System.nanoTime() - start)) {
            Heard next = channel.hear(Math.min(rest, SLICE));
            if (next != null) {
                return next;
            }
            if (dead) {
                return new Heard.Closed();
            }
            dead = !process.isAlive() && tree.endOffspring(UNTIL_GONE);
        }
        return null;
    }

    /// How a child ended that stopped keeping to the protocol. Its exit tells more than what it said last.
    private Ending left(String otherwise, long patience) {
        if (!exited(patience)) {
            return new Ending.Died(otherwise);
        }
        int status = process.exitValue();
        tree.endOffspring(UNTIL_GONE);
        join(errorThread);
        return status == OUT_OF_MEMORY && errors.saysOutOfMemory()
                ? new Ending.OutOfMemory()
                : new Ending.Died("exit " + status);
    }

    private boolean exited(long nanos) {
        return process.onExit()
                .handle((ended, failure) -> true)
                .completeOnTimeout(false, nanos, TimeUnit.NANOSECONDS)
                .join();
    }

    private boolean wiped() {
        try {
            Folders.empty(folder, kept);
            return true;
        } catch (IOException e) {
            LOG.debug("A child's temporary files cannot be wiped while it lives", e);
            return false;
        }
    }

    private String said() {
        String text = errors.text();
        return text.isEmpty() ? "" : ": " + text;
    }

    private static String describe(Ending ending) {
        return ending instanceof Ending.Died(String detail) ? detail : "out of memory";
    }

    private static void join(Thread thread) {
        boolean interrupted = Thread.interrupted();
        try {
            thread.join(TimeUnit.NANOSECONDS.toMillis(A_MOMENT));
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
