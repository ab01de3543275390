package dev.assay.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class CsvTest {
    private final Problems problems = new Problems();

    private List<List<String>> read(String text) {
        return Csv.read("list.csv", text, problems).stream()
                .map(line -> line.stream().map(Csv.Field::text).toList())
                .toList();
    }

    @Test
    void quotesCommasAndLineEnds_areReadAsRfc4180Says() {
        assertEquals(
                List.of(
                        List.of("file", "title"),
                        List.of("a.docx", "One, two"),
                        List.of("b.docx", "He said \"so\"\nand left"),
                        List.of("", ""),
                        List.of("c.docx", "")),
                read("\uFEFFfile,title\r\n"
                        + "a.docx,\"One, two\"\n\n"
                        + "b.docx,\"He said \"\"so\"\"\n"
                        + "and left\"\r\n"
                        + ",\n"
                        + "c.docx,"));
        assertEquals(List.of(), problems.all());
    }

    @Test
    void fields_knowWhereTheyStand() {
        List<List<Csv.Field>> lines = Csv.read("list.csv", "a,b\n\"x\ny\",z\nq,r", problems);
        assertEquals("list.csv:2:1", lines.get(1).getFirst().at().toString());
        assertEquals("list.csv:3:4", lines.get(1).get(1).at().toString());
        assertEquals("list.csv:4:3", lines.get(2).get(1).at().toString());
    }

    @Test
    void quoteThatDoesNotEnd_orEndsTooSoon_isAMistake() {
        read("a,\"b");
        read("\"a\"b,c");
        assertEquals(
                List.of(
                        "list.csv:1:3: the quote that begins here does not end. Double a quote that is meant as one",
                        "list.csv:1:4: text follows a quote that has ended. Double a quote that is meant as one"),
                problems.all().stream()
                        .map(Problem::toString)
                        .sorted(java.util.Comparator.naturalOrder())
                        .toList());
    }
}
