package dev.assay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.extract.Quine;
import dev.assay.ledger.ArrivalRecord;
import dev.assay.ledger.Ledger;
import dev.assay.work.ShownName;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Everything bad a vendor can put into its folder, in one running installation: what becomes of each is pinned
/// in `bad-input/expected.txt` (`-Dfixtures=update` rewrites it), and good files beside it go on. `badInput01` to
/// `badInput13` are the rows of our table of bad inputs; row 9, mails, is in [MailIT].
final class BadInputIT {
    private static final String LONG = "R".repeat(250) + ".docx";
    private static final int MOST_BYTES = 12 << 20;
    private static final Map<String, byte[]> FILES = new LinkedHashMap<>();

    /// What became of each file, by its path as it is shown.
    private static Map<String, String> outcomes = Map.of();

    @TempDir
    static Path shared;

    @TempDir
    Path temporary;

    @BeforeAll
    static void deliverAll() throws Exception {
        fill();
        SmallHome home = SmallHome.in(
                shared.resolve("home"),
                FILES.keySet().stream()
                        .map(path -> path.split("/", -1)[0])
                        .distinct()
                        .toList());
        strict(home);
        try (Wiring.Running running = home.start()) {
            for (Map.Entry<String, byte[]> each : FILES.entrySet()) {
                home.deliver("wo-1/" + each.getKey(), each.getValue());
            }
            home.deliver("wo-99/report.docx", BadFiles.docx("An order nobody knows."));
            home.deliver("report.docx", BadFiles.docx("A file that says nothing of itself."));
            List<ArrivalRecord> arrivals = SmallHome.settled(running.ledger(), FILES.size() + 2);
            outcomes = outcomes(running.ledger(), arrivals);
            assertSound(running, home);
            assertEquals(List.of(), running.health().reasons());
        }
    }

    /// Deliverables whose names begin so are held to what only some clients ask for.
    private static void strict(SmallHome home) throws IOException {
        home.write("clients/acme/acting.yaml", """
            title: Nothing acts
            items:
              - {id: nothing-acts, check: active-content, effect: review}
              - {id: type, check: type-mismatch}
            """);
        home.write("clients/acme/text.yaml", """
            title: All is text
            items:
              - {id: text, check: unreadable-content, blocking: true}
            """);
        Path order = home.folder.resolve("work-orders/wo-1.yaml");
        Files.writeString(
                order,
                Files.readString(order).replaceAll("(?m)^(  - \\{id: (acting|text)-[^}]*)", "$1, checklist: $2"));
        home.write(
                "assay.properties",
                Files.readString(home.folder.resolve("assay.properties"))
                        .replace("intake.most-size = 1MiB", "intake.most-size = 12MiB"));
    }

    @Test
    void everyBadInput_hasItsOutcome() throws Exception {
        Fixture.compare(
                "bad-input/expected.txt",
                outcomes.entrySet().stream()
                        .map(line -> line.getKey() + "\n    " + line.getValue() + "\n")
                        .collect(Collectors.joining()));
    }

    @Test
    void badInput01_nothingOrAPartOfAFile_isTheVendorsToMend() {
        for (String file : List.of("empty/report.docx", "cut-docx/report.docx", "cut-pdf/report.pdf")) {
            assertOutcome(file, "ATTACHED -> ROUTED rework by UNREADABLE: Part 'report.");
        }
    }

    @Test
    void badInput02_wrongTypes_areReadByContentAndSeenByAPerson() {
        assertOutcome(
                "mismatch/report.pdf", "ATTACHED -> ROUTED review by INCONCLUSIVE: Part 'report.pdf' is not what");
        assertOutcome("mismatch-open/report.pdf", "ATTACHED -> ROUTED rework by REWORK: Blocking item");
        assertOutcome("acting-type/report.pdf", "ATTACHED -> ROUTED review by INCONCLUSIVE: Part 'report.pdf' is not");
        assertOutcome(
                "polyglot/report.pdf",
                "ATTACHED -> ROUTED review by INCONCLUSIVE: Item 'nothing-left-open' could not be told");
    }

    @Test
    void badInput03_passwords_areHeld() {
        for (String file : List.of("locked-pdf/report.pdf", "locked-xlsx/report.xlsx", "locked-docx/report.docx")) {
            assertOutcome(file, "ATTACHED -> HELD: A password is needed: ");
        }
        assertOutcome("locked-zip/report.zip", "HELD: The package needs a password. Ask the vendor for one without.");
    }

