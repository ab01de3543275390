package dev.assay.extract.mail;

import dev.assay.document.Extraction;
import dev.assay.document.Gap;
import dev.assay.document.Place;
import dev.assay.extract.draft.EmbeddedBudget;
import dev.assay.extract.draft.EmbeddedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A body that comes as rich text only, read by that format's reader.
final class RichText {
    private RichText() {}

    static void read(byte[] rtf, MailDraft draft, EmbeddedReader readers, EmbeddedBudget budget) throws IOException {
        Path copy = Files.createTempFile("assay-body", ".rtf");
        try {
            Files.write(copy, rtf);
            switch (readers.read(copy, "body.rtf", budget)) {
                case Extraction.Extracted extracted -> draft.body(extracted.document());
                case Extraction.Unreadable unreadable ->
                    draft.gap(Gap.Reason.DAMAGED, new Place.Whole(), "the body: " + unreadable.detail());
            }
        } finally {
            Files.deleteIfExists(copy);
        }
    }
}
