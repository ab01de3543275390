package dev.assay.extract.word;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.assay.config.Json;
import dev.assay.document.Extraction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The same file gives the same document, byte for byte; `-Dfixtures=update` writes what is expected anew.
final class WordGoldenTest {
    private static final Path EXPECTED = Path.of("src/test/resources/extract/word/specimen.json");

    @TempDir
    Path folder;

    @Test
    void specimen_givesTheSameDocument() throws IOException {
        Path file = WordSpecimen.whole().write(folder.resolve("specimen.docx"));
        String found = Json.text(assertInstanceOf(Extraction.Extracted.class, new WordReader().read(file, "test/type"))
                .document());
        if (System.getProperty("fixtures", "").equals("update")) {
            Files.createDirectories(EXPECTED.getParent());
            Files.writeString(EXPECTED, found);
        }
        assertEquals(Files.readString(EXPECTED), found);
    }
}
