package dev.assay.vault;

import java.io.IOException;

/// Stored bytes are not what was written: cut short, reordered, altered, or under another key.
public final class DamagedBlob extends IOException {
    private static final long serialVersionUID = 1L;

    DamagedBlob(String blob, String finding) {
        super("Cannot read " + blob + ": " + finding + ". Restore the file from a backup.");
    }
}
