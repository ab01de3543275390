package dev.assay;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.config.Json;
import dev.assay.lab.Story;
import dev.assay.ledger.ArrivalRecord;
import dev.assay.ledger.Ledger;
import dev.assay.ledger.SubmissionRecord;
import dev.assay.verdict.Inputs;
import dev.assay.verdict.Ruling;
import dev.assay.work.Channel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Plays the demo in a process of its own, started from another working folder, and looks at all that it left:
/// `demo/expected.txt` pins every verdict, rule, item and reason (`-Dfixtures=update` rewrites it).
final class DemoIT {
    private static final Path PROJECT = Path.of("").toAbsolutePath();
    private static final List<String> QUEUES = List.of("accept", "rework", "review");

    @TempDir
    static Path temporary;

    private static Path home;
    private static String printed;

    @BeforeAll
    static void play() throws Exception {
        home = temporary.resolve("home");
        printed = demo();
    }

    private static String demo() throws IOException, InterruptedException {
        Path output = temporary.resolve("printed");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Djava.awt.headless=true",
                        "-Dassay.root=" + PROJECT,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.assay.Assay",
                        "demo",
                        "--exit",
                        "--home",
                        home.toString())
                .directory(temporary.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertTrue(process.waitFor(10, TimeUnit.MINUTES), "The demo did not end");
        assertEquals(0, process.exitValue(), Files.readString(output));
        return Files.readString(output);
    }

    @Test
    void everyDrop_endsAsTheStorySays() throws IOException {
        assertTrue(printed.contains("16 of 16 ended as the story says."), printed);
        try (Ledger ledger = Wiring.ledger(home, Map.of())) {
            Map<String, Integer> seen = new HashMap<>();
            StringBuilder found = new StringBuilder();
            for (Story.Drop drop : Story.read(PROJECT.resolve("samples")).drops()) {
                String sha256 =
                        hash(Files.readAllBytes(PROJECT.resolve("samples").resolve(drop.file())));
                ArrivalRecord arrival =
                        arrivals(ledger, drop.vendor(), sha256).get(seen.merge(sha256, 1, Integer::sum) - 1);
                assertEquals(drop.channel(), arrival.arrival().channel());
                assertTrue(
                        drop.channel() == Channel.MAIL
                                || drop.path().equals(arrival.arrival().path()),
                        drop.path());
                found.append(drop.row())
                        .append(' ')
                        .append(drop.channel().word())
                        .append(' ')
                        .append(drop.path())
                        .append('\n');
                found.append(told(ledger, drop, arrival)).append('\n');
            }
            Fixture.compare("demo/expected.txt", found.toString());
        }
    }

    /// The arrivals that brought a file, by itself or as a part of what came, oldest first.
    private static List<ArrivalRecord> arrivals(Ledger ledger, String vendor, String sha256) {
        return ledger.arrivals().newest(100).stream()
                .filter(each -> each.arrival().vendor().equals(vendor))
                .filter(each -> each.arrival().sha256().equals(sha256)
                        || each
                                .submission()
                                .flatMap(ledger.submissions()::find)
                                .map(SubmissionRecord::parts)
                                .orElse(List.of())
                                .stream()
                                .anyMatch(part -> part.sha256().equals(sha256)))
                .toList();
    }

    /// What a person reads at the end, channels and answers included.
    @Test
    void printedTable_isAsPinned() throws IOException {
        String table = printed.substring(printed.indexOf("\n 0  ") + 1);
        Fixture.compare("demo/printed.txt", table.replace(home.toString(), "HOME"));
        for (Story.Drop drop : Story.read(PROJECT.resolve("samples")).drops()) {
            String line = String.format(
                    "  %-12s %-7s %s/%s", drop.verdict(), drop.channel().word(), drop.vendor(), drop.path());
            assertTrue(printed.contains(line), line);
        }
        assertTrue(printed.contains("SFTP server of lumen-analytics, from which Assay fetches"), printed);
    }

