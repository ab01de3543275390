package dev.assay.checklist;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.check.Checks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class ChecklistSchemaTest {
    @Test
    void schema_isExactlyAsPublished() throws IOException {
        Path expected = Path.of("src/test/resources/checklist/schema.json");
        String schema = ChecklistSchema.of(Checks.kinds());
        if ("update".equals(System.getProperty("fixtures"))) {
            Files.writeString(expected, schema);
        }
        assertEquals(Files.readString(expected), schema);
    }
}
