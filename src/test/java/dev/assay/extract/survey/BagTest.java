package dev.assay.extract.survey;

import static dev.assay.extract.ZipBytes.entry;
import static dev.assay.extract.ZipBytes.zip;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.extract.Reading;
import dev.assay.extract.ZipBytes;
import dev.assay.extract.survey.Survey.SurveyPart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Bags of RFC 8493 in zip packages.
final class BagTest {
    private static final String DECLARATION = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

    @TempDir
    private Path home;

    private Path folder;

    @BeforeEach
    void prepare() throws IOException {
        folder = Files.createDirectories(home.resolve("tasks/1"));
    }

    @Test
    void validBag_isItsPayload() throws IOException {
        Survey survey = survey(
                entry("hb/bagit.txt", DECLARATION),
                entry(
                        "hb/bag-info.txt",
                        "Source-Organization: Kestrel\nExternal-Identifier: hb-101/report\n" + "Payload-Oxum: 9.2\n"),
                entry(
                        "hb/manifest-sha512.txt",
                        sum("SHA-512", "report") + "  data/report.docx\n" + sum("SHA-512", "one")
                                + "  data/annex/100%25 a.csv\n"),
                entry(
                        "hb/manifest-md5.txt",
                        sum("MD5", "report") + " data/report.docx\n" + sum("MD5", "one")
                                + " *data/annex/100%25 a.csv\n"),
                entry("hb/tagmanifest-sha256.txt", sum("SHA-256", DECLARATION) + " bagit.txt\n"),
                entry("hb/data/report.docx", "report"),
                entry("hb/data/annex/100% a.csv", "one"));
        assertEquals(List.of(), survey.told().problems());
        assertEquals("hb-101/report", survey.told().identifier());
        assertEquals(
                List.of("report.docx", "annex/100% a.csv"),
                survey.parts().stream().map(SurveyPart::name).toList());
    }

    @Test
    void manifestInThePayload_speaksForIt() throws IOException {
        String manifest = "work-order: hb-101\ncomplete: true\n";
        Survey survey = survey(
                entry("bagit.txt", DECLARATION),
                entry(
                        "manifest-sha256.txt",
                        sum("SHA-256", manifest) + " data/manifest.yaml\n" + sum("SHA-256", "x") + " data/x.txt\n"),
                entry("data/manifest.yaml", manifest),
                entry("data/x.txt", "x"));
        assertEquals(List.of(), survey.told().problems());
        assertEquals("hb-101", survey.told().manifest().workOrder());
        assertEquals(
                List.of("x.txt"), survey.parts().stream().map(SurveyPart::name).toList());
    }

    @Test
    void whatIsNotAsTheManifestSays_isToldEach() throws IOException {
        assertEquals(
                List.of(
                        "manifest-sha256.txt:3: a line is a checksum and the path of a file below data/. Found:"
                                + " 'rubbish'",
                        "manifest-sha256.txt:4: a line is a checksum and the path of a file below data/. Found: '"
                                + sum("SHA-256", "x") + " data/../../x'",
                        "manifest-sha256.txt:5: 'data/a.txt' is listed twice",
                        "manifest-sha256.txt: 'data/a.txt' has another SHA-256 than is listed. Found: "
                                + sum("SHA-256", "a"),
                        "manifest-sha256.txt: 'data/gone.txt' is listed and not in the bag",
                        "manifest-sha256.txt: 'data/far.txt' lies elsewhere (fetch.txt:1) and is not fetched. Put it"
                                + " into the bag",
                        "manifest-sha256.txt: 'data/more.txt' is in the bag and not listed",
                        "bag-info.txt: Payload-Oxum is the payload's bytes and files. Found: '1.1', but 2.2 came"),
                survey(
                                entry("bagit.txt", DECLARATION),
                                entry("bag-info.txt", "Payload-Oxum: 1.1\n"),
                                entry("fetch.txt", "https://example.org/far.txt 3 data/far.txt\n"),
                                entry(
                                        "manifest-sha256.txt",
                                        sum("SHA-256", "other") + " data/a.txt\n" + sum("SHA-256", "x")
                                                + " data/gone.txt\nrubbish\n" + sum("SHA-256", "x") + " data/../../x\n"
                                                + sum("SHA-256", "b") + " data/a.txt\n" + sum("SHA-256", "x")
                                                + " data/far.txt\n"),
                                entry("data/a.txt", "a"),
                                entry("data/more.txt", "m"))
                        .told()
                        .problems());
    }

    @Test
    void changedTagFile_isTold() throws IOException {
        assertEquals(
                List.of("tagmanifest-sha256.txt: 'bag-info.txt' has another SHA-256 than is listed. Found: "
                        + sum("SHA-256", "Contact-Name: B\n")),
                survey(
                                entry("bagit.txt", DECLARATION),
                                entry("bag-info.txt", "Contact-Name: B\n"),
                                entry(
                                        "tagmanifest-sha256.txt",
                                        sum("SHA-256", "Contact-Name: A\n") + " bag-info.txt\n"),
                                entry("manifest-sha256.txt", sum("SHA-256", "a") + " data/a.txt\n"),
                                entry("data/a.txt", "a"))
                        .told()
                        .problems());
    }

    @Test
    void bagWithoutWhatItNeeds_isTold() throws IOException {
        assertEquals(
                List.of(
                        "bagit.txt: it has the lines BagIt-Version and Tag-File-Character-Encoding alone. Found:"
                                + " 'Hello'",
                        "bagit.txt: it has one line BagIt-Version and one Tag-File-Character-Encoding. Found: 1"
                                + " line(s)",
                        "bagit.txt: a bag has a payload manifest such as manifest-sha512.txt. Found: none that is"
                                + " known"),
                survey(entry("bagit.txt", "Hello\n"), entry("manifest-crc32.txt", "0 data/a\n"), entry("data/a", "a"))
                        .told()
                        .problems());
    }

    @Test
    void manyProblems_areCut() throws IOException {
        List<ZipBytes.Entry> entries = new ArrayList<>();
        entries.add(entry("bagit.txt", DECLARATION));
        entries.add(entry("manifest-sha256.txt", sum("SHA-256", "x") + " data/x\n"));
        entries.add(entry("data/x", "x"));
        for (int i = 0; i < 30; i++) {
            entries.add(entry("data/" + i, "x"));
        }
        List<String> problems =
                survey(entries.toArray(ZipBytes.Entry[]::new)).told().problems();
        assertEquals(11, problems.size());
        assertEquals("and more", problems.getLast());
    }

    private Survey survey(ZipBytes.Entry... entries) throws IOException {
        return Reading.survey(folder, zip(entries), "delivery.zip");
    }

    private static String sum(String algorithm, String text) throws IOException {
        return Digests.of(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), algorithm);
    }
}
