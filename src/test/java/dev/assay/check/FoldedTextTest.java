package dev.assay.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.document.Span;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FoldedTextTest {
    @ParameterizedTest
    @CsvSource({
        "risk free, 'a RISK\n  Free bond', 'RISK\n  Free'",
        "risk free, 'a risk\u00A0free bond', 'risk\u00A0free'",
        "client's, 'the client\u2019s own', 'client\u2019s'",
        "caf\u00E9, 'the cafe\u0301 is', 'cafe\u0301'",
        "office, 'an o\uFB03ce', 'o\uFB03ce'",
        "guaranteed, 'is gua\u200Bran\u00ADteed now', 'gua\u200Bran\u00ADteed'",
        "C++, 'in C++.', 'C++'",
        "\u6771\u4EAC, '\u5728\u6771\u4EAC\u90FD', '\u6771\u4EAC'",
        "STRASSE, 'die Strasse', 'Strasse'",
    })
    void term_isFoundWhateverItsForm(String term, String text, String found) {
        Span span = FoldedText.of(text, false).find(FoldedText.of(term, false)).getFirst();
        assertEquals(found, text.substring(span.start(), span.end()));
    }

    @Test
    void term_isFoundAsWholeWordsOnly() {
        FoldedText text = FoldedText.of("unguaranteed guaranteeds guaranteed guaranteed1 (guaranteed)", false);
        assertEquals(List.of(new Span(25, 35), new Span(49, 59)), text.find(FoldedText.of("guaranteed", false)));
    }

    @Test
    void caseCounts_whereItShall() {
        FoldedText text = FoldedText.of("Apple apple", true);
        assertEquals(List.of(new Span(0, 5)), text.find(FoldedText.of("Apple", true)));
    }
}
