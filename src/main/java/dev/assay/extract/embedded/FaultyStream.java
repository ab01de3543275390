package dev.assay.extract.embedded;

import dev.assay.document.Gap;
import dev.assay.document.Place;
import dev.assay.extract.draft.DocumentDraft;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.MemoryLimitException;
import org.apache.commons.compress.PasswordRequiredException;

/// Unpacked bytes up to where they are damaged; there they end, and that is remembered.
final class FaultyStream extends BufferedInputStream {
    private boolean damaged;

    FaultyStream(InputStream in) {
        super(in, 1 << 16);
    }

    @Override
    public synchronized int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public synchronized int read(byte[] into, int from, int length) throws IOException {
        try {
            return damaged ? -1 : super.read(into, from, length);
        } catch (PasswordRequiredException | MemoryLimitException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            damaged = true;
            return -1;
        }
    }

    @Override
    public void close() {
        // What is read belongs to the archive around it, which goes on.
    }

    void tell(DocumentDraft draft, Place place) {
        if (damaged) {
            draft.gap(Gap.Reason.DAMAGED, place, "its packed bytes are damaged or cut off");
        }
    }
}
