package dev.assay.extract.plain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.assay.document.Document;
import dev.assay.document.Extraction;
import dev.assay.document.Fact;
import dev.assay.extract.Readers;
import dev.assay.extract.draft.ContainerLimits;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LoadFileTest {
    private static final List<List<String>> ROWS = List.of(
            List.of("DOCID", "BEGBATES", "TEXT"),
            List.of("D1", "ABC0001", "first line\u00AEsecond"),
            List.of("D2", "ABC0002", "said \"no\", twice"));
    private static final String READ =
            "DOCID\tBEGBATES\tTEXT\nD1\tABC0001\tfirst line second\nD2\tABC0002\tsaid \"no\", twice";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"windows-1252", "UTF-8", "UTF-16LE", "UTF-16BE"})
    void concordanceFile_isReadInEachEncoding(String encoding) throws Exception {
        Document document = read("load.dat", written("\u00FE", "\u0014"), encoding);
        assertEquals(READ, document.text());
        assertEquals("concordance", property(document, "dialect"));
        assertEquals(List.of(), document.gaps());
    }

    @Test
    void concordanceFileWithByteOrderMark_isRead() throws Exception {
        assertEquals(
                READ,
                read("load.dat", "\uFEFF" + written("\u00FE", "\u0014"), "UTF-8")
                        .text());
    }

    @Test
    void concordanceFileOfAnotherName_isRead() throws Exception {
        assertEquals(
                READ, read("load.txt", written("\u00FE", "\u0014"), "UTF-8").text());
    }

    @Test
    void caretsAroundFields_areNoPartOfThem() throws Exception {
        String text = written("^", "|").replace("\u00AE", " ");
        assertEquals(READ, read("load.dat", text, "UTF-8").text());
    }

    @Test
    void barsBetweenFields_areADelimiter() throws Exception {
        Document document = read("load.dat", written("", "|").replace("\u00AE", " "), "UTF-8");
        assertEquals(READ, document.text());
        assertEquals("|", property(document, "delimiter"));
    }

    @Test
    void opticonFile_isTold() throws Exception {
        String text = "ABC0001,VOL1,IMAGES\\001\\ABC0001.tif,Y,,,2\r\nABC0002,VOL1,IMAGES\\001\\ABC0002.tif,,,,\r\n";
        assertEquals("opticon", property(read("load.opt", text, "UTF-8"), "dialect"));
    }

    @Test
    void tableOfSevenColumns_isNoOpticonFile() throws Exception {
        String text = "a,b,c,d,e,f,g\r\n1,2,3,4,5,6,7\r\n";
        assertEquals("", property(read("load.csv", text, "UTF-8"), "dialect"));
    }

    @Test
    void letterThornAtTheStartOfAText_isNoLoadFile() throws Exception {
        assertEquals(
                "text/plain",
                read("saga.txt", "\u00FEat var einn dag\nog svo\n", "UTF-8").mediaType());
    }

    private static String written(String quote, String delimiter) {
        StringBuilder text = new StringBuilder();
        for (List<String> row : ROWS) {
            text.append(String.join(
                            delimiter,
                            row.stream().map(field -> quote + field + quote).toList()))
                    .append("\r\n");
        }
        return text.toString();
    }

    private Document read(String name, String text, String encoding) throws Exception {
        Path file = folder.resolve("file");
        Files.write(file, text.getBytes(Charset.forName(encoding)));
        Extraction extraction =
                new Readers(ContainerLimits.standard()).read(file, name).extraction();
        return assertInstanceOf(Extraction.Extracted.class, extraction).document();
    }

    private static String property(Document document, String name) {
        return document.facts(Fact.Property.class)
                .filter(property -> property.name().equals(name))
                .map(Fact.Property::value)
                .findFirst()
                .orElse("");
    }
}
