package dev.assay.priorwork.index;

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

    private Fields() {}
}
