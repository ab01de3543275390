package dev.assay.ledger;

/// What there is to do. An identifying job's subject is an arrival; of one that brings something out, an
/// outbox entry; every other's a submission.
public enum JobKind {
    IDENTIFY,
    /// Lets a delivery go on whose window for missing parts is over.
    ASSEMBLE,
    EXTRACT,
    INDEX,
    CHECK,
    DECIDE,
    PUBLISH,
    /// Tells a broker of what lies in a queue.
    ANNOUNCE,
    /// Puts a letter into its vendor's outbox folder.
    WRITE,
    /// Sends a letter by mail.
    SEND;

    /// Whether it brings out what is decided already: that is never given up on.
    public boolean bringsOut() {
        return switch (this) {
            case PUBLISH, ANNOUNCE, WRITE, SEND -> true;
            case IDENTIFY, ASSEMBLE, EXTRACT, INDEX, CHECK, DECIDE -> false;
        };
    }
}