    @Test
    void badInput04_attacks_areQuarantinedWithTheLimitNamed() {
        assertOutcome("xxe/report.docx", "QUARANTINED: limit entities: ");
        assertOutcome("laughs/report.docx", "QUARANTINED: limit entities: ");
        assertOutcome("bomb/report.zip", "QUARANTINED: limit ratio: ");
        assertOutcome("quine/report.zip", "QUARANTINED: limit depth: ");
        assertOutcome("depth-50/report.zip", "QUARANTINED: limit depth: ");
        assertOutcome("entries/report.zip", "QUARANTINED: limit entries: ");
    }

    @Test
    void badInput05_zipsThatCanBeReadInTwoWays_areQuarantined() {
        assertOutcome("duplicates/report.zip", "QUARANTINED: limit ambiguity: the zip container is ambiguous");
        assertOutcome("two-names/report.zip", "QUARANTINED: limit ambiguity: the zip container is ambiguous");
        assertOutcome("overlap/report.zip", "QUARANTINED: limit ambiguity: the zip container is ambiguous");
    }

    @Test
    void badInput06_scanWithoutText_isReviewed_orReworkedWhereTextIsRequired() {
        assertOutcome(
                "scan/report.pdf", "ATTACHED -> ROUTED review by INCONCLUSIVE: Item 'nothing-left-open' could not");
        assertOutcome("text-scan/report.pdf", "ATTACHED -> ROUTED rework by REWORK: Blocking item 'text': ");
    }

    @Test
    void badInput07_partOfTheText_isReviewed() {
        assertOutcome("partial/report.html", "ATTACHED -> ROUTED review by INCONCLUSIVE: ");
    }

    @Test
    void badInput08_whatCouldAct_isFoundAndReviewed() {
        String told = "ATTACHED -> ROUTED review by REVIEW_ITEM: Item 'nothing-acts' is for a reviewer: ";
        assertOutcome("acting-macro/report.docm", told + "The file holds macros");
        assertOutcome("acting-script/report.pdf", told + "The file holds a script that its viewer runs");
        assertOutcome("acting-launch/report.pdf", told + "An action of the file starts a program");
        assertOutcome(
                "acting-ole/report.docx", "ATTACHED -> ROUTED review by INCONCLUSIVE: Part 'report.docx' was not");
    }

    @Test
    void badInput10_namesOfAllKinds_areStoredAndShownEscaped() {
        String accepted = "ATTACHED -> ROUTED accept by ACCEPT: ";
        assertOutcome("long-name/" + LONG, accepted);
        assertOutcome("newline-name/report[U+000A]INFO accepted.docx", accepted);
        assertOutcome("rtl-name/report-[U+202E]xcod.exe", "ATTACHED -> ROUTED review by ");
        assertOutcome("composed-name/r\u00e9port.docx", accepted);
        assertOutcome("device-name/CON", accepted);
        assertOutcome("camel-name/report.docx.camelLock", accepted);
        assertTrue(outcomes.keySet().stream().allMatch(name -> name.chars().noneMatch(Character::isISOControl)));
    }

    @Test
    void badInput11_tooLarge_isRefusedWithItsReason() {
        assertOutcome("too-large/report.txt", "REFUSED: The file has " + (MOST_BYTES + 1) + " bytes; the most that is");
    }

    @Test
    void badInput12_unknownOrder_isHeld() {
        String held = "HELD: Nothing says which deliverable it is.";
        assertTrue(outcomes.get("wo-99/report.docx").startsWith(held));
        assertTrue(outcomes.get("report.docx").startsWith(held));
        assertOutcome("foreign-manifest/report.zip", "HELD: The manifest names work order 'hb-101', which this vendor");
    }

    private static void assertOutcome(String file, String beginning) {
        String outcome = outcomes.get("wo-1/" + file);
        assertTrue(outcome != null && outcome.startsWith(beginning), file + ": " + outcome);
    }

