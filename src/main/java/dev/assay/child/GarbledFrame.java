package dev.assay.child;

import java.io.IOException;

/// What was read is no frame of the protocol. The message never holds what was read.
final class GarbledFrame extends IOException {
    private static final long serialVersionUID = 1L;

    GarbledFrame(String message) {
        super(message);
    }
}
