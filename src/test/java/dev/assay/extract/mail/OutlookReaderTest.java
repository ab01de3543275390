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
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutlookReaderTest {
    private static final int SUBJECT = 0x0037;
    private static final int HEADERS = 0x007D;
    private static final int SENDER = 0x0C1A;
    private static final int TO = 0x0E04;
    private static final int BODY = 0x1000;
    private static final int RTF = 0x1009;
    private static final int HTML = 0x1013;
    private static final int DATA = 0x3701;
    private static final int NAME = 0x3707;
    private static final int TYPE = 0x370E;
    private static final int CODE_PAGE = 0x3FDE;

    @TempDir
    Path folder;

    @Test
    void message_hasTheShapeOfAMail() throws IOException {
        Document document = read(message -> message.text(SUBJECT, "Wave 7")
                .text(SENDER, "A. Jones")
                .text(TO, "The gate")
                .text(BODY, "New words.\r\n\r\nFrom: B\r\nSent: Monday\r\nTo: A\r\nSubject: Wave 7\r\n\r\nOld words.")
                .attach(part -> part.text(NAME, "a.csv").bytes(DATA, utf8("Region,Base\nNorth,100\n"))));
        assertEquals(
                List.of(
                        "paragraph METADATA the file as a whole: Wave 7",
                        "paragraph BODY line 1: New words.",
                        "paragraph QUOTED line 3: From: B\nSent: Monday\nTo: A\nSubject: Wave 7",
                        "paragraph QUOTED line 8: Old words.",
                        "table BODY part a.csv, sheet 1, cell A1: ",
                        "| 0,0 Region | 0,1 Base |",
                        "| 1,0 North | 1,1 100 |"),
                BlockLines.of(document));
        assertEquals(
                List.of(
                        new Fact.Property("mail:from", "A. Jones"),
                        new Fact.Property("mail:to", "The gate"),
                        new Fact.Property("mail:subject", "Wave 7"),
                        new Fact.Attachment("a.csv", "text/csv", new Place.Part("a.csv", new Place.Whole()))),
                document.facts().subList(0, 4));
        assertEquals(List.of(), document.gaps());
    }

    @Test
    void headersOfItsTransport_areTold() throws IOException {
        Document document = read(message -> message.text(SUBJECT, "Wave 7")
                .text(HEADERS, "From: A <a@example.org>\r\nTo: b@example.org,\r\n c@example.org\r\n"
                        + "Date: Tue, 3 Nov 2026 09:05:00 +0100\r\nMessage-ID: <1@example.org>\r\n\r\n")
                .text(SENDER, "A. Jones")
                .text(BODY, "Words"));
        assertEquals(
                List.of(
                        new Fact.Property("mail:from", "A <a@example.org>"),
                        new Fact.Property("mail:to", "b@example.org, c@example.org"),
                        new Fact.Property("mail:date", "2026-11-03T09:05:00+01:00"),
                        new Fact.Property("mail:message-id", "<1@example.org>"),
                        new Fact.Property("mail:subject", "Wave 7")),
                document.facts());
    }

    @Test
    void htmlBody_isReadInItsCodePage() throws IOException {
        byte[] markup = "<h1>\u0412\u043e\u043b\u043d\u0430</h1><p>One</p>".getBytes(Charset.forName("windows-1251"));
        Document document = read(message -> message.number(CODE_PAGE, 1251).bytes(HTML, markup));
        assertEquals(
                List.of("Heading1 \u0412\u043e\u043b\u043d\u0430", "Paragraph One"),
                Reading.blocks(document, Layer.BODY));
    }

    @Test
    void richTextBody_isRead_andItsQuotedPartApart() throws IOException {
        byte[] rtf = "{\\rtf1\\ansi New words.\\par -----Original Message-----\\par Old words.\\par}"
                .getBytes(StandardCharsets.US_ASCII);
        Document document = read(message -> message.bytes(RTF, uncompressed(rtf)));
        assertEquals(List.of("Paragraph New words."), Reading.blocks(document, Layer.BODY));
        assertEquals(
                List.of("Paragraph -----Original Message-----", "Paragraph Old words."),
                Reading.blocks(document, Layer.QUOTED));
    }

    /// Rich text in the frame of compressed rich text (MS-OXRTFCP), not compressed.
    static byte[] uncompressed(byte[] rtf) {
        return java.nio.ByteBuffer.allocate(16 + rtf.length)
                .order(java.nio.ByteOrder.LITTLE_ENDIAN)
                .putInt(rtf.length + 12)
                .putInt(rtf.length)
                .putInt(0x414C454D)
                .putInt(0)
                .put(rtf)
                .array();
    }

    @Test
    void messageInAMessage_isAPart_andTooDeepOnesAreGaps() throws IOException {
        Document document = read(one -> one.text(BODY, "First")
                .attach(a -> a.text(NAME, "second")
                        .message(two -> two.text(BODY, "Second")
                                .attach(b -> b.text(NAME, "third")
                                        .message(three -> three.text(BODY, "Third")
                                                .attach(c -> c.text(NAME, "fourth")
                                                        .message(four -> four.text(BODY, "Fourth"))))))));
        assertEquals(
                List.of(
                        "paragraph BODY line 1: First",
                        "paragraph BODY part second, line 1: Second",
                        "paragraph BODY part second, part third, line 1: Third"),
                BlockLines.of(document));
        assertEquals(
                List.of(new Place.Part(
                        "second", new Place.Part("third", new Place.Part("fourth", new Place.Whole())))),
                document.gaps().stream().map(Gap::place).toList());
    }

    @Test
    void attachmentThatLiesElsewhere_isAGap() throws IOException {
        Document document = read(message -> message.text(BODY, "x")
                .attach(part -> part.text(NAME, "model.xlsx").text(0x370D, "\\\\server\\share\\model.xlsx")));
        assertEquals(
                List.of(Gap.Reason.SKIPPED_PART),
                document.gaps().stream().map(Gap::reason).toList());
        assertEquals(
                List.of("\\\\server\\share\\model.xlsx"),
                document.facts(Fact.ExternalLink.class)
                        .map(Fact.ExternalLink::target)
                        .toList());
    }

    @Test
    void signedMessage_isReadFromWhatIsSigned() throws IOException {
        byte[] signed = Eml.of("Content-Type: "
                + Eml.parts(
                        "signed; protocol=\"application/pkcs7-signature\"",
                        "b",
                        Eml.text("Signed words"),
                        "Content-Type: application/pkcs7-signature\n\nbroken"));
        Document document = read(message -> message.text(BODY, "Signed words")
                .attach(part -> part.text(NAME, "smime.p7m").text(TYPE, "multipart/signed").bytes(DATA, signed)));
        assertEquals(List.of("Paragraph Signed words"), Reading.blocks(document, Layer.BODY));
        assertEquals(1, document.facts(Fact.Signature.class).count());
    }

    @Test
    void brokenMessage_isDamaged() throws IOException {
        byte[] whole = Msg.of(message -> message.text(BODY, "Words ".repeat(5_000)));
        assertEquals(
                Reason.DAMAGED,
                Reading.unreadable(folder, Arrays.copyOf(whole, 1_536), "a.msg").reason());
    }

    @Test
    void calendarEntry_saysThatItsFieldsAreNotRead() throws IOException {
        Document document =
                Reading.document(folder, Msg.of("IPM.Appointment", message -> message.text(BODY, "Come.")), "a.msg");
        assertEquals(List.of("Paragraph Come."), Reading.blocks(document, Layer.BODY));
        assertTrue(document.facts().contains(new Fact.Property("mail:message-class", "appointment")));
        assertEquals(
                List.of(Gap.Reason.SKIPPED_PART),
                document.gaps().stream().map(Gap::reason).toList());
    }

    private Document read(Msg.Content content) throws IOException {
        return Reading.document(folder, Msg.of(content), "a.msg");
    }
}
