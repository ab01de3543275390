package dev.assay.vault;

import java.io.IOException;
import java.nio.file.Path;

/// The operating system could not promise that bytes are on the disk. Nothing may be retried or acknowledged
/// after it: the process stops, and recovery starts from what is surely there.
public final class DurabilityLost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DurabilityLost(Path file, IOException cause) {
        super(
                "Flushing " + file + " to disk failed (" + cause.getMessage()
                        + "); what was written may be gone. Stop, check the disk, and start again.",
                cause);
    }
}
