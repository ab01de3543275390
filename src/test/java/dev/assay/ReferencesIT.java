package dev.assay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.ledger.ArrivalRecord;
import dev.assay.ledger.Ledger;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Deliveries are held against what the client gave, against other deliverables of the order, and against the round
/// before, while the program runs.
final class ReferencesIT {
    private static final String QUOTING =
            SmallHome.CLEAN + " One of them said: \"I buy it because my mother did, every week.\"\n";

    @TempDir
    private Path folder;

    private SmallHome home;
    private final Set<String> seen = new HashSet<>();

    @BeforeEach
    void write() throws IOException {
        home = SmallHome.in(folder, List.of("report"));
        home.write("work-orders/wo-1.yaml", """
            client: acme
            practice: market-research
            tier: standard
            language: en-GB
            zone: Europe/London
            references:
              - {id: interviews, kind: transcripts, file: wo-1/interviews.txt}
              - {id: old, kind: transcripts, file: wo-1/old.txt, until: 2020-01-01}
            deliverables:
              - {id: report, title: The report, role: report, vendors: [swift], due: "2099-12-31T17:00"}
              - {id: tables, title: The tables, role: tables, checklist: tables, vendors: [swift], due: "2099-12-31T17:00"}
            """);
        home.write("references/wo-1/interviews.txt", "Respondent 4: I buy it because my mother did, every week.\n");
        home.write("references/wo-1/old.txt", "Respondent 1: I never buy it at all, whatever happens.\n");
        home.write("clients/acme/checklist.yaml", """
            title: Acme report
            items:
              - {id: verbatims, check: quote-not-in-source, blocking: true}
              - {id: rest-as-it-was, check: unrequested-change, effect: review}
              - {id: letter-answered, check: unchanged-resubmission}
              - {id: open, check: placeholder-text}
            """);
        home.write("clients/acme/tables.yaml", """
            title: Acme tables
            items:
              - {id: as-reported, check: quote-not-in-source, with: {source: report}, blocking: true}
              - {id: open, check: placeholder-text}
            """);
    }

    @Test
    void quotation_isHeldAgainstTheReference_andTheNextRoundAgainstTheOneBefore() throws Exception {
        try (Wiring.Running running = home.start()) {
            Ledger ledger = running.ledger();
            assertEquals(
                    "ATTACHED -> ROUTED rework by REWORK: Blocking item 'verbatims': These words do not stand in their"
                            + " source (interviews). Something there comes close, with other words.",
                    outcome(ledger, "report", QUOTING.replace("because", "since") + "\nSales grew by 9 %.\n"),
                    "the reference is the client's own and is not quoted");
            assertEquals(
                    "ATTACHED -> ROUTED review by REVIEW_ITEM: Item 'rest-as-it-was' is for a reviewer: The letter of"
                            + " round 1 did not ask to change this: '9' became '12'.",
                    outcome(ledger, "report", QUOTING + "\nSales grew by 12 %.\n"));
            assertEquals(
                    "ATTACHED -> ROUTED accept by ACCEPT: 4 items that count passed and none failed.",
                    outcome(ledger, "report", QUOTING + "\nSales grew by 9 %.\n"));
            assertTrue(ledger.verify().intact());
        }
    }

    /// Not what the file says now, and never a pass.
    @Test
    void referenceThatChangedSinceTheStart_isLeftOut() throws Exception {
        try (Wiring.Running running = home.start()) {
            Files.writeString(folder.resolve("references/wo-1/interviews.txt"), "Respondent 4: Nothing of the kind.\n");
            assertEquals(
                    "ATTACHED -> ROUTED review by INCONCLUSIVE: Item 'verbatims' could not be told: There is no"
                            + " 'transcripts' or 'questionnaire' or 'protocol' to hold it against: the work order gives"
                            + " no such reference, no deliverable of that id has come, or it could not be read.",
                    outcome(running.ledger(), "report", QUOTING));
        }
    }

    @Test
    void otherDeliverable_isHeldAgainstWhenItHasCome() throws Exception {
        try (Wiring.Running running = home.start()) {
            assertTrue(
                    outcome(running.ledger(), "tables", QUOTING).contains("could not be told: There is no 'report'"));
            outcome(running.ledger(), "report", QUOTING);
            assertEquals(
                    "ATTACHED -> ROUTED rework by REWORK: Blocking item 'as-reported': These words do not stand in"
                            + " their source (report). There it says: 'I buy it because my mother did, every week'.",
                    outcome(running.ledger(), "tables", QUOTING.replace("every week", "every day")),
                    "the vendor's own report is quoted");
        }
    }

    /// Of one more delivery.
    private String outcome(Ledger ledger, String deliverable, String text) throws Exception {
        home.deliver("wo-1/" + deliverable + "/" + deliverable + ".txt", text.getBytes(StandardCharsets.UTF_8));
        ArrivalRecord arrival = SmallHome.settled(ledger, seen.size() + 1).stream()
                .filter(each -> seen.add(each.arrival().id()))
                .findFirst()
                .orElseThrow();
        return SmallHome.outcome(ledger, arrival);
    }
}
