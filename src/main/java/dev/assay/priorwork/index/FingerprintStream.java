package dev.assay.priorwork.index;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;

/// Hands a passage's fingerprints to the index; one field with them all costs less than a field each.
final class FingerprintStream extends TokenStream {
    private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
    private final long[] hashes;
    private int next;

    FingerprintStream(long[] hashes) {
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
        term.setBytesRef(Fields.term(hashes[next++]));
        return true;
    }
}
