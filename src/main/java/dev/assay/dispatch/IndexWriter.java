package dev.assay.dispatch;

import java.io.IOException;
import java.nio.file.Path;

/// Writes the list of what a queue holds.
public interface IndexWriter {
    /// Writes the list of a queue anew.
    void write(String queue, Path file) throws IOException;
}
