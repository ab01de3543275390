package dev.assay.extract.pdf.facts;

import dev.assay.document.Fact;
import dev.assay.document.Gap;
import dev.assay.document.Place;
import dev.assay.extract.draft.DocumentDraft;
import dev.assay.extract.format.FormatDetector;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Objects;
import java.util.Set;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.jspecify.annotations.Nullable;

/// Files inside the file; they are told, and not read.
final class PdfAttachments {
    private static final int MOST = 1_000;

    private final DocumentDraft draft;
    private final ToldFacts told;
    private final Set<COSDictionary> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    PdfAttachments(DocumentDraft draft, ToldFacts told) {
        this.draft = draft;
        this.told = told;
    }

    /// Tells a file specification that holds a file.
    ///
    /// @param around where it hangs; one that hangs at the file as a whole is placed by its name
    void tell(@Nullable COSBase value, Place around) {
        if (!(value instanceof COSDictionary specification) || seen.size() >= MOST || !seen.add(specification)) {
            return;
        }
        COSDictionary files = specification.getCOSDictionary(COSName.EF);
        if (files == null) {
            return;
        }
        String unicode = PdfObjects.text(specification, COSName.UF);
        String name = unicode.isEmpty() ? PdfObjects.text(specification, COSName.F) : unicode;
        COSStream file =
                files.getCOSStream(COSName.F) == null ? files.getCOSStream(COSName.UF) : files.getCOSStream(COSName.F);
        String type = file == null ? null : file.getNameAsString(COSName.SUBTYPE);
        Place place = around instanceof Place.Whole ? new Place.Part(name, around) : around;
        told.tell(new Fact.Attachment(name, Objects.requireNonNullElse(type, FormatDetector.UNKNOWN), place));
        draft.gap(Gap.Reason.UNOPENED_FILE, place, "an attached file is not read");
    }
}
