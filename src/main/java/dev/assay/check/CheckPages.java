package dev.assay.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The pages of the check kinds, as published in the documentation: made from each kind's doc comment, packaged
/// beside the classes.
public final class CheckPages {
    private CheckPages() {}

    /// The page of a kind, in Markdown; empty where there is no such kind.
    public static Optional<String> find(String kind) {
        return Checks.find(kind).flatMap(check -> read("/checks/" + check.kind().id() + ".md"));
    }

    /// The list of all kinds, in Markdown.
    public static Optional<String> index() {
        return read("/checks/index.md");
    }

    private static Optional<String> read(String resource) {
        try (InputStream in = CheckPages.class.getResourceAsStream(resource)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
