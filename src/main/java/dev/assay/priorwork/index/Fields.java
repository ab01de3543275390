package dev.assay.priorwork.index;

import org.apache.lucene.util.BytesRef;

/// The fields of a passage in the index.
final class Fields {
    static final String FINGERPRINT = "fingerprint";
    static final String KEY = "key";
    static final String SUBMISSION = "submission";
    static final String PART = "part";
    static final String CLIENT = "client";
    static final String VENDOR = "vendor";
    static final String WORK_ORDER = "work-order";
    static final String DELIVERABLE = "deliverable";
    static final String ROUND = "round";
    static final String OFFSET = "offset";
    static final String SEQUENCE = "sequence";

    /// Short numbers for work order and client: counting distinct ones needs no names.
    static final String PROJECT = "project";

    static final String CLIENT_NUMBER = "client-number";

    private static final int BYTES = 5;

    private Fields() {}

    /// A fingerprint's term: five bytes, so that terms sort as fingerprints do.
    static BytesRef term(long hash) {
        byte[] bytes = new byte[BYTES];
        for (int i = 0; i < BYTES; i++) {
            bytes[i] = (byte) (hash >>> (Byte.SIZE * (BYTES - 1 - i)));
        }
        return new BytesRef(bytes);
    }
}
