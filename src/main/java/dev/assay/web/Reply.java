package dev.assay.web;

import java.util.Map;

/// What a request is answered with, and headers beside it.
///
/// @param headers besides those that every answer has
/// @param closes  whether the connection ends with it, because the body was not read to its end
public record Reply(Answer answer, Map<String, String> headers, boolean closes) {
    public Reply {
        headers = Map.copyOf(headers);
    }

    public static Reply of(int status, String contentType, String body) {
        return new Reply(new Answer(status, contentType, body), Map.of(), false);
    }

    public Reply with(String header, String value) {
        Map<String, String> more = new java.util.TreeMap<>(headers);
        more.put(header, value);
        return new Reply(answer, more, closes);
    }

    /// The same, after which the connection ends.
    public Reply closing() {
        return new Reply(answer, headers, true);
    }
}
