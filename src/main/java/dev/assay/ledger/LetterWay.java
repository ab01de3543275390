package dev.assay.ledger;

/// By which way a letter goes.
public enum LetterWay {
    /// A folder below the vendor's `outbox/`, exactly once.
    FILE("file", JobKind.WRITE),
    /// A mail, at least once.
    MAIL("mail", JobKind.SEND);

    private final String word;
    private final JobKind job;

    LetterWay(String word, JobKind job) {
        this.word = word;
        this.job = job;
    }

    public String word() {
        return word;
    }

    JobKind job() {
        return job;
    }
}
