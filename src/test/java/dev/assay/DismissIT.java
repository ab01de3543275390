package dev.assay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.config.Json;
import dev.assay.ledger.ArrivalRecord;
import dev.assay.ledger.Balance;
import dev.assay.report.ReportJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A person says that a finding does not count.
final class DismissIT {
    private static final String CHECKLIST = """
        title: Acme report
        items:
          - {id: wording, check: forbidden-term, with: {terms: [forever, guaranteed]}, effect: EFFECT, severity: major}
          - {id: open, check: placeholder-text}
        """;

    @TempDir
    private Path folder;

    @Test
    void findingInReview_isDismissed_andTheSubmissionGoesToAccept() throws Exception {
        SmallHome home = home("review");
        try (Wiring.Running running = home.start()) {
            home.deliver("wo-1/report/report.txt", text("Growth is guaranteed."));
            ArrivalRecord arrival = SmallHome.settled(running.ledger(), 1).getFirst();
            String id = arrival.submission().orElseThrow();
            assertEquals(List.of(id), home.queue("review"));
            ReportJson.Answer wording = answer(home, "review", id);
            String finding = wording.findings().getFirst().fingerprint();
            assertEquals(
                    64, run("dismiss", id, finding, "--reason", "because").exit(), "a reason is one of five words");
            assertEquals(64, run("dismiss", id, "0000", "--reason", "wrong").exit());
            Console done = run(
                    "dismiss", id.substring(0, 6), finding.substring(0, 6), "--reason", "agreed", "--note", "by phone");
            assertEquals(
                    "Dismissed: 'guaranteed' must not occur: 'guaranteed' is on the list.\nSubmission " + id
                            + " is inspected anew.\n",
                    done.out());
            SmallHome.settled(running.ledger(), 1);
            assertEquals(
                    "ATTACHED -> ROUTED accept by ACCEPT: 2 items that count passed and none failed.",
                    SmallHome.outcome(running.ledger(), arrival));
            assertEquals(List.of(id), home.queue("accept"));
            ReportJson.Answer after = answer(home, "accept", id);
            assertEquals(List.of(), after.findings());
            assertEquals(finding, after.dismissed().getFirst().finding().fingerprint());
            assertEquals("by phone", after.dismissed().getFirst().note());
            String page = Files.readString(home.folder.resolve("queues/accept/" + id + "/report.html"));
            assertTrue(page.contains("The client agreed (this finding): by phone"), page);
            SmallHome.await(() -> !index(home, "review").contains(id));
            Balance submissions = running.ledger().balances().submissions();
            assertEquals(0, submissions.gap());
            assertTrue(running.ledger().verify().intact());
        }
    }

    @Test
    void dismissalThatChangesNothing_leavesTheSubmissionInReview_once() throws Exception {
        SmallHome home = home("review");
        try (Wiring.Running running = home.start()) {
            home.deliver("wo-1/report/report.txt", text("Growth is guaranteed forever."));
            ArrivalRecord arrival = SmallHome.settled(running.ledger(), 1).getFirst();
            String id = arrival.submission().orElseThrow();
            String first = answer(home, "review", id).findings().getFirst().fingerprint();
            assertEquals(0, run("dismiss", id, first, "--reason", "minor").exit());
            SmallHome.settled(running.ledger(), 1);
            assertEquals(
                    "ATTACHED -> ROUTED review by REVIEW_ITEM: Item 'wording' is for a reviewer: 'forever' must not"
                            + " occur: 'forever' is on the list.",
                    SmallHome.outcome(running.ledger(), arrival));
            assertEquals(List.of(id), home.queue("review"));
            assertTrue(running.ledger().verify().intact());
        }
    }

    /// Whatever else the vendor changes, what was dismissed on the same text is not raised again.
    @Test
    void findingOfARoundBefore_isNotRaisedAgain() throws Exception {
        SmallHome home = home("rework");
        try (Wiring.Running running = home.start()) {
            home.deliver("wo-1/report/report.txt", text("Growth is guaranteed forever."));
            ArrivalRecord one = SmallHome.settled(running.ledger(), 1).getFirst();
            String id = one.submission().orElseThrow();
            String guaranteed = answer(home, "rework", id).findings().getFirst().fingerprint();
            Console done = run("dismiss", id, guaranteed, "--reason", "intended", "--scope", "text");
            assertEquals(
                    "Dismissed: 'guaranteed' must not occur: 'guaranteed' is on the list.\n"
                            + "Its verdict stands; the finding is not raised again.\n",
                    done.out());
            home.deliver("wo-1/report/report.txt", text("Growth of all brands is guaranteed, we are told."));
            ArrivalRecord two = SmallHome.settled(running.ledger(), 2).stream()
                    .filter(each -> !each.arrival().id().equals(one.arrival().id()))
                    .findFirst()
                    .orElseThrow();
            assertEquals(
                    "ATTACHED -> ROUTED accept by ACCEPT: 2 items that count passed and none failed.",
                    SmallHome.outcome(running.ledger(), two));
            ReportJson.Answer after = answer(home, "accept", two.submission().orElseThrow());
            assertEquals(1, after.dismissed().size());
        }
    }

    private SmallHome home(String effect) throws IOException {
        SmallHome home = SmallHome.in(folder, List.of("report"));
        home.write("clients/acme/checklist.yaml", CHECKLIST.replace("EFFECT", effect));
        return home;
    }

    private static ReportJson.Answer answer(SmallHome home, String queue, String id) throws IOException {
        return Json.read(
                        Files.readAllBytes(home.folder.resolve("queues/" + queue + "/" + id + "/report.json")),
                        ReportJson.Published.class)
                .items()
                .getFirst();
    }

    /// Written after an entry is published.
    private static String index(SmallHome home, String queue) {
        try {
            return Files.readString(home.folder.resolve("queues/" + queue + "/index.tsv"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Console run(Object... arguments) {
        List<Object> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--home", folder));
        return Console.run(all.toArray());
    }

    private static byte[] text(String more) {
        return (SmallHome.CLEAN + " " + more + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
