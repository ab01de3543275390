package dev.assay.extract.word;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.config.Json;
import dev.assay.document.Document;
import dev.assay.extract.BlockLines;
import dev.assay.extract.PackageFixture;
import dev.assay.extract.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The same file gives the same document, byte for byte; `-Dfixtures=update` writes what is expected anew.
final class WordGoldenTest {
    private static final Path EXPECTED = Path.of("src/test/resources/extract/word/specimen.json");

    @TempDir
    Path folder;

    @Test
    void specimen_givesTheSameDocument() throws IOException {
        String found = Json.text(read(WordSpecimen.whole()));
        if (System.getProperty("fixtures", "").equals("update")) {
            Files.createDirectories(EXPECTED.getParent());
            Files.writeString(EXPECTED, found);
        }
        assertEquals(Files.readString(EXPECTED), found);
    }

    @Test
    void strictSpecimen_givesTheSameDocument() throws IOException {
        assertEquals(read(WordSpecimen.whole()), read(WordSpecimen.whole().strict()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "openxmlformats-officedocument.wordprocessingml.document",
                "openxmlformats-officedocument.wordprocessingml.template",
                "ms-word.document.macroEnabled",
                "ms-word.template.macroEnabledTemplate"
            })
    void textDocumentsOfAllKinds_haveThisReader(String kind) throws IOException {
        Path file = PackageFixture.word("<w:p><w:r><w:t>text</w:t></w:r></w:p>")
                .type("word/document.xml", "application/vnd." + kind + ".main+xml")
                .write(folder.resolve("kind.docx"));
        assertEquals(
                "word 2",
                Reading.document(folder, Files.readAllBytes(file), "kind").reader());
    }

    private Document read(PackageFixture fixture) throws IOException {
        return BlockLines.read(new WordReader(), fixture.write(folder.resolve("specimen.docx")));
    }
}
