package dev.assay.extract.mail;

import static dev.assay.extract.Reading.utf8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.config.Json;
import dev.assay.extract.ZipBytes;
import dev.assay.extract.survey.Survey;
import dev.assay.extract.survey.SurveyRequest;
import dev.assay.extract.survey.SurveyTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a mail delivers, as it is looked through before anything is read.
class MailSurveyTest {
    private static final String MANIFEST = "work-order: hb-101\ndeliverable: report\n";

    @TempDir
    Path folder;

    @Test
    void winmail_isOpened_andWhatItHoldsIsDelivered() throws IOException {
        byte[] tnef = new Tnef()
                .subject("Delivery")
                .body(utf8("Please find it attached."))
                .attach("REPORT.TXT", utf8("The report."))
                .attach("tables.zip", ZipBytes.zip(ZipBytes.entry("t1.csv", "a,b\n1,2\n")))
                .attach("manifest.yaml", utf8(MANIFEST))
                .bytes();
        Survey survey = survey(Eml.multipart("mixed", Eml.text("x"), Eml.attachment("winmail.dat", tnef)));
        assertEquals(List.of("REPORT.TXT", "t1.csv"), names(survey));
        assertEquals("hb-101", survey.told().manifest().workOrder());
        assertEquals(
                "The report.",
                Files.readString(folder.resolve(survey.parts().getFirst().file())));
    }

    /// Each of several is opened, whatever it calls itself.
    @Test
    void severalWinmails_areAllOpened_byTheirTypeOrName() throws IOException {
        byte[] one = new Tnef().attach("one.txt", utf8("1")).bytes();
        byte[] two = new Tnef().attach("two.txt", utf8("2")).bytes();
        Survey survey = survey(Eml.multipart(
                "mixed",
                Eml.text("x"),
                Eml.attachment("WINMAIL.DAT", one),
                Eml.attachment("att0001.dat", two).replace("application/octet-stream", "application/ms-tnef")));
        assertEquals(List.of("one.txt", "two.txt"), names(survey));
    }

    @Test
    void winmailThatIsBroken_isAFileLikeOthers() throws IOException {
        byte[] whole = new Tnef().attach("one.txt", utf8("1")).bytes();
        for (byte[] broken : List.of(new byte[0], utf8("no TNEF at all"), java.util.Arrays.copyOf(whole, 20))) {
            Survey survey = survey(Eml.multipart("mixed", Eml.text("x"), Eml.attachment("winmail.dat", broken)));
            assertEquals(List.of("winmail.dat"), names(survey));
        }
    }

    @Test
    void attachmentOfAWinmail_withoutNameOrContent_isNeitherLostNorTheEndOfTheRest() throws IOException {
        byte[] nameless =
                new Tnef().attach("", utf8("words")).attach("b.txt", utf8("b")).bytes();
        assertEquals(2, survey(mail(nameless)).parts().size());
        byte[] empty = new Tnef().begin("a.txt").attach("b.txt", utf8("b")).bytes();
        assertEquals(List.of("winmail.dat"), names(survey(mail(empty))), "what it holds cannot be told");
    }

    private static byte[] mail(byte[] winmail) {
        return Eml.multipart("mixed", Eml.text("x"), Eml.attachment("winmail.dat", winmail));
    }

    /// Only what is attached to the mail that was sent is delivered; a mail that is attached is one file.
    @Test
    void mailInMail_isOneFile_withItsOwnAttachmentsInside() throws IOException {
        String inner = Eml.HEAD + "Content-Type: "
                + Eml.parts("mixed", "inner", Eml.text("inner"), Eml.attachment("deep.txt", utf8("deep")));
        Survey survey = survey(Eml.multipart(
                "mixed",
                Eml.text("outer"),
                "Content-Type: message/rfc822; name=\"forwarded.eml\"\n\n" + inner,
                Eml.attachment("report.txt", utf8("report"))));
        assertEquals(List.of("forwarded.eml", "report.txt"), names(survey));
        assertTrue(Files.readString(folder.resolve(survey.parts().getFirst().file()))
                .contains("deep.txt"));
    }

    @Test
    void twoManifests_areAMistake_whereverTheyLie() throws IOException {
        byte[] packed = ZipBytes.zip(ZipBytes.entry("manifest.yaml", MANIFEST), ZipBytes.entry("a.txt", "a"));
        for (byte[] mail : List.of(
                Eml.multipart(
                        "mixed",
                        Eml.text("x"),
                        Eml.attachment("manifest.yaml", utf8(MANIFEST)),
                        Eml.attachment("report.zip", packed)),
                Eml.multipart(
                        "mixed",
                        Eml.text("x"),
                        Eml.attachment("report.zip", packed),
                        Eml.attachment("tables.zip", packed)),
                Eml.multipart(
                        "mixed",
                        Eml.text("x"),
                        Eml.attachment("manifest.yaml", utf8(MANIFEST)),
                        Eml.attachment("manifest.json", utf8("{\"work-order\": \"hb-102\"}"))))) {
            Survey survey = survey(mail);
            assertEquals(
                    List.of("the mail has 2 manifests. Keep one"),
                    survey.told().problems().stream()
                            .map(each -> each.replaceFirst("^.*?: ", ""))
                            .toList());
        }
    }

    private Survey survey(byte[] mail) throws IOException {
        try (var old = Files.list(folder)) {
            for (Path file : old.toList()) {
                Files.delete(file);
            }
        }
        Files.write(folder.resolve("arrived"), mail);
        byte[][] answer = new byte[1][];
        new SurveyTask()
                .run(folder, Json.bytes(new SurveyRequest("arrived", "mail.eml", true)), part -> answer[0] = part);
        Survey survey = Json.read(answer[0], Survey.class);
        assertNotNull(survey.mail());
        return survey;
    }

    private static List<String> names(Survey survey) {
        return survey.parts().stream().map(Survey.SurveyPart::name).toList();
    }
}
