package dev.assay.intake.scan;

import java.nio.file.Path;

/// Looks for viruses in files.
public interface VirusScanner {
    /// None: whoever has no scanner has said so, and everything counts as clean.
    VirusScanner NONE = file -> new Scan.Clean();

    /// Looks through a file. A failure is an answer, never an exception.
    Scan scan(Path file);
}
