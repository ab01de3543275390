package dev.assay.checklist;

import dev.assay.config.TextFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// The checklists that come with the program. A client's extends them by `assay/NAME`.
public final class Shipped {
    /// What stands before the name of a shipped checklist.
    public static final String PREFIX = "assay/";

    private static final List<String> NAMES =
            List.of("base", "clinical-writing", "equity-research", "legal-review", "market-research");

    private Shipped() {}

    /// The names of all, with their prefix, in alphabetical order.
    public static List<String> names() {
        return NAMES.stream().map(name -> PREFIX + name).toList();
    }

    /// The text of one.
    ///
    /// @param name with its prefix
    public static Optional<TextFile> find(String name) {
        if (!names().contains(name)) {
            return Optional.empty();
        }
        String file = name.substring(PREFIX.length()) + ".yaml";
        try (InputStream in = Shipped.class.getResourceAsStream("shipped/" + file)) {
            if (in == null) {
                throw new IllegalStateException("This build lacks its checklist " + name);
            }
            return Optional.of(new TextFile(name, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the program's own checklist " + name, e);
        }
    }
}
