package dev.assay.extract.plain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.document.Document;
import dev.assay.document.Fact;
import dev.assay.document.Gap;
import dev.assay.document.Place;
import dev.assay.extract.BlockLines;
import dev.assay.extract.draft.ContainerLimits;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DelimitedReaderTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                ", ! a,b\\n1,2",
                "; ! a;b\\n1,5;2,5",
                "; ! 1,5;2,5\\n3,5;4,5",
                "tab ! a\\tb\\n1,5\\t2;5",
                "| ! a|b|c\\n1|2|3",
                ", ! one\\ntwo",
                ", ! \"a;b\",c\\n\"d;e\",f",
                "; ! sep=;\\na;b;c,d",
                ", ! sep=,\\na,b;c;d",
            })
    void delimiter_isTheOneThatMakesATable(String delimiter, String text) throws IOException {
        Document document = read(text.replace("\\n", "\n").replace("\\t", "\t"), StandardCharsets.UTF_8);
        assertTrue(
                document.facts().contains(new Fact.Property("delimiter", delimiter)),
                document.facts().toString());
    }

    @Test
    void fields_areUnquotedAndPlacedAsASpreadsheetShowsThem() throws IOException {
        Document document = read(
                "sep=,\r\nName,\"Note, \"\"x\"\"\",\r\n\"two\nlines\",b,\"c\"d\r\n\r\nlast", StandardCharsets.UTF_8);
        assertEquals(
                List.of(
                        "table BODY 1!A1: ",
                        "| 0,0 Name | 0,1 Note, \"x\" | 0,2  |",
                        "| 1,0 two lines | 1,1 b | 1,2 cd |",
                        "| 2,0  |",
                        "| 3,0 last |"),
                BlockLines.of(document));
        int at = document.text().indexOf("cd");
        assertEquals(new Place.Cell("1", "C2"), document.placeAt(at));
        assertEquals(List.of(), document.gaps());
    }

    @ParameterizedTest
    @CsvSource({"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252"})
    void text_isReadInTheEncodingItIsIn(String name) throws IOException {
        Charset charset = Charset.forName(name);
        String mark = name.startsWith("UTF-16") ? "\uFEFF" : "";
        String words = "Größe;Übermaß\nFußgänger überqueren täglich die Straße;3\n".repeat(20);
        Document document = read(mark + words, charset);
        assertEquals(
                "Größe",
                document.text(document.tables()
                        .findFirst()
                        .orElseThrow()
                        .cell(0, 0)
                        .orElseThrow()
                        .span()));
        assertTrue(document.facts(Fact.Property.class)
                .anyMatch(property -> property.name().equals("encoding")));
        assertEquals(List.of(), document.gaps());
    }

    @Test
    void quoteNeverClosed_isSaid() throws IOException {
        Document document = read("a,b\n1,\"2\n3,4\n", StandardCharsets.UTF_8);
        assertEquals(
                List.of("table BODY 1!A1: ", "| 0,0 a | 0,1 b |", "| 1,0 1 | 1,1 2 3,4 |"), BlockLines.of(document));
        assertEquals(
                List.of(new Gap(
                        Gap.Reason.DAMAGED,
                        new Place.Line(2),
                        "A quoted field is never closed: all that follows was read as one field.")),
                document.gaps());
    }

    @Test
    void moreFieldsThanAreRead_areSaid() throws IOException {
        Document document = read("x\n".repeat(1_000_001), StandardCharsets.UTF_8);
        assertEquals(
                List.of(new Gap(
                        Gap.Reason.LIMIT,
                        new Place.Line(1_000_001),
                        "There are more than 1000000 fields: from here on, only checks of data sets see it.")),
                document.gaps());
        assertEquals(
                1_000_000, document.tables().findFirst().orElseThrow().rows().size());
    }

    private Document read(String text, Charset charset) throws IOException {
        Path file = Files.write(folder.resolve("test.csv"), text.getBytes(charset));
        return BlockLines.read(new DelimitedReader(ContainerLimits.standard()), file);
    }
}
