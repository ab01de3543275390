package dev.assay.extract.tika;

import dev.assay.document.Document;
import dev.assay.document.Extraction;
import dev.assay.document.Extraction.Reason;
import dev.assay.document.Fact;
import dev.assay.document.Fact.ActiveContent.Kind;
import dev.assay.document.Gap;
import dev.assay.document.Place;
import dev.assay.extract.container.ContainerScan;
import dev.assay.extract.draft.ContainerLimits;
import dev.assay.extract.draft.DocumentDraft;
import dev.assay.extract.draft.EmbeddedBudget;
import dev.assay.extract.draft.EmbeddedReader;
import dev.assay.extract.draft.UnreadableFile;
import dev.assay.extract.format.FormatDetector;
import dev.assay.extract.plain.ImageReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.metadata.TikaCoreProperties.EmbeddedResourceType;
import org.jspecify.annotations.Nullable;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/// Takes the files inside a file: each is copied to a temporary file, scanned and read like an arrived one, and
/// its blocks are appended with the part's name before their places.
final class EmbeddedParts implements EmbeddedDocumentExtractor {
    private static final Set<String> OLE_HOSTS = Set.of("msword", "ms-excel", "ms-powerpoint", "rtf", "openxmlformats");

    private final DocumentDraft draft;
    private final BlockHandler handler;
    private final EmbeddedReader readers;
    private final EmbeddedBudget budget;
    private final ContainerLimits limits;
    private final String host;
    private long copied;
    private int count;
    private @Nullable UnreadableFile failure;

    EmbeddedParts(
            DocumentDraft draft,
            BlockHandler handler,
            EmbeddedReader readers,
            EmbeddedBudget budget,
            ContainerLimits limits,
            String host) {
        this.draft = draft;
        this.handler = handler;
        this.readers = readers;
        this.budget = budget;
        this.limits = limits;
        this.host = host;
    }

    /// Why reading has to stop; null where it need not.
    @Nullable
    UnreadableFile failure() {
        return failure;
    }

    @Override
    public boolean shouldParseEmbedded(Metadata metadata) {
        return true;
    }

    @Override
    public void parseEmbedded(InputStream in, ContentHandler ignored, Metadata metadata, boolean outputHtml)
            throws SAXException, IOException {
        handler.flush();
        count++;
        String name = Objects.requireNonNullElse(metadata.get(TikaCoreProperties.RESOURCE_NAME_KEY), "");
        name = name.isBlank() ? "embedded-" + count : name;
        String type = metadata.get(TikaCoreProperties.EMBEDDED_RESOURCE_TYPE);
        if (EmbeddedResourceType.MACRO.toString().equals(type)) {
            boolean script = host.contains("html") || host.contains("rfc822");
            draft.fact(new Fact.ActiveContent(script ? Kind.SCRIPT : Kind.MACRO, name, new Place.Whole()));
            return;
        }
        if (EmbeddedResourceType.THUMBNAIL.toString().equals(type)) {
            return;
        }
        Path copy = Files.createTempFile("assay-part", ".bin");
        try {
            copy(in, copy);
            part(copy, name, EmbeddedResourceType.ATTACHMENT.toString().equals(type));
        } catch (UnreadableFile e) {
            failure = e;
            throw new SAXException("stopped at a limit");
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private void copy(InputStream in, Path copy) throws IOException, UnreadableFile {
        try (OutputStream out = Files.newOutputStream(copy)) {
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                copied += n;
                if (copied > limits.totalBytes()) {
                    throw new UnreadableFile(Reason.LIMIT, "limit size: its embedded files are too large together");
                }
                out.write(buffer, 0, n);
            }
        }
    }

    private void part(Path copy, String name, boolean attached) throws IOException, UnreadableFile {
        Place place = new Place.Part(name, new Place.Whole());
        if (Files.size(copy) == 0) {
            draft.gap(Gap.Reason.SKIPPED_PART, place, "the part has no bytes");
            return;
        }
        ContainerScan.Magic magic = ContainerScan.Magic.of(copy);
        String mediaType = magic == ContainerScan.Magic.OTHER
                ? FormatDetector.detect(copy, name).mediaType()
                : FormatDetector.claimed(name);
        if (mediaType.startsWith("image/") && !attached) {
            image(copy, mediaType, name);
            return;
        }
        draft.fact(new Fact.Attachment(name, mediaType, place));
        if (OLE_HOSTS.stream().anyMatch(host::contains)) {
            draft.fact(new Fact.ActiveContent(Kind.OLE_OBJECT, name, place));
        }
        if (!budget.take()) {
            draft.gap(Gap.Reason.SKIPPED_PART, place, "more, or deeper, embedded files than are read");
            return;
        }
        budget.enter();
        Extraction extraction = readers.read(copy, name, budget);
        budget.leave();
        merge(extraction, name);
    }

    private void image(Path copy, String mediaType, String name) throws IOException, UnreadableFile {
        Extraction extraction = new ImageReader(limits).read(copy, mediaType);
        switch (extraction) {
            case Extraction.Unreadable unreadable -> throw new UnreadableFile(unreadable.reason(), unreadable.detail());
            case Extraction.Extracted extracted ->
                extracted
                        .document()
                        .facts(Fact.Image.class)
                        .forEach(image -> draft.fact(new Fact.Image(
                                name,
                                image.width(),
                                image.height(),
                                0,
                                0,
                                null,
                                new Place.Part(name, new Place.Whole()))));
        }
    }

    private void merge(Extraction extraction, String name) throws UnreadableFile {
        switch (extraction) {
            case Extraction.Extracted extracted -> append(extracted.document(), name);
            case Extraction.Unreadable unreadable -> {
                if (unreadable.reason() == Reason.LIMIT) {
                    throw new UnreadableFile(unreadable.reason(), unreadable.detail());
                }
                draft.gap(Gap.Reason.SKIPPED_PART, new Place.Part(name, new Place.Whole()), unreadable.detail());
            }
        }
    }

    private void append(Document document, String name) {
        if (draft.length() + document.text().length() > limits.characters()) {
            draft.gap(Gap.Reason.LIMIT, new Place.Part(name, new Place.Whole()), "more text than is read");
            return;
        }
        draft.append(document, name);
    }
}
