package dev.assay.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.checklist.Checklist;
import dev.assay.checklist.ChecklistReader;
import dev.assay.config.Json;
import dev.assay.document.Extraction;
import dev.assay.work.CoveringMail;
import dev.assay.work.Expectation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CheckTaskTest {
    private static final Checklist CHECKLIST = new ChecklistReader(Checks.kinds()).read("c.yaml", """
        title: T
        items:
        - id: terms
          check: forbidden-term
          with: {terms: [secret], patterns: ['[0-9]{4}']}
          weight: 0.5
          examples: {pass: [a], fail: [{name: b.docx, text: secret}]}
        - {id: totals, check: table-total}
        - {id: sections, check: missing-section, with: {titles: [Aims, Methods], min-words: 2}}
        - {id: length, check: length, with: {max: 3}}
        - {id: conclusions, by: person, requirement: Do they follow}
        - {id: tools, by: vendor, requirement: Tools are declared}
        """);

    @TempDir
    private Path folder;

    /// What is known of the delivery is known of its files alone too.
    @Test
    void missingPart_isFoundBesideACoveringMail() throws Exception {
        Json.write(folder.resolve("1.json"), new Extraction.Extracted(ExampleDocument.of("A report.")));
        Json.write(folder.resolve("2.json"), new Extraction.Extracted(ExampleDocument.of("Dear all.")));
        Json.write(
                folder.resolve("background.json"),
                new Background(
                        null,
                        null,
                        new Background.Delivery(true, List.of(new Expectation.Missing("annex", "")), List.of()),
                        null));
        Checklist checklist = new ChecklistReader(Checks.kinds())
                .read("c.yaml", "title: T\nitems:\n- {id: parts, check: missing-part}\n");
        List<ItemResult> results = run(new CheckRequest(
                "hb-101",
                "report",
                "report",
                "en",
                List.of(
                        new CheckRequest.CheckPart("report.docx", "report", "1.json"),
                        new CheckRequest.CheckPart("mail.eml", CoveringMail.ROLE, "2.json")),
                checklist.items(),
                Map.of(),
                "background.json"));
        assertInstanceOf(Outcome.Failed.class, results.getFirst().outcome());
    }

    @Test
    void items_areAnsweredInOrder_onePartEach_andRoundTrip() throws Exception {
        String notation = "# Aims\nA secret of 1984.\n\n@sheet A\n| a | 1 |\n| b | 2 |\n| Total | 9 |\n";
        Json.write(folder.resolve("1.json"), new Extraction.Extracted(ExampleDocument.of(notation)));
        Json.write(
                folder.resolve("2.json"),
                new Extraction.Unreadable(Extraction.Reason.DAMAGED, "application/pdf", "it is cut off"));
        List<ItemResult> results = run(new CheckRequest(
                "hb-101",
                "report",
                "report",
                "en",
                List.of(
                        new CheckRequest.CheckPart("report.docx", "report", "1.json"),
                        new CheckRequest.CheckPart("annex.pdf", "annex", "2.json")),
                CHECKLIST.items(),
                Map.of("tools", "yes"),
                null));
        assertEquals(
                List.of("terms", "totals", "sections", "length", "conclusions", "tools"),
                results.stream().map(ItemResult::itemId).toList());
        assertEquals(
                List.of("Failed", "CannotTell", "CannotTell", "Failed", "NotRun", "Passed"),
                results.stream()
                        .map(result -> result.outcome().getClass().getSimpleName())
                        .toList());
        assertEquals(
                List.of(1, 1, 1, 1, 0, 0),
                results.stream().map(ItemResult::kindVersion).toList());
        for (ItemResult result : results) {
            assertEquals(result, Json.read(Json.bytes(result), ItemResult.class));
        }
        Outcome.Failed terms =
                assertInstanceOf(Outcome.Failed.class, results.getFirst().outcome());
        assertEquals(
                "section \u201cAims\u201d, paragraph 2",
                terms.findings().getFirst().place().describe());
    }

    /// What a mail says of its own is not the work, but nothing that must be contained may be in it.
    @Test
    void coveringMail_isHeldToWhatMustBeContainedAlone() throws Exception {
        Json.write(folder.resolve("1.json"), new Extraction.Extracted(ExampleDocument.of("A clean report.")));
        Json.write(folder.resolve("2.json"), new Extraction.Extracted(ExampleDocument.of("The secret is attached.")));
        Checklist checklist = new ChecklistReader(Checks.kinds()).read("c.yaml", """
            title: T
            items:
            - {id: contained, check: forbidden-term, with: {terms: [secret]}, effect: contain, severity: critical}
            - {id: terms, check: forbidden-term, with: {terms: [secret]}}
            - {id: name, check: file-name, with: {pattern: 'report\\.docx', example: report.docx}}
            """);
        for (String role : List.of("covering-mail", "annex")) {
            List<ItemResult> results = run(new CheckRequest(
                    "hb-101",
                    "report",
                    "report",
                    "en",
                    List.of(
                            new CheckRequest.CheckPart("mail.eml", role, "2.json"),
                            new CheckRequest.CheckPart("report.docx", "report", "1.json")),
                    checklist.items(),
                    Map.of(),
                    null));
            assertEquals(
                    role.equals("annex")
                            ? List.of("Failed", "Failed", "Failed")
                            : List.of("Failed", "Passed", "Passed"),
                    results.stream()
                            .map(result -> result.outcome().getClass().getSimpleName())
                            .toList(),
                    role);
        }
    }

    @Test
    void request_roundTrips() {
        CheckRequest request = new CheckRequest(
                "w",
                "d",
                "r",
                "de",
                List.of(new CheckRequest.CheckPart("n", "r", "f.json")),
                CHECKLIST.items(),
                Map.of("a", "b"),
                "background.json");
        assertEquals(request, Json.read(Json.bytes(request), CheckRequest.class));
    }

    @Test
    void restOfTheItems_canBeAskedForAfterAnOverrun() throws Exception {
        Json.write(folder.resolve("1.json"), new Extraction.Extracted(ExampleDocument.of("text")));
        List<ItemResult> results = run(new CheckRequest(
                "",
                "",
                "",
                "",
                List.of(new CheckRequest.CheckPart("a.docx", "", "1.json")),
                CHECKLIST.items().subList(3, 6),
                Map.of(),
                null));
        assertEquals(
                List.of("length", "conclusions", "tools"),
                results.stream().map(ItemResult::itemId).toList());
    }

    @Test
    void fileOutsideTheTasksFolder_isRefused() {
        for (String file : List.of("../1.json", "/etc/passwd", "sub/1.json", ".", "")) {
            CheckRequest request = new CheckRequest(
                    "",
                    "",
                    "",
                    "",
                    List.of(new CheckRequest.CheckPart("a", "", file)),
                    CHECKLIST.items(),
                    Map.of(),
                    null);
            assertThrows(IllegalArgumentException.class, () -> run(request), file);
        }
        assertTrue(CHECKLIST.items().size() > 1);
    }

    private List<ItemResult> run(CheckRequest request) throws Exception {
        List<ItemResult> results = new ArrayList<>();
        new CheckTask().run(folder, Json.bytes(request), part -> results.add(Json.read(part, ItemResult.class)));
        return results;
    }
}
