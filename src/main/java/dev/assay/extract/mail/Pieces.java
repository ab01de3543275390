package dev.assay.extract.mail;

import dev.assay.document.Gap;
import dev.assay.document.Place;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Takes pieces out of a broken message one by one: what POI cannot give is a gap, the rest is read.
///
/// POI answers broken bytes with exceptions of many kinds, among them failed casts.
record Pieces(MailDraft draft) {
    /// Gives one piece, null where the message has none.
    interface Source<T> {
        @Nullable
        T get() throws Exception;
    }

    <T> Optional<T> take(String what, Source<T> source) throws IOException {
        try {
            return Optional.ofNullable(source.get());
        } catch (Exception e) {
            draft.gap(Gap.Reason.DAMAGED, new Place.Whole(), "the message's " + what + " is damaged");
            return Optional.empty();
        }
    }

    String text(String what, Source<String> source) throws IOException {
        return take(what, source).orElse("");
    }
}
