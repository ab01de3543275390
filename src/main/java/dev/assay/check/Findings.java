package dev.assay.check;

import dev.assay.document.Document;
import dev.assay.document.Place;
import dev.assay.document.Span;
import dev.assay.work.Attribution;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Collects the findings of one item: quotes them, places them, and gives each its fingerprint. The first 200
/// are kept, all are counted.
public final class Findings {
    /// How many findings of an item are kept.
    public static final int MOST = 200;

    private final String kind;
    private final List<Finding> kept = new ArrayList<>();
    private final Map<String, Integer> keys = new HashMap<>();
    private int count;

    public Findings(Kind kind) {
        this.kind = kind.id();
    }

    /// Adds a finding about a text. Findings are added in order of place.
    public void at(Inspection.ReadPart part, Span span, String message, String remedy) {
        at(part, span, part.document().placeAt(span.start()), message, remedy);
    }

    /// Adds a finding about a text whose place the kind knows better.
    public void at(Inspection.ReadPart part, Span span, Place place, String message, String remedy) {
        count++;
        if (kept.size() >= MOST) {
            return;
        }
        Document document = part.document();
        Finding.Quote quote = Quotes.of(document, span);
        String key = Fingerprint.key(kind, document, span, place, quote);
        kept.add(new Finding(
                message,
                remedy,
                part.part().name(),
                place,
                span,
                Quotes.situated(document, span, quote),
                fingerprint(key),
                Attribution.VENDOR));
    }

    /// Adds a finding about something absent, or about the file itself.
    ///
    /// @param part    the part's name; empty for the submission as a whole
    /// @param subject what is absent, or the property that is wrong: with the kind, what it is recognised by in
    ///                a later round
    public void about(String part, Place place, String subject, String message, String remedy) {
        count++;
        if (kept.size() >= MOST) {
            return;
        }
        String key = kind + '\0' + subject;
        kept.add(new Finding(message, remedy, part, place, null, null, fingerprint(key), Attribution.VENDOR));
    }

    public boolean isEmpty() {
        return count == 0;
    }

    /// How many were added, kept or not.
    public int count() {
        return count;
    }

    /// Failed with what was found, or passed; each finding is of one unit.
    ///
    /// @param checked units, right and wrong
    /// @param failed  as of [#outcome(String, String)]
    /// @param passed  as of [#outcome(String, String)]
    public Outcome outcome(int checked, String failed, String passed) {
        return outcome(failed, passed) instanceof Outcome.Failed wrong
                ? new Outcome.Failed(wrong.reason(), wrong.findings(), new Outcome.Tally(checked, count))
                : new Outcome.Passed(passed);
    }

    /// Failed with what was found, or passed.
    ///
    /// @param failed what was found, as words that follow a number: "forbidden terms"; the singular is the
    ///               first part where both are given as "forbidden term|forbidden terms"
    /// @param passed the reason of a pass, as a sentence
    public Outcome outcome(String failed, String passed) {
        return count == 0 ? new Outcome.Passed(passed) : new Outcome.Failed(counted(failed), kept);
    }

    private String counted(String words) {
        String[] forms = words.split("\\|", 2);
        String counted = String.format(Locale.ROOT, "%,d %s.", count, count == 1 ? forms[0] : forms[forms.length - 1]);
        return count > MOST ? counted + " The first " + MOST + " are listed." : counted;
    }

    /// A second finding with the same words in the same surroundings is another finding.
    private String fingerprint(String key) {
        int occurrence = keys.merge(key, 1, Integer::sum);
        return Fingerprint.hash(occurrence == 1 ? key : key + '\0' + occurrence);
    }
}