    private static void fill() throws IOException {
        byte[] docx = BadFiles.docx(SmallHome.CLEAN);
        FILES.put("clean/report.docx", docx);
        FILES.put("open/report.docx", BadFiles.docx("The budget is TBD."));
        FILES.put("empty/report.docx", new byte[0]);
        FILES.put("cut-docx/report.docx", BadFiles.truncated(docx));
        FILES.put("cut-pdf/report.pdf", BadFiles.truncated(BadFiles.pdf(SmallHome.CLEAN)));
        FILES.put("locked-pdf/report.pdf", BadFiles.encryptedPdf());
        FILES.put("locked-xlsx/report.xlsx", BadFiles.encryptedXlsx());
        FILES.put("locked-zip/report.zip", BadFiles.encryptedZip());
        FILES.put("mismatch/report.pdf", BadFiles.docx(SmallHome.CLEAN + " Named as another format."));
        FILES.put("mismatch-open/report.pdf", BadFiles.docx("Named as another format, and TBD."));
        FILES.put("unknown-format/report.docx", new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
        FILES.put("scan/report.pdf", BadFiles.scannedPdf());
        FILES.put("long-name/" + LONG, BadFiles.docx(SmallHome.CLEAN + " Long."));
        FILES.put("rtl-name/report-\u202excod.exe", BadFiles.docx(SmallHome.CLEAN + " Turned."));
        FILES.put("newline-name/report\nINFO accepted.docx", BadFiles.docx(SmallHome.CLEAN + " Lines."));
        FILES.put("script-name/<script>alert(1)<\u2215script>.docx", BadFiles.docx(SmallHome.CLEAN + " Script."));
        FILES.put("nested/a/b/c/report.docx", BadFiles.docx(SmallHome.CLEAN + " Nested."));
        FILES.put("too-large/report.txt", new byte[MOST_BYTES + 1]);
        FILES.put("laughs/report.docx", BadFiles.laughs());
        FILES.put("cut-zip/report.zip", BadFiles.truncated(BadFiles.zip("report.docx", docx, "b.docx", docx)));
        FILES.put("duplicates/report.zip", BadFiles.duplicateEntries());
        FILES.put("bomb/report.zip", bomb());
        FILES.put("slip/report.zip", BadFiles.zip("../../report.txt", SmallHome.CLEAN));
        FILES.put(
                "packed/report.zip",
                BadFiles.zip(
                        "manifest.yaml",
                        "work-order: wo-1\ndeliverable: packed\n",
                        "report.docx",
                        BadFiles.docx(SmallHome.CLEAN + " Packed.")));
        FILES.put(
                "wrong-manifest/report.zip",
                BadFiles.zip("manifest.yaml", "work-order: wo-1\ncolour: red\n", "report.docx", docx));
        FILES.put(
                "foreign-manifest/report.zip",
                BadFiles.zip("manifest.yaml", "work-order: hb-101\n", "report.docx", docx));
        FILES.put("broken-manifest/report.zip", BadFiles.zip("manifest.yaml", "work-order: [\n", "report.docx", docx));
        FILES.put("empty-zip/report.zip", BadFiles.zip());
        fillRows();
    }

    private static void fillRows() throws IOException {
        FILES.put("acting-type/report.pdf", BadFiles.docx(SmallHome.CLEAN + " Of another type."));
        FILES.put("polyglot/report.pdf", BadFiles.polyglot());
        FILES.put("locked-docx/report.docx", BadFiles.encryptedDocx());
        FILES.put("xxe/report.docx", BadFiles.externalEntity());
        FILES.put("quine/report.zip", Quine.zip());
        FILES.put("depth-50/report.zip", BadFiles.nested(50));
        FILES.put("entries/report.zip", BadFiles.entries(100_000));
        FILES.put("two-names/report.zip", BadFiles.twoNames());
        FILES.put("overlap/report.zip", BadFiles.overlapping());
        FILES.put("text-scan/report.pdf", BadFiles.scannedPdf());
        FILES.put("partial/report.html", BadFiles.manyLinks());
        FILES.put("acting-macro/report.docm", BadFiles.macro());
        FILES.put("acting-ole/report.docx", BadFiles.object());
        FILES.put("acting-script/report.pdf", BadFiles.actingPdf("JavaScript"));
        FILES.put("acting-launch/report.pdf", BadFiles.actingPdf("Launch"));
        FILES.put("composed-name/r\u00e9port.docx", BadFiles.docx(SmallHome.CLEAN + " Composed."));
        FILES.put("decomposed-name/re\u0301port.docx", BadFiles.docx(SmallHome.CLEAN + " Decomposed."));
        FILES.put("device-name/CON", BadFiles.docx(SmallHome.CLEAN + " Device."));
        FILES.put("camel-name/report.docx.camelLock", BadFiles.docx(SmallHome.CLEAN + " Camel."));
    }

    private static byte[] bomb() throws IOException {
        return Files.readAllBytes(
                Path.of("samples/deliverables/16-model-package/tarn-modelling/pw-203/PW-203-model-harrowgate.zip"));
    }

    private static Map<String, String> outcomes(Ledger ledger, List<ArrivalRecord> arrivals) {
        Map<String, String> lines = new TreeMap<>();
        for (ArrivalRecord arrival : arrivals) {
            lines.put(ShownName.of(arrival.arrival().path()), SmallHome.outcome(ledger, arrival));
        }
        return lines;
    }

    /// Nothing is lost, in the ledger's count and on the disk.
    private static void assertSound(Wiring.Running running, SmallHome home) throws IOException {
        assertEquals(0, running.ledger().balances().arrivals().gap());
        assertEquals(0, running.ledger().balances().submissions().gap());
        assertTrue(running.ledger().verify().intact());
        try (var left = Files.walk(home.drop())) {
            assertEquals(List.of(), left.filter(Files::isRegularFile).toList());
        }
    }

    @Test
    void manifestAfterItsFile_opensWhatWasHeld() throws Exception {
        SmallHome home = SmallHome.in(temporary.resolve("home"), List.of("late", "other"));
        try (Wiring.Running running = home.start()) {
            Ledger ledger = running.ledger();
            home.deliver("upload/report.docx", BadFiles.docx(SmallHome.CLEAN));
            assertEquals(
                    "HELD: Nothing says which deliverable it is. Name the work order in manifest.yaml or as the"
                            + " folder.",
                    SmallHome.outcome(ledger, SmallHome.settled(ledger, 1).getFirst()));
            home.deliver(
                    "upload/manifest.yaml", "work-order: wo-1\ndeliverable: late\n".getBytes(StandardCharsets.UTF_8));
            List<ArrivalRecord> arrivals = SmallHome.settled(ledger, 2);
            assertEquals(
                    "ATTACHED -> ROUTED accept by ACCEPT: 1 item that counts passed and none failed.",
                    SmallHome.outcome(ledger, arrivals.getFirst()));
            assertEquals("ATTACHED", SmallHome.outcome(ledger, arrivals.getLast()));
            assertEquals(1, home.queue("accept").size());
            assertSound(running, home);
        }
    }

    @Test
    void whatIsNoPlainFile_isPassedOverAndItsNeighbourReceived() throws Exception {
        SmallHome home = SmallHome.in(temporary.resolve("home"), List.of("report"));
        Path outside = Files.write(temporary.resolve("outside.docx"), BadFiles.docx("Not this vendor's."));
        Path folder = Files.createDirectories(home.drop().resolve("wo-1/report"));
        Files.createSymbolicLink(folder.resolve("link.docx"), outside);
        Files.createSymbolicLink(folder.resolve("loop"), folder);
        Files.createLink(folder.resolve("hard.docx"), outside);
        assertEquals(
                0,
                new ProcessBuilder("mkfifo", folder.resolve("pipe.docx").toString())
                        .start()
                        .waitFor());
        try (Wiring.Running running = home.start()) {
            home.deliver("wo-1/report/report.docx", BadFiles.docx(SmallHome.CLEAN));
            SmallHome.settled(running.ledger(), 1);
            assertEquals(1, home.queue("accept").size());
            assertTrue(Files.isSymbolicLink(folder.resolve("link.docx")));
            assertTrue(Files.exists(folder.resolve("pipe.docx"), LinkOption.NOFOLLOW_LINKS));
            assertEquals(2, Files.getAttribute(outside, "unix:nlink"));
        }
    }

    @Test
    void folderOfNoVendor_isToldByHealth() throws Exception {
        SmallHome home = SmallHome.in(temporary.resolve("home"), List.of("report"));
        Path stray = home.write("drop/nob\u202eody/report.docx", "x");
        try (Wiring.Running running = home.start()) {
            HttpResponse<String> health = SmallHome.get(running, "/health");
            assertEquals(503, health.statusCode());
            assertEquals(
                    List.of("drop folder 'nob[U+202E]ody' belongs to no vendor; nothing in it is received. Write"
                            + " vendors/<id>.yaml or remove it."),
                    running.health().reasons());
            assertTrue(Files.exists(stray));
        }
    }
}
