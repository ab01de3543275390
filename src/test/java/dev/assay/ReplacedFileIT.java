package dev.assay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A vendor who delivers another version between the copy of the first and its acknowledgement. The process is
/// halted in between, so that the replacement falls exactly there.
final class ReplacedFileIT {
    private static final String NAME = "HB-1-good.txt";

    @TempDir
    private Path folder;

    @Test
    void anotherFileOfTheSameName_bothVersionsAreRecorded() throws Exception {
        CrashHome home = new CrashHome(folder.resolve("home"), Path.of(""));
        home.drop(NAME, CrashHome.good("Sales of still water"), "any");
        home.crash("W5");
        home.drop(NAME, CrashHome.good("Sales of sparkling water"), "any");
        home.crash("W6");
        home.oracle().judgeTheDead();
        home.run();
        assertEquals(List.of(), home.oracle().judge(), home.tail());
    }

    @Test
    void rewrittenThroughAnOpenHandle_bothVersionsAreRecorded() throws Exception {
        CrashHome home = new CrashHome(folder.resolve("home"), Path.of(""));
        home.drop(NAME, CrashHome.good("Sales of still water"), "any");
        try (RandomAccessFile handle = new RandomAccessFile(home.dropped(NAME).toFile(), "rw")) {
            home.crash("W6");
            byte[] second = CrashHome.good("Sales of cider").getBytes(StandardCharsets.UTF_8);
            handle.setLength(0);
            handle.write(second);
            home.oracle().dropped(second, "any");
        }
        home.oracle().judgeTheDead();
        home.run();
        assertEquals(List.of(), home.oracle().judge(), home.tail());
    }
}
