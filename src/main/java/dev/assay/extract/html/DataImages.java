package dev.assay.extract.html;

import dev.assay.document.Gap;
import dev.assay.document.Place;
import dev.assay.extract.draft.DocumentDraft;
import dev.assay.extract.draft.UnreadableFile;
import dev.assay.extract.embedded.EmbeddedFiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// Pictures whose bytes lie in the page itself (RFC 2397).
final class DataImages {
    private final DocumentDraft draft;
    private final EmbeddedFiles files;
    private @Nullable UnreadableFile failure;

    DataImages(DocumentDraft draft, EmbeddedFiles files) {
        this.draft = draft;
        this.files = files;
    }

    /// Why reading has to stop; null where it need not.
    @Nullable
    UnreadableFile failure() {
        return failure;
    }

    /// Reads a picture, where an address holds one.
    void read(String address) {
        int comma = address.indexOf(',');
        if (failure != null || comma < 0 || !address.regionMatches(true, 0, "data:", 0, 5)) {
            return;
        }
        try {
            String head = address.substring(5, comma);
            byte[] bytes = bytes(address.substring(comma + 1), head.endsWith(";base64"));
            files.read(new ByteArrayInputStream(bytes), "", false);
        } catch (IllegalArgumentException e) {
            draft.gap(Gap.Reason.DAMAGED, new Place.Whole(), "a picture inside the page cannot be decoded");
        } catch (UnreadableFile e) {
            failure = e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(String data, boolean base64) {
        return base64
                ? Base64.getMimeDecoder().decode(data)
                : URLDecoder.decode(data.replace("+", "%2B"), StandardCharsets.ISO_8859_1)
                        .getBytes(StandardCharsets.ISO_8859_1);
    }
}
