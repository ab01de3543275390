package dev.assay.dispatch;

import java.io.IOException;
import java.nio.file.Path;

/// Writes what a reader of a queue finds in a submission's folder.
public interface FolderWriter {
    /// Writes into an empty folder.
    void write(String submission, Path folder) throws IOException;
}
