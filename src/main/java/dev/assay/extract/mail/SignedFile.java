package dev.assay.extract.mail;

import dev.assay.document.Gap;
import dev.assay.document.Place;
import dev.assay.extract.draft.ContainerLimits;
import dev.assay.extract.draft.UnreadableFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.james.mime4j.MimeException;

/// The attachment in which Outlook keeps a signed or encrypted mail as it came.
final class SignedFile {
    private static final int LOOKED_AT = 200;

    private SignedFile() {}

    static boolean isOne(String mediaType, String name) {
        String type = mediaType.toLowerCase(Locale.ROOT);
        return type.equals("multipart/signed")
                || type.endsWith("pkcs7-mime")
                || name.toLowerCase(Locale.ROOT).endsWith(".p7m");
    }

    /// Reads its content into the message around it.
    ///
    /// @throws UnreadableFile if it is encrypted
    static void read(byte[] bytes, MailDraft draft, ContainerLimits limits) throws IOException, UnreadableFile {
        MimeFaults faults = new MimeFaults();
        MimeWalk walk = MimeWalk.inside(draft, limits, faults);
        try {
            String head = new String(bytes, 0, Math.min(bytes.length, LOOKED_AT), StandardCharsets.ISO_8859_1);
            if (head.toLowerCase(Locale.ROOT).contains("content-type:")) {
                walk.read(new ByteArrayInputStream(bytes));
            } else {
                walk.signed(new ByteArrayInputStream(bytes));
            }
        } catch (MimeException e) {
            draft.gap(Gap.Reason.DAMAGED, new Place.Whole(), "its signed content is damaged");
        }
    }
}
