package dev.assay.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.assay.config.Json;
import dev.assay.document.Extraction;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// What `assay read --json` prints is what its published schema says.
final class ReadDocumentTest {
    private static final Path PUBLISHED = Path.of("src/site/resources/assay-document-1.schema.json");
    private static final JsonSchema SCHEMA =
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(ReadDocument.schema());

    @TempDir
    Path folder;

    @Test
    void schema_isExactlyAsPublished() throws IOException {
        if ("update".equals(System.getProperty("fixtures"))) {
            Files.writeString(PUBLISHED, ReadDocument.schema());
        }
        assertEquals(Files.readString(PUBLISHED), ReadDocument.schema());
    }

    @TestFactory
    Stream<DynamicTest> samples_areAsTheSchemaSays() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("samples/deliverables"))) {
            return files.filter(Files::isRegularFile).sorted().toList().stream()
                    .map(file -> DynamicTest.dynamicTest(String.valueOf(file.getFileName()), () -> {
                        byte[] bytes = Files.readAllBytes(file);
                        String name = String.valueOf(file.getFileName());
                        assertValid(new ReadDocument(name, Reading.extraction(folder, bytes, name)));
                    }));
        }
    }

    @Test
    void unreadableFile_isAsTheSchemaSays() throws IOException {
        assertValid(new ReadDocument("empty.pdf", Reading.extraction(folder, new byte[0], "empty.pdf")));
    }

    @Test
    void anythingElse_isNotAsTheSchemaSays() {
        Extraction extraction = new Extraction.Unreadable(Extraction.Reason.EMPTY, "text/plain", "no bytes");
        String text = Json.text(new ReadDocument("a.txt", extraction));
        for (String wrong : List.of(
                text.replace("\"EMPTY\"", "\"TIRED\""),
                text.replace("\"Unreadable\"", "\"Extracted\""),
                text.replace("\"detail\"", "\"details\""))) {
            assertFalse(SCHEMA.validate(wrong, InputFormat.JSON).isEmpty(), wrong);
        }
    }

    private static void assertValid(ReadDocument document) {
        String json = new String(Json.bytes(document), StandardCharsets.UTF_8);
        Set<ValidationMessage> wrong = SCHEMA.validate(json, InputFormat.JSON);
        assertEquals(
                List.of(),
                wrong.stream().limit(5).map(ValidationMessage::toString).toList());
    }
}
