package dev.assay.child;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/// Where callers stand in line for children: first come, first served.
final class Line {
    private final Deque<Child> ready = new ArrayDeque<>();
    private final Deque<CompletableFuture<Child>> waiting = new ArrayDeque<>();
    private boolean closed;

    /// Waits for a child; it is the caller's until it is offered again.
    ///
    /// @throws IOException          if no child can be started
    /// @throws InterruptedException if interrupted, or the line is closed
    Child take() throws IOException, InterruptedException {
        CompletableFuture<Child> ticket = join();
        try {
            return ticket.get();
        } catch (InterruptedException e) {
            leave(ticket);
            throw e;
        } catch (CancellationException e) {
            throw closing();
        } catch (ExecutionException e) {
            throw new IOException(e.getCause().getMessage(), e.getCause());
        }
    }

    /// Hands a child to the first in line, or lets it wait for one.
    ///
    /// @return false if the line is closed
    synchronized boolean offer(Child child) {
        if (closed) {
            return false;
        }
        CompletableFuture<Child> first = waiting.poll();
        if (first == null) {
            ready.push(child);
        } else {
            first.complete(child);
        }
        return true;
    }

    /// Takes a child out of the line.
    ///
    /// @return whether it stood there
    synchronized boolean remove(Child child) {
        return ready.remove(child);
    }

    /// Sends all callers away: no child can be started.
    synchronized void refuse(IOException reason) {
        for (CompletableFuture<Child> ticket = waiting.poll(); ticket != null; ticket = waiting.poll()) {
            ticket.completeExceptionally(reason);
        }
    }

    /// Sends all callers away and takes no more.
    synchronized void close() {
        closed = true;
        for (CompletableFuture<Child> ticket = waiting.poll(); ticket != null; ticket = waiting.poll()) {
            ticket.cancel(false);
        }
    }

    synchronized int ready() {
        return ready.size();
    }

    synchronized int waiting() {
        return waiting.size();
    }

    static InterruptedException closing() {
        return new InterruptedException("The pool of children is closed; nothing is said of the task.");
    }

    private synchronized CompletableFuture<Child> join() {
        CompletableFuture<Child> ticket = new CompletableFuture<>();
        if (closed) {
            ticket.cancel(false);
        } else if (ready.isEmpty()) {
            waiting.add(ticket);
        } else {
            ticket.complete(ready.pop());
        }
        return ticket;
    }

    /// An interrupted caller goes; a child that was handed over in that moment goes to the next.
    private synchronized void leave(CompletableFuture<Child> ticket) {
        ticket.cancel(false);
        waiting.removeIf(CompletableFuture::isDone);
        if (!ticket.isCompletedExceptionally()) {
            offer(ticket.join());
        }
    }
}
