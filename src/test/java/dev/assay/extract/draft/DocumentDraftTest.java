package dev.assay.extract.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.document.Document;
import dev.assay.document.Fact;
import dev.assay.document.Gap;
import dev.assay.document.Layer;
import dev.assay.document.Place;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DocumentDraftTest {
    private static final Place WHOLE = new Place.Whole();

    @Test
    void lineEndsBecomeLineFeeds_andControlCharactersAreDropped() {
        DocumentDraft draft = new DocumentDraft();
        draft.paragraph(" a\r\nb\rc\u000Bd\u2028e\u0000\u0007f\tg ", WHOLE, Layer.BODY);
        draft.paragraph(" \u0001 ", WHOLE, Layer.BODY);
        Document document = draft.finish("x/y", "test");
        assertEquals("a\nb\nc\nd\nef\tg", document.text());
        assertEquals(1, document.blocks().size());
    }

    @Test
    void facts_areKeptOnceInOrder() {
        DocumentDraft draft = new DocumentDraft();
        draft.fact(new Fact.Font("B", false, true));
        draft.fact(new Fact.Font("A", false, true));
        draft.fact(new Fact.Font("B", false, true));
        assertEquals(
                List.of(new Fact.Font("B", false, true), new Fact.Font("A", false, true)),
                draft.finish("x/y", "test").facts());
    }

    @Test
    void textWithoutEnd_stopsAndIsSaid() {
        DocumentDraft draft = new DocumentDraft();
        String million = "x".repeat(1 << 20);
        for (int i = 0; i < 70; i++) {
            draft.paragraph(million, WHOLE, Layer.BODY);
        }
        Document document = draft.finish("x/y", "test");
        assertEquals(64, document.blocks().size());
        assertEquals(
                List.of(Gap.Reason.LIMIT),
                document.gaps().stream().map(Gap::reason).toList());
    }
}
