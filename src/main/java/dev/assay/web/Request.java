package dev.assay.web;

import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/// A request as it comes in: its body is not read yet.
///
/// @param method  in capitals
/// @param path    decoded, with its first slash
/// @param queries gives a query parameter's first value, decoded
/// @param headers gives a header's value, by its name in any case
/// @param length  of the body as announced, in bytes; empty where it comes in chunks
/// @param body    to be read once; fails when the sender goes away, sends less than announced, or too slowly
public record Request(
        String method,
        String path,
        Function<String, Optional<String>> queries,
        Function<String, Optional<String>> headers,
        OptionalLong length,
        InputStream body) {}
