package dev.assay.extract.tika;

import dev.assay.document.Fact;
import dev.assay.document.Fact.ActiveContent.Kind;
import dev.assay.document.Place;
import dev.assay.extract.draft.DocumentDraft;
import dev.assay.extract.draft.UnreadableFile;
import dev.assay.extract.embedded.EmbeddedFiles;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.metadata.TikaCoreProperties.EmbeddedResourceType;
import org.jspecify.annotations.Nullable;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/// Takes the files inside a file from Tika: macros and scripts are told, all others read as parts.
final class EmbeddedParts implements EmbeddedDocumentExtractor {
    private static final Set<String> OLE_HOSTS = Set.of("msword", "ms-excel", "ms-powerpoint", "rtf", "openxmlformats");

    private final DocumentDraft draft;
    private final BlockHandler handler;
    private final EmbeddedFiles files;
    private final String host;
    private @Nullable UnreadableFile failure;

    EmbeddedParts(DocumentDraft draft, BlockHandler handler, EmbeddedFiles files, String host) {
        this.draft = draft;
        this.handler = handler;
        this.files = files;
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
        String name = Objects.requireNonNullElse(metadata.get(TikaCoreProperties.RESOURCE_NAME_KEY), "");
        String type = metadata.get(TikaCoreProperties.EMBEDDED_RESOURCE_TYPE);
        if (EmbeddedResourceType.MACRO.toString().equals(type)) {
            draft.fact(new Fact.ActiveContent(Kind.MACRO, name, new Place.Whole()));
            return;
        }
        if (EmbeddedResourceType.THUMBNAIL.toString().equals(type)) {
            return;
        }
        try {
            Optional<Place.Part> place = files.read(
                    in, name, EmbeddedResourceType.ATTACHMENT.toString().equals(type));
            if (place.isPresent() && OLE_HOSTS.stream().anyMatch(host::contains)) {
                draft.fact(new Fact.ActiveContent(Kind.OLE_OBJECT, place.get().path(), place.get()));
            }
        } catch (UnreadableFile e) {
            failure = e;
            throw new SAXException("stopped at a limit");
        }
    }
}
