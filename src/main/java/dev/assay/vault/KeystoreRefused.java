package dev.assay.vault;

import java.io.IOException;
import java.nio.file.Path;

/// The keystore must not or cannot be used as it is; the message says why and what to do.
public final class KeystoreRefused extends IOException {
    private static final long serialVersionUID = 1L;

    KeystoreRefused(Path file, String finding) {
        super("Cannot use the keystore " + file + ": " + finding);
    }
}
