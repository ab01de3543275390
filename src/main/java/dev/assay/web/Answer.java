package dev.assay.web;

/// What a request is answered with.
///
/// @param status      HTTP status (RFC 9110)
/// @param contentType without its charset, which is UTF-8
/// @param body        the text
public record Answer(int status, String contentType, String body) {
    public static Answer notFound() {
        return new Answer(404, "text/plain", "Not found\n");
    }
}
