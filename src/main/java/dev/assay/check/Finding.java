package dev.assay.check;

import dev.assay.document.Place;
import dev.assay.document.Span;
import dev.assay.work.Attribution;
import org.jspecify.annotations.Nullable;

/// One thing that is wrong: what, where, and what to do.
///
/// @param message     what is wrong, with the value found
/// @param remedy      what would mend it
/// @param part        the part's name as delivered; empty for the submission as a whole
/// @param place       where in the part
/// @param span        where in the part's text; null where it is about something absent
/// @param quote       the text concerned with a little of what surrounds it; null where it is about something
///                    absent
/// @param fingerprint the same for the same fault in the same surroundings in a later round, 32 hex digits
/// @param attribution whose cause
public record Finding(
        String message,
        String remedy,
        String part,
        Place place,
        @Nullable Span span,
        @Nullable Quote quote,
        String fingerprint,
        Attribution attribution) {

    /// A quoted text in its surroundings; text of other paragraphs or rows stands behind a slash.
    public record Quote(String before, String marked, String after) {}
}
