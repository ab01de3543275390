package dev.assay.extract;

import static dev.assay.extract.Reading.utf8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.assay.config.Json;
import dev.assay.document.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutlineTest {
    @TempDir
    Path folder;

    @Test
    void outline_showsStructureLayersFactsAndGaps() throws IOException {
        Document document =
                Reading.document(folder, utf8("# Method\n\nText of \u202Ethe method.\n\n## Sam\u202Eple\n"), "a.md");
        assertEquals("""
            text/markdown, 7 words, read by assay-text 1
            language: not known; read whole

            Structure
              Method  (line 1)
                Sam\uFFFDple  (line 5)

            Layers
              body: 3 blocks, 7 words

            To look at
              nothing

            Facts
              encoding: UTF-8

            Gaps
              none
            """, Outline.of(document));
    }

    @Test
    void summary_countsWhatTheDocumentHolds() throws IOException {
        Files.write(folder.resolve("in"), utf8("Region,Base\nNorth,100\n"));
        byte[][] sent = new byte[1][];
        new ReadTask().run(folder, Json.bytes(new ReadRequest("in", "a.csv", "out")), part -> sent[0] = part);
        ReadSummary summary = Json.read(sent[0], ReadSummary.class);

        assertEquals(
                new ReadSummary(
                        "text/csv", "text/csv", false, 4, 0, 0, 4, 2, List.of(), false, null, "assay-delimited 3"),
                summary);
        assertNull(summary.unreadable());
    }

    @Test
    void warmUp_readsOneFileOfEachFormat_andLeavesNothing() throws IOException {
        byte[][] sent = new byte[1][];
        new WarmUpTask().run(folder, new byte[0], part -> sent[0] = part);
        assertEquals("4", new String(sent[0], java.nio.charset.StandardCharsets.UTF_8));
        try (var files = Files.list(folder)) {
            assertEquals(0, files.count());
        }
    }
}
