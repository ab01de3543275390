package dev.assay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/// The program with one fault put in on purpose.
///
/// @param source  of the class, below `src/main/java/dev/assay`
/// @param changes what is replaced, each pair once and exactly
record Mutant(String source, List<Change> changes) {
    private static final Path SOURCES = Path.of("src/main/java/dev/assay");

    /// @param from stands in the source exactly once
    record Change(String from, String to) {}

    /// Compiles it against the program.
    ///
    /// @param folder takes its classes
    void compile(Path folder) throws IOException {
        String text = Files.readString(SOURCES.resolve(source));
        for (Change change : changes) {
            int at = text.indexOf(change.from());
            assertTrue(at >= 0, source + " holds no longer: " + change.from());
            assertEquals(at, text.lastIndexOf(change.from()), source + " holds more than once: " + change.from());
            text = text.replace(change.from(), change.to());
        }
        Path mutated = folder.resolve("source").resolve(Path.of(source).getFileName());
        Files.createDirectories(mutated.getParent());
        Files.writeString(mutated, text);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        List<String> options = List.of(
                "-proc:none",
                "-nowarn",
                "-parameters",
                "-implicit:none",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "-d",
                folder.toString());
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            assertTrue(
                    compiler.getTask(said, files, null, options, null, files.getJavaFileObjects(mutated))
                            .call(),
                    said.toString());
        }
    }
}
