package dev.assay.extract.survey;

import static dev.assay.extract.Reading.utf8;
import static dev.assay.extract.ZipBytes.entry;
import static dev.assay.extract.ZipBytes.zip;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.extract.HostileFilesTest;
import dev.assay.extract.Quine;
import dev.assay.extract.Reading;
import dev.assay.extract.ZipBytes;
import dev.assay.extract.survey.Survey.SurveyPart;
import dev.assay.work.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SurveyTaskTest {
    private static final String MANIFEST = """
        work-order: hb-101
        deliverable: report
        parts:
          - path: report.docx
            role: report
            sha256: %s
        declarations:
          second-person-check: done by A. Jones
        """.formatted("a".repeat(64));

    @TempDir
    Path home;

    Path folder;

    @BeforeEach
    void nestTheFolder() throws IOException {
        folder = Files.createDirectories(home.resolve("tasks/1"));
    }

    @Test
    void plainFile_isItsOnlyPart() throws IOException {
        Survey survey = Reading.survey(folder, utf8("abc"), "notes.txt");
        assertEquals("text/plain", survey.mediaType());
        assertEquals(
                List.of(new SurveyPart(
                        "arrived", "notes.txt", 3, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")),
                survey.parts());
    }

    @Test
    void officeFile_isNoPackage() throws IOException {
        Survey survey = Reading.survey(folder, HostileFilesTest.docx("Text"), "report.docx");
        assertEquals(
                List.of("arrived"),
                survey.parts().stream().map(SurveyPart::file).toList());
    }

    @Test
    void packageWithManifest_isUnpackedByNumber() throws IOException {
        byte[] bytes = zip(
                entry("delivery/", ""),
                entry("delivery/manifest.yaml", MANIFEST),
                entry("delivery/report.docx", "one"),
                entry("delivery/data/tables.csv", "1,2"),
                entry("__MACOSX/._report.docx", "residue"));
        Survey survey = Reading.survey(folder, bytes, "delivery.zip");

        assertEquals("application/zip", survey.mediaType());
        assertEquals(
                List.of("part-0001 delivery/report.docx 3", "part-0002 delivery/data/tables.csv 3"),
                survey.parts().stream()
                        .map(part -> part.file() + " " + part.name() + " " + part.size())
                        .toList());
        assertEquals("one", Files.readString(folder.resolve("part-0001")));
        assertEquals(List.of("__MACOSX/._report.docx"), survey.skipped());
        assertEquals(
                new Manifest(
                        "hb-101",
                        "report",
                        List.of(new Manifest.ManifestPart("report.docx", "report", "a".repeat(64))),
                        Map.of("second-person-check", "done by A. Jones")),
                survey.told().manifest());
        assertEquals(List.of(), survey.told().problems());
    }

    @Test
    void jsonManifestByItself_isRead() throws IOException {
        Survey survey = Reading.survey(folder, utf8("{\"work-order\": \"hb-101\"}"), "Manifest.JSON");
        assertEquals(
                new Manifest("hb-101", "", List.of(), Map.of()), survey.told().manifest());
    }

    @Test
    void mistakesInAManifest_areToldTogether_withLineAndColumn() throws IOException {
        Survey survey = Reading.survey(folder, utf8("workorder: x\nparts:\n  - role: a\n"), "manifest.yaml");
        assertNull(survey.told().manifest());
        assertEquals(
                List.of(
                        "manifest.yaml:1:1: key 'work-order' is missing",
                        "manifest.yaml:1:1: unknown key 'workorder' of a manifest. Did you mean 'work-order'?",
                        "manifest.yaml:3:5: key 'path' is missing"),
                survey.told().problems());
    }

    @Test
    void twoManifests_areAMistake() throws IOException {
        Survey survey =
                Reading.survey(folder, zip(entry("manifest.yaml", MANIFEST), entry("manifest.json", "{}")), "a.zip");
        assertNull(survey.told().manifest());
        assertEquals(
                List.of("manifest.yaml:1:1: the package has 2 manifests. Keep one"),
                survey.told().problems());
    }

    @Test
    void namesThatWouldLeaveTheFolder_areDataOnly() throws IOException {
        ZipBytes.Entry link = entry("link", "/etc/passwd");
        link.hostSystem = 3;
        link.attributes = 0xA1FF << 16;
        List<String> names = List.of(
                "../up.txt", "/abs.txt", "C:\\win.txt", "a/../../b.txt", "nul\0name.txt", "manifest/../part-0001");
        ZipBytes.Entry[] entries = new ZipBytes.Entry[names.size() + 1];
        for (int i = 0; i < names.size(); i++) {
            entries[i] = entry(names.get(i), "content " + i);
        }
        entries[names.size()] = link;
        Survey survey = Reading.survey(folder, zip(entries), "slip.zip");

        assertEquals(names, survey.parts().stream().map(SurveyPart::name).toList());
        assertEquals(List.of("link"), survey.skipped());
        List<Path> expected = new ArrayList<>(List.of(folder.resolve("arrived")));
        for (int i = 1; i <= names.size(); i++) {
            expected.add(folder.resolve("part-000" + i));
        }
        assertEquals(expected, tree(home));
        assertFalse(Files.exists(Path.of("/abs.txt")));
    }

    private static List<Path> tree(Path root) throws IOException {
        try (var files = Files.walk(root)) {
            return files.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void bombAndQuine_areQuarantined_withTheLimitNamed() throws IOException {
        Survey bomb = Reading.survey(folder, zip(new ZipBytes.Entry("zeros", new byte[3 << 20])), "a.zip");
        assertTrue(String.valueOf(bomb.quarantine()).startsWith("limit ratio"), bomb.toString());
        Survey quine = Reading.survey(folder, Quine.zip(), "a.zip");
        assertTrue(String.valueOf(quine.quarantine()).startsWith("limit depth"), quine.toString());
    }

    @Test
    void cutOffPackage_isDamaged_andACutOffOfficeFileIsLeftToReading() throws IOException {
        byte[] whole = zip(entry("a.txt", "text"), entry("b.txt", "text"));
        byte[] half = Arrays.copyOf(whole, whole.length / 2);
        assertEquals(
                "the zip container is damaged: it ends before its directory",
                Reading.survey(folder, half, "a.zip").damaged());
        assertNull(Reading.survey(folder, half, "report.docx").damaged());
    }

    @Test
    void encryptedPackage_needsAPassword() throws IOException {
        ZipBytes.Entry entry = entry("a.txt", "x");
        entry.flags |= 1;
        Survey survey = Reading.survey(folder, zip(entry), "a.zip");
        assertTrue(survey.passwordNeeded());
        assertNull(survey.quarantine());
    }
}
