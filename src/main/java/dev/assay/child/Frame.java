package dev.assay.child;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// One message between the pool and a child: magic, kind, task, length, payload, in network byte order.
///
/// A conversation is `READY` by the child, then for each task `TASK` and `INPUT` by the pool and any number of
/// `PART`, perhaps `SPENT`, and `DONE` or `THREW` by the child.
final class Frame {
    /// The largest input and the largest part, in bytes.
    static final int LARGEST = 64 << 20;

    private static final int MAGIC = 0x41535931;
    private static final byte[] NOTHING = {};

    private final Kind kind;
    private final long task;
    private final byte[] payload;

    Frame(Kind kind, long task, byte[] payload) {
        this.kind = kind;
        this.task = task;
        this.payload = payload;
    }

    /// A frame that says all by its kind.
    Frame(Kind kind, long task) {
        this(kind, task, NOTHING);
    }

    Frame(Kind kind, long task, String text) {
        this(kind, task, text.getBytes(StandardCharsets.UTF_8));
    }

    Kind kind() {
        return kind;
    }

    long task() {
        return task;
    }

    byte[] payload() {
        return payload;
    }

    String text() {
        return new String(payload, StandardCharsets.UTF_8);
    }

    /// Reads the next frame, and not one byte beyond it.
    ///
    /// @throws EOFException if the stream ends first
    /// @throws GarbledFrame if what comes is no frame, or one longer than its kind may be
    static Frame read(DataInputStream in) throws IOException {
        if (in.readInt() != MAGIC) {
            throw new GarbledFrame("no frame");
        }
        Kind kind = Kind.of(in.readByte());
        long task = in.readLong();
        int length = in.readInt();
        if (length < 0 || length > kind.longest) {
            throw new GarbledFrame("a " + kind + " of " + Integer.toUnsignedString(length) + " bytes; at most "
                    + kind.longest + " are allowed");
        }
        byte[] payload = new byte[length];
        in.readFully(payload);
        return new Frame(kind, task, payload);
    }

    /// Writes the frame whatever its length: it is the reader who refuses.
    void write(OutputStream out) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(head);
        data.writeInt(MAGIC);
        data.writeByte(kind.code);
        data.writeLong(task);
        data.writeInt(payload.length);
        head.writeTo(out);
        out.write(payload);
        out.flush();
    }

    /// What a frame says.
    enum Kind {
        /// The child has started.
        READY('R', 0),
        /// Run a task: the name of its class, a line feed, its folder.
        TASK('T', 64 << 10),
        /// The task's input.
        INPUT('I', LARGEST),
        /// A part of the result.
        PART('P', LARGEST),
        /// The task left something behind in the child, which should take no other.
        SPENT('S', 0),
        /// The task returned.
        DONE('D', 0),
        /// The task threw: the name of the exception's class.
        THREW('X', 1 << 10);

        private static final Kind[] ALL = values();

        private final char code;
        private final int longest;

        Kind(char code, int longest) {
            this.code = code;
            this.longest = longest;
        }

        private static Kind of(byte code) throws GarbledFrame {
            for (Kind kind : ALL) {
                if (kind.code == code) {
                    return kind;
                }
            }
            throw new GarbledFrame("a frame of unknown kind " + code);
        }
    }
}
