package dev.assay.letter;

import dev.assay.ledger.ArrivalRecord;
import dev.assay.letter.LetterView.Row;
import dev.assay.letter.LetterView.Section;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Says that a delivery is on hold, why, and what the vendor is to do.
final class HoldNotice {
    private HoldNotice() {}

    /// Of an arrival that belongs to no submission.
    static LetterView view(Wording wording, ArrivalRecord arrival) {
        List<Row> facts = new ArrayList<>();
        facts.add(new Row(wording.text("fact.reason"), arrival.reason()));
        facts.addAll(Receipt.delivered(wording, arrival, ZoneOffset.UTC));
        facts.add(new Row("SHA-256", arrival.arrival().sha256()));
        return view(wording, "hold", facts, Optional.empty());
    }

    static LetterView view(Ordered ordered) {
        return view(ordered, "hold");
    }

    /// @param key of the texts: `hold` or `quarantine`
    static LetterView view(Ordered ordered, String key) {
        Wording wording = ordered.naming(ordered.due());
        List<Row> facts = new ArrayList<>();
        facts.add(new Row(wording.text("fact.reason"), ordered.submission().reason()));
        facts.add(new Row(
                wording.text("fact.work-order"),
                ordered.order().id() + ", " + ordered.deliverable().id()));
        facts.addAll(Receipt.delivered(wording, ordered.story().completing(), ordered.zone()));
        return view(wording, key, facts, Optional.of(wording.moment(ordered.due(), ordered.zone())));
    }

    static LetterView view(Wording wording, String key, List<Row> facts, Optional<String> due) {
        List<String> lines = new ArrayList<>(List.of(wording.text(key + ".do.text")));
        due.ifPresent(moment -> lines.add(wording.text("hold.do.due", Map.of("due", moment))));
        return new LetterView(
                wording.language(),
                null,
                wording.text(key + ".title"),
                wording.text(key + ".lead"),
                facts,
                List.of(new Section("first", wording.text(key + ".do"), "", List.of(), List.of(), lines)),
                wording.text("closing.notice"));
    }
}
