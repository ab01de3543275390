package dev.assay.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.child.ChildPool;
import dev.assay.child.ChildSettings;
import dev.assay.child.Ending;
import dev.assay.child.Leftovers;
import dev.assay.child.Task;
import dev.assay.child.TaskFolder;
import dev.assay.config.Json;
import dev.assay.document.Document;
import dev.assay.document.Extraction;
import dev.assay.document.Extraction.Reason;
import dev.assay.extract.survey.Survey;
import dev.assay.extract.survey.SurveyRequest;
import dev.assay.extract.survey.SurveyTask;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Reads files in a real child process, as an installation does, and looks that nothing is left of it.
final class HostileReading implements AutoCloseable {
    private static final Duration DEADLINE = Duration.ofSeconds(100);
    private static final int HEAP_MEBIBYTES = 512;
    private static final int RECYCLE_AFTER = 100;

    private final Path home;
    private final ChildPool children;

    private HostileReading(Path home, ChildPool children) {
        this.home = home;
        this.children = children;
    }

    static HostileReading in(Path home) {
        ChildSettings settings =
                new ChildSettings(1, HEAP_MEBIBYTES, RECYCLE_AFTER, home.resolve("scratch"), null, List.of());
        return new HostileReading(home, ChildPool.start(settings));
    }

    /// Reads a file; the child must end its task by itself.
    Extraction extraction(byte[] bytes, String name) throws IOException, InterruptedException {
        try (TaskFolder folder = TaskFolder.in(home)) {
            Files.write(folder.file("arrived"), bytes);
            Ending ending = run(
                    ReadTask.class, folder.path(), Json.bytes(new ReadRequest("arrived", name, "read.json")), DEADLINE);
            assertEquals(new Ending.Done(), ending, name);
            assertEquals(List.of("arrived", "read.json"), names(folder.path()), name);
            return Json.read(folder.file("read.json"), Extraction.class);
        }
    }

    Document document(byte[] bytes, String name) throws IOException, InterruptedException {
        return assertInstanceOf(Extraction.Extracted.class, extraction(bytes, name), name)
                .document();
    }

    /// Reads a file that passes a limit.
    ///
    /// @return the limit's name and what was found
    String limit(byte[] bytes, String name) throws IOException, InterruptedException {
        Extraction.Unreadable refused = assertInstanceOf(Extraction.Unreadable.class, extraction(bytes, name), name);
        assertEquals(Reason.LIMIT, refused.reason(), name + ": " + refused.detail());
        assertTrue(refused.detail().startsWith("limit "), name + ": " + refused.detail());
        return refused.detail().substring("limit ".length());
    }

    /// Looks at an arrived file in a folder of its own, which is left for the caller to look at.
    Survey survey(Path folder, byte[] bytes, String name) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Files.write(folder.resolve("arrived"), bytes);
        List<byte[]> parts = new ArrayList<>();
        Ending ending = children.run(
                SurveyTask.class, folder, Json.bytes(new SurveyRequest("arrived", name, false)), DEADLINE, parts::add);
        assertEquals(new Ending.Done(), ending, name);
        return Json.read(parts.getFirst(), Survey.class);
    }

    Ending run(Class<? extends Task> task, Path folder, byte[] input, Duration deadline) throws InterruptedException {
        return children.run(task, folder, input, deadline, part -> {});
    }

    /// How often a child ended otherwise than its pool wanted.
    long deaths() {
        return children.state().deaths();
    }

    /// Whether the extraction holds words anywhere.
    static boolean holds(Extraction extraction, String words) {
        return new String(Json.bytes(extraction), StandardCharsets.UTF_8).contains(words);
    }

    static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /// Ends the child and looks that no process and no file of it is left.
    @Override
    public void close() throws IOException {
        children.close();
        assertEquals(List.of(), names(home.resolve("scratch")));
        assertEquals(List.of(), Leftovers.processes());
    }
}
