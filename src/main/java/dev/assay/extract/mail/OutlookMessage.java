package dev.assay.extract.mail;

import dev.assay.document.Document;
import dev.assay.document.Fact;
import dev.assay.document.Gap;
import dev.assay.document.Place;
import dev.assay.extract.draft.ContainerLimits;
import dev.assay.extract.draft.EmbeddedBudget;
import dev.assay.extract.draft.EmbeddedReader;
import dev.assay.extract.draft.UnreadableFile;
import dev.assay.extract.plain.TextEncoding;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.hmef.attribute.MAPIRtfAttribute;
import org.apache.poi.hsmf.MAPIMessage;
import org.apache.poi.hsmf.datatypes.AttachmentChunks;
import org.apache.poi.hsmf.datatypes.ByteChunk;
import org.apache.poi.hsmf.datatypes.MAPIProperty;
import org.apache.poi.hsmf.datatypes.PropertyValue;
import org.apache.poi.hsmf.datatypes.StringChunk;
import org.apache.poi.hsmf.datatypes.Types;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.EntryUtils;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.util.CodePageUtil;
import org.jspecify.annotations.Nullable;

/// One Outlook message: its headers, its body in the forms it has, its attachments.
final class OutlookMessage {
    /// Kinds of entries that say most of what they say in fields, not in text.
    private static final Set<String> FIELDS = Set.of("APPOINTMENT", "CONTACT", "TASK");

    private final MAPIMessage message;
    private final MailDraft draft;
    private final ContainerLimits limits;
    private final EmbeddedReader readers;
    private final EmbeddedBudget budget;
    private final Pieces pieces;
    private String html = "";

    OutlookMessage(
            MAPIMessage message,
            MailDraft draft,
            ContainerLimits limits,
            EmbeddedReader readers,
            EmbeddedBudget budget) {
        this.message = message;
        this.draft = draft;
        this.limits = limits;
        this.readers = readers;
        this.budget = budget;
        this.pieces = new Pieces(draft);
    }

    /// Reads a message inside a message.
    interface Inner {
        Document read(MAPIMessage message) throws IOException, UnreadableFile;
    }

    void read(Inner inner) throws IOException, UnreadableFile {
        message.setReturnNullOnMissingChunk(true);
        pieces.take("encoding", () -> {
            if (message.has7BitEncodingStrings()) {
                message.guess7BitEncoding();
            }
            return true;
        });
        headers();
        List<AttachmentChunks> attachments = List.of(message.getAttachmentFiles());
        // What is signed holds the body again, and is what was sent.
        boolean signed = attachments.stream().anyMatch(OutlookMessage::isSigned);
        if (!signed) {
            body();
        }
        for (AttachmentChunks attachment : attachments) {
            attachment(attachment, inner);
        }
        if (signed && !draft.hasBody()) {
            body();
        }
    }

    private static boolean isSigned(AttachmentChunks attachment) {
        return attachment.getAttachData() != null && SignedFile.isOne(mediaType(attachment), name(attachment));
    }

    private static String mediaType(AttachmentChunks attachment) {
        StringChunk type = attachment.getAttachMimeTag();
        return type == null || type.getValue() == null ? "" : type.getValue();
    }

    private void headers() throws IOException {
        Optional<String[]> transport = pieces.take("headers", message::getHeaders);
        MailFields fields = new MailFields();
        transport.ifPresent(lines -> fields.addLines(List.of(lines)));
        fields.addIfAbsent("from", from());
        fields.addIfAbsent("to", pieces.text("recipients", message::getDisplayTo));
        fields.addIfAbsent("cc", pieces.text("recipients", message::getDisplayCC));
        fields.addIfAbsent("bcc", pieces.text("recipients", message::getDisplayBCC));
        fields.addIfAbsent(
                "date",
                pieces.take("date", message::getMessageDate)
                        .map(date -> date.toInstant().toString())
                        .orElse(""));
        StringChunk id = message.getMainChunks().getMessageId();
        fields.addIfAbsent("message-id", id == null ? "" : id.getValue());
        fields.replace("subject", pieces.text("subject", message::getSubject));
        MailHeaders.tell(fields, draft);
        String kind = pieces.take("class", message::getMessageClassEnum)
                .map(Enum::name)
                .orElse("UNSPECIFIED");
        if (!kind.equals("NOTE") && !kind.equals("UNSPECIFIED")) {
            draft.header(
                    "message-class", kind.toLowerCase(java.util.Locale.ROOT).replace('_', ' '));
        }
        if (FIELDS.contains(kind)) {
            draft.gap(Gap.Reason.SKIPPED_PART, new Place.Whole(), "its fields are not read, its text is");
        }
    }

    private String from() throws IOException {
        String name = pieces.text("sender", message::getDisplayFrom);
        StringChunk address = message.getMainChunks().getEmailFromChunk();
        boolean known = address != null && address.getValue().contains("@") && !name.contains(address.getValue());
        return known ? name + " <" + address.getValue() + ">" : name;
    }

