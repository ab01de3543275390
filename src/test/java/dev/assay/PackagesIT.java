package dev.assay;

import static dev.assay.extract.ZipBytes.entry;
import static dev.assay.extract.ZipBytes.zip;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.ledger.ArrivalRecord;
import dev.assay.ledger.Assemblies;
import dev.assay.ledger.SubmissionRecord;
import dev.assay.ledger.SubmissionState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole program receives deliveries of several files: whole, in parts, too few, too many, in bags.
final class PackagesIT {
    @TempDir
    private Path folder;

    private SmallHome home;
    private Wiring.Running running;

    @BeforeEach
    void start() throws IOException {
        home = SmallHome.in(folder, List.of("report"));
        home.write("work-orders/wo-1.yaml", """
            client: acme
            practice: market-research
            tier: standard
            language: en-GB
            zone: Europe/London
            deliverables:
              - id: study
                title: The study
                role: report
                vendors: [swift]
                due: "2099-12-31T17:00"
                parts:
                  - {role: report, names: ["*report*"]}
                  - {role: annex}
                  - {role: notes, required: false}
              - id: quick
                title: The quick study
                role: report
                vendors: [swift]
                due: "2099-12-31T17:00"
                assembly-window: none
                parts: [{role: report}, {role: annex}]
              - {id: free, title: The memo, role: memo, vendors: [swift], prefixes: [memo-], due: "2099-12-31T17:00"}
            """);
        running = home.start();
    }

    @AfterEach
    void stop() {
        assertEquals(0, running.ledger().balances().arrivals().gap());
        assertEquals(0, running.ledger().balances().submissions().gap());
        running.close();
    }

    @Test
    void wholePackage_isCheckedAtOnce_andItsRolesAreShown() throws Exception {
        home.deliver("study/all.zip", zip(entry("report.txt", text("a")), entry("Annex A.txt", text("b"))));
        SubmissionRecord study = only(1);
        assertEquals("report PATTERN, annex WORD", roles(study));
        assertEquals("ATTACHED -> ROUTED accept by ACCEPT: 3 items that count passed and none failed.", outcome(0));
        String report = Files.readString(folder.resolve("queues/accept/" + study.id() + "/report.json"));
        assertTrue(report.contains("\"confidence\" : \"likely\""), report);
    }

    @Test
    void partsThatComeOneByOne_areOneDelivery() throws Exception {
        home.deliver("study/report.txt", bytes("a"));
        SubmissionRecord waiting = only(1);
        assertEquals(SubmissionState.WAITING, waiting.state());
        assertTrue(letter("receipt").contains("annex \u2014 expected, not received"), letter("receipt"));
        assertTrue(letter("receipt").contains("We have received a part of"), letter("receipt"));

        home.deliver("study/annex.txt", bytes("b"));
        SubmissionRecord whole = only(2);
        assertEquals("report PATTERN, annex WORD", roles(whole));
        assertEquals("accept", whole.verdict().orElse(""));
        SmallHome.await(() -> letters("receipt").size() == 2);
        assertTrue(
                letters("receipt").stream()
                        .map(PackagesIT::read)
                        .anyMatch(text -> text.contains("Takes the place of: the version you delivered before")
                                && text.contains("Taken along from your delivery before.")),
                letter("receipt"));
        assertEquals(
                SubmissionState.SUPERSEDED,
                running.ledger().submissions().find(waiting.id()).orElseThrow().state());
    }

    @Test
    void windowsEnd_isAFinding_andThePartAfterItOpensTheNextRound() throws Exception {
        home.deliver("quick/report.txt", bytes("a"));
        assertEquals(
                "ATTACHED -> ROUTED rework by REWORK: Blocking item 'all-parts': The part 'annex' was not delivered.",
                outcome(1));
        SmallHome.await(() -> letters("rework").size() == 1);
        assertTrue(letter("rework").contains("The part 'annex' was not delivered."), letter("rework"));
        home.deliver("quick/annex.txt", bytes("b"));
        SubmissionRecord whole = only(2);
        assertEquals(2, whole.round());
        assertEquals("report WORD, annex WORD", roles(whole));
        assertEquals("accept", whole.verdict().orElse(""));
    }

    @Test
    void vendorsMarker_endsTheWaiting_neverInAcceptance() throws Exception {
        home.deliver("study/report.txt", bytes("a"));
        SubmissionRecord waiting = only(1);
        home.deliver("study/.complete", new byte[0]);
        SmallHome.await(() -> running.ledger()
                .submissions()
                .find(waiting.id())
                .orElseThrow()
                .verdict()
                .isPresent());
        SmallHome.settled(running.ledger(), 2);
        assertEquals(
                "rework",
                running.ledger()
                        .submissions()
                        .find(waiting.id())
                        .orElseThrow()
                        .verdict()
                        .orElse(""));
        assertEquals(
                Assemblies.End.SAID,
                running.ledger().assemblies().of(waiting.id()).orElseThrow().end());
        assertEquals(0, Files.list(home.drop().resolve("study")).count());
    }

    @Test
    void fileThatNobodyExpects_isForAReviewer() throws Exception {
        home.deliver(
                "study/all.zip",
                zip(entry("report.txt", text("a")), entry("annex.txt", text("b")), entry("to do.txt", text("c"))));
        assertEquals(
                "ATTACHED -> ROUTED review by REVIEW_ITEM: Item 'no-other-parts' is for a reviewer: The file is not"
                        + " among the parts that are expected or listed.",
                outcome(1));
    }

