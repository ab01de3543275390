package dev.assay.extract.word;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NumeralTest {
    @ParameterizedTest
    @CsvSource({
        "decimal, 7, 7",
        "decimal, 0, 0",
        "decimalZero, 7, 07",
        "decimalZero, 12, 12",
        "upperRoman, 1994, MCMXCIV",
        "lowerRoman, 4, iv",
        "upperRoman, 4000, 4000",
        "lowerRoman, 0, 0",
        "lowerLetter, 1, a",
        "lowerLetter, 26, z",
        "lowerLetter, 28, bb",
        "upperLetter, 53, AAA",
        "russianLower, 2, б",
        "ordinal, 1, 1st",
        "ordinal, 12, 12th",
        "ordinal, 23, 23rd",
        "cardinalText, 21, Twenty-one",
        "ordinalText, 20, Twentieth",
        "ordinalText, 21, Twenty-first",
        "ordinalText, 12, Twelfth",
        "chicago, 5, **",
        "numberInDash, 3, - 3 -",
        "decimalEnclosedCircle, 3, ③",
        "decimalEnclosedCircle, 21, 21",
        "japaneseCounting, 24, 二十四",
        "ideographDigital, 10, 一〇",
        "thaiNumbers, 12, ๑๒",
        "decimalFullWidth, 3, ３",
        "unheardOf, 3, 3"
    })
    void numbers_areWrittenAsTheFormatSays(String format, int number, String shown) {
        assertEquals(shown, Numeral.of(format, number));
    }

    @ParameterizedTest
    @CsvSource({"none", "bullet"})
    void formatsOfNothing_showNothing(String format) {
        assertEquals("", Numeral.of(format, 3));
    }
}
