package dev.assay.extract.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.document.Document;
import dev.assay.document.Layer;
import dev.assay.document.Place;
import dev.assay.document.Span;
import dev.assay.extract.draft.DocumentDraft;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PassageSearchTest {
    private static final Place PAGE = new Place.Page(3);
    private static final String TEXT = "Sales grew by 12 % in May. Sales grew by 12 % in June.";
    private static final String SECOND = "It\u2019s \u201Cco\u00ADoperation\u201D \u2013 mostly";

    private final Document document = document();

    private static Document document() {
        DocumentDraft draft = new DocumentDraft();
        draft.paragraph(TEXT, PAGE, Layer.BODY);
        draft.paragraph(SECOND, new Place.Slide(2, "Box"), Layer.BODY);
        draft.paragraph("word ".repeat(200) + "end.", new Place.Line(9), Layer.BODY);
        return draft.finish("text/plain", "test");
    }

    private Optional<Sought> find(Want want) {
        return new PassageSearch(document).find(0, want);
    }

    @Test
    void quoteAtItsOffsets_isTakenAsItIs() {
        Span span = new Span(27, 45);
        assertEquals(Optional.of(new Sought(0, span, PAGE, false, 1)), find(Want.of(span, "Sales grew by 12 %")));
        assertEquals(Optional.of(new Sought(0, span, PAGE, false, 1)), find(Want.of(span, "")));
    }

    @Test
    void quoteElsewhere_isFoundNearestToItsOffsets() {
        assertEquals(
                Optional.of(new Sought(0, new Span(27, 45), PAGE, true, 2)),
                find(Want.of(new Span(40, 50), "Sales grew by 12 %")));
        assertEquals(
                Optional.of(new Sought(0, new Span(0, 18), PAGE, true, 2)),
                find(Want.of(new Span(3, 9), "Sales grew by 12 %")));
        assertEquals(Optional.of(new Sought(0, new Span(0, 18), PAGE, false, 2)), find(Want.of("Sales grew\nby 12 %")));
    }

    @Test
    void strangeOffsets_leaveTheQuote() {
        Optional<Sought> june = Optional.of(new Sought(0, new Span(49, 53), PAGE, true, 1));
        assertEquals(june, find(new Want(1 << 30, Integer.MAX_VALUE, "June", null)));
        assertEquals(june, find(new Want(50, 10, "June", null)));
        assertEquals(
                Optional.of(new Sought(0, new Span(49, 53), PAGE, false, 1)),
                find(new Want(-5, Integer.MIN_VALUE, "June", null)));
        assertEquals(Optional.empty(), find(new Want(-5, 7, "", null)));
        assertEquals(Optional.empty(), find(new Want(5, 1 << 30, "", null)));
    }

    @Test
    void quotesOfOtherHand_areFound() {
        int start = TEXT.length() + 1;
        assertEquals(
                Optional.of(new Span(start, start + SECOND.length())),
                find(Want.of("it's \"cooperation\" - MOSTLY")).map(Sought::span));
        assertEquals(Optional.empty(), find(Want.of("it's \"cooperation\" - seldom")));
    }

    @Test
    void shortenedQuote_isFoundWholly() {
        int start = TEXT.length() + SECOND.length() + 2;
        Span whole = new Span(start, start + 1004);
        String quote = "word ".repeat(20).strip() + " \u2026 " + "word ".repeat(20) + "end.";
        assertEquals(Optional.of(whole), find(Want.of(whole, quote)).map(Sought::span));
        assertEquals(Optional.of(false), find(Want.of(whole, quote)).map(Sought::moved));
        assertEquals(
                Optional.of(whole), find(Want.of(new Span(0, 5), quote)).map(Sought::span), "found by its two ends");
    }

    @Test
    void places_areFoundWithTheirText() {
        int start = TEXT.length() + 1;
        Place slide = new Place.Slide(2, "Box");
        assertEquals(
                Optional.of(new Sought(0, new Span(start, start + SECOND.length()), slide, false, 1)),
                find(Want.of(slide)));
        assertEquals(Optional.of(new Sought(0, new Span(0, 0), PAGE, false, 1)), find(Want.of(PAGE)));
        assertEquals(Optional.empty(), find(Want.of(new Place.Line(10))));
    }

    @Test
    void expressions_areWords() {
        assertEquals(Optional.empty(), find(Want.of("Sales.*June")));
        assertEquals(Optional.empty(), find(Want.of("\\Q \\E ( [ ^ $")));
    }
}
