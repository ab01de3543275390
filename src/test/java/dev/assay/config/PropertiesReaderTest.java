package dev.assay.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Properties;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class PropertiesReaderTest {
    private final Problems problems = new Problems();

    private List<PropertiesReader.Entry> read(String text) {
        return PropertiesReader.read("f", text, problems);
    }

    @Test
    void keysAndValues_knowWhereTheyStand() {
        assertEquals(
                List.of(
                        new PropertiesReader.Entry("a.b", new Position("f", 2, 1), "1", new Position("f", 2, 7)),
                        new PropertiesReader.Entry("c", new Position("f", 4, 3), "d e ", new Position("f", 4, 5)),
                        new PropertiesReader.Entry("empty", new Position("f", 5, 1), "", new Position("f", 5, 6))),
                read("# first\na.b = 1\n\n  c:d e \nempty\n"));
        assertTrue(problems.isEmpty());
    }

    @Test
    void continuedLine_isOneValue_andTheNextLineKeepsItsNumber() {
        List<PropertiesReader.Entry> entries = read("a = one,\\\r\n    two\r\nb = 3");
        assertEquals("one,two", entries.get(0).value());
        assertEquals(new Position("f", 3, 1), entries.get(1).keyAt());
    }

    @Test
    void escapes_areResolved() {
        PropertiesReader.Entry entry = read("a\\ b\\=c = \\u00e9\\t\\\\\\q\\=").getFirst();
        assertEquals("a b=c", entry.key());
        assertEquals("\u00e9\t\\q=", entry.value());
    }

    @Test
    void brokenEscapeAndMissingKey_areToldTogether() {
        read("a = \\u12\n= 3\n");
        assertEquals(
                List.of(
                        "f:1:5: \\u needs four hex digits. Write a backslash itself as \\\\",
                        "f:2:1: a key is missing before the value. Write key = value"),
                problems.all().stream().map(Problem::toString).toList());
    }

    @Property(tries = 2000)
    void anyText_readsAsJavaReadsIt(@ForAll("texts") String text) throws IOException {
        Properties expected = new Properties();
        expected.load(new StringReader(text));
        expected.remove("");
        Properties found = new Properties();
        read(text).forEach(entry -> found.setProperty(entry.key(), entry.value()));
        assertEquals(expected, found);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars('a', 'b', 'n', '=', ':', ' ', '\t', '\f', '\\', '\n', '\r', '#', '!', '\u00e9')
                .ofMaxLength(30);
    }
}
