package dev.assay.extract.mail;

import static dev.assay.extract.Reading.utf8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.document.Document;
import dev.assay.document.Extraction.Reason;
import dev.assay.document.Fact;
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

class TnefReaderTest {
    @TempDir
    Path folder;

    @Test
    void winmail_isOpenedToItsBodyAndAttachments() throws IOException {
        byte[] winmail = new Tnef()
                .subject("Wave 7")
                .codePage(1252)
                .body("Gr\u00f6\u00dfe\0".getBytes(Charset.forName("windows-1252")))
                .attach("a.csv", utf8("Region,Base\nNorth,100\n"))
                .bytes();
        Document document = Reading.document(
                folder, Eml.multipart("mixed", Eml.text("x"), Eml.attachment("winmail.dat", winmail)), "a.eml");
        assertEquals(
                List.of(
                        "paragraph METADATA the file as a whole: Delivery",
                        "paragraph BODY line 1: x",
                        "paragraph METADATA part winmail.dat: Wave 7",
                        "paragraph BODY part winmail.dat, line 1: Gr\u00f6\u00dfe",
                        "table BODY part winmail.dat, part a.csv, sheet 1, cell A1: ",
                        "| 0,0 Region | 0,1 Base |",
                        "| 1,0 North | 1,1 100 |"),
                BlockLines.of(document));
        assertEquals(
                List.of(
                        new Fact.Attachment(
                                "winmail.dat",
                                "application/vnd.ms-tnef",
                                new Place.Part("winmail.dat", new Place.Whole())),
                        new Fact.Attachment(
                                "a.csv",
                                "text/csv",
                                new Place.Part("winmail.dat", new Place.Part("a.csv", new Place.Whole())))),
                document.facts(Fact.Attachment.class).toList());
        assertEquals(List.of(), document.gaps());
    }

    @Test
    void richTextAndHtmlBodies_areRead() throws IOException {
        byte[] rtf = "{\\rtf1\\ansi Rich words.\\par}".getBytes(StandardCharsets.US_ASCII);
        Document rich = Reading.document(
                folder, new Tnef().property(0x1009, OutlookReaderTest.uncompressed(rtf)).bytes(), "winmail.dat");
        assertEquals(List.of("Paragraph Rich words."), Reading.blocks(rich, Layer.BODY));
        Document html =
                Reading.document(folder, new Tnef().property(0x1013, utf8("<h1>Head</h1>")).bytes(), "winmail.dat");
        assertEquals(List.of("Heading1 Head"), Reading.blocks(html, Layer.BODY));
    }

    @Test
    void brokenWinmail_isDamaged() throws IOException {
        byte[] whole = new Tnef().body(utf8("Words ".repeat(1_000))).bytes();
        assertEquals(
                Reason.DAMAGED,
                Reading.unreadable(folder, Arrays.copyOf(whole, 3_000), "winmail.dat").reason());
    }
}
