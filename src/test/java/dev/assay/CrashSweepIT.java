package dev.assay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The whole program, halted at each point of the delivery protocol and started again: nothing is lost, nothing
/// comes twice, nothing is left over. A point that is never reached fails.
final class CrashSweepIT {
    private static final Path PROGRAM_ALONE = Path.of("");

    @TempDir
    private Path folder;

    /// Each line is one installation, halted at each of its points in turn and then let run to its end.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "W1",
                "W2",
                "W3",
                "W4",
                "W5",
                "W6",
                "W7",
                "W8",
                "W9",
                "W10",
                "W11",
                "W12",
                "W13",
                "W14",
                "W15",
                "W1:3 W2:5 W8:2",
                "W6:2 W3:5 W12:2",
                "W7:3 W4:5 W13:2",
                "W6:4 W5:6 W14:2",
                "W8:6 W9:2 W15:2",
                "W10:2 W11:2"
            })
    void haltedAtAPoint_healsWhenStartedAgain(String points) throws Exception {
        CrashHome home = new CrashHome(folder.resolve("home"), PROGRAM_ALONE);
        home.dropAll();
        for (String point : points.split(" ")) {
            home.crash(point);
            home.oracle().judgeTheDead();
        }
        home.run();
        assertEquals(List.of(), home.oracle().judge(), home.tail());
    }

    @Test
    void undisturbed_theOracleFindsNothing() throws Exception {
        CrashHome home = new CrashHome(folder.resolve("home"), PROGRAM_ALONE);
        home.dropAll();
        home.run();
        assertEquals(List.of(), home.oracle().judge(), home.tail());
    }
}
