package dev.assay.ledger;

/// What a letter is about.
public enum LetterKind {
    /// That something came.
    RECEIPT("receipt"),
    /// That it is to be mended.
    LETTER("letter"),
    /// That it waits for somebody: held or quarantined.
    NOTICE("notice");

    private final String word;

    LetterKind(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    /// The outbox's word for a letter of this kind that goes a way.
    String by(LetterWay way) {
        return word + "-" + way.word();
    }
}
