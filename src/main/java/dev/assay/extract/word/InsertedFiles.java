package dev.assay.extract.word;

import dev.assay.extract.draft.UnreadableFile;
import dev.assay.extract.embedded.EmbeddedFiles;
import dev.assay.extract.office.OfficePackage;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// Reads the documents that a text document inserts at a place (`w:altChunk`): its program shows what is in them
/// as if it had been written there.
final class InsertedFiles {
    /// Reads none of them.
    static final InsertedFiles NONE = new InsertedFiles(null);

    private final @Nullable EmbeddedFiles files;

    InsertedFiles(@Nullable EmbeddedFiles files) {
        this.files = files;
    }

    /// Reads a part at the end of what is written so far.
    ///
    /// @return whether it was looked at; where it could not be read, that is a gap
    /// @throws PassedLimit if a limit is passed that holds for the file as a whole
    boolean read(OfficePackage source, String part) throws IOException {
        if (files == null) {
            return false;
        }
        try (InputStream in = source.open(part).orElseThrow()) {
            files.read(in, part.substring(part.lastIndexOf('/') + 1), true);
            return true;
        } catch (UnreadableFile e) {
            throw new PassedLimit(e);
        }
    }

    /// Carries the passed limit through the reading of the parts around it.
    static final class PassedLimit extends IOException {
        private static final long serialVersionUID = 1L;

        private final UnreadableFile limit;

        private PassedLimit(UnreadableFile limit) {
            super(limit);
            this.limit = limit;
        }

        UnreadableFile limit() {
            return limit;
        }
    }
}
