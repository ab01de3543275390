package dev.assay.extract.mail;

import dev.assay.document.Document;
import dev.assay.document.Extraction;
import dev.assay.document.Extraction.Reason;
import dev.assay.document.Extraction.Unreadable;
import dev.assay.extract.draft.ContainerLimits;
import dev.assay.extract.draft.EmbeddedBudget;
import dev.assay.extract.draft.EmbeddedReader;
import dev.assay.extract.draft.Reader;
import dev.assay.extract.draft.UnreadableFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.apache.poi.Version;
import org.apache.poi.hsmf.MAPIMessage;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/// Outlook messages (MS-OXMSG) by POI, as mail: the same properties, bodies, layers and parts as a mail that came
/// over the internet.
public final class OutlookReader implements Reader {
    public static final Set<String> MEDIA_TYPES = Set.of("application/vnd.ms-outlook");

    static final String NAME = "assay-msg 1 (POI " + Version.getVersion() + ")";

    private final ContainerLimits limits;
    private final EmbeddedReader readers;
    private final EmbeddedBudget budget;

    public OutlookReader(ContainerLimits limits, EmbeddedReader readers, EmbeddedBudget budget) {
        this.limits = limits;
        this.readers = readers;
        this.budget = budget;
    }

    @Override
    public Extraction read(Path file, String mediaType) throws IOException {
        try (POIFSFileSystem container = open(file)) {
            return new Extraction.Extracted(read(message(container), mediaType));
        } catch (UnreadableFile e) {
            return e.as(mediaType);
        }
    }

    /// Reads a message, or one inside another.
    Document read(MAPIMessage message, String mediaType) throws IOException, UnreadableFile {
        MailDraft draft = new MailDraft(limits, readers, budget);
        new OutlookMessage(message, draft, limits, readers, budget).read(inner -> read(inner, mediaType));
        return draft.finish(mediaType, NAME);
    }

    private static POIFSFileSystem open(Path file) throws UnreadableFile {
        try {
            return new POIFSFileSystem(file.toFile(), true);
        } catch (IOException | RuntimeException e) {
            // POI answers broken bytes with exceptions of many kinds.
            throw damaged();
        }
    }

    private static MAPIMessage message(POIFSFileSystem container) throws UnreadableFile {
        try {
            return new MAPIMessage(container.getRoot());
        } catch (IOException | RuntimeException e) {
            throw damaged();
        }
    }

    private static UnreadableFile damaged() {
        return new UnreadableFile(Reason.DAMAGED, "the Outlook message is damaged");
    }

    static Unreadable damaged(String mediaType) {
        return damaged().as(mediaType);
    }
}
