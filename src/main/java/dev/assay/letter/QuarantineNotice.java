package dev.assay.letter;

import dev.assay.ledger.ArrivalRecord;
import dev.assay.letter.LetterView.Row;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Says that a delivery passed a safety limit and was set aside, and in which form it would be taken.
final class QuarantineNotice {
    private QuarantineNotice() {}

    /// Of an arrival that belongs to no submission.
    static LetterView view(Wording wording, ArrivalRecord arrival) {
        List<Row> facts = new ArrayList<>();
        facts.add(new Row(wording.text("fact.reason"), arrival.reason()));
        facts.addAll(Receipt.delivered(wording, arrival, ZoneOffset.UTC));
        facts.add(new Row("SHA-256", arrival.arrival().sha256()));
        return HoldNotice.view(wording, "quarantine", facts, Optional.empty());
    }

    static LetterView view(Ordered ordered) {
        return HoldNotice.view(ordered, "quarantine");
    }
}
