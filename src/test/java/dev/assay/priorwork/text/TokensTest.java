package dev.assay.priorwork.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.document.Block;
import dev.assay.document.Document;
import dev.assay.document.Layer;
import dev.assay.document.Place;
import dev.assay.document.Span;
import dev.assay.priorwork.Texts;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
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

    @ParameterizedTest
    @CsvSource({
        "en, studies measured, studied measuring",
        "de, Die Häuser wachsen, die Häusern wachsen",
        "fr, continuellement mesuré, continuelle mesurées",
        "es, rápidas medidas, rápidos medidos",
        "pt, quilométricas rápidas, quilométricos rápidos",
        "it, abbandonata misura, abbandonato misure",
        "nl, lichamelijke metingen, lichamelijk meting",
        "ru, важная мера, важной меры"
    })
    void wordForms_areOneStemInEachLanguage(String language, String one, String other) {
        assertEquals(stems(one, language), stems(other, language));
    }

    @Test
    void stemsFollowTheLanguageOfTheBlock_notOfTheOrder() {
        String text = "Messungen";
        Document german = new Document(
                "text/plain",
                text,
                List.of(new Block.Paragraph(new Span(0, 9), new Place.Paragraph(1, List.of()), Layer.BODY)),
                List.of(),
                List.of(),
                List.of(new Document.Language(new Span(0, 9), "de", 1)),
                "test 1");
        assertEquals("messung", Tokens.of(german, "en").get(0).stem());
    }

    @Test
    void textWithoutSpaces_isComparedByPairsOfCharacters() {
        assertEquals(List.of("价格", "格上", "上涨", "涨"), stems("价格上涨", "zh"));
        assertEquals(List.of("価格", "格が", "が上", "上る", "る"), stems("価格が上る", "ja"));
        assertEquals(List.of("价格", "格", "a", "b"), stems("价格 a b", "zh"));
    }

    @Test
    void lettersOfAnotherAlphabetThatLookAlike_areReadAsMeant() {
        assertEquals(stems("password", "en"), stems("p\u0430ssw\u043Erd", "en"));
        assertEquals(stems("\u0441\u043E\u0440", "ru"), List.of("\u0441\u043E\u0440"));
    }

    @Test
    void sentences_endAtStopsAndBlankLines_notAtInitialsAndFigures() {
        assertEquals(List.of(0, 2, 4), sentences("Prices rose. They fell. So J. Smith said of 4.5 points"));
        assertEquals(List.of(0, 2), sentences("First line\n\nsecond line"));
        assertEquals(List.of(0), sentences("First line\nsecond line, e.g. this"));
    }

    private static List<Integer> sentences(String text) {
        Tokens tokens = Texts.tokens(text);
        return IntStream.range(0, tokens.sentences())
                .map(tokens::sentence)
                .boxed()
                .toList();
    }

    private static List<String> stems(String text, String language) {
        Tokens tokens = Tokens.of(Texts.document(text), language);
        return IntStream.range(0, tokens.size())
                .mapToObj(i -> tokens.get(i).stem())
                .toList();
    }
}
