package dev.assay.child;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.TreeSet;

/// Tasks that do what a broken reader might, and some that do not.
final class Tasks {
    private Tasks() {}

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// Sends its input back and writes it into its folder.
    public static final class Echo implements Task {
        @Override
        public void run(Path folder, byte[] input, Parts parts) throws IOException {
            Files.write(folder.resolve("echo"), input);
            parts.send(input);
        }
    }

    /// Only the same package knows it.
    static final class Hidden implements Task {
        public Hidden() {}

        @Override
        public void run(Path folder, byte[] input, Parts parts) {
            parts.send(bytes("hidden"));
        }
    }

    public static final class Sleeps implements Task {
        @Override
        public void run(Path folder, byte[] input, Parts parts) throws InterruptedException {
            parts.send(bytes("asleep"));
            Thread.sleep(Long.MAX_VALUE);
        }
    }

    public static final class Spins implements Task {
        private static volatile long sum;

        @Override
        public void run(Path folder, byte[] input, Parts parts) {
            parts.send(bytes("spinning"));
            while (true) {
                for (int i = 0; i < Integer.MAX_VALUE; i++) {
                    sum += i;
                }
            }
        }
    }

    public static final class FillsHeap implements Task {
        @Override
        public void run(Path folder, byte[] input, Parts parts) {
            List<long[]> kept = new ArrayList<>();
            while (true) {
                kept.add(new long[1 << 16]);
            }
        }
    }

    /// More than any array may have: another cause of the same error.
    public static final class AsksTooMuch implements Task {
        @Override
        public void run(Path folder, byte[] input, Parts parts) {
            parts.send(new byte[Integer.MAX_VALUE]);
        }
    }

    /// An error of that type which the JVM knows nothing of.
    public static final class ThrowsOutOfMemory implements Task {
        @Override
        public void run(Path folder, byte[] input, Parts parts) {
            throw new OutOfMemoryError("direct buffers");
        }
    }

    public static final class Exits implements Task {
        @Override
        public void run(Path folder, byte[] input, Parts parts) {
            System.exit(input[0]);
        }
    }

    public static final class Halts implements Task {
        @Override
        public void run(Path folder, byte[] input, Parts parts) {
            Runtime.getRuntime().halt(input[0]);
        }
    }

    /// Sends its own process the signal that its input names.
    public static final class Signals implements Task {
        @Override
        public void run(Path folder, byte[] input, Parts parts) throws IOException, InterruptedException {
            String signal = new String(input, StandardCharsets.UTF_8);
            new ProcessBuilder("/bin/sh", "-c", "kill -" + signal + " $PPID")
                    .start()
                    .waitFor();
            Thread.sleep(300);
            parts.send(bytes("alive"));
        }
    }

