package dev.assay.priorwork.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.document.Block;
import dev.assay.document.Document;
import dev.assay.document.Layer;
import dev.assay.document.Place;
import dev.assay.document.Span;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TokensTest {
    @ParameterizedTest
    @CsvSource({"BODY, 2", "FOOTNOTE, 2", "ENDNOTE, 2", "HEADER, 0", "COMMENT, 0", "DELETED, 0"})
    void notes_areComparedAndRunningHeadsAreNot(Layer layer, int words) {
        Place place = new Place.Paragraph(1, List.of());
        Document document = new Document(
                "text/plain",
                "two words",
                List.of(new Block.Paragraph(new Span(0, 9), place, layer)),
                List.of(),
                List.of(),
                List.of(),
                "test 1");
        assertEquals(words, Tokens.of(document, "en").size());
    }
}
