package dev.assay.lab.samples;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// Writes zip files whose bytes depend on their content alone: entries in order of their names, one time for
/// all, nothing compressed, since what a compressor makes of the same bytes differs from one zlib build to the
/// next.
final class StoredZip {
    private static final String CONTENT_TYPES = "[Content_Types].xml";
    private static final LocalDateTime TIME = LocalDateTime.of(2026, 11, 20, 17, 0);

    private StoredZip() {}

    /// A zip file of those entries.
    static byte[] of(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            if (entries.containsKey(CONTENT_TYPES)) {
                add(out, CONTENT_TYPES, entries.get(CONTENT_TYPES));
            }
            for (Map.Entry<String, byte[]> entry : new TreeMap<>(entries).entrySet()) {
                if (!entry.getKey().equals(CONTENT_TYPES)) {
                    add(out, entry.getKey(), entry.getValue());
                }
            }
        }
        return bytes.toByteArray();
    }

    /// An office file, and the workbooks inside it, written anew.
    static byte[] again(byte[] zip) throws IOException {
        Map<String, byte[]> entries = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] content = in.readAllBytes();
                entries.put(entry.getName(), entry.getName().endsWith(".xlsx") ? again(content) : content);
            }
        }
        return of(entries);
    }

    private static void add(ZipOutputStream out, String name, byte[] content) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
        entry.setTimeLocal(TIME);
        out.putNextEntry(entry);
        out.write(content);
        out.closeEntry();
    }
}
