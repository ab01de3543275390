package dev.assay.intake.scan;

import java.nio.file.Path;

/// Looks for viruses in files.
public interface VirusScanner {
    /// Looks through a file. A failure is an answer, never an exception.
    Scan scan(Path file);
}
