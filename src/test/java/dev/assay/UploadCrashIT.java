package dev.assay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The whole program, halted at each point of receiving an upload.
final class UploadCrashIT {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"W2 W3 W4", "W5 W6 W7", "W7:2"})
    void haltedWhileReceiving_losesAndDoublesNothing(String points) throws Exception {
        CrashHome home = new CrashHome(folder.resolve("home"), Path.of(""));
        try (UploadingVendor vendor = new UploadingVendor(home, folder.resolve("home"))) {
            home.dropAll();
            vendor.begin();
            for (String point : points.split(" ")) {
                home.crash(point);
                home.oracle().judgeTheDead();
            }
            home.run();
            assertEquals(List.of(), home.oracle().judge(), home.tail());
        }
    }
}
