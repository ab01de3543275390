package dev.assay.extract.embedded;

import dev.assay.document.Extraction;
import dev.assay.document.Gap;
import dev.assay.document.Place;
import dev.assay.extract.container.ZipDirectory;
import dev.assay.extract.container.ZipEntryHeader;
import dev.assay.extract.container.ZipEntryHeader.Kind;
import dev.assay.extract.draft.ContainerLimits;
import dev.assay.extract.draft.DocumentDraft;
import dev.assay.extract.draft.EmbeddedBudget;
import dev.assay.extract.draft.EmbeddedReader;
import dev.assay.extract.draft.Reader;
import dev.assay.extract.draft.UnreadableFile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Set;

/// A zip archive, scanned before: every entry is a part, in the order of the directory.
public final class ZipReader implements Reader {
    public static final Set<String> MEDIA_TYPES = Set.of("application/zip");

    private static final String NAME = "assay-zip 1";

    /// How desktop systems begin the files they leave in archives beside a person's own.
    private static final byte[][] RESIDUE = {
        {0, 5, 0x16, 7}, {0, 0, 0, 1, 'B', 'u', 'd', '1'},
    };

    private final ContainerLimits limits;
    private final EmbeddedReader readers;
    private final EmbeddedBudget budget;

    public ZipReader(ContainerLimits limits, EmbeddedReader readers, EmbeddedBudget budget) {
        this.limits = limits;
        this.readers = readers;
        this.budget = budget;
    }

    @Override
    public Extraction read(Path file, String mediaType) throws IOException {
        DocumentDraft draft = new DocumentDraft();
        EmbeddedFiles parts = new EmbeddedFiles(draft, readers, budget, limits);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            for (ZipEntryHeader entry : ZipDirectory.read(channel, limits.entries())) {
                entry(entry, channel, parts, draft);
            }
        } catch (UnreadableFile e) {
            return e.as(mediaType);
        }
        return new Extraction.Extracted(draft.finish(mediaType, NAME));
    }

    private static void entry(ZipEntryHeader entry, FileChannel channel, EmbeddedFiles parts, DocumentDraft draft)
            throws IOException, UnreadableFile {
        if (entry.kind() == Kind.SPECIAL) {
            Place place = new Place.Part(parts.unique(entry.key()), new Place.Whole());
            draft.gap(Gap.Reason.SKIPPED_PART, place, "a link or device, which is never followed");
            return;
        }
        if (entry.kind() == Kind.FILE) {
            try (InputStream in = new BufferedInputStream(entry.open(channel))) {
                if (!isResidue(in)) {
                    parts.read(in, entry.key(), true);
                }
            }
        }
    }

    private static boolean isResidue(InputStream in) throws IOException {
        in.mark(16);
        byte[] head = in.readNBytes(8);
        in.reset();
        return Arrays.stream(RESIDUE)
                .anyMatch(start ->
                        head.length >= start.length && Arrays.equals(start, 0, start.length, head, 0, start.length));
    }
}
