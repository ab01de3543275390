package dev.assay.work;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class ShownNameTest {
    @Test
    void twoSpellingsOfOneLetter_showAlike() {
        assertEquals("caf\u00e9.docx", ShownName.of("cafe\u0301.docx"));
        assertEquals("caf\u00e9.docx", ShownName.of("caf\u00e9.docx"));
    }

    @Test
    void rightToLeftTrick_isVisible() {
        assertEquals("report[U+202E]xcod.exe", ShownName.of("report\u202excod.exe"));
        assertEquals("[U+2066]a[U+2069]", ShownName.of("\u2066a\u2069"));
    }

    @Test
    void lineEndsAndEscapes_cannotForgeALogLine() {
        assertEquals(
                "a[U+000A]INFO b[U+000D][U+001B][31m[U+2028][U+0085]",
                ShownName.of("a\nINFO b\r\u001b[31m\u2028\u0085"));
    }

    @Test
    void brokenAndPrivateCharacters_areNamed() {
        assertEquals("[U+D800]x[U+DC00][U+E000][U+10FFFF]", ShownName.of("\ud800x\udc00\ue000\udbff\udfff"));
    }

    @Test
    void ordinaryNames_stayAsTheyAre() {
        for (String name :
                new String[] {"", "Q3 report (final).docx", "報告書.pdf", "тест.xlsx", "تقرير.pdf", "a\\b", "😀.txt"}) {
            assertEquals(name, ShownName.of(name));
        }
    }
}
