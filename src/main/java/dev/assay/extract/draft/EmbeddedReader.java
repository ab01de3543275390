package dev.assay.extract.draft;

import dev.assay.document.Extraction;
import java.io.IOException;
import java.nio.file.Path;

/// Reads a file that lies in another.
public interface EmbeddedReader {
    /// Reads a file.
    ///
    /// @param name   what the outer file calls it
    /// @param budget of the arrived file, which this takes from
    Extraction read(Path file, String name, EmbeddedBudget budget) throws IOException;
}
