package dev.assay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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

    /// Each line is one installation, halted at each of its points in turn and then let run to its end. Every
    /// start but the first has to heal what the halt before it left.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "W1 W2 W3 W4 W5",
                "W6 W7 W8 W9 W10",
                "W11 W12 W13 W14 W15",
                "W16 W16:2",
                "W1:3 W3:5 W8:2 W12:2 W14",
                "W7:2 W5:5 W9:2 W13 W15:2"
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

    /// The same by SFTP: W2 to W7 are of every channel that streams, and W6r lies between the server's rename and the
    /// note of it.
    @ParameterizedTest
    @ValueSource(strings = {"W2 W3 W4 W5", "W6 W6r W7", "W6r:2 W8 W10 W16", "W7:2 W6r W12 W14", "W5:2 W6r:2 W13 W15"})
    void haltedWhileReceivingBySftp_healsWhenStartedAgain(String points) throws Exception {
        try (CrashHome home = CrashHome.withServer(folder.resolve("home"), PROGRAM_ALONE)) {
            home.dropAll();
            for (String point : points.split(" ")) {
                home.crash(point);
                home.oracle().judgeTheDead();
            }
            home.run();
            assertEquals(List.of(), home.oracle().judge(), home.tail());
        }
    }

    /// What the rename moved was never read, and lies where no listing looks.
    @ParameterizedTest
    @ValueSource(strings = {"", "W6r", "W7"})
    void replacedOnTheServerBeforeTheRename_bothVersionsAreRecorded(String point) throws Exception {
        try (CrashHome home = CrashHome.withServer(folder.resolve("home"), PROGRAM_ALONE)) {
            home.drop("HB-1-good.txt", CrashHome.good("Sales of still water"), "any");
            home.replaceBeforeRename("HB-1-good.txt", CrashHome.good("Sales of sparkling water"));
            if (!point.isEmpty()) {
                home.crash(point);
            }
            home.run();
            assertEquals(List.of(), home.oracle().judge(), home.tail());
        }
    }

    /// The second pass of W6 follows the commit that makes an arrival a submission.
    @Test
    void haltedBeforeTheArrivalsBytesAreDeleted_theyGoWhenStartedAgain() throws Exception {
        CrashHome home = new CrashHome(folder.resolve("home"), PROGRAM_ALONE);
        home.drop("HB-1-good.txt", CrashHome.good("Sales of still water"), "accept");
        home.crash("W6:2");
        home.oracle().judgeTheDead();
        home.run();
        assertEquals(List.of(), home.oracle().judge(), home.tail());
    }

    /// What was copied and not recorded is no arrival once an open writer has changed the file.
    @Test
    void rewrittenAfterAHaltBeforeTheCommit_theOldBytesGo() throws Exception {
        CrashHome home = new CrashHome(folder.resolve("home"), PROGRAM_ALONE);
        Path file = home.dropped("HB-1-good.txt");
        byte[] second = CrashHome.good("Sales of cider").getBytes(StandardCharsets.UTF_8);
        Files.writeString(file, CrashHome.good("Sales of still water"));
        try (RandomAccessFile handle = new RandomAccessFile(file.toFile(), "rw")) {
            home.crash("W5");
            handle.setLength(0);
            handle.write(second);
            home.oracle().dropped(second, "accept");
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
