package dev.assay.intake.upload;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// The description of what is answered (OpenAPI 3.1), for programs.
final class OpenApi {
    private OpenApi() {}

    static String text() {
        try (InputStream resource = Objects.requireNonNull(OpenApi.class.getResourceAsStream("openapi.json"))) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