    @Test
    void packageForSeveralDeliverables_isSharedOut() throws Exception {
        home.deliver(
                "all.zip",
                zip(
                        entry("study/report.txt", text("a")),
                        entry("study/annex.txt", text("b")),
                        entry("memo-1.txt", text("c"))));
        ArrivalRecord arrival = SmallHome.settled(running.ledger(), 1).getFirst();
        assertEquals(
                List.of("free 1 accept", "study 2 accept"),
                arrival.submissions().stream()
                        .map(id -> running.ledger().submissions().find(id).orElseThrow())
                        .map(each -> each.deliverable() + " " + each.parts().size() + " "
                                + each.verdict().orElse(""))
                        .toList());
        String receipt = letter("receipt");
        assertTrue(receipt.contains("The study") && receipt.contains("The memo"), receipt);
    }

    @Test
    void conflictingHints_goToReviewWithAllOfThem() throws Exception {
        home.deliver("free/all.zip", zip(entry("study/x.txt", text("a"))));
        assertEquals(
                "ATTACHED -> ROUTED review by INCONCLUSIVE: The deliverable is not certain: by folder 'free' it is"
                        + " wo-1/free, but by folder 'study' it is wo-1/study.",
                outcome(1));
    }

    @Test
    void bag_isItsPayload_andOneThatDoesNotHoldIsHeldWithTheReason() throws Exception {
        home.deliver("b1.zip", bag("a", "a"));
        SubmissionRecord memo = only(1);
        assertEquals("free", memo.deliverable());
        assertEquals("bag", memo.identifiedBy());
        home.deliver("b2.zip", bag("b", "changed on the way"));
        List<ArrivalRecord> arrivals = SmallHome.settled(running.ledger(), 2);
        assertEquals(
                "HELD: The manifest has mistakes: manifest-sha256.txt: 'data/memo.txt' has another SHA-256"
                        + " than is listed. Found: " + sha256(text("changed on the way")),
                SmallHome.outcome(running.ledger(), arrivals.get(1)));
    }

    @Test
    void manifestOfAPackage_namesWhatIsMissing_andItsHashesAreCompared() throws Exception {
        String manifest = "work-order: wo-1\ndeliverable: free\nparts:\n  - path: memo.txt\n  - path: data.txt\n";
        home.deliver("one.zip", zip(entry("manifest.yaml", manifest), entry("memo.txt", text("a"))));
        SubmissionRecord waiting = only(1);
        assertEquals(SubmissionState.WAITING, waiting.state());
        assertTrue(letter("receipt").contains("data.txt \u2014 expected, not received"), letter("receipt"));
        home.deliver("free/data.txt", bytes("b"));
        SubmissionRecord whole = only(2);
        assertEquals(2, whole.parts().size());
        home.deliver(
                "two.zip",
                zip(
                        entry(
                                "manifest.yaml",
                                manifest.replace("memo.txt\n", "memo.txt\n    sha256: " + sha256("x") + "\n")),
                        entry("memo.txt", text("c")),
                        entry("data.txt", text("d"))));
        ArrivalRecord third = SmallHome.settled(running.ledger(), 3).getLast();
        assertEquals(
                "HELD: The manifest gives another SHA-256 for memo.txt than the file has (" + sha256(text("c"))
                        + "). Deliver the file and its manifest again.",
                SmallHome.outcome(running.ledger(), third));
    }

    private static byte[] bag(String listed, String sent) throws Exception {
        return zip(
                entry("bag/bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"),
                entry("bag/bag-info.txt", "External-Identifier: wo-1/free\n"),
                entry("bag/manifest-sha256.txt", sha256(text(listed)) + " data/memo.txt\n"),
                entry("bag/data/memo.txt", text(sent)));
    }

    /// The newest submission, when a number of arrivals has come.
    private SubmissionRecord only(int arrivals) throws InterruptedException {
        ArrivalRecord newest = SmallHome.settled(running.ledger(), arrivals).getLast();
        return running.ledger()
                .submissions()
                .find(newest.submission().orElseThrow())
                .orElseThrow();
    }

    private String outcome(int number) throws InterruptedException {
        List<ArrivalRecord> arrivals = SmallHome.settled(running.ledger(), Math.max(1, number));
        return SmallHome.outcome(running.ledger(), arrivals.getLast());
    }

    private static String roles(SubmissionRecord submission) {
        return submission.parts().stream()
                .map(part -> part.role() + " " + part.basis())
                .collect(Collectors.joining(", "));
    }

    private List<Path> letters(String kind) {
        try (Stream<Path> found = Files.walk(folder.resolve("outbox/swift"))) {
            return found.filter(file -> file.getFileName().toString().equals(kind + ".txt"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private String letter(String kind) throws IOException, InterruptedException {
        SmallHome.await(() -> !letters(kind).isEmpty());
        return read(letters(kind).getFirst());
    }

    private static String read(Path letter) {
        try {
            return Files.readString(letter).replaceAll("\\s+", " ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(String seed) {
        return text(seed).getBytes(StandardCharsets.UTF_8);
    }

    private static String text(String seed) {
        return SmallHome.CLEAN + " It is part " + seed + " of what was asked for.";
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
