package dev.assay;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Small file systems for tests; where they cannot be mounted (not root, no such right), the test is left out, as
/// [Tools] has it.
final class Mount {
    private Mount() {}

    static void tmpfs(Path folder, String size) throws IOException, InterruptedException {
        mount("-t", "tmpfs", "-o", "size=" + size, "tmpfs", folder.toString());
    }

    /// Makes a folder read-only for everybody, root too, until it is undone.
    static void readOnly(Path folder) throws IOException, InterruptedException {
        mount("--bind", folder.toString(), folder.toString());
        mount("-o", "remount,ro,bind", folder.toString());
    }

    static void undo(Path folder) throws IOException, InterruptedException {
        run("umount", folder.toString());
    }

    private static void mount(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("mount"));
        command.addAll(List.of(arguments));
        if (run(command.toArray(String[]::new)) != 0) {
            Tools.leaveOut("the right to mount file systems (as root)");
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
