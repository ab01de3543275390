package dev.assay.child;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The pipe to a child, on a thread of its own: writing and reading may block for as long as the child likes,
/// and nobody else does.
///
/// A frame is read only when the one before it was taken, so that a child that floods waits, and at most two of
/// its frames are in memory.
final class ChildChannel {
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

    /// Ends the thread. The child is dead, so that nothing blocks any more.
    Thread end() {
        thread.interrupt();
        return thread;
    }

    private void talk() {
        try (in;
                out) {
            heard.put(lastWord());
        } catch (InterruptedException | IOException e) {
            // The child was ended and nobody listens any more.
            return;
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
