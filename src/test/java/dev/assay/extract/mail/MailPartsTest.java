package dev.assay.extract.mail;

import static dev.assay.extract.ZipBytes.zip;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.document.Document;
import dev.assay.document.Extraction;
import dev.assay.document.Fact;
import dev.assay.document.Gap;
import dev.assay.document.Place;
import dev.assay.extract.BlockLines;
import dev.assay.extract.Reading;
import dev.assay.extract.ZipBytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Mail in mail, archives in mail, and how much of them is read.
class MailPartsTest {
    @TempDir
    Path folder;

    @Test
    void mailInMailInMail_isReadToTheThirdLevel_andTheRestIsAGap() throws IOException {
        String inner = mail("Four", "Text of four", "");
        for (String subject : List.of("Three", "Two", "One")) {
            inner = mail(subject, "Text of " + subject, inner);
        }
        Document document = Reading.document(folder, Eml.of(inner), "one.eml");
        assertEquals(
                List.of(
                        "paragraph METADATA the file as a whole: One",
                        "paragraph BODY line 1: Text of One",
                        "paragraph METADATA part message.eml: Two",
                        "paragraph BODY part message.eml, line 1: Text of Two",
                        "paragraph METADATA part message.eml, part message.eml: Three",
                        "paragraph BODY part message.eml, part message.eml, line 1: Text of Three"),
                BlockLines.of(document));
        assertEquals(
                List.of(Gap.Reason.SKIPPED_PART),
                document.gaps().stream().map(Gap::reason).toList());
        assertTrue(document.facts().contains(new Fact.Property("message.eml/message.eml/mail:subject", "Three")));
    }

    /// What Outlook packs its text into is read, whatever files lie in it.
    @Test
    void mailAlone_isItsOwnText_withoutAttachedFilesAndMails() throws IOException {
        byte[] file = "In the file".getBytes(StandardCharsets.US_ASCII);
        byte[] mail = Eml.multipart(
                "mixed",
                Eml.text("Please find it attached."),
                Eml.attachment("report.txt", file),
                "Content-Type: message/rfc822\n\n" + mail("Inner", "Inner text", ""));
        Document document = Reading.alone(folder, mail, "mail.eml");
        assertEquals(
                List.of(
                        "paragraph METADATA the file as a whole: Delivery",
                        "paragraph BODY line 1: Please find it attached."),
                BlockLines.of(document));
        assertEquals(List.of(), document.gaps());
        assertTrue(Reading.document(folder, mail, "mail.eml").text().contains("In the file"));
    }

    private static String mail(String subject, String text, String inner) {
        String head = "From: vendor@example.org\nSubject: " + subject + "\nMIME-Version: 1.0\nContent-Type: ";
        return inner.isEmpty()
                ? head + "text/plain\n\n" + text
                : head + Eml.parts("mixed", subject, Eml.text(text), "Content-Type: message/rfc822\n\n" + inner);
    }

    @Test
    void encodedMailInMail_isRead() throws IOException {
        byte[] inner = mail("Inner", "Inner text", "").getBytes(StandardCharsets.US_ASCII);
        String part = Eml.attachment("forwarded.eml", inner).replace("application/octet-stream", "message/rfc822");
        Document document = Reading.document(folder, Eml.multipart("mixed", Eml.text("x"), part), "a.eml");
        assertEquals(
                "paragraph BODY part forwarded.eml, line 1: Inner text",
                BlockLines.of(document).getLast());
    }

    @Test
    void bombAttachedToAMail_passesTheLimitForTheWhole() throws IOException {
        byte[] bomb = zip(new ZipBytes.Entry("zeros", new byte[3 << 20]));
        byte[] mail = Eml.multipart("mixed", Eml.text("b"), Eml.attachment("a.zip", bomb));
        assertEquals(
                Extraction.Reason.LIMIT,
                Reading.unreadable(folder, mail, "a.eml").reason());
    }

    @Test
    void moreParts_thanAContainerMayHave_passTheLimit() throws IOException {
        String[] parts = new String[2_001];
        java.util.Arrays.fill(parts, "Content-Type: application/pdf; name=a.pdf\n\nx");
        Extraction.Unreadable refused = Reading.unreadable(folder, Eml.multipart("mixed", parts), "a.eml");
        assertEquals("limit entries: more than 2000 files lie inside", refused.detail());
    }

    @Test
    void moreParts_thanAreRead_areGaps() throws IOException {
        String[] parts = new String[203];
        java.util.Arrays.fill(parts, "Content-Type: text/plain; name=a.txt\n\nWords");
        Document document = Reading.document(folder, Eml.multipart("mixed", parts), "a.eml");
        assertEquals(203, document.facts(Fact.Attachment.class).count());
        assertEquals(
                List.of(
                        new Place.Part("a (201).txt", new Place.Whole()),
                        new Place.Part("a (202).txt", new Place.Whole()),
                        new Place.Part("a (203).txt", new Place.Whole())),
                document.gaps().stream().map(Gap::place).toList());
    }

    @Test
    void zipInAMail_hasItsEntriesAsParts() throws IOException {
        byte[] archive = zip(ZipBytes.entry("data/a.csv", "Region,Base\nNorth,100\n"));
        Document document = Reading.document(
                folder, Eml.multipart("mixed", Eml.text("x"), Eml.attachment("data.zip", archive)), "a.eml");
        int at = document.text().indexOf("100");
        assertEquals(
                new Place.Part("data.zip", new Place.Part("data/a.csv", new Place.Cell("1", "B2"))),
                document.placeAt(at));
    }
}
