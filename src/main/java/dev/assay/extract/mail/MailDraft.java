package dev.assay.extract.mail;

import dev.assay.document.Document;
import dev.assay.document.Fact;
import dev.assay.document.Gap;
import dev.assay.document.Layer;
import dev.assay.document.Place;
import dev.assay.extract.draft.ContainerLimits;
import dev.assay.extract.draft.DocumentDraft;
import dev.assay.extract.draft.EmbeddedBudget;
import dev.assay.extract.draft.EmbeddedReader;
import dev.assay.extract.draft.UnreadableFile;
import dev.assay.extract.embedded.EmbeddedFiles;
import dev.assay.extract.html.HtmlReader;
import dev.assay.extract.plain.TextEncoding;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// A mail being read, whatever format it comes in: headers become properties (`mail:from`, `mail:subject`), the
/// subject metadata text, the body paragraphs at their lines (plain text) or numbers (HTML), attachments parts.
///
/// Of a body that comes as text and as HTML, the text is read where both say the same; the HTML where it has
/// tables or headings besides; both where they differ, which is told by the property `mail:alternatives`.
final class MailDraft {
    private static final int LONGEST_HEADER = 2_000;
    private static final int MOST_HEADERS = 200;
    private static final String HTML_BODY = "html body";

    private final DocumentDraft draft = new DocumentDraft();
    private final ContainerLimits limits;
    private final EmbeddedFiles files;
    private final HtmlReader html;
    private int headers;
    private int bodies;
    private boolean differ;

    MailDraft(ContainerLimits limits, EmbeddedReader readers, EmbeddedBudget budget) {
        this.limits = limits;
        this.files = new EmbeddedFiles(draft, readers, budget, limits);
        this.html = new HtmlReader(limits, readers, budget);
    }

    /// A plain text body.
    ///
    /// @param flowed          whether lines that end in a space go on in the next (RFC 3676)
    /// @param dropsLastSpaces whether that space is dropped then
    record Text(String words, boolean flowed, boolean dropsLastSpaces) {}

    void fact(Fact fact) {
        draft.fact(fact);
    }

    void gap(Gap.Reason reason, Place place, String detail) {
        draft.gap(reason, place, detail);
    }

    /// Records a header; nothing happens where it is empty.
    ///
    /// @param name without prefix, such as `from`
    void header(String name, String value) {
        String plain = value.strip();
        if (plain.isEmpty() || headers++ >= MOST_HEADERS) {
            return;
        }
        draft.fact(new Fact.Property("mail:" + name, plain.substring(0, Math.min(plain.length(), LONGEST_HEADER))));
    }

    void subject(String subject) {
        header("subject", subject);
        draft.paragraph(subject, new Place.Whole(), Layer.METADATA);
    }

    /// Says what is wrong with how a body's bytes became text.
    void tell(TextEncoding decoded, @Nullable String declared, Place place) {
        String charset = decoded.charset().name();
        if (decoded.mislabeled()) {
            draft.gap(
                    Gap.Reason.DAMAGED,
                    place,
                    "the text is not in the encoding it says ("
                            + declared.replaceAll("[^\\w.:-]", "?").substring(0, Math.min(40, declared.length()))
                            + "); it is read as " + charset);
        }
        if (decoded.malformed()) {
            draft.gap(Gap.Reason.DAMAGED, place, "some bytes are no text in " + charset);
        }
        if (decoded.cut()) {
            draft.gap(Gap.Reason.LIMIT, place, "the text is longer than the limit of characters");
        }
    }

    /// Whether any text of the mail itself was written.
    boolean hasBody() {
        return bodies > 0;
    }

    /// Writes a body that comes in one or both forms.
    void body(@Nullable Text text, @Nullable String markup) throws UnreadableFile {
        boolean blank = (text == null || text.words.isBlank()) && (markup == null || markup.isBlank());
        if (blank) {
            return;
        }
        bodies++;
        String part = bodies == 1 ? "" : "body " + bodies;
        if (markup == null || markup.isBlank()) {
            write(text, part);
            return;
        }
        Document page = html.body(markup, new QuoteRules());
        if (text == null || text.words.isBlank()) {
            draft.append(Alternatives.withoutProperties(page), part);
            return;
        }
        both(text, page, part);
    }

    private void both(Text text, Document page, String part) {
        Alternatives alternatives = Alternatives.of(text.words, page);
        if (!alternatives.differ() && Alternatives.hasStructure(page)) {
            draft.append(Alternatives.withoutProperties(page), part);
            return;
        }
        write(text, part);
        String besides = part.isEmpty() ? HTML_BODY : part + " html";
        if (alternatives.differ()) {
            draft.append(Alternatives.withoutProperties(page), besides);
            tellDifference(alternatives);
        } else {
            draft.append(Alternatives.unseen(page), besides);
        }
    }

    private void tellDifference(Alternatives alternatives) {
        if (!differ) {
            differ = true;
            header("alternatives", alternatives.describe());
        }
    }

    private void write(@Nullable Text text, String part) {
        if (text != null) {
            TextBody.of(text.words, text.flowed, text.dropsLastSpaces).write(draft, new BodyPlaces(part));
        }
    }

    /// Appends a body that another reader read, such as one in rich text.
    void body(Document read) {
        bodies++;
        draft.append(Alternatives.withoutProperties(Alternatives.quoted(read)), bodies == 1 ? "" : "body " + bodies);
    }

    /// Text that no mail program shows, such as what stands before the first part.
    void unseen(String words, String what) {
        if (!words.isBlank()) {
            draft.fact(new Fact.Hidden(Fact.Hidden.Kind.TEXT, what, new Place.Whole()));
            draft.paragraph(words, new Place.Part(what, new Place.Whole()), Layer.HIDDEN);
        }
    }

    /// Reads an attachment.
    ///
    /// @param attached whether it is a file of its own, not a picture of the body
    void attach(InputStream in, String name, boolean attached) throws IOException, UnreadableFile {
        files.read(in, name, attached);
    }

    /// Appends a mail inside this one that was read already.
    void attach(Document mail, String name) throws UnreadableFile {
        String own = files.unique(name);
        draft.fact(new Fact.Attachment(own, mail.mediaType(), new Place.Part(own, new Place.Whole())));
        files.append(mail, own);
    }

    /// A name for a part that is not read, told apart from all others.
    Place.Part skipped(String name) throws UnreadableFile {
        return new Place.Part(files.unique(name), new Place.Whole());
    }

    boolean isFull() {
        return draft.length() > limits.characters();
    }

    Document finish(String mediaType, String reader) {
        return draft.finish(mediaType, reader);
    }
}
