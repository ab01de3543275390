package dev.assay.extract.mail;

import static dev.assay.extract.Reading.utf8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.document.Document;
import dev.assay.document.Extraction.Reason;
import dev.assay.document.Fact;
import dev.assay.document.Gap;
import dev.assay.document.Layer;
import dev.assay.document.Place;
import dev.assay.extract.BlockLines;
import dev.assay.extract.Reading;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailReaderTest {
    @TempDir
    Path folder;

    @Test
    void headers_areProperties_decodedAndInOrder() throws IOException {
        Document document = read(
                "From: =?utf-8?q?J=C3=B6rg_M=C3=BCller?= <joerg@example.org>\nTo: a@example.org,\n b@example.org\n"
                        + "Cc: c@example.org\nDate: Tue, 3 Nov 2026 09:05:00 +0100 (CET)\nMessage-ID: <1@example.org>\n"
                        + "Subject: =?iso-8859-1?B?V2VsbGUg?= =?iso-8859-1?B?7A==?= 7\n\nText");
        assertEquals(
                List.of(
                        new Fact.Property("mail:from", "J\u00f6rg M\u00fcller <joerg@example.org>"),
                        new Fact.Property("mail:to", "a@example.org, b@example.org"),
                        new Fact.Property("mail:cc", "c@example.org"),
                        new Fact.Property("mail:date", "2026-11-03T09:05:00+01:00"),
                        new Fact.Property("mail:message-id", "<1@example.org>"),
                        new Fact.Property("mail:subject", "Welle \u00ec 7")),
                document.facts());
        assertEquals(List.of("Paragraph Welle \u00ec 7"), Reading.blocks(document, Layer.METADATA));
        assertEquals(List.of(), document.gaps());
    }

    @Test
    void rawHeaders_areReadInTheirEncoding() throws IOException {
        byte[] utf8 = utf8("From: a@example.org\r\nSubject: Gr\u00f6\u00dfe\r\nDate: yesterday\r\n\r\nText");
        assertEquals("Gr\u00f6\u00dfe", property(Reading.document(folder, utf8, "a.eml"), "mail:subject"));
        assertEquals("yesterday", property(Reading.document(folder, utf8, "a.eml"), "mail:date"));
        byte[] western = "From: a@example.org\r\nSubject: Gr\u00f6\u00dfe der B\u00fcrgschaft\r\n\r\nText"
                .getBytes(Charset.forName("windows-1252"));
        assertEquals(
                "Gr\u00f6\u00dfe der B\u00fcrgschaft",
                property(Reading.document(folder, western, "a.eml"), "mail:subject"));
    }

    @Test
    void headerThatIsThereTwice_isToldTwice_andIsAGap() throws IOException {
        Document document = read("From: a@example.org\nSubject: One\nSubject: Two\n\nText");
        assertEquals(
                List.of("One", "Two"),
                document.facts(Fact.Property.class)
                        .filter(fact -> fact.name().equals("mail:subject"))
                        .map(Fact.Property::value)
                        .toList());
        assertEquals(
                List.of(new Gap(
                        Gap.Reason.DAMAGED,
                        new Place.Whole(),
                        "the header subject is there 2 times, a mail has it once")),
                document.gaps());
    }

    @Test
    void hugeHeader_isCutShort_andAnEndlessOneQuarantined() throws IOException {
        String many = "a@example.org,\n ".repeat(20_000);
        Document document = read("From: a@example.org\nTo: " + many + "b@example.org\n\nText");
        assertEquals(2_000, property(document, "mail:to").length());
        assertEquals(List.of("Paragraph Text"), Reading.blocks(document, Layer.BODY));

        byte[] endless = Eml.of("From: a@example.org\nTo: " + "x".repeat(2_000_000) + "\n\nText");
        assertEquals(Reason.LIMIT, Reading.unreadable(folder, endless, "a.eml").reason());
    }

    @Test
    void quotedLines_areApart_andTheirMarksDropped() throws IOException {
        Document document = read(Eml.HEAD + """

                Please find wave 7 attached.
                The base is 412.

                On Mon, 2 Nov 2026 at 10:15, A. Jones
                <a@example.org> wrote:

                > Where is wave 7?
                > We wait.
                >> It comes.

                Regards
                """);
        assertEquals(
                List.of(
                        "paragraph METADATA the file as a whole: Delivery",
                        "paragraph BODY line 1: Please find wave 7 attached.\nThe base is 412.",
                        "paragraph QUOTED line 4: On Mon, 2 Nov 2026 at 10:15, A. Jones\n<a@example.org> wrote:",
                        "paragraph QUOTED line 7: Where is wave 7?\nWe wait.",
                        "paragraph QUOTED line 9: It comes.",
                        "paragraph BODY line 11: Regards"),
                BlockLines.of(document));
    }

    @Test
    void allBehindAnOriginalMessage_isQuoted_inManyLanguages() throws IOException {
        for (String start : List.of(
                "-----Original Message-----",
                "-----Urspr\u00fcngliche Nachricht-----",
                "---------- Forwarded message ---------",
                "Begin forwarded message:",
                "From: A. Jones\nSent: Monday\nTo: gate@example.org\nSubject: Wave 7",
                "________________________________\nVon: A. Jones\nGesendet: Montag\nAn: gate@example.org\nBetreff: Welle",
                "*De :* A. Jones\n*Envoy\u00e9 :* lundi\n*\u00c0 :* gate@example.org\n*Objet :* Vague 7",
                "On 2 Nov 2026, at 10:15, A. Jones <a@example.org> wrote:")) {
            byte[] mail = utf8(
                    (Eml.HEAD + "Content-Type: text/plain; charset=utf-8\n\nNew words.\n\n" + start + "\n\nOld words.\n")
                            .replace("\n", "\r\n"));
            Document document = Reading.document(folder, mail, "a.eml");
            assertEquals(List.of("Paragraph New words."), Reading.blocks(document, Layer.BODY), start);
            assertEquals(
                    "Paragraph Old words.",
                    Reading.blocks(document, Layer.QUOTED).getLast(),
                    start);
        }
    }

    @Test
    void wordsThatOnlyLookLikeAHeader_stayBody() throws IOException {
        Document document = read(Eml.HEAD + """

                From: here on we use the new base.
                To: be decided.

                He wrote:
                nothing of note.
                """);
        assertEquals(List.of(), Reading.blocks(document, Layer.QUOTED));
    }

    @Test
    void htmlQuotes_areApart_asEachProgramMarksThem() throws IOException {
        for (String quote : List.of(
                "<div class=\"gmail_quote\"><div class=gmail_attr>On Mon A wrote:</div><blockquote>Old words.</blockquote></div>",
                "<blockquote type=\"cite\"><div>Old words.</div></blockquote>",
                "<div id=\"divRplyFwdMsg\"><b>From:</b> A<br><b>Sent:</b> Monday</div><div>Old words.</div>",
                "<div id=\"x_x_divRplyFwdMsg\">A</div><div>Old words.</div>",
                "<div class=\"moz-cite-prefix\">On Mon A wrote:</div><blockquote type=cite>Old words.</blockquote>",
                "<div style='border-top:solid #E1E1E1 1.0pt'><p><b>From:</b> A<br><b>Sent:</b> Monday<br><b>To:</b> B<br>"
                        + "<b>Subject:</b> Wave</p></div><p>Old words.</p>")) {
            Document document =
                    Reading.document(folder, Eml.single("text/html", "<p>New words.</p>" + quote), "a.eml");
            assertEquals(List.of("Paragraph New words."), Reading.blocks(document, Layer.BODY), quote);
            assertEquals(
                    "Paragraph Old words.",
                    Reading.blocks(document, Layer.QUOTED).getLast(),
                    quote);
        }
        Document indented = Reading.document(
                folder,
                Eml.single("text/html", "<blockquote style='margin:0 0 0 40px; border: none'>Indented</blockquote>"),
                "a.eml");
        assertEquals(List.of("Paragraph Indented"), Reading.blocks(indented, Layer.BODY));
    }

    @Test
    void sameWordsTwice_areReadOnce_asText_andWhatTheHtmlHidesBesides() throws IOException {
        Document document = Reading.document(
                folder,
                Eml.multipart(
                        "alternative",
                        Eml.text("Wave 7 is <https://example.org/w> attached."),
                        Eml.html("<p>Wave 7 is <a href='https://example.org/w'>attached</a>."
                                + "<span style='display:none'>secret words</span></p>")),
                "a.eml");
        assertEquals(
                List.of(
                        "paragraph METADATA the file as a whole: Delivery",
                        "paragraph BODY line 1: Wave 7 is <https://example.org/w> attached.",
                        "paragraph HIDDEN part html body, paragraph 1: secret words"),
                BlockLines.of(document));
        Place place = new Place.Part("html body", new Place.Paragraph(1, List.of()));
        assertTrue(document.facts().contains(new Fact.Hidden(Fact.Hidden.Kind.TEXT, "", place)));
        assertTrue(document.facts()
                .contains(new Fact.ExternalLink(
                        Fact.ExternalLink.Kind.HYPERLINK, "https://example.org/w", place)));
    }

    @Test
    void sameWordsWithATable_areReadAsHtml() throws IOException {
        Document document = Reading.document(
                folder,
                Eml.multipart(
                        "alternative",
                        Eml.text("Region Base\nNorth 412\n"),
                        Eml.html("<table><tr><th>Region</th><th>Base</th></tr><tr><td>North</td><td>412</td></tr></table>")),
                "a.eml");
        assertEquals(List.of("Table Region\tBase\nNorth\t412"), Reading.blocks(document, Layer.BODY));
    }

    @Test
    void differentWords_areReadBoth_andTold() throws IOException {
        Document document = Reading.document(
                folder,
                Eml.multipart(
                        "alternative",
                        Eml.text("Your program cannot show this."),
                        Eml.html("<p>All numbers of wave seven are in the table that we attach here.</p>")),
                "a.eml");
        assertEquals(
                List.of(
                        "paragraph METADATA the file as a whole: Delivery",
                        "paragraph BODY line 1: Your program cannot show this.",
                        "paragraph BODY part html body, paragraph 1: All numbers of wave seven are in the table that we"
                                + " attach here."),
                BlockLines.of(document));
        assertEquals(
                "the text and the HTML differ: 5 words only in the text, 13 only in the HTML",
                property(document, "mail:alternatives"));
    }

    @Test
    void attachments_areParts_pictures_ofTheBodyAreNot() throws IOException {
        String picture = "R0lGODlhAQABAIAAAP///wAAACH5BAAAAAAALAAAAAABAAEAAAICRAEAOw==";
        Document document = Reading.document(
                folder,
                Eml.multipart(
                        "mixed",
                        "Content-Type: "
                                + Eml.parts(
                                        "related",
                                        "b2",
                                        Eml.html("<p>See <img src='cid:1'></p>"),
                                        "Content-Type: image/gif; name=logo.gif\nContent-ID: <1>\n"
                                                + "Content-Transfer-Encoding: base64\n\n" + picture),
                        Eml.attachment("a.csv", utf8("Region,Base\nNorth,100\n")),
                        Eml.attachment("a.csv", utf8("Region,Base\nSouth,200\n"))),
                "a.eml");
        assertEquals(
                List.of(
                        new Fact.Image("logo.gif", 1, 1, 0, 0, null, new Place.Part("logo.gif", new Place.Whole())),
                        new Fact.Attachment("a.csv", "text/csv", new Place.Part("a.csv", new Place.Whole())),
                        new Fact.Attachment(
                                "a (2).csv", "text/csv", new Place.Part("a (2).csv", new Place.Whole()))),
                document.facts().stream()
                        .filter(fact -> fact instanceof Fact.Image || fact instanceof Fact.Attachment)
                        .toList());
        int at = document.text().indexOf("200");
        assertEquals(new Place.Part("a (2).csv", new Place.Cell("1", "B2")), document.placeAt(at));
    }

    @Test
    void encodedFileNames_areDecoded_andCleaned() throws IOException {
        Document document = Reading.document(
                folder,
                Eml.multipart(
                        "mixed",
                        Eml.text("x"),
                        "Content-Disposition: attachment; filename*0*=utf-8''Gr%C3%B6; filename*1*=%C3%9Fe.csv\n\na,b\n1,2",
                        "Content-Disposition: attachment; filename=\"=?utf-8?q?W=C3=A4hler.csv?=\"\n\na,b\n1,2",
                        "Content-Disposition: attachment; filename=\"../../etc/pass\u0007wd.csv\"\n\na,b\n1,2"),
                "a.eml");
        assertEquals(
                List.of("Gr\u00f6\u00dfe.csv", "W\u00e4hler.csv", "../../etc/passwd.csv"),
                document.facts(Fact.Attachment.class)
                        .map(Fact.Attachment::name)
                        .toList());
    }

    @Test
    void foreignEncodings_areRead() throws IOException {
        assertEquals("\u041f\u0440\u0438\u0432\u0435\u0442", body("koi8-r", "\u041f\u0440\u0438\u0432\u0435\u0442"));
        assertEquals("\u6771\u4eac\u90fd", body("iso-2022-jp", "\u6771\u4eac\u90fd"));
        assertEquals("\u4e2d\u6587\u6d4b\u8bd5", body("gb2312", "\u4e2d\u6587\u6d4b\u8bd5"));
        assertEquals("\u00a3 and \u20ac", body("windows-1252", "\u00a3 and \u20ac"));
    }

    private String body(String charset, String words) throws IOException {
        byte[] head = Eml.of(Eml.HEAD + "Content-Type: text/plain; charset=" + charset + "\n\n");
        byte[] text = words.getBytes(Charset.forName(charset));
        byte[] mail = new byte[head.length + text.length];
        System.arraycopy(head, 0, mail, 0, head.length);
        System.arraycopy(text, 0, mail, head.length, text.length);
        Document document = Reading.document(folder, mail, "a.eml");
        assertEquals(List.of(), document.gaps(), charset);
        return document.text(document.layer(Layer.BODY).findFirst().orElseThrow());
    }

    @Test
    void wrongEncoding_isReadInTheRightOne_andTold() throws IOException {
        byte[] mail = utf8((Eml.HEAD + "Content-Type: text/plain; charset=iso-8859-1\n\nDie Gr\u00f6\u00dfe der Basis")
                .replace("\n", "\r\n"));
        Document document = Reading.document(folder, mail, "a.eml");
        assertEquals(List.of("Paragraph Die Gr\u00f6\u00dfe der Basis"), Reading.blocks(document, Layer.BODY));
        assertEquals(
                List.of(new Gap(
                        Gap.Reason.DAMAGED,
                        new Place.Whole(),
                        "the text is not in the encoding it says (iso-8859-1); it is read as UTF-8")),
                document.gaps());
        byte[] unknown = utf8((Eml.HEAD + "Content-Type: text/plain; charset=x-unknown\n\nGr\u00f6\u00dfe")
                .replace("\n", "\r\n"));
        assertEquals(1, Reading.document(folder, unknown, "a.eml").gaps().size());
    }

    @Test
    void damageOfTheTransferEncoding_isTold_andTheRestRead() throws IOException {
        String base64 = "Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\nSGVsbG8gdGhlcmUgYWdhaW4!!\n";
        Document document = read(Eml.HEAD + base64);
        assertTrue(document.text().contains("Hello there aga"), document.text());
        assertEquals(
                List.of(new Gap(Gap.Reason.DAMAGED, new Place.Whole(), "its base64 encoding is damaged")),
                document.gaps());
        String quoted = "Content-Type: text/plain\nContent-Transfer-Encoding: quoted-printable\n\n41 =XY of =\n412";
        assertEquals(
                List.of(new Gap(Gap.Reason.DAMAGED, new Place.Whole(), "its quoted-printable encoding is damaged")),
                read(Eml.HEAD + quoted).gaps());
        String strange = "Content-Type: text/plain\nContent-Transfer-Encoding: x-rot13\n\nUryyb";
        assertEquals(
                List.of(new Gap(Gap.Reason.DAMAGED, new Place.Whole(), "its transfer encoding is not known")),
                read(Eml.HEAD + strange).gaps());
    }

    @Test
    void missingLastBoundary_isTold_andAWrongOneReplaced() throws IOException {
        Document cut = read(Eml.HEAD + "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nOne\n--b\n\nTwo");
        assertEquals(List.of("Paragraph One", "Paragraph Two"), Reading.blocks(cut, Layer.BODY));
        assertEquals(
                List.of(new Gap(Gap.Reason.TRUNCATED, new Place.Whole(), "the mail ends without its last boundary")),
                cut.gaps());

        Document wrong = read(Eml.HEAD + "Content-Type: multipart/mixed; boundary=other\n\n--b\n\nOne\n--b\n\nTwo\n--b--");
        assertEquals(List.of("Paragraph One", "Paragraph Two"), Reading.blocks(wrong, Layer.BODY));
        assertEquals(
                List.of(Gap.Reason.DAMAGED, Gap.Reason.TRUNCATED),
                wrong.gaps().stream().map(Gap::reason).toList());

        Document none = read(Eml.HEAD + "Content-Type: multipart/mixed; boundary=other\n\nOnly text");
        assertEquals(List.of("Paragraph Only text"), Reading.blocks(none, Layer.BODY));
    }

    @Test
    void missingEmptyLine_losesNoText() throws IOException {
        Document document = read("From: a@example.org\nSubject: Delivery\nThe body starts at once\nand goes on.");
        assertEquals(
                List.of("Paragraph The body starts at once\nand goes on."), Reading.blocks(document, Layer.BODY));
        assertEquals(
                List.of(Gap.Reason.DAMAGED),
                document.gaps().stream().map(Gap::reason).toList());
    }

    @Test
    void textThatNoProgramShows_isHidden() throws IOException {
        Document document = read(Eml.HEAD + "Content-Type: multipart/mixed; boundary=b\n\n"
                + "This is a multi-part message in MIME format.\n--b\n\nOne\n--b--\nWords after the end\n");
        assertEquals(List.of("Paragraph Words after the end"), Reading.blocks(document, Layer.HIDDEN));
        assertTrue(document.facts()
                .contains(new Fact.Hidden(Fact.Hidden.Kind.TEXT, "epilogue", new Place.Whole())));
    }

    @Test
    void flowedLines_areJoined() throws IOException {
        Document document = read(Eml.HEAD + "Content-Type: text/plain; format=flowed\n\nOne line \nthat goes on.\n"
                + " stuffed\n> quoted \n> words\n-- \nSignature");
        assertEquals(
                List.of("Paragraph One line that goes on.\nstuffed", "Paragraph -- \nSignature"),
                Reading.blocks(document, Layer.BODY));
        assertEquals(List.of("Paragraph quoted words"), Reading.blocks(document, Layer.QUOTED));
    }

    @Test
    void secondBody_isAPart() throws IOException {
        Document document =
                Reading.document(folder, Eml.multipart("mixed", Eml.text("One"), Eml.text("Two")), "a.eml");
        assertEquals(
                List.of(
                        "paragraph METADATA the file as a whole: Delivery",
                        "paragraph BODY line 1: One",
                        "paragraph BODY part body 2, line 1: Two"),
                BlockLines.of(document));
    }

    @Test
    void encryptedMail_asksForAPassword() throws IOException {
        for (byte[] mail : List.of(
                Eml.multipart(
                        "encrypted; protocol=\"application/pgp-encrypted\"",
                        "Content-Type: application/pgp-encrypted\n\nVersion: 1"),
                Eml.single("application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m", "MIIB"),
                Eml.single("text/plain", "-----BEGIN PGP MESSAGE-----\n\nhQEMA\n-----END PGP MESSAGE-----\n"))) {
            assertEquals(
                    Reason.PASSWORD,
                    Reading.unreadable(folder, mail, "a.eml").reason());
        }
    }

    @Test
    void mailThatLiesElsewhereOrIsInPieces_isAGap() throws IOException {
        Document document = Reading.document(
                folder,
                Eml.multipart(
                        "mixed",
                        Eml.text("x"),
                        "Content-Type: message/external-body; access-type=URL; url=\"https://example.org/a.pdf\"\n\n",
                        "Content-Type: message/partial; id=1; number=1; total=3\n\nFrom: x"),
                "a.eml");
        assertEquals(
                List.of(Gap.Reason.SKIPPED_PART, Gap.Reason.SKIPPED_PART),
                document.gaps().stream().map(Gap::reason).toList());
        assertEquals(1, document.facts(Fact.ExternalLink.class).count());
    }

    @Test
    void deepMultiparts_passTheDepthLimit() throws IOException {
        StringBuilder mail = new StringBuilder(Eml.HEAD);
        for (int i = 0; i < 5_000; i++) {
            mail.append("Content-Type: multipart/mixed; boundary=b").append(i).append("\n\n--b").append(i).append('\n');
        }
        assertEquals(
                Reason.LIMIT,
                Reading.unreadable(folder, Eml.of(mail.toString()), "a.eml").reason());
    }

    @Test
    void mailWithTheLineOfItsFolder_isAMail() throws IOException {
        Document document =
                read("From vendor@example.org Mon Nov  2 10:15:00 2026\n" + Eml.HEAD + "\nText");
        assertEquals("message/rfc822", document.mediaType());
        assertEquals(List.of("Paragraph Text"), Reading.blocks(document, Layer.BODY));
        assertEquals(0, document.facts(Fact.TypeMismatch.class).count());
    }

    private Document read(String mail) throws IOException {
        return Reading.document(folder, Eml.of(mail), "a.eml");
    }

    private static String property(Document document, String name) {
        return document.facts(Fact.Property.class)
                .filter(fact -> fact.name().equals(name))
                .findFirst()
                .orElseThrow()
                .value();
    }
}