    /// Does not come back from `System.exit`.
    public static final class HangsInExit implements Task {
        @Override
        public void run(Path folder, byte[] input, Parts parts) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                while (true) {
                    Thread.onSpinWait();
                }
            }));
            System.exit(0);
        }
    }

    public static final class PrintsGarbage implements Task {
        @Override
        public void run(Path folder, byte[] input, Parts parts) throws IOException, InterruptedException {
            raw(bytes("Picked up a stray line\n"));
            Thread.sleep(Long.MAX_VALUE);
        }
    }

    /// Prints where a library would: not on the channel.
    public static final class Prints implements Task {
        @Override
        public void run(Path folder, byte[] input, Parts parts) {
            System.out.println("a stray line");
            System.err.println("another");
            parts.send(bytes("printed"));
        }
    }

    public static final class ClosesOutput implements Task {
        @Override
        public void run(Path folder, byte[] input, Parts parts) throws IOException, InterruptedException {
            new FileOutputStream(FileDescriptor.out).close();
            Thread.sleep(Long.MAX_VALUE);
        }
    }

    /// Tries to take away the child's means to see the end of the pool.
    public static final class ClosesInput implements Task {
        @Override
        public void run(Path folder, byte[] input, Parts parts) throws IOException {
            new FileInputStream(FileDescriptor.in).close();
            parts.send(bytes("closed"));
        }
    }

    /// Two gibibytes on the channel.
    public static final class FloodsOutput implements Task {
        @Override
        public void run(Path folder, byte[] input, Parts parts) throws IOException {
            flood(new FileOutputStream(FileDescriptor.out));
        }
    }

    /// Two gibibytes on standard error, then a result.
    public static final class FloodsErrors implements Task {
        @Override
        public void run(Path folder, byte[] input, Parts parts) throws IOException {
            flood(new FileOutputStream(FileDescriptor.err));
            parts.send(bytes("flooded"));
        }
    }

    private static void flood(OutputStream out) throws IOException {
        byte[] block = new byte[1 << 20];
        Arrays.fill(block, (byte) 'x');
        for (int i = 0; i < 2048; i++) {
            out.write(block);
        }
    }

    /// A frame that is none of its own.
    public static final class ForgesTask implements Task {
        @Override
        public void run(Path folder, byte[] input, Parts parts) throws IOException, InterruptedException {
            new Frame(Frame.Kind.DONE, Long.MAX_VALUE).write(new FileOutputStream(FileDescriptor.out));
            Thread.sleep(Long.MAX_VALUE);
        }
    }

    public static final class ForgesName implements Task {
        @Override
        public void run(Path folder, byte[] input, Parts parts) throws IOException, InterruptedException {
            long task = Long.parseLong(Thread.currentThread().getName().replace("task-", ""));
            new Frame(Frame.Kind.THREW, task, "a.B\nWARN forged line").write(new FileOutputStream(FileDescriptor.out));
            Thread.sleep(Long.MAX_VALUE);
        }
    }

    /// Announces more than it may send.
    public static final class ForgesLength implements Task {
        @Override
        public void run(Path folder, byte[] input, Parts parts) throws IOException, InterruptedException {
            ByteArrayOutputStream head = new ByteArrayOutputStream();
            DataOutputStream data = new DataOutputStream(head);
            data.writeInt(0x41535931);
            data.writeByte('P');
            data.writeLong(1);
            data.writeInt(-1);
            raw(head.toByteArray());
            Thread.sleep(Long.MAX_VALUE);
        }
    }

    public static final class SendsTooMuch implements Task {
        @Override
        public void run(Path folder, byte[] input, Parts parts) {
            parts.send(new byte[Frame.LARGEST + 1]);
        }
    }

    private static void raw(byte[] bytes) throws IOException {
        new FileOutputStream(FileDescriptor.out).write(bytes);
    }

    /// Leaves a process behind, then does what its input says.
    public static final class Forks implements Task {
        @Override
        public void run(Path folder, byte[] input, Parts parts) throws IOException, InterruptedException {
            Process process = new ProcessBuilder("sleep", "1000").start();
            parts.send(bytes(Long.toString(process.pid())));
            after(input);
        }
    }

    /// Leaves an orphan behind that holds the channel open, then does what its input says.
    public static final class Orphans implements Task {
        @Override
        public void run(Path folder, byte[] input, Parts parts) throws IOException, InterruptedException {
            Path pid = folder.resolve("pid");
            new ProcessBuilder("/bin/sh", "-c", "sleep 1000 & echo $! > \"$0\"", pid.toString())
                    .inheritIO()
                    .start()
                    .waitFor();
            parts.send(bytes(Files.readString(pid).strip()));
            after(input);
        }
    }

    /// Leaves an orphan behind that floods the channel, and is gone.
    public static final class OrphansFlood implements Task {
        @Override
        public void run(Path folder, byte[] input, Parts parts) throws IOException, InterruptedException {
            new ProcessBuilder("/bin/sh", "-c", "cat /dev/zero &")
                    .inheritIO()
                    .start()
                    .waitFor();
            Runtime.getRuntime().halt(5);
        }
    }

    private static void after(byte[] input) throws InterruptedException {
        switch (new String(input, StandardCharsets.UTF_8)) {
            case "hang" -> Thread.sleep(Long.MAX_VALUE);
            case "halt" -> Runtime.getRuntime().halt(5);
            default -> {}
        }
    }

    public static final class Throws implements Task {
        @Override
        public void run(Path folder, byte[] input, Parts parts) throws IOException {
            throw new IOException("the document's text");
        }
    }

    public static final class ThrowsInConstructor implements Task {
        public ThrowsInConstructor() {
            throw new IllegalStateException("the document's text");
        }

        @Override
        public void run(Path folder, byte[] input, Parts parts) {}
    }

    public static final class Recurses implements Task {
        @Override
        public void run(Path folder, byte[] input, Parts parts) {
            run(folder, input, parts);
        }
    }

    /// A thread that goes on after the task.
    public static final class LeavesThread implements Task {
        @Override
        public void run(Path folder, byte[] input, Parts parts) {
            Thread.ofPlatform().daemon().start(() -> {
                while (true) {
                    Thread.onSpinWait();
                }
            });
        }
    }

    /// Keeps its way to hand out parts and uses it during another task.
    public static final class KeepsParts implements Task {
        private static Parts kept = part -> {};

        @Override
        public void run(Path folder, byte[] input, Parts parts) {
            Parts before = kept;
            kept = parts;
            before.send(bytes("late"));
        }
    }

    /// Sends as many parts as its input says, a tenth of a second apart.
    public static final class Trickles implements Task {
        @Override
        public void run(Path folder, byte[] input, Parts parts) throws InterruptedException {
            for (int i = 0; i < input[0]; i++) {
                Thread.sleep(100);
                parts.send(new byte[] {(byte) i});
            }
        }
    }

    /// Sends parts for ever.
    public static final class Babbles implements Task {
        @Override
        public void run(Path folder, byte[] input, Parts parts) {
            while (true) {
                parts.send(new byte[0]);
            }
        }
    }

    public static final class LeavesFile implements Task {
        @Override
        public void run(Path folder, byte[] input, Parts parts) throws IOException {
            parts.send(bytes(Long.toString(ProcessHandle.current().pid())));
            Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
            parts.send(bytes(new TreeSet<>(Folders.names(temporary)).toString()));
            Path folders = Files.createDirectories(temporary.resolve("left/behind"));
            Files.writeString(folders.resolve("secret"), "the document's text");
            Files.createSymbolicLink(folders.resolve("link"), folder);
        }
    }

    /// What a task could see of the machine it runs on.
    public static final class Looks implements Task {
        @Override
        public void run(Path folder, byte[] input, Parts parts) throws IOException {
            List<String> seen = List.of(
                    Locale.getDefault().toString(),
                    TimeZone.getDefault().getID(),
                    Charset.defaultCharset().name(),
                    NumberFormat.getNumberInstance().format(1234.5),
                    environment(),
                    Boolean.toString(System.getProperty("user.home").equals(System.getProperty("java.io.tmpdir"))),
                    PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(Path.of(System.getProperty("java.io.tmpdir")))),
                    Integer.toString(System.in.read()));
            parts.send(bytes(String.join("|", seen)));
        }

        /// Without what a shell adds of itself.
        private static String environment() {
            TreeSet<String> names = new TreeSet<>(System.getenv().keySet());
            names.removeAll(List.of("PWD", "OLDPWD", "SHLVL", "_"));
            return names.toString();
        }
    }

    /// A warm-up that the tasks after it can tell.
    public static final class WarmsUp implements Task {
        private static boolean warm;

        @Override
        public void run(Path folder, byte[] input, Parts parts) throws IOException {
            warm = true;
            Files.writeString(folder.resolve("file"), "x");
            parts.send(bytes("dropped"));
        }
    }

    public static final class IsWarm implements Task {
        @Override
        public void run(Path folder, byte[] input, Parts parts) {
            parts.send(bytes(Boolean.toString(WarmsUp.warm)));
        }
    }

    public static final class TellsProcess implements Task {
        @Override
        public void run(Path folder, byte[] input, Parts parts) throws InterruptedException {
            parts.send(bytes(Long.toString(ProcessHandle.current().pid())));
            Thread.sleep(input[0] * 10L);
        }
    }
}
