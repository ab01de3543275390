package dev.assay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ToolsTest {
    @TempDir
    Path folder;

    @Test
    void tool_isFoundOnThePath() {
        assertEquals(Optional.of(Path.of("/bin/sh")), Tools.find("sh", folder + "::/bin"));
        assertEquals(Optional.empty(), Tools.find("sh", folder.toString()));
    }

    @Test
    void missingTools_areNamedOnceInOneLine() throws IOException {
        Path file = folder.resolve("left-out.txt");
        Tools.record(file, "promtool (Debian package prometheus)");
        Tools.record(file, "chromium (Debian package chromium)");
        Tools.record(file, "promtool (Debian package prometheus)");
        assertEquals(
                "Tests were left out, these programs are missing: chromium (Debian package chromium), promtool (Debian"
                        + " package prometheus)\n",
                Files.readString(file));
    }

    @Test
    void toolWithoutAKnownPackage_isABugInTheTest() {
        assertThrows(IllegalArgumentException.class, () -> Tools.require("no-such-tool"));
    }
}
