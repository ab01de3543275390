package dev.assay.extract.container;

import dev.assay.document.Extraction.Reason;
import dev.assay.extract.draft.ContainerLimits;
import dev.assay.extract.draft.UnreadableFile;
import dev.assay.extract.xml.XmlGuard;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/// Unpacks a container without keeping anything, and counts: what is too much, too deep, contradictory or
/// encrypted is refused before any reader opens the file. Containers inside are unpacked to a temporary file
/// and scanned the same way. One instance counts for one arrived file.
public final class ContainerScan {
    private static final int PROLOG = 1 << 16;

    private final ContainerLimits limits;
    private long total;
    private int entries;

    public ContainerScan(ContainerLimits limits) {
        this.limits = limits;
    }

    /// Scans a file; one that is neither zip nor gzip is left alone.
    ///
    /// @throws UnreadableFile with the limit named, or why it cannot be unpacked
    public void scan(Path file) throws IOException, UnreadableFile {
        scan(file, 1);
    }

    private void scan(Path file, int depth) throws IOException, UnreadableFile {
        Magic magic = Magic.of(file);
        if (magic == Magic.OTHER) {
            return;
        }
        if (depth > limits.depth()) {
            throw new UnreadableFile(
                    Reason.LIMIT,
                    "limit depth: containers lie within each other deeper than " + limits.depth() + " levels");
        }
        if (magic == Magic.ZIP) {
            scanZip(file, depth);
        } else {
            scanGzip(file, depth);
        }
    }

    private void scanZip(Path file, int depth) throws IOException, UnreadableFile {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            List<ZipEntryHeader> found = ZipDirectory.read(channel, limits.entries());
            entries += found.size();
            if (entries > limits.allEntries()) {
                throw new UnreadableFile(
                        Reason.LIMIT,
                        "limit entries: the containers have more than " + limits.allEntries() + " entries together");
            }
            boolean office = found.stream().anyMatch(entry -> entry.key().equals("[Content_Types].xml"));
            Ratio whole = new Ratio(channel.size(), limits.ratioFrom(), "the container");
            for (ZipEntryHeader entry : found) {
                Ratio own = new Ratio(entry.packed(), limits.entryRatioFrom(), "an entry");
                try (InputStream bytes = entry.open(channel)) {
                    unpack(bytes, depth, new Ratio[] {whole, own}, entry, office);
                } catch (ZipException | EOFException e) {
                    throw ZipDirectory.damaged("an entry cannot be unpacked");
                }
            }
        }
    }

    private void scanGzip(Path file, int depth) throws IOException, UnreadableFile {
        Ratio whole = new Ratio(Files.size(file), limits.ratioFrom(), "the container");
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file), 1 << 16)) {
            unpack(in, depth, new Ratio[] {whole}, null, false);
        } catch (ZipException | EOFException e) {
            throw new UnreadableFile(Reason.DAMAGED, "the gzip file is damaged or cut off");
        }
    }

    private void unpack(InputStream bytes, int depth, Ratio[] ratios, @Nullable ZipEntryHeader entry, boolean office)
            throws IOException, UnreadableFile {
        BufferedInputStream in = new BufferedInputStream(bytes, PROLOG);
        in.mark(PROLOG);
        byte[] prolog = in.readNBytes(PROLOG);
        in.reset();
        if (entry != null) {
            XmlGuard.check(prolog, office && isXml(entry));
        }
        Path inner = Magic.of(prolog) == Magic.OTHER ? null : Files.createTempFile("assay-scan", ".bin");
        try {
            count(in, ratios, entry, inner);
            if (inner != null) {
                scanInner(inner, depth + 1);
            }
        } finally {
            if (inner != null) {
                Files.deleteIfExists(inner);
            }
        }
    }

    private void scanInner(Path inner, int depth) throws IOException, UnreadableFile {
        try {
            scan(inner, depth);
        } catch (UnreadableFile e) {
            // A broken or encrypted container inside is told when that part is read; a limit holds for the whole.
            if (e.reason() == Reason.LIMIT) {
                throw e;
            }
        }
    }

    private void count(InputStream in, Ratio[] ratios, @Nullable ZipEntryHeader entry, @Nullable Path copy)
            throws IOException, UnreadableFile {
        CRC32 sum = new CRC32();
        long size = 0;
        byte[] buffer = new byte[1 << 16];
        try (OutputStream out = copy == null ? OutputStream.nullOutputStream() : Files.newOutputStream(copy)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                add(n, ratios);
                sum.update(buffer, 0, n);
                size += n;
                out.write(buffer, 0, n);
            }
        }
        if (entry != null && size != entry.unpacked()) {
            throw new UnreadableFile(
                    Reason.LIMIT,
                    "limit ambiguity: an entry says it unpacks to " + entry.unpacked() + " bytes and gives " + size);
        }
        if (entry != null && sum.getValue() != entry.crc()) {
            throw ZipDirectory.damaged("an entry's checksum does not fit its bytes");
        }
    }

    private void add(int count, Ratio[] ratios) throws UnreadableFile {
        total += count;
        if (total > limits.totalBytes()) {
            throw new UnreadableFile(
                    Reason.LIMIT, "limit size: the container unpacks to more than " + limits.totalBytes() + " bytes");
        }
        for (Ratio ratio : ratios) {
            ratio.add(count);
        }
    }

    private static boolean isXml(ZipEntryHeader entry) {
        String name = entry.key().toLowerCase(Locale.ROOT);
        return name.endsWith(".xml") || name.endsWith(".rels") || name.endsWith(".vml");
    }

    /// Bytes out per byte in.
    private final class Ratio {
        private final long packed;
        private final long from;
        private final String what;
        private long unpacked;

        Ratio(long packed, long from, String what) {
            this.packed = packed;
            this.from = from;
            this.what = what;
        }

        void add(int count) throws UnreadableFile {
            unpacked += count;
            if (unpacked > from && unpacked > packed * limits.ratio()) {
                throw new UnreadableFile(
                        Reason.LIMIT,
                        "limit ratio: " + what + " unpacks to more than " + limits.ratio() + " times its size");
            }
        }
    }

    /// What a file's first bytes say.
    public enum Magic {
        ZIP,
        GZIP,
        OTHER;

        public static Magic of(Path file) throws IOException {
            try (InputStream in = Files.newInputStream(file)) {
                return of(in.readNBytes(4));
            }
        }

        static Magic of(byte[] head) {
            if (head.length >= 4 && head[0] == 'P' && head[1] == 'K' && (isPair(head, 3, 4) || isPair(head, 5, 6))) {
                return ZIP;
            }
            return head.length >= 3 && head[0] == 0x1f && head[1] == (byte) 0x8b && head[2] == 8 ? GZIP : OTHER;
        }

        private static boolean isPair(byte[] head, int first, int second) {
            return head[2] == first && head[3] == second;
        }
    }
}
