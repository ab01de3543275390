package dev.assay.extract;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.assay.config.Json;
import dev.assay.document.Block;
import dev.assay.document.Document;
import dev.assay.document.Extraction;
import dev.assay.document.Layer;
import dev.assay.extract.survey.Survey;
import dev.assay.extract.survey.SurveyRequest;
import dev.assay.extract.survey.SurveyTask;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Reads files the way a child does.
public final class Reading {
    private Reading() {}

    public static Extraction extraction(Path folder, byte[] bytes, String name) throws IOException {
        Files.write(folder.resolve("arrived"), bytes);
        byte[] request = Json.bytes(new ReadRequest("arrived", name, "extraction.json"));
        new ReadTask().run(folder, request, part -> {});
        return Json.read(folder.resolve("extraction.json"), Extraction.class);
    }

    /// Reads a mail without the files that are attached to it.
    public static Document alone(Path folder, byte[] bytes, String name) throws IOException {
        Files.write(folder.resolve("arrived"), bytes);
        byte[] request = Json.bytes(new ReadRequest("arrived", name, "extraction.json", true));
        new ReadTask().run(folder, request, part -> {});
        return assertInstanceOf(
                        Extraction.Extracted.class, Json.read(folder.resolve("extraction.json"), Extraction.class))
                .document();
    }

    public static Document document(Path folder, byte[] bytes, String name) throws IOException {
        return assertInstanceOf(Extraction.Extracted.class, extraction(folder, bytes, name))
                .document();
    }

    public static Extraction.Unreadable unreadable(Path folder, byte[] bytes, String name) throws IOException {
        return assertInstanceOf(Extraction.Unreadable.class, extraction(folder, bytes, name));
    }

    public static Survey survey(Path folder, byte[] bytes, String name) throws IOException {
        Files.write(folder.resolve("arrived"), bytes);
        byte[][] parts = new byte[1][];
        new SurveyTask().run(folder, Json.bytes(new SurveyRequest("arrived", name, false)), part -> parts[0] = part);
        return Json.read(parts[0], Survey.class);
    }

    /// Blocks in order as `Heading1 text`, `Paragraph text`, `ListItem1 text`, `Table text`.
    public static List<String> blocks(Document document, Layer layer) {
        return document.layer(layer)
                .map(block -> switch (block) {
                    case Block.Heading heading -> "Heading" + heading.level() + " " + document.text(block);
                    case Block.Paragraph paragraph -> "Paragraph " + document.text(paragraph);
                    case Block.ListItem item -> "ListItem" + item.level() + " " + document.text(block);
                    case Block.Table table -> "Table " + document.text(table);
                })
                .toList();
    }

    public static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
