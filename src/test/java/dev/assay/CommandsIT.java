package dev.assay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.config.Json;
import dev.assay.document.Extraction;
import dev.assay.extract.ReadDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The commands as a person types them: exit codes and what is printed, texts in `commands/`
/// (`-Dfixtures=update` rewrites them).
@Timeout(180)
final class CommandsIT {
    @TempDir
    Path temporary;

    private SmallHome home;
    private Path checklist;

    @BeforeEach
    void write() throws IOException {
        home = SmallHome.in(temporary.resolve("home"), List.of("report"));
        checklist = home.folder.resolve("clients/acme/checklist.yaml");
    }

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(temporary.resolve(name), bytes);
    }

    private void pinned(String name, Object... arguments) throws IOException {
        Fixture.compare(
                "commands/" + name + ".txt",
                Console.run(arguments).without(temporary).toString());
    }

    @Test
    void check_endsWithTheVerdict() throws IOException {
        pinned("check-accept", "check", file("clean.docx", BadFiles.docx(SmallHome.CLEAN)), "--checklist", checklist);
        pinned("check-rework", "check", file("open.docx", BadFiles.docx("It is TBD.")), "--checklist", checklist);
        pinned("check-review", "check", file("scan.pdf", BadFiles.scannedPdf()), "--checklist", checklist);
        pinned("check-held", "check", file("locked.pdf", BadFiles.encryptedPdf()), "--checklist", checklist);
        Path gate = file(
                "gate.yaml",
                "title: Gate\nitems:\n- id: own\n  check: prior-work-overlap\n  effect: contain\n  blocking: true\n"
                        .getBytes(StandardCharsets.UTF_8));
        pinned("check-gate", "check", file("clean.docx", BadFiles.docx(SmallHome.CLEAN)), "--checklist", gate);
        pinned("check-name", "check", file("a\u202e\u001b[31m\nb.docx", new byte[0]), "--checklist", checklist);
        Console json = Console.run("check", "--json", temporary.resolve("open.docx"), "--checklist", checklist);
        assertEquals(10, json.exit());
        assertTrue(json.out().replaceAll("\\s", "").startsWith("{\"ruling\":{"), json.out());
    }

    @Test
    void compare_showsWhatFilesShare() throws IOException {
        String shared = "Shoppers in the northern regions said that price mattered less than refill size, and three in"
                + " five had changed brand within the quarter because their usual bottle was missing from the shelf.";
        Path draft = file("draft.docx", BadFiles.docx("Our own opening. " + shared + " Our own end."));
        Path before = file("before.txt", ("What was written before. " + shared).getBytes(StandardCharsets.UTF_8));
        Path other = file("other.txt", "Nothing of it stands here.".getBytes(StandardCharsets.UTF_8));
        pinned("compare", "compare", draft, before, other, "--html", temporary.resolve("sides.html"));
        pinned("compare-json", "compare", draft, before, "--json");
        pinned("compare-nothing", "compare", draft, other);
        pinned("compare-unread", "compare", draft, file("locked.pdf", BadFiles.encryptedPdf()));
        pinned("compare-one-file", "compare", draft);
        Fixture.compare("commands/compare.html", Files.readString(temporary.resolve("sides.html")));
    }

    @Test
    void comparePairs_writesOffsetsInCodePoints() throws IOException {
        String shared = "shoppers in the northern regions said that price mattered less than refill size and three in"
                + " five had changed brand within the quarter because their usual bottle was missing from the shelf";
        file("own.txt", ("\ud83d\ude00\r\nOurs: " + shared + ".").getBytes(StandardCharsets.UTF_8));
        file("src.txt", (shared + "\n").getBytes(StandardCharsets.UTF_8));
        Path pairs = file("pairs.tsv", "susp\tsrc\tclass\nown.txt\tsrc.txt\tx\n".getBytes(StandardCharsets.UTF_8));
        Path found = temporary.resolve("found.tsv");
        Object[] folders = {"--suspicious", temporary, "--sources", temporary, "--tsv", found};
        Console console = Console.run(with(folders, "compare", "--pairs", pairs));
        assertEquals(0, console.exit(), console.toString());
        int length = shared.length();
        assertEquals(
                "susp\tsusp_off\tsusp_len\tsrc\tsrc_off\tsrc_len\nown.txt\t9\t" + length + "\tsrc.txt\t0\t" + length
                        + "\n",
                Files.readString(found));
        Path wrong = file("wrong.tsv", "own.txt\tnone.txt\n".getBytes(StandardCharsets.UTF_8));
        pinned("compare-pairs-no-file", with(folders, "compare", "--pairs", wrong));
        Path binary = file("binary.tsv", new byte[] {-1, -2});
        pinned("compare-pairs-binary", with(folders, "compare", "--pairs", binary));
        pinned("compare-pairs-alone", "compare", "--pairs", pairs);
    }

    private static Object[] with(Object[] more, Object... first) {
        return Stream.concat(Stream.of(first), Stream.of(more)).toArray();
    }

    @Test
    void wrongUse_ends64() throws IOException {
        Path clean = file("clean.docx", BadFiles.docx(SmallHome.CLEAN));
        pinned("use-no-file", "check", temporary.resolve("none.docx"), "--checklist", checklist);
        pinned("use-no-checklist", "check", clean, "--checklist", temporary.resolve("none.yaml"));
        pinned("use-binary-checklist", "check", clean, "--checklist", file("binary.yaml", new byte[] {-1, -2}));
        pinned("use-unknown-option", "check", clean, "--checklst", checklist);
        pinned("use-unknown-command", "chekc");
        pinned("use-unknown-subcommand", "checklist", "lnt", checklist);
        pinned("use-far-command", "frobnicate");
        pinned("use-unknown-alone", "run", "--hoem", home.folder);
        pinned("use-one-too-many", "demo", "extra");
        pinned("use-no-subcommand", "checklist");
        pinned("use-no-ledger-command", "ledger");
        pinned(
                "use-several-mistakes",
                "check",
                temporary.resolve("a"),
                temporary.resolve("b"),
                "--checklist",
                home.folder);
        pinned("use-port", "demo", "--port", "99999");
        pinned("use-port-word", "demo", "--port", "http");
        pinned("use-none");
        pinned("use-read-nothing", "read");
        pinned("use-summary-of-none", "read", "--summary", temporary.resolve("none"));
        pinned("use-picture-of-nothing", "read", clean, "--picture", "out.png");
        pinned("use-show-in-two", "read", clean, clean, "--show", "words");
        pinned("use-picture-name", "read", clean, "--show", "words", "--picture", "out.gif");
    }

    @Test
    void read_showsAndRoundTrips() throws IOException {
        Path clean = file("clean.docx", BadFiles.docx(SmallHome.CLEAN));
        String shown = Console.run("read", clean).out();
        assertTrue(shown.startsWith("clean.docx\napplication/vnd.openxmlformats"), shown);
        assertTrue(shown.endsWith("Gaps\n  none\n"), shown);
        pinned("read-unreadable", "read", file("empty.docx", new byte[0]));
        Console json = Console.run("read", "--json", clean);
        assertEquals(0, json.exit());
        ReadDocument read = Json.read(json.out().getBytes(StandardCharsets.UTF_8), ReadDocument.class);
        assertEquals("clean.docx", read.file());
        assertTrue(assertInstanceOf(Extraction.Extracted.class, read.extraction())
                .document()
                .text()
                .contains(SmallHome.CLEAN));
        Path folder = Files.createDirectory(temporary.resolve("many"));
        Files.copy(clean, folder.resolve("a.docx"));
        Files.write(folder.resolve("b.docx"), new byte[0]);
        Files.write(folder.resolve("c.pdf"), BadFiles.scannedPdf());
        String summary = Console.run("read", "--summary", folder).out();
        assertTrue(summary.contains("3 files: {read=1, read with gaps=1, unreadable: empty=1}"), summary);
        assertTrue(summary.endsWith("Not read:\n  b.docx: the file has no bytes\n"), summary);
        assertEquals(ReadDocument.schema(), Console.run("read", "--schema").out());
    }

    @Test
    void read_showsWhereWordsStand() throws IOException {
        Path clean = file("clean.docx", BadFiles.docx("First of all. " + SmallHome.CLEAN));
        pinned("show-found", "read", clean, "--show", "first of ALL");
        pinned("show-not-found", "read", clean, "--show", "words that \u202Eare not there");
        pinned("show-unreadable", "read", file("empty.docx", new byte[0]), "--show", "words");
        pinned("show-as-png", "read", clean, "--show", "First", "--picture", temporary.resolve("out.png"));
        assertFalse(Files.exists(temporary.resolve("out.png")));
        Path page = temporary.resolve("out.html");
        pinned("show-as-html", "read", clean, "--show", "First", "--picture", page);
        assertTrue(Files.readString(page).contains("<mark data-want=\"0\">First</mark> of all."), page.toString());
        Path picture = temporary.resolve("page.png");
        pinned(
                "show-page",
                "read",
                file("a.pdf", BadFiles.pdf("Clean words")),
                "--show",
                "Clean",
                "--picture",
                picture);
        assertEquals(1_200, ImageIO.read(picture.toFile()).getWidth());
    }

    @Test
    void checklist_commands() throws IOException {
        pinned("lint-clean", "checklist", "lint", checklist);
        pinned("test-none", "checklist", "test", checklist);
        pinned("docs-unknown", "checklist", "docs", "length-x");
        Files.writeString(checklist, "title: T\nitems:\n  - {id: a, check: lenght}\n");
        pinned("lint-mistakes", "checklist", "lint", checklist);
        Path none = checklist.resolveSibling("none.yaml");
        pinned("lint-several", "checklist", "lint", none, checklist, temporary.resolve("home"));
        pinned("lint-json", "checklist", "lint", "--json", none, checklist);
        pinned("test-several", "checklist", "test", none, checklist);
        assertTrue(Console.run("checklist", "schema").out().contains("\"$schema\""));
        assertTrue(Console.run("checklist", "docs", "length").out().startsWith("# "));
        assertEquals(0, Console.run("checklist", "docs").exit());
    }

    @Test
    void ledger_isLookedIntoWhileTheInstallationRuns() throws Exception {
        pinned("ledger-none", "ledger", "verify", "--home", home.folder);
        try (Wiring.Running running = home.start()) {
            home.deliver("wo-1/report/turned\u202e.docx", BadFiles.docx(SmallHome.CLEAN));
            SmallHome.settled(running.ledger(), 1);
            String id = running.ledger().submissionIds().getFirst();
            Console verify = Console.run("ledger", "verify", "--home", home.folder);
            assertEquals(0, verify.exit(), verify.toString());
            Console show = Console.run("ledger", "show", id.substring(0, 6), "--home", home.folder);
            assertEquals(0, show.exit(), show.toString());
            assertTrue(
                    show.out().startsWith("Submission " + id + "\n  Acme Foods plc, wo-1/report, round 1"), show.out());
            assertTrue(show.out().contains("part turned[U+202E].docx (report, "), show.out());
            assertFalse(show.out().contains("\u202e"));
            pinned("ledger-unknown", "ledger", "show", "zzzz", "--home", home.folder);
            Console shortId = Console.run("ledger", "show", id.substring(0, 2), "--home", home.folder);
            assertEquals(64, shortId.exit(), shortId.toString());
        }
    }

    @Test
    void folderThatIsNoInstallation_isNotMadeOneByLooking() throws IOException {
        Path data = Files.createDirectories(temporary.resolve("other/data"));
        pinned("ledger-not-there", "ledger", "verify", "--home", temporary.resolve("other"));
        try (var inside = Files.list(data)) {
            assertEquals(List.of(), inside.toList());
        }
    }

    @Test
    void demo_leavesAFolderAloneThatHoldsSomethingElse() throws IOException {
        String settings = Files.readString(home.folder.resolve("assay.properties"));
        pinned("demo-elsewhere", "demo", "--exit", "--home", home.folder);
        assertEquals(settings, Files.readString(home.folder.resolve("assay.properties")));
        assertFalse(Files.exists(home.folder.resolve("vendors/kestrel-insight.yaml")));
    }

    @Test
    void demo_looksForItsPortFirst() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Path folder = temporary.resolve("demo");
            Console demo = Console.run("demo", "--port", taken.getLocalPort(), "--home", folder);
            assertEquals(
                    "Cannot listen on 127.0.0.1:" + taken.getLocalPort()
                            + " (Address already in use). Is another program using the port? Name another port.\n",
                    demo.err());
            assertEquals(70, demo.exit());
            assertFalse(Files.exists(folder));
        }
    }

    @Test
    void fileThatCannotBeRead_isNoFaultOfAssays() throws IOException {
        Path unreadable = Path.of("/proc/self/mem");
        Assumptions.assumeTrue(Files.isRegularFile(unreadable));
        pinned("read-trouble", "read", unreadable);
    }

    /// Files of a vendor lie in plain in the temporary folder while a command works on them.
    @Test
    void commandThatIsStopped_leavesNothingBehind() throws Exception {
        Path scratch = Files.createDirectory(temporary.resolve("scratch"));
        Path many = Files.createDirectory(temporary.resolve("many"));
        for (int i = 0; i < 200; i++) {
            Files.write(many.resolve(i + ".docx"), BadFiles.docx(SmallHome.CLEAN));
        }
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Djava.io.tmpdir=" + scratch,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.assay.Assay",
                        "read",
                        "--summary",
                        many.toString())
                .redirectErrorStream(true)
                .redirectOutput(temporary.resolve("printed").toFile())
                .start();
        SmallHome.await(() -> files(scratch).stream().anyMatch(file -> file.endsWith("part")));
        process.destroy();
        assertEquals(143, process.waitFor());
        assertEquals(List.of(), files(scratch));
        assertEquals("", Files.readString(temporary.resolve("printed")));
    }

    private static List<Path> files(Path folder) {
        try (var walk = Files.walk(folder)) {
            return walk.filter(file -> !file.equals(folder)).toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }

    @Test
    void help_isWorthReading() throws IOException {
        for (String command : List.of(
                "demo",
                "run",
                "check",
                "read",
                "checklist",
                "ledger",
                "index",
                "hold",
                "letter",
                "quarantine",
                "requeue",
                "dismiss",
                "answer",
                "soak")) {
            pinned("help-" + command, "help", command);
        }
        pinned("help", "help");
        for (String command : List.of("init", "lint", "show", "test", "try", "schema", "docs")) {
            pinned("help-checklist-" + command, "checklist", command, "--help");
        }
        for (String command : List.of("verify", "show")) {
            pinned("help-ledger-" + command, "ledger", command, "--help");
        }
        for (String command : List.of("add", "stats", "rebuild", "purge", "recall", "unlock")) {
            pinned("help-index-" + command, "index", command, "--help");
        }
        for (String command : List.of("set", "lift")) {
            pinned("help-hold-" + command, "hold", command, "--help");
        }
        for (String command : List.of("list", "release", "refuse")) {
            pinned("help-quarantine-" + command, "quarantine", command, "--help");
        }
        pinned("help-letter-release", "letter", "release", "--help");
    }
}