    /// Each is the server's that the demo started: what the samples say is changed in the copy alone.
    @Test
    void vendorsFiles_differFromTheSamplesInServersAndTokensAlone() throws IOException {
        try (Stream<Path> files = Files.list(PROJECT.resolve("samples/vendors"))) {
            for (Path file : files.toList()) {
                assertEquals(
                        plain(Files.readString(file)),
                        plain(Files.readString(home.resolve("vendors").resolve(file.getFileName()))));
            }
        }
    }

    private static String plain(String vendor) {
        return vendor.replaceAll("(?m)((?:host|port|host-key|token-sha256): ).*$", "$1");
    }

    private static String told(Ledger ledger, Story.Drop drop, ArrivalRecord arrival) {
        boolean judged = Set.of("accept", "rework", "review").contains(drop.verdict());
        if (!judged) {
            assertEquals(drop.verdict(), arrival.state().name().toLowerCase(java.util.Locale.ROOT));
            return "    " + drop.verdict() + (arrival.reason().isEmpty() ? "" : ": " + arrival.reason()) + "\n";
        }
        String id = arrival.submission().orElseThrow();
        SubmissionRecord submission = ledger.submissions().find(id).orElseThrow();
        Ruling ruling = ruling(ledger, id);
        assertEquals(drop.verdict(), submission.verdict().orElseThrow(), drop.path());
        assertEquals(drop.workOrder(), submission.workOrder());
        assertEquals(drop.deliverable(), submission.deliverable());
        Set<String> deciding = deciding(ruling);
        assertEquals(new TreeSet<>(drop.items()), deciding, drop.path());
        return "    " + drop.verdict() + " by rule " + ruling.rule().number() + " " + ruling.rule() + ", items "
                + deciding + ", round " + submission.round() + ", revision " + submission.revision() + "\n    "
                + ruling.reason() + "\n";
    }

    /// The items that a verdict other than accept rests on: enforced ones that failed for rework or review, and
    /// those that could not be told and may not be left so.
    private static Set<String> deciding(Ruling ruling) {
        Set<String> items = new TreeSet<>();
        if (ruling.verdict().word().equals("accept")) {
            return items;
        }
        for (Inputs.Answer answer : ruling.inputs().answers()) {
            boolean counts = answer.mode() == dev.assay.checklist.Mode.ENFORCE
                    && answer.effect() != dev.assay.checklist.Effect.RECORD
                    && answer.by() == dev.assay.checklist.By.MACHINE;
            boolean untold = answer.outcome().equals("CannotTell")
                    && (answer.blocking() || answer.cause() != dev.assay.check.Outcome.Cause.CONTENT);
            if (counts && (answer.outcome().equals("Failed") || untold)) {
                items.add(answer.item());
            }
        }
        return items;
    }

    private static Ruling ruling(Ledger ledger, String id) {
        String text = ledger.stories()
                .tell(id)
                .orElseThrow()
                .inspection()
                .orElseThrow()
                .ruling();
        return Json.read(text.getBytes(StandardCharsets.UTF_8), Ruling.class);
    }

    @Test
    void everyQueue_holdsReportsAndTheVeryBytes() throws IOException {
        try (Ledger ledger = Wiring.ledger(home, Map.of())) {
            Set<String> published = new TreeSet<>();
            for (String queue : QUEUES) {
                Path folder = home.resolve("queues").resolve(queue);
                List<String> lines = Files.readAllLines(folder.resolve("index.tsv"));
                Set<String> indexed = new TreeSet<>();
                for (String line : lines.subList(1, lines.size())) {
                    String[] fields = line.split("\t", -1);
                    assertTrue(fields[1].startsWith(queue), line);
                    assertEquals(ruling(ledger, fields[0]).verdict().word(), fields[1]);
                    assertEquals(fields[0] + "/report.html", fields[10]);
                    indexed.add(fields[0]);
                }
                assertEquals(indexed, new TreeSet<>(folders(folder)));
                for (String id : indexed) {
                    assertFolder(
                            folder.resolve(id), ledger.submissions().find(id).orElseThrow(), queue);
                }
                published.addAll(indexed);
            }
            assertEquals(new TreeSet<>(ledger.submissionIds()), published);
            assertEquals(List.of(), folders(home.resolve("queues/.stage")));
        }
    }

