package dev.assay.extract;

import static dev.assay.extract.Reading.utf8;
import static dev.assay.extract.ZipBytes.entry;
import static dev.assay.extract.ZipBytes.zip;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.document.Document;
import dev.assay.document.Gap;
import dev.assay.document.Place;
import dev.assay.extract.survey.Survey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Row 3 of the threats: bombs, quines, nesting and lying headers end as a limit that is named, as a file and as
/// an arrived package, whatever the archive; the child reads on.
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ThreatRow3IT {
    private static final int MEBIBYTE = 1 << 20;

    @TempDir
    Path home;

    private HostileReading reading;
    private int surveys;

    @BeforeEach
    void start() {
        reading = HostileReading.in(home);
    }

    @AfterEach
    void childReadsOn() throws Exception {
        assertEquals("Next", reading.document(utf8("Next"), "next.txt").text());
        assertEquals(0, reading.deaths());
        reading.close();
    }

    @Test
    void zipBombs_passTheRatio_whereverTheyLie() throws Exception {
        byte[] bomb = zip(new ZipBytes.Entry("zeros", new byte[20 * MEBIBYTE]));
        assertQuarantined("ratio", bomb, "a.zip");
        assertQuarantined("ratio", zip(new ZipBytes.Entry("a.zip", bomb)), "b.zip");
        assertQuarantined(
                "ratio",
                zip(
                        entry("[Content_Types].xml", "<Types/>"),
                        new ZipBytes.Entry("word/media/a.bin", new byte[20 * MEBIBYTE])),
                "a.docx");
        assertQuarantined(
                "ratio",
                zip(
                        entry("mimetype", "application/vnd.oasis.opendocument.text"),
                        new ZipBytes.Entry("content.xml", new byte[20 * MEBIBYTE])),
                "a.odt");
        String mail = "From: a@example.org\r\n"
                + "Subject: s\r\n"
                + "MIME-Version: 1.0\r\n"
                + "Content-Type: application/zip; name=a.zip\r\n"
                + "Content-Transfer-Encoding: base64\r\n\r\n"
                + java.util.Base64.getMimeEncoder().encodeToString(bomb);
        assertEquals("ratio", word(reading.limit(utf8(mail), "a.eml")));
    }

    @Test
    void packedBombs_passTheRatio_inEveryArchive() throws Exception {
        assertEquals("ratio", word(reading.limit(gzip(new byte[20 * MEBIBYTE]), "a.gz")));
        assertEquals("ratio", word(reading.limit(bzip2(new byte[20 * MEBIBYTE]), "a.bz2")));
        assertEquals("ratio", word(reading.limit(xz(new byte[20 * MEBIBYTE]), "a.xz")));
        assertEquals("ratio", word(reading.limit(sevenZip("zeros", new byte[20 * MEBIBYTE]), "a.7z")));
        assertEquals("ratio", word(reading.limit(gzip(tar("zeros", new byte[20 * MEBIBYTE])), "a.tgz")));
        assertEquals(
                "ratio",
                word(reading.limit(tar("inner.bz2", bzip2(new byte[20 * MEBIBYTE])), "a.tar")),
                "bomb in a tar");
    }

    @Test
    void xzThatAsksForMuchMemory_passesALimit() throws Exception {
        byte[] asks = xz(utf8("text"));
        // The dictionary size of the only filter, which its header states: 1.5 GiB.
        int at = 12 + 4;
        asks[at] = 37;
        java.util.zip.CRC32 sum = new java.util.zip.CRC32();
        sum.update(asks, 12, 8);
        java.nio.ByteBuffer.wrap(asks).order(java.nio.ByteOrder.LITTLE_ENDIAN).putInt(20, (int) sum.getValue());
        assertEquals("memory", word(reading.limit(asks, "a.xz")));
    }

    @Test
    void ordinaryArchives_areReadAsParts() throws Exception {
        for (List<Object> archive : List.of(
                List.<Object>of("a.tar", tar("notes/a.txt", utf8("Some words"))),
                List.<Object>of("a.7z", sevenZip("notes/a.txt", utf8("Some words"))))) {
            Document document = reading.document((byte[]) archive.getLast(), (String) archive.getFirst());
            assertEquals("Some words", document.text(), archive.getFirst().toString());
            assertEquals(new Place.Part("notes/a.txt", new Place.Line(1)), document.placeAt(0));
        }
        for (List<Object> packed : List.of(
                List.<Object>of("a.txt.bz2", bzip2(utf8("Some words"))),
                List.<Object>of("a.txt.xz", xz(utf8("Some words"))),
                List.<Object>of("a.txt.gz", gzip(utf8("Some words"))))) {
            assertEquals(
                    "Some words",
                    reading.document((byte[]) packed.getLast(), (String) packed.getFirst())
                            .text());
        }
    }

    @Test
    void quineAndNesting_passTheDepth() throws Exception {
        assertQuarantined("depth", Quine.zip(), "a.zip");
        byte[] nested = zip(entry("a.txt", "x"));
        for (int i = 0; i < 49; i++) {
            nested = zip(new ZipBytes.Entry("inner.zip", nested));
        }
        assertQuarantined("depth", nested, "nested.zip");
        byte[] packed = utf8("Some words");
        for (int i = 0; i < 49; i++) {
            packed = gzip(packed);
        }
        assertEquals("depth", word(reading.limit(packed, "nested.gz")));
        byte[] tars = utf8("Some words");
        for (int i = 0; i < 49; i++) {
            tars = bzip2(tars);
        }
        Document document = reading.document(tars, "nested.bz2");
        assertEquals(
                List.of(Gap.Reason.SKIPPED_PART),
                document.gaps().stream().map(Gap::reason).toList());
    }

    @Test
    void manyEntries_passTheLimit() throws Exception {
        List<ZipBytes.Entry> entries = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            entries.add(entry("e" + i, ""));
        }
        assertQuarantined("entries", zip(entries), "a.zip");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
            for (int i = 0; i < 3_000; i++) {
                TarArchiveEntry entry = new TarArchiveEntry("e" + i);
                entry.setSize(1);
                tar.putArchiveEntry(entry);
                tar.write('x');
                tar.closeArchiveEntry();
            }
        }
        assertEquals("entries", word(reading.limit(out.toByteArray(), "a.tar")));
    }

    @Test
    void headersThatLieOrContradict_areAmbiguous() throws Exception {
        ZipBytes.Entry size = entry("a.txt", "more than it says");
        size.saysUnpacked = 3;
        assertQuarantined("ambiguity", zip(size), "size.zip");
        ZipBytes.Entry name = entry("a.txt", "x");
        name.localName = "b.txt";
        assertQuarantined("ambiguity", zip(name), "name.zip");
        ZipBytes.Entry alias = entry("a.txt", "shared");
        alias.sharesOffsetOf = 0;
        assertQuarantined("ambiguity", zip(entry("a.txt", "shared"), alias), "overlap.zip");
        assertQuarantined("ambiguity", zip(entry("a.txt", "x"), entry("a.txt", "y")), "twice.zip");
        assertQuarantined("ambiguity", zip(entry("\u00e9.txt", "x"), entry("e\u0301.txt", "y")), "form.zip");
        assertQuarantined("ambiguity", zip(entry("a/b.txt", "x"), entry("a\\b.txt", "y")), "slash.zip");
    }

    @Test
    void namesThatDifferByCase_areTwoParts() throws Exception {
        Survey survey = reading.survey(
                home.resolve("survey"), zip(entry("Report.txt", "One"), entry("report.txt", "Two")), "a.zip");
        assertEquals(
                List.of("part-0001 Report.txt", "part-0002 report.txt"),
                survey.parts().stream()
                        .map(part -> part.file() + " " + part.name())
                        .toList());
        Document document = reading.document(zip(entry("Report.txt", "One"), entry("report.txt", "Two")), "a.zip");
        assertEquals("One\nTwo", document.text());
    }

    @Test
    void namesInOtherScripts_areKept() throws Exception {
        String name = "\u62a5\u544a/\u202Efdp.\u0442\u0445\u0442";
        Survey survey = reading.survey(home.resolve("survey"), zip(entry(name, "One")), "a.zip");
        assertEquals(name, survey.parts().getFirst().name());
        assertEquals(
                new Place.Part(name, new Place.Line(1)),
                reading.document(zip(entry(name, "One")), "a.zip").placeAt(0));
    }

    private void assertQuarantined(String limit, byte[] bytes, String name) throws Exception {
        assertEquals(limit, word(reading.limit(bytes, name)), name);
        Path folder = home.resolve("survey-" + surveys++);
        Survey survey = reading.survey(folder, bytes, name);
        assertTrue(String.valueOf(survey.quarantine()).startsWith("limit " + limit), name + ": " + survey);
        assertEquals(List.of("arrived"), HostileReading.names(folder), name);
    }

    private static String word(String limit) {
        return limit.substring(0, limit.indexOf(':'));
    }

    private static byte[] gzip(byte[] content) throws IOException {
        return packed(content, GZIPOutputStream::new);
    }

    private static byte[] bzip2(byte[] content) throws IOException {
        return packed(content, BZip2CompressorOutputStream::new);
    }

    private static byte[] xz(byte[] content) throws IOException {
        return packed(content, XZCompressorOutputStream::new);
    }

    private interface Packer {
        OutputStream around(OutputStream out) throws IOException;
    }

    private static byte[] packed(byte[] content, Packer packer) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream packed = packer.around(out)) {
            packed.write(content);
        }
        return out.toByteArray();
    }

    private static byte[] tar(String name, byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
            TarArchiveEntry entry = new TarArchiveEntry(name);
            entry.setSize(content.length);
            tar.putArchiveEntry(entry);
            tar.write(content);
            tar.closeArchiveEntry();
        }
        return out.toByteArray();
    }

    private byte[] sevenZip(String name, byte[] content) throws IOException {
        Path file = Files.createTempFile(home, "archive", ".7z");
        try (SevenZOutputFile archive = new SevenZOutputFile(file.toFile())) {
            SevenZArchiveEntry entry = new SevenZArchiveEntry();
            entry.setName(name);
            archive.putArchiveEntry(entry);
            archive.write(content);
            archive.closeArchiveEntry();
        }
        byte[] bytes = Files.readAllBytes(file);
        Files.delete(file);
        return bytes;
    }
}
