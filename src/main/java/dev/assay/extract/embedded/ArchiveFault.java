package dev.assay.extract.embedded;

import java.io.IOException;
import org.apache.commons.compress.MemoryLimitException;
import org.apache.commons.compress.PasswordRequiredException;
import org.jspecify.annotations.Nullable;

/// The archive's own bytes are at fault, not the file system.
final class ArchiveFault extends Exception {
    private static final long serialVersionUID = 1L;

    private ArchiveFault(Exception cause) {
        super(cause);
    }

    /// Opens or goes on in an archive.
    interface Step<T> {
        T take() throws IOException;
    }

    /// Takes a step; a password or memory that is needed stays what it is.
    static <T extends @Nullable Object> T in(Step<T> step) throws ArchiveFault, IOException {
        try {
            return step.take();
        } catch (PasswordRequiredException | MemoryLimitException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new ArchiveFault(e);
        }
    }
}
