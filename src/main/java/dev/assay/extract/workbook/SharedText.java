package dev.assay.extract.workbook;

import dev.assay.document.Gap;
import dev.assay.document.Place;
import dev.assay.extract.draft.DocumentDraft;
import dev.assay.extract.office.OfficePackage;
import dev.assay.extract.xml.Markup;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/// The texts that cells name by number.
final class SharedText {
    /// More than any person's work; texts beyond are left empty, and that is said.
    private static final int LONGEST = 1 << 26;

    private final List<String> texts = new ArrayList<>();
    private final DocumentDraft draft;
    private long length;

    private SharedText(DocumentDraft draft) {
        this.draft = draft;
    }

    static List<String> read(OfficePackage source, String main, DocumentDraft draft) throws IOException {
        SharedText shared = new SharedText(draft);
        for (String part : source.targets(main, "sharedStrings")) {
            source.read(part, Place.Whole::new, root -> root.each(shared::item));
        }
        return shared.texts;
    }

    private void item(Markup item) throws XMLStreamException, IOException {
        if (!item.name().equals("x:si")) {
            return;
        }
        boolean full = length > LONGEST;
        String text = full ? "" : SheetText.rich(item);
        length += text.length();
        texts.add(text);
        if (!full && length > LONGEST) {
            draft.gap(
                    Gap.Reason.LIMIT,
                    new Place.Whole(),
                    "The texts that cells share are longer than " + LONGEST + " characters.");
        }
    }
}
