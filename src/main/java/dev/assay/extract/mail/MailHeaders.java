package dev.assay.extract.mail;

import dev.assay.document.Gap;
import dev.assay.document.Place;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the header of a mail says, as properties.
final class MailHeaders {
    private static final List<String> TOLD = List.of(
            "from",
            "sender",
            "reply-to",
            "to",
            "cc",
            "bcc",
            "date",
            "message-id",
            "in-reply-to",
            "references",
            "importance",
            "auto-submitted",
            "list-id");

    /// What a mail has once at most (RFC 5322, 3.6).
    private static final Set<String> ONCE =
            Set.of("from", "sender", "reply-to", "to", "cc", "bcc", "date", "message-id", "in-reply-to", "subject");

    private MailHeaders() {}

    static void tell(MailFields fields, MailDraft draft) {
        for (String name : TOLD) {
            List<String> values = fields.all(name);
            for (String value : values) {
                draft.header(name, name.equals("date") ? date(value) : value);
            }
            tellRepeated(name, values, draft);
        }
        List<String> subjects = fields.all("subject");
        subjects.forEach(draft::subject);
        tellRepeated("subject", subjects, draft);
    }

    private static String date(String value) {
        Optional<String> iso = MailDate.iso(value);
        return iso.orElse(value);
    }

    private static void tellRepeated(String name, List<String> values, MailDraft draft) {
        if (values.size() > 1 && ONCE.contains(name)) {
            draft.gap(
                    Gap.Reason.DAMAGED,
                    new Place.Whole(),
                    "the header " + name + " is there " + values.size() + " times, a mail has it once");
        }
    }
}
