package dev.assay.web;

import java.nio.charset.StandardCharsets;

/// What a request is answered with.
///
/// @param status      HTTP status (RFC 9110)
/// @param contentType with its charset
/// @param body        the bytes
public record Answer(int status, String contentType, byte[] body) {
    public static Answer text(int status, String contentType, String body) {
        return new Answer(status, contentType + "; charset=utf-8", body.getBytes(StandardCharsets.UTF_8));
    }

    public static Answer notFound() {
        return text(404, "text/plain", "Not found\n");
    }
}