    private void body() throws IOException, UnreadableFile {
        String text = pieces.text("text", message::getTextBody);
        html = html();
        if (text.isBlank() && html.isBlank()) {
            rtf();
            return;
        }
        draft.body(text.isBlank() ? null : new MailDraft.Text(text, false, false), html.isBlank() ? null : html);
    }

    private String html() throws IOException {
        ByteChunk binary = message.getMainChunks().getHtmlBodyChunkBinary();
        if (binary == null || binary.getValue() == null) {
            return pieces.text("HTML", message::getHtmlBody);
        }
        String declared = codePage();
        TextEncoding decoded = TextEncoding.read(binary.getValue(), limits.characters(), declared);
        draft.tell(decoded, declared, new Place.Whole());
        return decoded.text();
    }

    private @Nullable String codePage() throws IOException {
        Optional<String> name = pieces.take("code page", () -> {
            List<PropertyValue> values =
                    message.getMainChunks().getProperties().getOrDefault(MAPIProperty.INTERNET_CPID, List.of());
            return values.isEmpty() || !(values.getFirst() instanceof PropertyValue.LongPropertyValue number)
                    ? null
                    : CodePageUtil.codepageToEncoding(number.getValue(), true);
        });
        return name.orElse(null);
    }

    private void rtf() throws IOException {
        ByteChunk compressed = message.getMainChunks().getRtfBodyChunk();
        if (compressed == null || compressed.getValue() == null) {
            return;
        }
        Optional<byte[]> rtf = pieces.take(
                "rich text",
                () -> new MAPIRtfAttribute(MAPIProperty.RTF_COMPRESSED, Types.BINARY.getId(), compressed.getValue())
                        .getData());
        if (rtf.isPresent()) {
            RichText.read(rtf.get(), draft, readers, budget);
        }
    }

    private void attachment(AttachmentChunks attachment, Inner inner) throws IOException, UnreadableFile {
        String name = name(attachment);
        if (attachment.isEmbeddedMessage()) {
            inner(attachment, name.isBlank() ? "message" : name, inner);
        } else if (attachment.getAttachData() != null
                && attachment.getAttachData().getValue() != null) {
            file(attachment, attachment.getAttachData().getValue(), name);
        } else if (attachment.getAttachmentDirectory() != null) {
            object(attachment, name);
        } else {
            elsewhere(attachment, name);
        }
    }

    private static String name(AttachmentChunks attachment) {
        for (StringChunk chunk : new StringChunk[] {
            attachment.getAttachLongFileName(), attachment.getAttachFileName(), attachment.getAttachDisplayName()
        }) {
            if (chunk != null && chunk.getValue() != null && !chunk.getValue().isBlank()) {
                return chunk.getValue();
            }
        }
        return "";
    }

    private void inner(AttachmentChunks attachment, String name, Inner inner) throws IOException, UnreadableFile {
        if (!budget.take()) {
            draft.gap(Gap.Reason.SKIPPED_PART, draft.skipped(name), "more, or deeper, embedded files than are read");
            return;
        }
        Optional<MAPIMessage> embedded = pieces.take("attached message", attachment::getEmbeddedMessage);
        if (embedded.isPresent()) {
            budget.enter();
            Document read = inner.read(embedded.get());
            budget.leave();
            draft.attach(read, name);
        }
    }

    private void file(AttachmentChunks attachment, byte[] bytes, String name) throws IOException, UnreadableFile {
        StringChunk id = attachment.getAttachContentId();
        if (isSigned(attachment)) {
            SignedFile.read(bytes, draft, limits);
            return;
        }
        boolean shown = id != null && id.getValue() != null && html.contains("cid:" + id.getValue());
        draft.attach(new ByteArrayInputStream(bytes), name, !shown);
    }

    private void object(AttachmentChunks attachment, String name) throws IOException, UnreadableFile {
        Optional<byte[]> copy = pieces.take("attached object", () -> {
            DirectoryNode directory = attachment.getAttachmentDirectory().getDirectory();
            try (POIFSFileSystem alone = new POIFSFileSystem();
                    ByteArrayOutputStream out = new ByteArrayOutputStream()) {
                EntryUtils.copyNodes(directory, alone.getRoot());
                alone.writeFilesystem(out);
                return out.toByteArray();
            }
        });
        if (copy.isPresent()) {
            draft.fact(new Fact.ActiveContent(Fact.ActiveContent.Kind.OLE_OBJECT, name, new Place.Whole()));
            draft.attach(new ByteArrayInputStream(copy.get()), name, true);
        }
    }

    private void elsewhere(AttachmentChunks attachment, String name) throws UnreadableFile {
        Place.Part place = draft.skipped(name);
        StringChunk path = attachment.getAttachLongPathName();
        if (path != null && path.getValue() != null) {
            draft.fact(new Fact.ExternalLink(Fact.ExternalLink.Kind.OTHER, path.getValue(), place));
        }
        draft.gap(Gap.Reason.SKIPPED_PART, place, "the attachment has no content in the message");
    }
}
