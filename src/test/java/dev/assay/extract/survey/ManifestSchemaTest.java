package dev.assay.extract.survey;

import dev.assay.Fixture;
import java.io.IOException;
import org.junit.jupiter.api.Test;

final class ManifestSchemaTest {
    @Test
    void schema_isExactlyAsPublished() throws IOException {
        Fixture.compare("manifest/schema.json", ManifestSchema.text());
    }
}
