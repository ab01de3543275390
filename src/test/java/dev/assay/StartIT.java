package dev.assay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What keeps `assay run` from starting: each told in plain lines that name the next step, never as a trace.
@Timeout(120)
final class StartIT {
    @TempDir
    Path temporary;

    private SmallHome home;

    @BeforeEach
    void write() throws IOException {
        home = SmallHome.in(temporary.resolve("home"), List.of("report"));
    }

    private void assertRefused(int exit, String message) {
        Console console = Console.run("run", "--home", home.folder).without(home.folder);
        assertEquals(message, console.err());
        assertEquals("", console.out());
        assertEquals(exit, console.exit());
    }

    /// Compares all that was told with `start/<name>.txt` (`-Dfixtures=update` rewrites it).
    private void assertTold(String name) throws IOException {
        Console console = Console.run("run", "--home", home.folder).without(home.folder);
        Fixture.compare("start/" + name + ".txt", console.toString());
    }

    @Test
    void homeMissing_isSaid() {
        Path nowhere = temporary.resolve("nowhere");
        Console console = Console.run("run", "--home", nowhere);
        assertEquals("There is no folder " + nowhere + ". Name an installation's home.\n", console.err());
        assertEquals(70, console.exit());
    }

    @Test
    void pathThatALibraryWouldRead_isTold() throws IOException {
        for (String name : List.of("a?b", "a${body}", "a{{x}}", "RAW(1)")) {
            Path odd = Files.createDirectory(temporary.resolve(name));
            assertEquals(
                    "The path of a home must not hold '?', '{', '}', '$' or 'RAW(', which libraries read as signs of"
                            + " their own. Found: " + odd + ". Choose another folder.\n",
                    Console.run("run", "--home", odd).err());
        }
    }

    @Test
    void emptyHome_saysWhatIsMissing() throws IOException {
        Path empty = Files.createDirectory(temporary.resolve("empty"));
        Console console = Console.run("run", "--home", empty).without(empty);
        assertEquals(70, console.exit());
        assertEquals(
                "HOME holds no installation: it has no vendors/<id>.yaml, so nothing could be received. The samples"
                        + " are a complete one.\n",
                console.err());
        assertEquals(List.of(), List.of(empty.toFile().list()));
    }

    @Test
    void everyMistakeOfEveryFile_isToldAtOnce() throws IOException {
        home.write("work-orders/wo-1.yaml", """
            client: nobody
            practice: market-research
            language: en-GB
            zone: Europe/Lundon
            deliverables:
              - {id: report, title: Report, role: report, vendors: [swift, gull], due: "soon"}
            """);
        home.write("clients/acme/client.yaml", "nam: Acme\n");
        home.write("vendors/swift.yaml", "name: [\n");
        assertTold("mistakes");
    }

    @Test
    void mistakesInSettingsOrdersAndChecklists_areToldAtOnce() throws IOException {
        home.write("assay.properties", "children.cuont = 1\n");
        home.write("clients/acme/checklist.yaml", "title: Acme report\nitems:\n  - {id: open, check: placeholder}\n");
        home.write("work-orders/wo-1.yaml", """
            client: acme
            practice: market-research
            language: en-GB
            zone: Europe/Lundon
            calendar: workdays
            deliverables:
              - {id: report, role: report, vendors: [swift], due: "2099-12-31T17:00"}
            """);
        assertTold("all-mistakes");
    }

    @Test
    void brokenChecklist_isToldByLine() throws IOException {
        home.write("clients/acme/checklist.yaml", """
            title: Acme report
            items:
              - id: sections
                check: missing-sections
                severity: grave
                requirement: It has a summary.
            """);
        assertTold("checklist");
    }

    @Test
    void fileThatIsNoText_isTold() throws IOException {
        Files.write(home.folder.resolve("clients/acme/checklist.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
        assertTold("no-text");
    }

    @Test
    void wrongSettings_areToldTogether() throws IOException {
        home.write("assay.properties", """
            intake.stable-fro = 2s
            intake.poll-every = soon
            children.count = 0
            keystore.passphrase = ${env:ASSAY_TEST_NOT_SET}
            """);
        assertTold("settings");
    }

    @Test
    void takenPort_isTold() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            home.write(
                    "assay.properties",
                    Files.readString(home.folder.resolve("assay.properties"))
                            .replace("management.port = 0", "management.port = " + taken.getLocalPort()));
            assertRefused(
                    70,
                    "Cannot listen on 127.0.0.1:" + taken.getLocalPort()
                            + " (Address already in use). Is another program using the port? Name another port.\n");
        }
    }

    @Test
    void secondProcessInOneHome_isTold() {
        try (Wiring.Running running = home.start()) {
            assertTrue(running.managementPort() > 0);
            assertRefused(70, "Another Assay works in HOME. Stop it first, or name another home.\n");
        }
    }

    @Test
    void wrongPassphrase_isTold() throws IOException {
        home.start().close();
        home.write(
                "assay.properties",
                Files.readString(home.folder.resolve("assay.properties")) + "keystore.passphrase = another\n");
        home.folder.resolve("assay.properties").toFile().setReadable(false, false);
        home.folder.resolve("assay.properties").toFile().setReadable(true, true);
        assertTold("passphrase");
    }

    /// File names of vendors could neither be listed nor written.
    @Test
    void localeWithoutUnicodeFileNames_isTold() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.assay.Assay",
                        "run",
                        "--home",
                        home.folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(temporary.resolve("printed").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("LC_") || name.equals("LANG"));
        builder.environment().put("LC_ALL", "C");
        assertEquals(70, builder.start().waitFor());
        assertEquals(
                "File names are read as ANSI_X3.4-1968 here, which has no letters but English ones. Start Assay in a"
                        + " UTF-8 locale, such as LC_ALL=C.UTF-8.\n",
                Files.readString(temporary.resolve("printed")));
        assertFalse(Files.exists(home.folder.resolve("data")));
    }

    @Test
    void openKeystore_isTold() throws IOException {
        home.start().close();
        Files.setPosixFilePermissions(
                home.folder.resolve("data/keys"), java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));
        assertTold("open-keystore");
    }

    @Test
    void queueThatIsAFile_isTold() throws IOException {
        home.write("queues/accept", "no folder");
        assertTold("queue-file");
    }

    @Test
    void queueOnAnotherFileSystem_isTold() throws Exception {
        Path queue = Files.createDirectories(home.folder.resolve("queues/accept"));
        Mount.tmpfs(queue, "1m");
        try {
            assertRefused(
                    70,
                    "The folders HOME/queues/accept and HOME/queues/.stage are on different file systems, so publishing"
                            + " could not be one step. Put them on one.\n");
        } finally {
            Mount.undo(queue);
        }
    }

    @Test
    void brokenRoute_isTold() throws IOException {
        home.write("routes/1-wrong.camel.yaml", "- route:\n    id: x\n    from:\n      uri: nowhere:at-all\n");
        assertTold("route");
    }

    @Test
    void ledgerThatIsNone_isTold() throws IOException {
        home.write("data/ledger.db", "This is no database, whatever its name says.".repeat(40));
        assertTold("no-ledger");
    }
}