    private static void assertFolder(Path folder, SubmissionRecord submission, String queue) throws IOException {
        assertEquals(List.of("original", "report.html", "report.json"), names(folder));
        assertEquals(queue, submission.verdict().orElseThrow());
        String report = Files.readString(folder.resolve("report.json"));
        assertTrue(report.contains(submission.id()), report);
        Map<String, byte[]> originals = new TreeMap<>();
        for (String name : names(folder.resolve("original"))) {
            originals.put(hash(Files.readAllBytes(folder.resolve("original").resolve(name))), new byte[0]);
        }
        Set<String> expected = submission.parts().stream()
                .map(SubmissionRecord.PartRecord::sha256)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(expected, originals.keySet());
    }

    @Test
    void everySample_liesInItsQueueUntouched() throws IOException {
        for (Story.Drop drop : Story.read(PROJECT.resolve("samples")).drops()) {
            if (QUEUES.contains(drop.verdict()) && !drop.path().endsWith(".zip")) {
                byte[] sent = Files.readAllBytes(PROJECT.resolve("samples").resolve(drop.file()));
                String name = drop.path().substring(drop.path().lastIndexOf('/') + 1);
                try (Stream<Path> all = Files.walk(home.resolve("queues").resolve(drop.verdict()))) {
                    List<Path> found = all.filter(path -> path.endsWith(Path.of("original", name)))
                            .toList();
                    assertEquals(1, found.size(), drop.path());
                    assertArrayEquals(sent, Files.readAllBytes(found.getFirst()));
                }
            }
        }
    }

    @Test
    void bothBalances_closeAndTheLedgerIsIntact() {
        try (Ledger ledger = Wiring.ledger(home, Map.of())) {
            assertEquals(0, ledger.balances().arrivals().gap());
            assertEquals(0, ledger.balances().submissions().gap());
        }
        Console verify = Console.run("ledger", "verify", "--home", home);
        assertEquals(0, verify.exit(), verify.toString());
        assertTrue(verify.out().startsWith("The ledger is intact: "), verify.out());
        assertTrue(
                verify.out()
                        .contains("arrivals:    16 = {attached=14, duplicate=1, held=0, in-flight=0, parked=0,"
                                + " quarantined=1, refused=0}"),
                verify.out());
    }

    @Test
    void secondStartOfTheSameHome_changesNothing() throws Exception {
        List<String> queues = tree(home.resolve("queues"));
        String verified = Console.run("ledger", "verify", "--home", home).out();
        String again = demo();
        assertTrue(again.contains("16 of 16 ended as the story says."), again);
        assertEquals(queues, tree(home.resolve("queues")));
        assertEquals(verified, Console.run("ledger", "verify", "--home", home).out());
    }

    /// Every file below a folder with its hash, the indexes among them; and with its time, but for the indexes,
    /// which every start writes again.
    private static List<String> tree(Path folder) throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                FileTime time = Files.getLastModifiedTime(file);
                lines.add(folder.relativize(file) + " " + hash(Files.readAllBytes(file)) + " "
                        + (file.endsWith("index.tsv") ? "" : time.toString()));
            }
        }
        return lines;
    }

    private static String hash(byte[] bytes) {
        try {
            return java.util.HexFormat.of()
                    .formatHex(
                            java.security.MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> folders(Path folder) throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.filter(Files::isDirectory)
                    .map(path -> path.getFileName().toString())
                    .toList();
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
