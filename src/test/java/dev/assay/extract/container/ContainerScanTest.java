package dev.assay.extract.container;

import static dev.assay.extract.ZipBytes.entry;
import static dev.assay.extract.ZipBytes.zip;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.document.Extraction.Reason;
import dev.assay.extract.Quine;
import dev.assay.extract.ZipBytes;
import dev.assay.extract.draft.ContainerLimits;
import dev.assay.extract.draft.UnreadableFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

public class ContainerScanTest {
    @TempDir
    Path folder;

    /// That many mebibytes of zeros, deflated in one zlib stream.
    public static byte[] deflatedZeros(int mebibytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
            for (int i = 0; i < mebibytes; i++) {
                deflater.write(new byte[1 << 20]);
            }
        }
        return out.toByteArray();
    }

    @Test
    void ordinaryPackage_passes() throws Exception {
        scan(zip(entry("report.txt", "text"), entry("data/a.csv", "1,2")));
    }

    @Test
    void smallHighlyPackedFile_passes_andALargeOneDoesNot() throws Exception {
        scan(zip(new ZipBytes.Entry("blank.emf", new byte[1_000_000])));
        refused("limit ratio: the container", zip(new ZipBytes.Entry("zeros.bin", new byte[2_000_000])));
    }

    @Test
    void bombBesideNoise_isRefusedByItsOwnRatio() throws Exception {
        byte[] noise = new byte[1 << 20];
        new java.util.SplittableRandom(1).nextBytes(noise);
        refused(
                "limit ratio: an entry",
                zip(new ZipBytes.Entry("noise", noise), new ZipBytes.Entry("zeros", new byte[20 << 20])));
    }

    @Test
    void gzipBomb_isRefused() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(new byte[5 << 20]);
        }
        refused("limit ratio", out.toByteArray());
    }

    @Test
    void tooManyEntries_areRefused_beforeAnyIsUnpacked() throws Exception {
        List<ZipBytes.Entry> entries = new ArrayList<>();
        for (int i = 0; i < 2_001; i++) {
            entries.add(entry("e" + i, ""));
        }
        refused("limit entries: the container has 2001 entries, at most 2000 are read", zip(entries));
    }

    @Test
    void hundredThousandEntries_areRefused() throws Exception {
        List<ZipBytes.Entry> entries = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            entries.add(entry("e" + i, ""));
        }
        refused("limit entries", zip(entries));
    }

    @Test
    void nesting_isRefusedBelowTheThirdLevel_howeverDeep() throws Exception {
        byte[] inner = zip(entry("a.txt", "x"));
        inner = zip(new ZipBytes.Entry("2.zip", inner));
        inner = zip(new ZipBytes.Entry("1.zip", inner));
        scan(inner);
        for (int i = 0; i < 47; i++) {
            inner = zip(new ZipBytes.Entry("0.zip", inner));
            refused("limit depth", inner);
        }
    }

    @Test
    void quine_isRefusedByDepth() throws Exception {
        refused("limit depth", Quine.zip());
    }

    @Test
    void lyingSize_isRefused() throws Exception {
        ZipBytes.Entry entry = entry("a.txt", "more than it says");
        entry.saysUnpacked = 3;
        refused("limit ambiguity: an entry says it unpacks to 3 bytes and gives 17", zip(entry));
    }

    @Test
    void otherNameInTheLocalHeader_isRefused() throws Exception {
        ZipBytes.Entry entry = entry("a.txt", "x");
        entry.localName = "b.txt";
        refused("limit ambiguity", zip(entry));
    }

    @Test
    void sameNameTwice_isRefused_alsoInAnotherNormalForm() throws Exception {
        refused("limit ambiguity", zip(entry("a.txt", "x"), entry("a.txt", "y")));
        refused("limit ambiguity", zip(entry("\u00e9.txt", "x"), entry("e\u0301.txt", "y")));
        refused("limit ambiguity", zip(entry("a/b.txt", "x"), entry("a\\b.txt", "y")));
    }

    @Test
    void overlappingEntries_areRefused() throws Exception {
        ZipBytes.Entry other = entry("a.txt", "shared");
        ZipBytes.Entry alias = entry("a.txt", "shared");
        alias.sharesOffsetOf = 0;
        refused("limit ambiguity", zip(other, alias));
    }

    @Test
    void entityInAPart_isRefused_inAnyEncoding() throws Exception {
        String xml = "<?xml version='1.0'?><!DOCTYPE d [<!ENTITY a 'b'>]><d/>";
        refused("limit entities", zip(entry("content.xml", xml)));
        refused(
                "limit entities",
                zip(new ZipBytes.Entry("content.xml", xml.getBytes(java.nio.charset.StandardCharsets.UTF_16))));
        refused(
                "limit entities",
                zip(entry("[Content_Types].xml", "<Types/>"), entry("word/document.xml", "<!DOCTYPE d><d/>")));
    }

    @Test
    void cutOffZip_isDamaged() throws Exception {
        byte[] whole = zip(entry("a.txt", "text that is long enough to be cut"));
        assertEquals(
                Reason.DAMAGED, refusal(Arrays.copyOf(whole, whole.length - 30)).reason());
    }

    @Test
    void encryptedEntry_asksForAPassword() throws Exception {
        ZipBytes.Entry entry = entry("a.txt", "x");
        entry.flags |= 1;
        assertEquals(Reason.PASSWORD, refusal(zip(entry)).reason());
    }

    @Test
    void everyTemporaryFile_isGoneAfterwards() throws Exception {
        List<Path> before = temporaryFiles();
        scan(zip(new ZipBytes.Entry("inner.zip", zip(entry("a", "b")))));
        refused("limit depth", Quine.zip());
        assertEquals(before, temporaryFiles());
    }

    private static List<Path> temporaryFiles() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("assay-scan"))
                    .sorted()
                    .toList();
        }
    }

    private void scan(byte[] bytes) throws IOException, UnreadableFile {
        Path file = Files.write(folder.resolve("file"), bytes);
        new ContainerScan(ContainerLimits.standard()).scan(file);
    }

    private UnreadableFile refusal(byte[] bytes) {
        return assertThrows(UnreadableFile.class, () -> scan(bytes));
    }

    private void refused(String detail, byte[] bytes) {
        UnreadableFile refusal = refusal(bytes);
        assertEquals(Reason.LIMIT, refusal.reason());
        assertTrue(refusal.detail().startsWith(detail), refusal.detail());
    }
}
