package dev.assay.extract.mail;

import dev.assay.document.Extraction;
import dev.assay.document.Extraction.Reason;
import dev.assay.document.Extraction.Unreadable;
import dev.assay.document.Gap;
import dev.assay.document.Place;
import dev.assay.extract.draft.ContainerLimits;
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
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.io.MaxHeaderLengthLimitException;
import org.apache.james.mime4j.io.MaxHeaderLimitException;
import org.apache.james.mime4j.io.MaxLineLimitException;

/// Internet mail (RFC 5322, MIME) by Mime4j: parts one after the other, none held in memory but the bodies.
///
/// Places: a line of the plain text or a numbered block of the HTML; an attachment is a part; a second body of
/// the same mail is the part `body 2`, an HTML body besides the text the part `html body`.
public final class MailReader implements Reader {
    public static final Set<String> MEDIA_TYPES = Set.of("message/rfc822", "multipart/related");

    private static final String NAME = "assay-mail 1";

    private final ContainerLimits limits;
    private final EmbeddedReader readers;
    private final EmbeddedBudget budget;
    private final boolean alone;

    /// @param alone whether attached files are left out; what an Outlook container holds is read with its text
    public MailReader(ContainerLimits limits, EmbeddedReader readers, EmbeddedBudget budget, boolean alone) {
        this.limits = limits;
        this.readers = readers;
        this.budget = budget;
        this.alone = alone;
    }

    @Override
    public Extraction read(Path file, String mediaType) throws IOException {
        try {
            MailDraft draft = new MailDraft(limits, readers, budget);
            boolean whole = walk(file, draft, false);
            if (!draft.hasBody() && !whole) {
                // The empty line between headers and body is missing: what is no header starts the body.
                draft = new MailDraft(limits, readers, budget);
                walk(file, draft, true);
            }
            return new Extraction.Extracted(draft.finish(mediaType, NAME));
        } catch (UnreadableFile e) {
            return e.as(mediaType);
        } catch (MaxHeaderLimitException | MaxHeaderLengthLimitException | MaxLineLimitException e) {
            return new Unreadable(Reason.LIMIT, mediaType, "limit header: the headers of the mail are too long");
        } catch (MimeException e) {
            return new Unreadable(Reason.DAMAGED, mediaType, "the mail is damaged");
        }
    }

    /// Reads the mail.
    ///
    /// @param separate whether the empty line after the headers is missing
    /// @return whether all lines among the headers are headers
    private boolean walk(Path file, MailDraft draft, boolean separate)
            throws IOException, MimeException, UnreadableFile {
        MimeFaults faults = new MimeFaults();
        MimeWalk walk = new MimeWalk(draft, limits, faults);
        if (alone) {
            walk.leaveFilesOut();
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            skipEnvelope(in);
            walk.read(separate ? Headers.separated(in) : in);
        }
        if (walk.badHeaders() > 0 || separate) {
            draft.gap(Gap.Reason.DAMAGED, new Place.Whole(), "a line among the headers is no header");
        }
        if (faults.unclosed() || faults.headersCutOff()) {
            draft.gap(Gap.Reason.TRUNCATED, new Place.Whole(), "the mail ends without its last boundary");
        }
        return walk.badHeaders() == 0;
    }

    /// Passes over empty lines, a byte order mark and the line that mail folders put before each mail.
    private static void skipEnvelope(InputStream in) throws IOException {
        in.mark(1 << 12);
        int first = in.read();
        while (first == '\r' || first == '\n' || first == 0xEF || first == 0xBB || first == 0xBF) {
            in.mark(1 << 12);
            first = in.read();
        }
        in.reset();
        in.mark(1 << 12);
        byte[] head = in.readNBytes(1 << 11);
        in.reset();
        String line = new String(head, java.nio.charset.StandardCharsets.ISO_8859_1);
        int end = line.indexOf('\n');
        if (end > 0 && (line.startsWith("From ") || line.startsWith(">From "))) {
            in.skipNBytes(end + 1L);
        }
    }
}
