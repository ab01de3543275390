package dev.assay.intake.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.vault.Vault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A process killed at every point of the protocol, and at random: after a restart each file is recorded once,
/// with its bytes, and nothing is left over.
final class FolderCrashIT {
    private static final int KILLED = 137;
    private static final int REFUSED_SIZE = 100_001;

    @TempDir
    private Path home;

    static Stream<String> points() {
        return Stream.of("W1", "W2", "W3", "W4", "W5", "W6", "W7")
                .flatMap(point -> Stream.of(point + ":1", point + ":2"));
    }

    @ParameterizedTest
    @MethodSource("points")
    void killedAtAPoint_thenStartedAgain_everyFileIsThereOnce(String point) throws Exception {
        List<String> expected = deliver(3);
        Path large = Files.write(drop().resolve("zz-large.bin"), new byte[REFUSED_SIZE]);
        assertEquals(KILLED, run("-Dassay.crash=" + point));
        assertEquals(0, run());
        assertBalance(expected);
        assertEquals(1, lines("REFUSED").size());
        assertTrue(Files.notExists(large));
        assertEquals(2, Installation.names(home.resolve("drop/.refused")).size());
    }

    @ParameterizedTest
    @MethodSource("pointsOfARefusal")
    void killedWhileRefusing_thenStartedAgain_theFileIsKeptAndRefusedOnce(String point) throws Exception {
        Files.createDirectories(drop());
        Files.write(drop().resolve("large.bin"), new byte[REFUSED_SIZE]);
        assertEquals(KILLED, run("-Dassay.crash=" + point));
        assertEquals(0, run());
        assertEquals(1, lines("REFUSED").size());
        List<String> kept = Installation.names(home.resolve("drop/.refused"));
        assertEquals(2, kept.size());
        assertEquals(REFUSED_SIZE, Files.size(home.resolve("drop/.refused").resolve(kept.getFirst())));
        assertEquals(List.of(), Installation.names(home.resolve("drop/.claims")));
    }

    static Stream<String> pointsOfARefusal() {
        return Stream.of("W1", "W6", "W7");
    }

    @Test
    void killedAtOnePointAfterAnother_healsToo() throws Exception {
        List<String> expected = deliver(2);
        for (int i = 1; i <= 7; i++) {
            int code = run("-Dassay.crash=W" + i);
            assertTrue(code == KILLED || code == 0, "exit " + code);
        }
        assertEquals(0, run());
        assertBalance(expected);
    }

    @Test
    void everyPointIsPassed() throws Exception {
        deliver(1);
        Path trace = home.resolve("trace");
        assertEquals(0, run("-Dassay.crash.trace=" + trace));
        assertEquals(List.of("W1", "W2", "W3", "W4", "W5", "W6", "W7"), Files.readAllLines(trace));
    }

    @Test
    void killedAtRandom_whileFilesKeepComing_nothingIsLostOrDoubled() throws Exception {
        Random random = new Random(7);
        List<String> expected = new ArrayList<>(deliver(20));
        for (int kill = 0; kill < 12; kill++) {
            Process process = start();
            for (int i = 0; i < 10; i++) {
                expected.add(drop("kill-" + kill + "-" + i, random.nextInt(70_000)));
                Thread.sleep(random.nextInt(200));
            }
            process.destroyForcibly().waitFor();
        }
        assertEquals(0, run());
        assertBalance(expected);
    }

    private List<String> deliver(int files) throws Exception {
        Files.createDirectories(drop());
        List<String> hashes = new ArrayList<>();
        for (int i = 0; i < files; i++) {
            hashes.add(drop("file-" + i, 1000 + (i % 3) * 33_000));
        }
        return hashes;
    }

    /// Delivers a file by a rename into place, as a careful vendor does.
    private String drop(String name, int size) throws Exception {
        byte[] bytes = new byte[size];
        new Random(name.hashCode()).nextBytes(bytes);
        byte[] content =
                (name + "\n" + HexFormat.of().formatHex(bytes).substring(0, size)).getBytes(StandardCharsets.US_ASCII);
        Path upload = Files.write(home.resolve("upload"), content);
        Files.move(upload, drop().resolve(name));
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }

    private void assertBalance(List<String> expected) throws Exception {
        List<String> recorded =
                lines("RECORDED").stream().map(words -> words[2]).toList();
        List<String> lost = new ArrayList<>(expected);
        lost.removeAll(recorded);
        assertEquals(List.of(), lost);
        assertEquals(expected.size(), recorded.size(), "doubled");
        assertEquals(List.of(), Installation.names(drop()));
        assertEquals(List.of(), Installation.names(home.resolve("drop/.claims")));
        assertEquals(List.of(), Installation.names(home.resolve("data/work")));
        List<String> ids =
                lines("RECORDED").stream().map(words -> words[1]).sorted().toList();
        assertEquals(ids, Installation.names(home.resolve("data/blobs/arrivals")));
        HashSet<String> acknowledged = new HashSet<>(
                lines("ACKNOWLEDGED").stream().map(words -> words[1]).toList());
        assertEquals(new HashSet<>(ids), acknowledged);
        Vault vault = Vault.open(home.resolve("data"), new char[0]);
        for (String[] words : lines("RECORDED")) {
            Path plain = home.resolve("plain-" + words[1]);
            vault.openArrival(words[1], plain);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(plain));
            assertEquals(words[2], HexFormat.of().formatHex(digest));
        }
    }

    private List<String[]> lines(String kind) throws IOException {
        return Files.readAllLines(home.resolve("log")).stream()
                .map(line -> line.split(" ", -1))
                .filter(words -> words[0].equals(kind))
                .toList();
    }

    private Path drop() {
        return home.resolve("drop/kestrel");
    }

    private int run(String... flags) throws Exception {
        Process process = start(flags);
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), "did not end");
        return process.exitValue();
    }

    private Process start(String... flags) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of(flags));
        command.addAll(
                List.of("-cp", System.getProperty("java.class.path"), IntakeProcess.class.getName(), home.toString()));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(home.resolve("output").toFile()))
                .start();
    }
}
