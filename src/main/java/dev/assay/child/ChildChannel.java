package dev.assay.child;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The pipe to a child, on a thread of its own: writing and reading may block for as long as the child likes,
/// and nobody else does.
///
/// A frame is read only when the one before it was taken, so that a child that floods waits, and at most two of
/// its frames are in memory.
final class ChildChannel {
    private static final Logger LOG = LoggerFactory.getLogger(ChildChannel.class);

    private final SynchronousQueue<Job> jobs = new SynchronousQueue<>();
    private final SynchronousQueue<Heard> heard = new SynchronousQueue<>();
    private final DataInputStream in;
    private final OutputStream out;
    private final Thread thread;

    ChildChannel(Process process, String name) {
        in = new DataInputStream(process.getInputStream());
        out = new BufferedOutputStream(process.getOutputStream());
        thread = Thread.ofPlatform().daemon().name(name).unstarted(this::talk);
    }

    void start() {
        thread.start();
    }

    /// Hands the child a job.
    ///
    /// @param nanos how long to wait until the channel is free
    /// @return whether it was
    boolean ask(Job job, long nanos) throws InterruptedException {
        return jobs.offer(job, nanos, TimeUnit.NANOSECONDS);
    }

    /// What comes next, or null when nothing does in the time given.
    @Nullable
    Heard hear(long nanos) throws InterruptedException {
        Heard next = heard.poll(nanos, TimeUnit.NANOSECONDS);
        return next == null && !thread.isAlive() ? new Heard.Closed() : next;
    }

    /// Whether the child says something while it has no task.
    boolean speaksUnasked() {
        try {
            return in.available() > 0;
        } catch (IOException e) {
            // A broken pipe is as good a reason not to use the child.
            return true;
        }
    }

    /// Ends the thread and closes the pipe. The child is dead, so that nothing blocks any more.
    ///
    /// @return the thread, to be waited for
    Thread end() {
        thread.interrupt();
        close(out);
        close(in);
        return thread;
    }

    private void talk() {
        try {
            heard.put(lastWord());
        } catch (InterruptedException e) {
            // The child was ended and nobody listens any more.
            Thread.currentThread().interrupt();
        }
    }

    private static void close(Closeable stream) {
        try {
            stream.close();
        } catch (IOException e) {
            LOG.debug("A pipe to a child that is gone broke while it was closed", e);
        }
    }

    private Heard lastWord() throws InterruptedException {
        try {
            hearUntil(false);
            while (true) {
                Job job = jobs.take();
                job.task().write(out);
                job.input().write(out);
                hearUntil(true);
            }
        } catch (GarbledFrame e) {
            return new Heard.Garbled(e.getMessage());
        } catch (IOException e) {
            return new Heard.Closed();
        }
    }

    /// Passes frames on, up to the last one of a conversation.
    private void hearUntil(boolean taskEnds) throws IOException, InterruptedException {
        Frame frame;
        do {
            frame = Frame.read(in);
            heard.put(new Heard.Said(frame));
        } while (taskEnds && frame.kind() != Frame.Kind.DONE && frame.kind() != Frame.Kind.THREW);
    }
}
