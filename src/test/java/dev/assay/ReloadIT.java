package dev.assay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.ledger.Story;
import dev.assay.ledger.SubmissionRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What people write while an installation runs.
@Timeout(240)
final class ReloadIT {
    private static final String STRICTER = """
        title: Acme report
        items:
          - id: nothing-left-open
            check: placeholder-text
            severity: major
            blocking: true
          - id: words
            check: forbidden-term
            with: {terms: survey}
            blocking: true
        """;

    @TempDir
    Path temporary;

    private SmallHome home;

    @BeforeEach
    void write() throws IOException {
        home = SmallHome.in(temporary, List.of("first", "second", "third"));
        Path settings = temporary.resolve("assay.properties");
        Files.writeString(settings, Files.readString(settings) + "definitions.poll-every = 100ms\n");
    }

    private static SubmissionRecord submission(Wiring.Running running, String deliverable, int round, int revision) {
        return running.ledger().arrivals().newest(100).stream()
                .flatMap(arrival -> arrival.submissions().stream())
                .map(id -> running.ledger().submissions().find(id).orElseThrow())
                .filter(each ->
                        each.deliverable().equals(deliverable) && each.round() == round && each.revision() == revision)
                .findFirst()
                .orElseThrow();
    }

    private static String verdict(Wiring.Running running, String deliverable, int round, int revision) {
        return submission(running, deliverable, round, revision).verdict().orElseThrow();
    }

    private static String version(Wiring.Running running, String deliverable, int round) {
        return running.ledger()
                .stories()
                .tell(submission(running, deliverable, round, 1).id())
                .flatMap(Story::inspection)
                .orElseThrow()
                .checklistVersion();
    }

    @Test
    void brokenFile_keepsTheOldList_goodOne_takesForce_forWhatBeginsThen() throws Exception {
        try (Wiring.Running running = home.start()) {
            home.deliver("first/a.docx", BadFiles.docx(SmallHome.CLEAN));
            SmallHome.settled(running.ledger(), 1);
            assertEquals("accept", verdict(running, "first", 1, 1));

            home.write("clients/acme/checklist.yaml", STRICTER.replace("forbidden-term", "forbiden-term"));
            SmallHome.await(() -> !running.health().notices().isEmpty());
            assertEquals(
                    List.of("What was written is not in force: 1 mistake at clients/acme/checklist.yaml:8:12. What was"
                            + " read before stays in force. The log says what is wrong; mend it."),
                    running.health().notices());
            assertEquals(200, SmallHome.get(running, "/health").statusCode());
            assertTrue(SmallHome.body(running, "/metrics").contains("\nassay_definitions_mistakes 1.0\n"));
            home.deliver("second/b.docx", BadFiles.docx(SmallHome.CLEAN + " It is TBD."));
            SmallHome.settled(running.ledger(), 2);
            assertEquals("rework", verdict(running, "second", 1, 1));
            assertEquals(version(running, "first", 1), version(running, "second", 1));

            home.write("clients/acme/checklist.yaml", STRICTER);
            SmallHome.await(() -> running.health().notices().isEmpty());
            assertTrue(SmallHome.body(running, "/metrics").contains("\nassay_definitions_mistakes 0.0\n"));
            home.deliver("third/c.docx", BadFiles.docx(SmallHome.CLEAN));
            SmallHome.settled(running.ledger(), 3);
            assertEquals("rework", verdict(running, "third", 1, 1));
            assertTrue(!version(running, "third", 1).equals(version(running, "second", 1)));
            assertTrue(running.ledger().verify().intact());
        }
    }

    @Test
    void openRound_staysOnTheListItBeganWith_alsoAfterARestart_theNextRoundDoesNot() throws Exception {
        String scan = "The first revision is a scan.";
        try (Wiring.Running running = home.start()) {
            home.deliver("first/a.pdf", BadFiles.scannedPdf());
            SmallHome.settled(running.ledger(), 1);
            assertEquals("review", verdict(running, "first", 1, 1), scan);
        }
        home.write("clients/acme/checklist.yaml", STRICTER);
        try (Wiring.Running running = home.start()) {
            home.deliver("first/a.docx", BadFiles.docx(SmallHome.CLEAN + " It is TBD."));
            SmallHome.settled(running.ledger(), 2);
            assertEquals("rework", verdict(running, "first", 1, 2));
            home.deliver("first/b.docx", BadFiles.docx(SmallHome.CLEAN));
            SmallHome.settled(running.ledger(), 3);
            List<String> outcomes = running.ledger()
                    .stories()
                    .tell(submission(running, "first", 2, 1).id())
                    .flatMap(Story::inspection)
                    .orElseThrow()
                    .outcomes();
            assertEquals(2, outcomes.size());
            assertEquals(
                    1,
                    running.ledger()
                            .stories()
                            .tell(submission(running, "first", 1, 2).id())
                            .flatMap(Story::inspection)
                            .orElseThrow()
                            .outcomes()
                            .size());
        }
    }

    @Test
    void whatIsPutTogetherAtTheStart_waitsForTheNext() throws Exception {
        try (Wiring.Running running = home.start()) {
            home.write("vendors/late.yaml", "name: Late Research Ltd\n");
            SmallHome.await(() -> !running.health().notices().isEmpty());
            assertEquals(
                    List.of("What vendors deliver by changed, which takes force at the next start."),
                    running.health().notices());
            Files.delete(temporary.resolve("vendors/late.yaml"));
            SmallHome.await(() -> running.health().notices().isEmpty());
        }
    }
}
