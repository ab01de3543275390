package dev.assay.priorwork.index;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.util.BytesRef;

/// Hands a passage's fingerprints to an index; one field with them all costs less than a field each.
public final class FingerprintStream extends TokenStream {
    /// How many bytes of a fingerprint are kept.
    public static final int BYTES = 5;

    private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
    private final long[] hashes;
    private int next;

    public FingerprintStream(long[] hashes) {
        this.hashes = hashes;
    }

    @Override
    public void reset() {
        next = 0;
    }

    @Override
    public boolean incrementToken() {
        clearAttributes();
        if (next == hashes.length) {
            return false;
        }
        term.setBytesRef(term(hashes[next++]));
        return true;
    }

    /// A fingerprint's term, the highest byte first, so that terms sort as fingerprints do.
    public static BytesRef term(long hash) {
        byte[] bytes = new byte[BYTES];
        for (int i = 0; i < BYTES; i++) {
            bytes[i] = (byte) (hash >>> (Byte.SIZE * (BYTES - 1 - i)));
        }
        return new BytesRef(bytes);
    }
}
