package dev.assay.extract.mail;

import dev.assay.Fixture;
import dev.assay.config.Json;
import dev.assay.extract.Reading;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One mail with everything mails have: the same file gives the same document, byte for byte; `-Dfixtures=update`
/// writes what is expected anew.
final class MailGoldenTest {
    @TempDir
    Path folder;

    @Test
    void mail_givesTheSameDocument() throws IOException {
        Fixture.compare("extract/mail/delivery.json", Json.text(Reading.document(folder, delivery(), "delivery.eml")));
    }

    /// The text twice, once with a hidden line; what it answers; an attachment, a mail with one of its own, and
    /// one that cannot be read.
    private static byte[] delivery() {
        String plain = """
            Dear Ana,

            wave 12 is attached.

            On Mon, 4 May 2026 at 10:15, Ana Reis <ana@example.com> wrote:
            > Where is wave 12?
            > We wait.
            """;
        String page = """
            <p>Dear Ana,</p><p>wave 12 is <a href="https://example.org/w12">attached</a>.</p>\
            <p style="display:none">not yet signed off</p><div class="gmail_quote">On Mon, 4 May 2026 at 10:15, Ana Reis\
             &lt;ana@example.com&gt; wrote:<blockquote>Where is wave 12?<br>We wait.</blockquote></div>
            """;
        String forwarded = Eml.HEAD.replace("Delivery", "Fieldwork")
                + "Content-Type: "
                + Eml.parts(
                        "mixed",
                        "inner",
                        Eml.text("Fieldwork ended on Friday."),
                        Eml.attachment("notes.txt", Reading.utf8("Two interviewers fell ill.")));
        return Eml.of(Eml.HEAD
                + "Date: Tue, 5 May 2026 09:30:00 +0200\nMessage-ID: <w12@example.org>\nContent-Type: "
                + Eml.parts(
                        "mixed",
                        "outer",
                        "Content-Type: " + Eml.parts("alternative", "both", Eml.text(plain), Eml.html(page)),
                        Eml.attachment("figures.csv", Reading.utf8("region,share\nNorth,41\nSouth,60\n")),
                        "Content-Type: message/rfc822\n\n" + forwarded,
                        Eml.attachment("sealed.pdf", Reading.utf8("%PDF-1.7\n%%EOF"))));
    }
}
