package dev.assay.bundle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.assay.check.Checks;
import dev.assay.checklist.Checklist;
import dev.assay.checklist.ChecklistReader;
import dev.assay.checklist.Item;
import dev.assay.config.Json;
import dev.assay.config.Problem;
import dev.assay.config.Problems;
import dev.assay.work.BusinessCalendar;
import dev.assay.work.CountedTime;
import dev.assay.work.Deliverable;
import dev.assay.work.Policy;
import dev.assay.work.Reference;
import dev.assay.work.Tier;
import dev.assay.work.WorkOrder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a vendor gets of a work order, and that it is what was signed.
final class BundleFileTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final SigningKey KEY = SigningKey.of(new byte[32]);
    private static final String CHECKLIST = """
        title: Acme report
        figures:
          asked: {label: Base, source: asked}
          told: {label: Base, source: said}
        items:
          - id: open
            check: placeholder-text
            examples: {pass: ["All is said."]}
          - {id: named, check: missing-section, with: {titles: [Method]}, requirement: It says how., blocking: true}
          - {id: no-rivals, check: forbidden-term, with: {terms: [Project Heron]}, effect: contain}
          - {id: maybe, check: undefined-abbreviation, mode: trial}
          - {id: own-work, check: prior-work-overlap, requirement: It is written for us., effect: review}
          - {id: as-said, check: quote-not-in-source, with: {source: transcripts}, requirement: Quotes are true.}
          - {id: as-asked, check: quote-not-in-source, with: {source: questionnaire}}
          - {id: as-both, check: expression, with: {rule: asked = told}, requirement: Bases agree.}
          - {id: as-tabled, check: quote-not-in-source, with: {source: tables}}
          - {id: follows, by: person, requirement: The conclusions follow., guidance: Ask Jane.}
          - {id: cleared, by: vendor, requirement: Who wrote it is cleared.}
        """;

    @TempDir
    private Path folder;

    private Path file;
    private Map<String, Path> given;
    private Bundle bundle;

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("b.zip");
        Path questionnaire = Files.writeString(folder.resolve("q.txt"), "Q1 Do you buy it?\n");
        given = Map.of("asked", questionnaire);
        Selection selection = new Selection(order(Preflight.sha256(questionnaire)), TODAY);
        bundle = selection.of("1.2", "Acme Foods plc", "swift", ignored -> checklist());
        BundleFile.write(file, bundle, given::get, KEY);
    }

    @Test
    void vendorGets_itsDeliverablesAndWhatItCanCheck() {
        Bundle.Ordered ordered = bundle.orders().getFirst();
        assertEquals(1, bundle.orders().size(), "the other deliverable is another vendor's");
        assertEquals(List.of("swift"), ordered.deliverable().vendors());
        assertEquals(
                List.of("open", "named", "as-asked", "as-tabled", "cleared"),
                ordered.items().stream().map(Item::id).toList());
        assertEquals(
                List.of(
                        new Bundle.ForTheClient(
                                "own-work",
                                "It is written for us.",
                                "it needs what only the client's gate knows of the delivery"),
                        new Bundle.ForTheClient(
                                "as-said",
                                "Quotes are true.",
                                "it is held against 'transcripts', which stays with the client"),
                        new Bundle.ForTheClient(
                                "as-both",
                                "Bases agree.",
                                "it is held against 'transcripts', which stays with the client"),
                        new Bundle.ForTheClient("follows", "The conclusions follow.", "a person answers it")),
                ordered.forTheClient());
        assertEquals(
                List.of("asked"),
                bundle.references().stream().map(Bundle.Shared::id).toList());
    }

    /// Neither terms of what is contained, nor what is in trial, nor how often people read along, nor whom to ask.
    @Test
    void whatIsTheClientsOwn_isNowhereInIt() throws IOException {
        String text = String.join("\n", texts(entries()).values());
        for (String own : List.of(
                "Heron",
                "no-rivals",
                "maybe",
                "Jane",
                "All is said",
                "0.25",
                "other-vendor",
                "checklist.yaml:",
                "lost")) {
            assertEquals(-1, text.indexOf(own), own);
        }
        assertEquals(0, bundle.policy().sampling());
        assertEquals(false, bundle.policy().tightened());
        assertEquals(OptionalInt.of(2), bundle.policy().major(), "acceptance numbers are told");
    }

    @Test
    void whatIsRead_isWhatWasWritten() throws IOException {
        BundleFile.Opened opened = read(SigningKey.fingerprint(KEY.publicKey())).orElseThrow();
        assertEquals(Json.text(bundle), Json.text(opened.bundle()));
        assertEquals("Q1 Do you buy it?\n", Files.readString(opened.references().get("asked")));
        assertEquals(SigningKey.fingerprint(KEY.publicKey()), opened.key());
    }

    @Test
    void sameContent_givesTheSameBytes() throws IOException {
        Path again = folder.resolve("again.zip");
        BundleFile.write(again, bundle, given::get, KEY);
        assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(again));
    }

    @Test
    void referenceThatChangedMeanwhile_isNotWritten() throws IOException {
        Files.writeString(given.get("asked"), "Q1 Something else?\n");
        assertEquals(
                "Reference asked changed while the bundle was written. Export it again.",
                assertThrows(
                                IllegalStateException.class,
                                () -> BundleFile.write(folder.resolve("c.zip"), bundle, given::get, KEY))
                        .getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"bundle.json", "SHA256SUMS", "SHA256SUMS.sig", "references/asked/q.txt"})
    void changedEntry_isRefused(String name) throws IOException {
        Map<String, byte[]> entries = entries();
        byte[] bytes = entries.get(name).clone();
        bytes[bytes.length / 2] ^= 1;
        entries.put(name, bytes);
        rewrite(entries);
        assertEquals(
                name.startsWith("references/")
                        ? "b.zip: its reference references/asked/q.txt is not as it was signed. Fetch it again"
                        : "b.zip: it was changed after it was signed. Fetch it again",
                refused(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bundle.json", "SHA256SUMS", "SHA256SUMS.sig", "key.der"})
    void missingEntry_isRefused(String name) throws IOException {
        Map<String, byte[]> entries = entries();
        entries.remove(name);
        rewrite(entries);
        assertEquals(
                "b.zip: it is no bundle: it lacks one of bundle.json, SHA256SUMS, SHA256SUMS.sig and key.der. Name a"
                        + " file that 'assay bundle export' wrote",
                refused(""));
    }

    /// Whoever changes a bundle can sign it anew, with a key of their own.
    @Test
    void bundleOfAnotherKey_isRefusedWhereTheKeyIsKnown() throws IOException {
        SigningKey other = SigningKey.of(new byte[] {
            1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1
        });
        BundleFile.write(file, bundle, given::get, other);
        assertEquals(
                SigningKey.fingerprint(other.publicKey()),
                read("").orElseThrow().key());
        String own = SigningKey.fingerprint(KEY.publicKey());
        assertEquals(
                "b.zip: it is signed with key " + SigningKey.fingerprint(other.publicKey()) + ", not with " + own
                        + ". Ask the client which key is its own",
                refused(own));
    }

    @Test
    void whatIsNoZip_isRefused() throws IOException {
        Files.writeString(file, "no zip");
        assertEquals("b.zip: it is no zip, or damaged. Fetch it again", refused(""));
    }

    @Test
    void bundleOfANewerBuild_isRefused() throws IOException {
        Map<String, byte[]> entries = entries();
        byte[] content = new String(entries.get("bundle.json"), StandardCharsets.UTF_8)
                .replace("\"program\"", "\"novelty\" : 1, \"program\"")
                .getBytes(StandardCharsets.UTF_8);
        Path json = Files.write(folder.resolve("json"), content);
        byte[] sums = (Preflight.sha256(json) + "  bundle.json\n").getBytes(StandardCharsets.UTF_8);
        entries.put("bundle.json", content);
        entries.put("SHA256SUMS", sums);
        entries.put("SHA256SUMS.sig", KEY.sign(sums));
        rewrite(entries);
        assertEquals(
                "b.zip: another version of the program wrote it. Use that version, or have it exported anew",
                refused(""));
    }

    private Optional<BundleFile.Opened> read(String key) throws IOException {
        Problems problems = new Problems();
        Optional<BundleFile.Opened> opened = BundleFile.read("b.zip", file, key, folder, problems);
        problems.throwIfAny();
        return opened;
    }

    private String refused(String key) throws IOException {
        Problems problems = new Problems();
        assertEquals(Optional.empty(), BundleFile.read("b.zip", file, key, folder, problems));
        return String.join("\n", problems.all().stream().map(Problem::toString).toList());
    }

    private Map<String, byte[]> entries() throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
                entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        return entries;
    }

    private static Map<String, String> texts(Map<String, byte[]> entries) {
        Map<String, String> texts = new HashMap<>();
        entries.forEach((name, bytes) -> texts.put(name, new String(bytes, StandardCharsets.UTF_8)));
        return texts;
    }

    private void rewrite(Map<String, byte[]> entries) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
    }

    private static Checklist checklist() {
        Problems problems = new Problems();
        Optional<Checklist> read =
                new ChecklistReader(Checks.kinds()).read("clients/acme/checklist.yaml", CHECKLIST, problems);
        problems.throwIfAny();
        return read.orElseThrow();
    }

    private static WorkOrder order(String sha256) {
        return new WorkOrder(
                "wo-1",
                "0",
                "acme",
                "market-research",
                Tier.STANDARD,
                "en-GB",
                ZoneId.of("Europe/London"),
                "weekdays",
                BusinessCalendar.named("weekdays"),
                CountedTime.FIRST_SIGHTING_AT_FINAL_SIZE,
                new Policy(
                        "7", 0.25, 3, true, true, 2, 0, OptionalInt.of(2), OptionalInt.empty(), OptionalDouble.empty()),
                Optional.empty(),
                List.of(
                        new Deliverable(
                                "report",
                                "The report",
                                "report",
                                "checklist",
                                List.of("swift", "other-vendor"),
                                List.of(),
                                Instant.EPOCH),
                        new Deliverable(
                                "tables",
                                "The tables",
                                "tables",
                                "checklist",
                                List.of("other-vendor"),
                                List.of(),
                                Instant.EPOCH)),
                List.of(
                        reference("asked", Reference.Kind.QUESTIONNAIRE, "q.txt", sha256, Optional.empty(), true),
                        reference(
                                "lost",
                                Reference.Kind.QUESTIONNAIRE,
                                "old.txt",
                                "00",
                                Optional.of(TODAY.minusDays(1)),
                                true),
                        reference("said", Reference.Kind.TRANSCRIPTS, "t.txt", "00", Optional.empty(), false)));
    }

    private static Reference reference(
            String id, Reference.Kind kind, String file, String sha256, Optional<LocalDate> until, boolean shared) {
        return new Reference(id, kind, "wo-1/" + file, sha256, Optional.empty(), until, shared);
    }
}
