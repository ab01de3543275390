package dev.assay.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.assay.verdict.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Row 8 of the threats: nothing in an index is taken for a formula, and a line stays a line.
class QueueIndexTest {
    static Stream<Arguments> fields() {
        return Stream.of(
                Arguments.of("Kestrel Insight", "Kestrel Insight"),
                Arguments.of("", ""),
                Arguments.of("=1+1", "\"'=1+1\""),
                Arguments.of("=HYPERLINK(\"http://x\")", "\"'=HYPERLINK(\"\"http://x\"\")\""),
                Arguments.of("+1", "\"'+1\""),
                Arguments.of("-1", "\"'-1\""),
                Arguments.of("@SUM(A1)", "\"'@SUM(A1)\""),
                Arguments.of("\t=1", "\"'[U+0009]=1\""),
                Arguments.of("\r=1", "\"'[U+000D]=1\""),
                Arguments.of("\nx", "\"'[U+000A]x\""),
                Arguments.of("  =1", "\"'  =1\""),
                Arguments.of("\uFF1D1", "\"'\uFF1D1\""),
                Arguments.of("a\tb\nc", "a[U+0009]b[U+000A]c"),
                Arguments.of("the \"new\" wave", "\"the \"\"new\"\" wave\""),
                Arguments.of("report\u202Efdp.exe", "report[U+202E]fdp.exe"));
    }

    @ParameterizedTest
    @MethodSource("fields")
    void row08_whatCouldBeAFormula_isPrefixedAndQuoted(String text, String written) {
        assertEquals(written, QueueIndex.field(text));
    }

    @Test
    void everyLineHasAsManyFieldsAsTheHeader_whateverTheText() {
        List<IndexRow> rows = fields().map(field -> row((String) field.get()[0], "a/report.html"))
                .toList();
        List<String> lines = QueueIndex.tsv(rows).lines().toList();
        assertEquals(rows.size() + 1, lines.size());
        for (String line : lines) {
            assertEquals(12, line.split("\t", -1).length, line);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "//evil.example/x", "../x", "a/../b", "a b", "", "x\"y"})
    void addressThatIsNotMadeOfIds_isRefused(String address) {
        assertThrows(IllegalArgumentException.class, () -> row("x", address));
    }

    private static IndexRow row(String text, String address) {
        return new IndexRow(
                text, text, text, text, text, 1, 1, new Verdict.Accept(false), 10, text, Instant.EPOCH, address);
    }
}
