package dev.assay.priorwork.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.priorwork.Texts;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NormalisationTest {
    @Test
    void formsAndCaseAndInvisibleCharacters_areFolded() {
        assertEquals("office strasse", Normalisation.of("O\uFB03ce Stra\u00DFe").text());
        assertEquals("measure", Normalisation.of("mea\u00ADs\u200Bure").text());
        assertEquals("caf\u00E9", Normalisation.of("CAFE\u0301").text());
        assertEquals("", Normalisation.of("").text());
    }

    @Test
    void hyphenationAtALinesEnd_isJoined_aCompoundIsNot() {
        assertEquals("measurement", Normalisation.of("measure-\nment").text());
        assertEquals("measurement", Normalisation.of("measure\u00AD \r\n  ment").text());
        assertEquals("well-known", Normalisation.of("well-known").text());
        assertEquals("north-\nwest", Normalisation.of("North-\nWest").text().replace("- \n", "-\n"));
    }

    @Test
    void everyOffset_leadsBackToTheOriginal() {
        String original = "An o\uFB03ce mea-\nsured";
        Normalisation normal = Normalisation.of(original);
        int at = normal.text().indexOf("office");
        assertEquals("o\uFB03ce", original.substring(normal.start(at), normal.end(at + 5)));
        at = normal.text().indexOf("measured");
        assertEquals("mea-\nsured", original.substring(normal.start(at), normal.end(at + 7)));
    }

    @Test
    void words_areStemmedByLanguage_numbersAreWords() {
        Tokens tokens = Texts.tokens("The measured values: 47.5 and 2026");
        List<String> stems = IntStream.range(0, tokens.contentSize())
                .mapToObj(tokens::contentStem)
                .toList();
        assertEquals(List.of("measur", "valu", "47.5", "2026"), stems);
        assertEquals(6, tokens.size());
    }
}
