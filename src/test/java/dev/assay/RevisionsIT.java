package dev.assay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.ledger.ArrivalRecord;
import dev.assay.ledger.Ledger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What later deliveries do to earlier ones, in a running installation.
final class RevisionsIT {
    private static final String REVIEWED = "by POLICY: Inspection is tightened: a person reads every deliverable.";

    @TempDir
    private Path temporary;

    private SmallHome home() throws IOException {
        SmallHome home = SmallHome.in(temporary.resolve("home"), List.of("report", "deck"));
        home.write("clients/acme/client.yaml", "name: Acme Foods plc\npolicy: {tightened: true}\n");
        return home;
    }

    /// The newer one needs a password and comes into no queue.
    @Test
    void reviewThatANewerRevisionReplaced_isListedNoMore() throws Exception {
        SmallHome home = home();
        try (Wiring.Running running = home.start()) {
            Ledger ledger = running.ledger();
            home.deliver("wo-1/report/report.docx", BadFiles.docx(SmallHome.CLEAN));
            ArrivalRecord first = SmallHome.settled(ledger, 1).getFirst();
            assertEquals("ATTACHED -> ROUTED review " + REVIEWED, SmallHome.outcome(ledger, first));
            String submission = first.submission().orElseThrow();
            awaitListed(home, 1);
            home.deliver("wo-1/report/report.pdf", BadFiles.encryptedPdf());
            SmallHome.settled(ledger, 2);
            assertEquals("ATTACHED -> SUPERSEDED review " + REVIEWED, SmallHome.outcome(ledger, first));
            awaitListed(home, 0);
            assertEquals(List.of(submission), home.queue("review"));
        }
    }

    @Test
    void conflictingHints_goToReviewWithAllOfThem_andReplaceNothing() throws Exception {
        SmallHome home = home();
        try (Wiring.Running running = home.start()) {
            Ledger ledger = running.ledger();
            home.deliver("wo-1/deck/deck.docx", BadFiles.docx(SmallHome.CLEAN));
            SmallHome.settled(ledger, 1);
            home.deliver(
                    "wo-1/report/deck.zip",
                    BadFiles.zip(
                            "manifest.yaml",
                            "work-order: wo-1\ndeliverable: deck\n",
                            "report.docx",
                            BadFiles.docx(SmallHome.CLEAN + " Newer.")));
            List<ArrivalRecord> arrivals = SmallHome.settled(ledger, 2);
            assertEquals("ATTACHED -> ROUTED review " + REVIEWED, SmallHome.outcome(ledger, arrivals.getFirst()));
            assertEquals(
                    "ATTACHED -> ROUTED review by INCONCLUSIVE: The deliverable is not certain: by manifest 'wo-1' and"
                            + " manifest 'deck' and folder 'wo-1' it is wo-1/deck, but by folder 'report' it is"
                            + " wo-1/report.",
                    SmallHome.outcome(ledger, arrivals.getLast()));
            awaitListed(home, 2);
        }
    }

    /// The list is written after what it tells of is recorded.
    private static void awaitListed(SmallHome home, int lines) throws InterruptedException {
        SmallHome.await(() -> {
            try {
                return Files.readAllLines(home.folder.resolve("queues/review/index.tsv"))
                                .size()
                        == lines + 1;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
