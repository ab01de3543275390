package dev.assay.extract.mail;

import dev.assay.document.Extraction;
import dev.assay.document.Gap;
import dev.assay.document.Place;
import dev.assay.extract.draft.ContainerLimits;
import dev.assay.extract.draft.EmbeddedBudget;
import dev.assay.extract.draft.EmbeddedReader;
import dev.assay.extract.draft.Reader;
import dev.assay.extract.draft.UnreadableFile;
import dev.assay.extract.plain.TextEncoding;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.Version;
import org.apache.poi.hmef.Attachment;
import org.apache.poi.hmef.HMEFMessage;
import org.apache.poi.hmef.attribute.MAPIAttribute;
import org.apache.poi.hmef.attribute.MAPIRtfAttribute;
import org.apache.poi.hmef.attribute.MAPIStringAttribute;
import org.apache.poi.hmef.attribute.TNEFAttribute;
import org.apache.poi.hmef.attribute.TNEFProperty;
import org.apache.poi.hsmf.datatypes.MAPIProperty;
import org.apache.poi.util.CodePageUtil;
import org.jspecify.annotations.Nullable;

/// Outlook's `winmail.dat` (MS-OXTNEF) by POI: its body and its attachments.
public final class TnefReader implements Reader {
    public static final Set<String> MEDIA_TYPES = Set.of("application/vnd.ms-tnef", "application/ms-tnef");

    private static final String NAME = "assay-tnef 1 (POI " + Version.getVersion() + ")";

    /// Before a message inside a message stands the identifier of its interface.
    private static final int IDENTIFIER = 16;

    private final ContainerLimits limits;
    private final EmbeddedReader readers;
    private final EmbeddedBudget budget;

    public TnefReader(ContainerLimits limits, EmbeddedReader readers, EmbeddedBudget budget) {
        this.limits = limits;
        this.readers = readers;
        this.budget = budget;
    }

    @Override
    public Extraction read(Path file, String mediaType) throws IOException {
        MailDraft draft = new MailDraft(limits, readers, budget);
        Pieces pieces = new Pieces(draft);
        HMEFMessage message;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            message = new HMEFMessage(in);
        } catch (IOException | RuntimeException e) {
            // POI answers broken bytes with exceptions of many kinds.
            return OutlookReader.damaged(mediaType);
        }
        try {
            headers(message, draft, pieces);
            body(message, draft, pieces);
            for (Attachment attachment : message.getAttachments()) {
                attachment(attachment, draft, pieces);
            }
        } catch (UnreadableFile e) {
            return e.as(mediaType);
        }
        return new Extraction.Extracted(draft.finish(mediaType, NAME));
    }

    private void headers(HMEFMessage message, MailDraft draft, Pieces pieces) throws IOException {
        String name = text(message, MAPIProperty.SENDER_NAME, pieces);
        String address = text(message, MAPIProperty.SENDER_EMAIL_ADDRESS, pieces);
        draft.header("from", address.contains("@") ? name + " <" + address + ">" : name);
        draft.header("to", text(message, MAPIProperty.DISPLAY_TO, pieces));
        draft.header("cc", text(message, MAPIProperty.DISPLAY_CC, pieces));
        draft.header("message-id", text(message, MAPIProperty.INTERNET_MESSAGE_ID, pieces));
        String subject = plain(message.getMessageAttribute(TNEFProperty.ID_SUBJECT), codePage(message, pieces));
        draft.subject(subject.isEmpty() ? text(message, MAPIProperty.SUBJECT, pieces) : subject);
    }

    private void body(HMEFMessage message, MailDraft draft, Pieces pieces) throws IOException, UnreadableFile {
        String text = text(message, MAPIProperty.BODY, pieces);
        String html = html(message, draft);
        if (text.isBlank()) {
            text = plain(message.getMessageAttribute(TNEFProperty.ID_BODY), codePage(message, pieces));
        }
        if (!text.isBlank() || !html.isBlank()) {
            draft.body(text.isBlank() ? null : new MailDraft.Text(text, false, false), html.isBlank() ? null : html);
            return;
        }
        MAPIAttribute rtf = message.getMessageMAPIAttribute(MAPIProperty.RTF_COMPRESSED);
        if (rtf instanceof MAPIRtfAttribute rich && rich.getData() != null) {
            RichText.read(rich.getData(), draft, readers, budget);
        }
    }

    private static String text(HMEFMessage message, MAPIProperty property, Pieces pieces) throws IOException {
        return pieces.text("text", () -> {
            MAPIAttribute attribute = message.getMessageMAPIAttribute(property);
            return attribute == null ? null : MAPIStringAttribute.getAsString(attribute);
        });
    }

    private String html(HMEFMessage message, MailDraft draft) {
        MAPIAttribute attribute = message.getMessageMAPIAttribute(MAPIProperty.BODY_HTML);
        if (attribute == null || attribute.getData() == null) {
            return "";
        }
        TextEncoding decoded = TextEncoding.read(attribute.getData(), limits.characters(), null);
        draft.tell(decoded, null, new Place.Whole());
        return decoded.text();
    }

    private String plain(@Nullable TNEFAttribute body, @Nullable String codePage) {
        if (body == null) {
            return "";
        }
        byte[] bytes = body.getData();
        int end = 0;
        while (end < bytes.length && bytes[end] != 0) {
            end++;
        }
        return TextEncoding.read(Arrays.copyOf(bytes, end), limits.characters(), codePage).text();
    }

    private static @Nullable String codePage(HMEFMessage message, Pieces pieces) throws IOException {
        Optional<String> name = pieces.take("code page", () -> {
            TNEFAttribute page = message.getMessageAttribute(TNEFProperty.ID_OEMCODEPAGE);
            return page == null || page.getData().length < Integer.BYTES
                    ? null
                    : CodePageUtil.codepageToEncoding(
                            ByteBuffer.wrap(page.getData())
                                    .order(ByteOrder.LITTLE_ENDIAN)
                                    .getInt(),
                            true);
        });
        return name.orElse(null);
    }

    private static void attachment(Attachment attachment, MailDraft draft, Pieces pieces)
            throws IOException, UnreadableFile {
        String longName = pieces.text("attachment's name", attachment::getLongFilename);
        String name = longName.isBlank() ? pieces.text("attachment's name", attachment::getFilename) : longName;
        MAPIAttribute object = attachment.getMAPIAttribute(MAPIProperty.ATTACH_DATA);
        if (object != null && object.getData() != null && object.getData().length > IDENTIFIER) {
            byte[] inner = Arrays.copyOfRange(object.getData(), IDENTIFIER, object.getData().length);
            draft.attach(new ByteArrayInputStream(inner), name, true);
            return;
        }
        TNEFAttribute data = attachment.getAttribute(TNEFProperty.ID_ATTACHDATA);
        if (data == null) {
            draft.gap(Gap.Reason.SKIPPED_PART, draft.skipped(name), "the attachment has no content in the message");
            return;
        }
        draft.attach(new ByteArrayInputStream(data.getData()), name, true);
    }
}
