package dev.assay.extract;

import static dev.assay.extract.Reading.utf8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.child.Ending;
import dev.assay.child.TaskFolder;
import dev.assay.config.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The temporary files of readers and their libraries lie in the child's own folder and are gone with it, however
/// it ends.
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TemporaryFilesIT {
    @TempDir
    Path home;

    @Test
    void childThatOverruns_isEnded_andItsFilesWiped() throws Exception {
        try (HostileReading reading = HostileReading.in(home);
                TaskFolder folder = TaskFolder.in(home)) {
            Ending ending = reading.run(TemporaryFiles.class, folder.path(), Json.bytes("x"), Duration.ofSeconds(10));
            assertEquals(new Ending.Overran(), ending);
            List<String> told = Files.readAllLines(folder.file("told"));
            assertTrue(Path.of(told.getFirst()).startsWith(home.resolve("scratch")), told.toString());
            assertEquals(TemporaryFiles.WAYS, told.size() - 1, told.toString());

            assertEquals("Next", reading.document(utf8("Next"), "next.txt").text());
            assertEquals(1, reading.deaths());
            for (String file : told.subList(1, told.size())) {
                assertTrue(Files.notExists(Path.of(file)), file);
            }
        }
    }
}
