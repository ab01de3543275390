package dev.assay.extract.mail;

import dev.assay.extract.draft.UnreadableFile;
import org.jspecify.annotations.Nullable;

/// Gathers the forms of one body until both are there or something else begins.
final class Bodies {
    private final MailDraft draft;
    private MailDraft.@Nullable Text text;
    private @Nullable String html;

    Bodies(MailDraft draft) {
        this.draft = draft;
    }

    void text(MailDraft.Text words) throws UnreadableFile {
        if (text != null) {
            flush();
        }
        text = words;
    }

    void html(String markup) throws UnreadableFile {
        if (html != null) {
            flush();
        }
        html = markup;
    }

    /// Writes what was gathered.
    void flush() throws UnreadableFile {
        draft.body(text, html);
        text = null;
        html = null;
    }
}
