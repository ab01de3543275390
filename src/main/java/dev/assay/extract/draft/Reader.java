package dev.assay.extract.draft;

import dev.assay.document.Extraction;
import java.io.IOException;
import java.nio.file.Path;

/// Reads files of one format family.
public interface Reader {
    /// Reads a file.
    ///
    /// @param file      readable, named by the task and never by the vendor
    /// @param mediaType the type found from the content
    /// @return the document, or why there is none; a broken file is a value, not an exception
    /// @throws IOException if the file system fails
    Extraction read(Path file, String mediaType) throws IOException;
}
