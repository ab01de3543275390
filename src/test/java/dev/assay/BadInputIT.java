package dev.assay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Everything bad a vendor can put into its folder, in one running installation: what becomes of each is pinned
/// in `bad-input/expected.txt` (`-Dfixtures=update` rewrites it), and good files beside it go on.
final class BadInputIT {
    private static final String LONG = "R".repeat(250) + ".docx";

    @TempDir
    Path temporary;

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    @Test
    void everyBadInput_hasItsOutcome() throws Exception {
        fill();
        SmallHome home = SmallHome.in(
                temporary.resolve("home"),
                files.keySet().stream()
                        .map(path -> path.split("/", -1)[0])
                        .distinct()
                        .toList());
        try (Wiring.Running running = home.start()) {
            for (Map.Entry<String, byte[]> each : files.entrySet()) {
                home.deliver("wo-1/" + each.getKey(), each.getValue());
            }
            home.deliver("wo-99/report.docx", BadFiles.docx("An order nobody knows."));
            home.deliver("report.docx", BadFiles.docx("A file that says nothing of itself."));
            List<ArrivalRecord> arrivals = SmallHome.settled(running.ledger(), files.size() + 2);
            assertSound(running, home);
            Fixture.compare("bad-input/expected.txt", outcomes(running.ledger(), arrivals));
            assertEquals(List.of(), running.health().reasons());
        }
    }

    private void fill() throws IOException {
        byte[] docx = BadFiles.docx(SmallHome.CLEAN);
        files.put("clean/report.docx", docx);
        files.put("open/report.docx", BadFiles.docx("The budget is TBD."));
        files.put("empty/report.docx", new byte[0]);
        files.put("cut-docx/report.docx", BadFiles.truncated(docx));
        files.put("cut-pdf/report.pdf", BadFiles.truncated(BadFiles.pdf(SmallHome.CLEAN)));
        files.put("locked-pdf/report.pdf", BadFiles.encryptedPdf());
        files.put("locked-xlsx/report.xlsx", BadFiles.encryptedXlsx());
        files.put("locked-zip/report.zip", BadFiles.encryptedZip());
        files.put("mismatch/report.pdf", BadFiles.docx(SmallHome.CLEAN + " Named as another format."));
        files.put("mismatch-open/report.pdf", BadFiles.docx("Named as another format, and TBD."));
        files.put("unknown-format/report.docx", new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
        files.put("scan/report.pdf", BadFiles.scannedPdf());
        files.put("long-name/" + LONG, BadFiles.docx(SmallHome.CLEAN + " Long."));
        files.put("rtl-name/report-\u202excod.exe", BadFiles.docx(SmallHome.CLEAN + " Turned."));
        files.put("newline-name/report\nINFO accepted.docx", BadFiles.docx(SmallHome.CLEAN + " Lines."));
        files.put("script-name/<script>alert(1)<\u2215script>.docx", BadFiles.docx(SmallHome.CLEAN + " Script."));
        files.put("nested/a/b/c/report.docx", BadFiles.docx(SmallHome.CLEAN + " Nested."));
        files.put("too-large/report.txt", new byte[(1 << 20) + 1]);
        files.put("laughs/report.docx", BadFiles.laughs());
        files.put("cut-zip/report.zip", BadFiles.truncated(BadFiles.zip("report.docx", docx, "b.docx", docx)));
        files.put("duplicates/report.zip", BadFiles.duplicateEntries());
        files.put("bomb/report.zip", bomb());
        files.put("slip/report.zip", BadFiles.zip("../../report.txt", SmallHome.CLEAN));
        files.put(
                "packed/report.zip",
                BadFiles.zip(
                        "manifest.yaml",
                        "work-order: wo-1\ndeliverable: packed\n",
                        "report.docx",
                        BadFiles.docx(SmallHome.CLEAN + " Packed.")));
        files.put(
                "wrong-manifest/report.zip",
                BadFiles.zip("manifest.yaml", "work-order: wo-1\ncolour: red\n", "report.docx", docx));
        files.put(
                "foreign-manifest/report.zip",
                BadFiles.zip("manifest.yaml", "work-order: hb-101\n", "report.docx", docx));
        files.put("broken-manifest/report.zip", BadFiles.zip("manifest.yaml", "work-order: [\n", "report.docx", docx));
        files.put("empty-zip/report.zip", BadFiles.zip());
    }

    private static byte[] bomb() throws IOException {
        return Files.readAllBytes(
                Path.of("samples/deliverables/16-model-package/tarn-modelling/pw-203/PW-203-model-harrowgate.zip"));
    }

    private static String outcomes(Ledger ledger, List<ArrivalRecord> arrivals) {
        Map<String, String> lines = new TreeMap<>();
        for (ArrivalRecord arrival : arrivals) {
            lines.put(ShownName.of(arrival.arrival().path()), SmallHome.outcome(ledger, arrival));
        }
        return lines.entrySet().stream()
                .map(line -> line.getKey() + "\n    " + line.getValue() + "\n")
                .collect(Collectors.joining());
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
