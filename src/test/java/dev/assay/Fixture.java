package dev.assay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A text that a test comes to: compared with what lies in the fixtures, or written with `-Dfixtures=update`.
public final class Fixture {
    private Fixture() {}

    /// Compares with a file under `src/test/resources`, or writes it.
    public static void compare(String name, String found) throws IOException {
        Path file = Path.of("src/test/resources").resolve(name);
        if (System.getProperty("fixtures", "").equals("update")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, found);
        }
        assertEquals(Files.exists(file) ? Files.readString(file) : "", found, file.toString());
    }
}
