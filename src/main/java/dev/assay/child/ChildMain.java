package dev.assay.child;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// What a child runs: reads tasks from standard input, one at a time, and answers on standard output.
///
/// The first thread only reads, so that it sees at any time when standard input ends, which is when the pool is
/// gone; the child then ends with all that came of it.
public final class ChildMain {
    private static final int POOL_GONE = 0;
    private static final int GARBLED = 65;
    private static final int FAILED = 70;

    private ChildMain() {}

    /// Serves tasks until standard input ends.
    ///
    /// @param arguments none
    public static void main(String[] arguments) {
        DataInputStream in = new DataInputStream(new BufferedInputStream(standardInput()));
        OutputStream out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out));
        System.setIn(InputStream.nullInputStream());
        System.setOut(System.err);
        int status = FAILED;
        try {
            status = serve(in, out);
        } finally {
            halt(status);
        }
    }

    /// Opened anew, so that a task that closes standard input does not blind the child.
    private static InputStream standardInput() {
        try {
            return new FileInputStream("/dev/fd/0");
        } catch (FileNotFoundException e) {
            // This system has no such name: the one at hand will do.
            return new FileInputStream(FileDescriptor.in);
        }
    }

    private static int serve(DataInputStream in, OutputStream out) {
        try {
            new Frame(Frame.Kind.READY, 0).write(out);
            while (true) {
                Frame task = expect(Frame.Kind.TASK, Frame.read(in));
                Frame input = expect(Frame.Kind.INPUT, Frame.read(in));
                String[] names = task.text().split("\n", 2);
                new TaskRun(task.task(), names[0], Path.of(names[1]), input.payload(), out).start();
            }
        } catch (EOFException e) {
            return POOL_GONE;
        } catch (GarbledFrame e) {
            return GARBLED;
        } catch (IOException e) {
            return FAILED;
        }
    }

    private static Frame expect(Frame.Kind kind, Frame frame) throws GarbledFrame {
        if (frame.kind() != kind) {
            throw new GarbledFrame("a " + frame.kind() + " where a " + kind + " was due");
        }
        return frame;
    }

    /// Ends this child and all that came of it, at once: no hook, no finalizer.
    static void halt(int status) {
        String marker = System.getenv().getOrDefault(ProcessTree.MARKER, "");
        new ProcessTree(ProcessHandle.current(), marker).endOffspring(TimeUnit.SECONDS.toNanos(1));
        Runtime.getRuntime().halt(status);
    }
}
