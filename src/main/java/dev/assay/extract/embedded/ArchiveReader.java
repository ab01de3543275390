package dev.assay.extract.embedded;

import dev.assay.document.Extraction;
import dev.assay.document.Extraction.Reason;
import dev.assay.document.Extraction.Unreadable;
import dev.assay.document.Gap;
import dev.assay.document.Place;
import dev.assay.extract.draft.ContainerLimits;
import dev.assay.extract.draft.DocumentDraft;
import dev.assay.extract.draft.EmbeddedBudget;
import dev.assay.extract.draft.EmbeddedReader;
import dev.assay.extract.draft.Reader;
import dev.assay.extract.draft.UnreadableFile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.apache.commons.compress.MemoryLimitException;
import org.apache.commons.compress.PasswordRequiredException;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveException;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.ArchiveStreamFactory;
import org.apache.commons.compress.archivers.ar.ArArchiveInputStream;
import org.apache.commons.compress.archivers.cpio.CpioArchiveInputStream;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.compress.compressors.lzma.LZMACompressorInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/// Archives beside zip, and single packed files, by Commons Compress: every entry is a part, what a packed file
/// holds is one, a packed tar archive is one archive. Bytes are counted as they come out.
public final class ArchiveReader implements Reader {
    public static final Set<String> MEDIA_TYPES = Set.of(
            "application/gzip",
            "application/x-bzip2",
            "application/x-xz",
            "application/x-lzma",
            "application/x-7z-compressed",
            "application/x-tar",
            "application/x-gtar",
            "application/x-cpio",
            "application/x-archive");

    private static final String NAME = "assay-archive 1";
    private static final int MOST_MEMORY_KIBIBYTES = 128 * 1024;

    private final ContainerLimits limits;
    private final EmbeddedReader readers;
    private final EmbeddedBudget budget;

    public ArchiveReader(ContainerLimits limits, EmbeddedReader readers, EmbeddedBudget budget) {
        this.limits = limits;
        this.readers = readers;
        this.budget = budget;
    }

    @Override
    public Extraction read(Path file, String mediaType) throws IOException {
        DocumentDraft draft = new DocumentDraft();
        EmbeddedFiles files = new EmbeddedFiles(draft, readers, budget, limits);
        files.unpackedFrom(Files.size(file));
        try {
            if (mediaType.equals("application/x-7z-compressed")) {
                sevenZip(file, draft, files);
            } else {
                stream(file, mediaType, draft, files);
            }
        } catch (UnreadableFile e) {
            return e.as(mediaType);
        } catch (PasswordRequiredException e) {
            return new Unreadable(Reason.PASSWORD, mediaType, "the archive is encrypted");
        } catch (MemoryLimitException e) {
            return new Unreadable(Reason.LIMIT, mediaType, "limit memory: unpacking it needs too much memory");
        } catch (ArchiveFault e) {
            return new Unreadable(Reason.DAMAGED, mediaType, "the archive is damaged or cut off");
        }
        return new Extraction.Extracted(draft.finish(mediaType, NAME));
    }

    private void stream(Path file, String mediaType, DocumentDraft draft, EmbeddedFiles files)
            throws IOException, UnreadableFile, ArchiveFault {
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(file))) {
            switch (mediaType) {
                case "application/x-tar", "application/x-gtar" -> entries(new TarArchiveInputStream(raw), draft, files);
                case "application/x-cpio" -> entries(new CpioArchiveInputStream(raw), draft, files);
                case "application/x-archive" -> entries(new ArArchiveInputStream(raw), draft, files);
                default -> packed(raw, mediaType, draft, files);
            }
        }
    }

    private static void packed(InputStream raw, String mediaType, DocumentDraft draft, EmbeddedFiles files)
            throws IOException, UnreadableFile, ArchiveFault {
        InputStream unpacked = ArchiveFault.in(() -> unpacked(raw, mediaType));
        String name = unpacked instanceof GzipCompressorInputStream gzip
                        && gzip.getMetaData().getFileName() != null
                ? gzip.getMetaData().getFileName()
                : "";
        FaultyStream in = new FaultyStream(unpacked);
        if (isTar(in)) {
            entries(new TarArchiveInputStream(in), draft, files);
        } else {
            files.read(in, name, true);
        }
        in.tell(draft, new Place.Whole());
    }

    private static InputStream unpacked(InputStream raw, String mediaType) throws IOException {
        return switch (mediaType) {
            case "application/x-bzip2" -> new BZip2CompressorInputStream(raw, true);
            case "application/x-xz" ->
                XZCompressorInputStream.builder()
                        .setInputStream(raw)
                        .setDecompressConcatenated(true)
                        .setMemoryLimitKiB(MOST_MEMORY_KIBIBYTES)
                        .get();
            case "application/x-lzma" ->
                LZMACompressorInputStream.builder()
                        .setInputStream(raw)
                        .setMemoryLimitKiB(MOST_MEMORY_KIBIBYTES)
                        .get();
            default ->
                GzipCompressorInputStream.builder()
                        .setInputStream(raw)
                        .setDecompressConcatenated(true)
                        .get();
        };
    }

    private static boolean isTar(InputStream in) {
        try {
            return ArchiveStreamFactory.detect(in).equals(ArchiveStreamFactory.TAR);
        } catch (ArchiveException e) {
            return false;
        }
    }

    private static void entries(ArchiveInputStream<?> archive, DocumentDraft draft, EmbeddedFiles files)
            throws IOException, UnreadableFile, ArchiveFault {
        for (ArchiveEntry entry = ArchiveFault.in(archive::getNextEntry);
                entry != null;
                entry = ArchiveFault.in(archive::getNextEntry)) {
            if (entry instanceof TarArchiveEntry special && !special.isFile() && !special.isDirectory()) {
                Place place = new Place.Part(files.unique(entry.getName()), new Place.Whole());
                draft.gap(Gap.Reason.SKIPPED_PART, place, "a link or device, which is never followed");
            } else if (!entry.isDirectory()) {
                part(archive, entry, draft, files);
            }
        }
    }

    private static void part(InputStream content, ArchiveEntry entry, DocumentDraft draft, EmbeddedFiles files)
            throws IOException, UnreadableFile {
        FaultyStream in = new FaultyStream(content);
        files.read(in, entry.getName(), true);
        in.tell(draft, new Place.Part(entry.getName(), new Place.Whole()));
    }

    private static void sevenZip(Path file, DocumentDraft draft, EmbeddedFiles files)
            throws IOException, UnreadableFile, ArchiveFault {
        try (SevenZFile archive = ArchiveFault.in(() -> SevenZFile.builder()
                .setPath(file)
                .setMaxMemoryLimitKiB(MOST_MEMORY_KIBIBYTES)
                .get())) {
            for (SevenZArchiveEntry entry : archive.getEntries()) {
                if (!entry.isDirectory() && !entry.isAntiItem()) {
                    part(ArchiveFault.in(() -> archive.getInputStream(entry)), entry, draft, files);
                }
            }
        }
    }
}
