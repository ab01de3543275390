package dev.assay.child;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// A program with a pool, to be killed or to be run from a jar.
public final class ParentMain {
    private ParentMain() {}

    /// Runs one task and prints its first part and its ending.
    ///
    /// @param arguments the scratch folder, the task's folder, the task's class
    public static void main(String[] arguments) throws Exception {
        ChildSettings settings = new ChildSettings(2, 64, 100, Path.of(arguments[0]), null, List.of());
        Path folder = Files.createDirectories(Path.of(arguments[1]));
        try (ChildPool pool = ChildPool.start(settings)) {
            Class<? extends Task> task = Class.forName(arguments[2]).asSubclass(Task.class);
            System.out.println(pool.run(
                    task, folder, "hang".getBytes(StandardCharsets.UTF_8), Duration.ofMinutes(5), part -> print(part)));
        }
    }

    private static void print(byte[] part) {
        System.out.println(new String(part, StandardCharsets.UTF_8));
    }
}
