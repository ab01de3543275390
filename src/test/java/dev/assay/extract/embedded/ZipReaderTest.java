package dev.assay.extract.embedded;

import static dev.assay.extract.ZipBytes.entry;
import static dev.assay.extract.ZipBytes.zip;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.document.Document;
import dev.assay.document.Gap;
import dev.assay.document.Layer;
import dev.assay.document.Place;
import dev.assay.extract.BlockLines;
import dev.assay.extract.Reading;
import dev.assay.extract.ZipBytes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZipReaderTest {
    @TempDir
    Path folder;

    @Test
    void entries_areReadByTheirOwnReaders_inTheOrderOfTheDirectory() throws IOException {
        Document document = Reading.document(
                folder,
                zip(
                        entry("notes/", ""),
                        entry("notes/a.txt", "First note"),
                        entry("b.csv", "1,2"),
                        entry("page.html", "<h1>Method</h1>")),
                "inner.zip");
        assertEquals(
                List.of(
                        "paragraph BODY part notes/a.txt, line 1: First note",
                        "table BODY part b.csv, sheet 1, cell A1: ",
                        "| 0,0 1 | 0,1 2 |",
                        "heading1 BODY part page.html, paragraph 1: Method"),
                BlockLines.of(document));
        assertEquals(List.of(), document.gaps());
    }

    @Test
    void archivesInArchives_areReadToTheThirdLevel() throws IOException {
        byte[] third = zip(entry("c.txt", "Third"));
        byte[] second = zip(new ZipBytes.Entry("third.zip", third), entry("b.txt", "Second"));
        Document document = Reading.document(folder, zip(new ZipBytes.Entry("second.zip", second)), "a.zip");
        assertEquals(List.of("Paragraph Second"), Reading.blocks(document, Layer.BODY));
        assertEquals(
                List.of(new Gap(
                        Gap.Reason.SKIPPED_PART,
                        new Place.Part(
                                "second.zip",
                                new Place.Part("third.zip", new Place.Part("c.txt", new Place.Whole()))),
                        "more, or deeper, embedded files than are read")),
                document.gaps());
    }

    @Test
    void linksAreGaps_andResidueOfDesktops_isPassedOver() throws IOException {
        ZipBytes.Entry link = entry("link", "/etc/passwd");
        link.hostSystem = 3;
        link.attributes = 0xA1FF << 16;
        ZipBytes.Entry residue = new ZipBytes.Entry("__MACOSX/._a.txt", new byte[] {0, 5, 0x16, 7, 0, 2, 0, 0});
        Document document = Reading.document(
                folder, zip(link, residue, entry("__MACOSX/notes.txt", "Hidden among residue")), "a.zip");
        assertEquals(List.of("Paragraph Hidden among residue"), Reading.blocks(document, Layer.BODY));
        assertEquals(
                List.of(new Gap(
                        Gap.Reason.SKIPPED_PART,
                        new Place.Part("link", new Place.Whole()),
                        "a link or device, which is never followed")),
                document.gaps());
    }

    @Test
    void brokenEntry_isAGap_andTheOthersAreRead() throws IOException {
        Document document = Reading.document(
                folder, zip(entry("a.docx", "no zip at all"), entry("b.txt", "Second")), "a.zip");
        assertEquals(List.of("Paragraph no zip at all", "Paragraph Second"), Reading.blocks(document, Layer.BODY));
        Document empty = Reading.document(folder, zip(entry("a.docx", ""), entry("b.txt", "Second")), "a.zip");
        assertEquals(
                List.of(new Gap(
                        Gap.Reason.SKIPPED_PART, new Place.Part("a.docx", new Place.Whole()), "the part has no bytes")),
                empty.gaps());
    }
}
