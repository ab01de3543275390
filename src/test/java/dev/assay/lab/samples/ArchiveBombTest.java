package dev.assay.lab.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class ArchiveBombTest {
    private static final long CONTENT = 64L << 20;

    @Test
    void smallFile_unpacksTwiceToHalfAGibibyte() throws IOException {
        byte[] bomb = ArchiveBomb.zip();
        assertTrue(bomb.length < 30_000, "The file has " + bomb.length + " bytes");
        byte[] inner = onlyEntry(bomb);
        assertTrue(inner.length > 100 * bomb.length, "It unpacks to " + inner.length + " bytes");
        int entries = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(inner))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertEquals(CONTENT, zip.transferTo(OutputStream.nullOutputStream()), entry.getName());
                entries++;
            }
        }
        assertEquals(8, entries);
    }

    private static byte[] onlyEntry(byte[] bomb) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bomb))) {
            assertEquals("prices.zip", zip.getNextEntry().getName());
            return zip.readAllBytes();
        }
    }
}
