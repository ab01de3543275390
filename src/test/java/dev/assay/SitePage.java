package dev.assay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A generated page of the site: compared with what the code says, or written with `-Dfixtures=update`.
public final class SitePage {
    private SitePage() {}

    /// Compares a page under `src/site/markdown`, or writes it.
    public static void compare(String page, String expected) throws IOException {
        Path file = Path.of("src/site/markdown").resolve(page);
        if (System.getProperty("fixtures", "").equals("update")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, expected);
        }
        String found = Files.exists(file) ? Files.readString(file) : "";
        assertEquals(expected, found, () -> file + " is out of date. Run the tests with -Dfixtures=update");
    }
}
