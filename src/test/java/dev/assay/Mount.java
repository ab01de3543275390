package dev.assay;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/// Small file systems for tests; where they cannot be mounted (not root, no such right), the test is left out.
final class Mount {
    private Mount() {}

    static void tmpfs(Path folder, String size) throws IOException, InterruptedException {
        Assumptions.assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", folder.toString()) == 0,
                "A tmpfs cannot be mounted here");
    }

    /// Makes a folder read-only for everybody, root too, until it is undone.
    static void readOnly(Path folder) throws IOException, InterruptedException {
        Assumptions.assumeTrue(
                run("mount", "--bind", folder.toString(), folder.toString()) == 0, "A folder cannot be bound here");
        Assumptions.assumeTrue(
                run("mount", "-o", "remount,ro,bind", folder.toString()) == 0, "A folder cannot be made read-only");
    }

    static void undo(Path folder) throws IOException, InterruptedException {
        run("umount", folder.toString());
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
