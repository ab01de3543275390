package dev.assay.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.assay.checklist.ChecklistReader;
import dev.assay.checklist.Item;
import dev.assay.document.Document;
import dev.assay.document.Extraction;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What an item looks at, and on which occasions.
final class NarrowingTest {
    private static final String REPORT = """
        # 1 Summary
        Growth is guaranteed.

        # 2 Limitations
        Nothing is guaranteed.

        ## 2.1 Sample
        Also here guaranteed.

        # 3 Outlook
        A guaranteed outlook.

        @layer footnote
        Guaranteed in a note.
        """;

    private static Item item(String keys) {
        return new ChecklistReader(Checks.kinds())
                .read("c.yaml", "title: T\nitems:\n- {id: a, " + keys + "}\n")
                .items()
                .getFirst();
    }

    private static Item words(String keys) {
        return item("check: forbidden-term, with: {terms: guaranteed}, " + keys);
    }

    private static Inspection.Part part(String name, String role, String mediaType, String text) {
        Document read = ExampleDocument.of(text);
        return new Inspection.Part(
                name,
                role,
                new Extraction.Extracted(new Document(
                        mediaType,
                        read.text(),
                        read.blocks(),
                        read.facts(),
                        read.gaps(),
                        read.languages(),
                        read.reader())));
    }

    private static Outcome outcome(Item item, Inspection.Part... parts) {
        return new Inspector(Checks.all())
                .inspect(item, Inspection.standAlone(List.of(parts)), Map.of())
                .outcome();
    }

    private static int findings(Item item, Inspection.Part... parts) {
        return assertInstanceOf(Outcome.Failed.class, outcome(item, parts))
                .findings()
                .size();
    }

    private static Inspection.Part report() {
        return part("a.docx", "report", "application/x-wordprocessingml", REPORT);
    }

    @Test
    void sectionsByTitle_withTheirSubsections() {
        assertEquals(5, findings(words("severity: minor"), report()));
        assertEquals(2, findings(words("scope: {section: limitations}"), report()));
        assertEquals(3, findings(words("scope: {section: [limitations, ^1]}"), report()));
        assertEquals(
                new Outcome.NotApplicable("Its scope is the section Appendix; nothing delivered lies in it."),
                outcome(words("scope: {section: Appendix}"), report()));
    }

    @Test
    void findingInAScope_isTheSameAsWithoutOne() {
        Finding scoped = assertInstanceOf(Outcome.Failed.class, outcome(words("scope: {section: Outlook}"), report()))
                .findings()
                .getFirst();
        Finding whole = assertInstanceOf(Outcome.Failed.class, outcome(words("severity: minor"), report()))
                .findings()
                .get(3);
        assertEquals(whole, scoped);
    }

    @Test
    void layers() {
        assertEquals(1, findings(words("scope: {layer: footnote}"), report()));
        assertEquals(4, findings(words("scope: {layer: [body, header]}"), report()));
    }

    @Test
    void sheets() {
        Inspection.Part workbook = part("t.xlsx", "tables", "application/x-spreadsheetml", """
            @sheet Notes
            | guaranteed |

            @sheet Results
            | guaranteed |
            """);
        assertEquals(1, findings(words("scope: {section: ^results$}"), workbook));
    }

    @Test
    void files_byRoleFormatAndName() {
        Inspection.Part tables = part("t.xlsx", "tables", "application/x-spreadsheetml", "It is guaranteed.");
        assertEquals(1, findings(words("when: {role: tables}"), report(), tables));
        assertEquals(5, findings(words("when: {format: [docx, pdf]}"), report(), tables));
        assertEquals(1, findings(words("scope: {part: 't\\.xlsx'}"), report(), tables));
        assertEquals(5, findings(words("scope: {part: report}"), report(), tables));
        assertEquals(
                new Outcome.NotApplicable(
                        "It holds for the role deck and the format pptx; no such file was delivered."),
                outcome(words("when: {role: deck, format: pptx}"), report(), tables));
        assertEquals(
                new Outcome.NotApplicable("Its scope is the file appendix; none such was delivered."),
                outcome(words("scope: {part: appendix}"), report(), tables));
        assertInstanceOf(
                Outcome.NotApplicable.class,
                outcome(item("by: person, requirement: 'Yes?', when: {role: deck}"), report()));
    }

    @Test
    void fileOfUnknownFormat_isInDoubt() {
        Inspection.Part unread = new Inspection.Part(
                "x",
                "report",
                new Extraction.Unreadable(Extraction.Reason.UNKNOWN_FORMAT, "application/octet-stream", "?"));
        assertInstanceOf(Outcome.CannotTell.class, outcome(words("when: {format: pdf}"), unread));
    }

    @Test
    void gaps_countWhereTheyMayLieInTheScope() {
        String scan = """
            @page 1
            # Summary
            Fine.

            @page 2
            # Method
            Fine too.

            @page 9
            @gap no-text
            """;
        Inspection.Part pdf = part("a.pdf", "report", "application/pdf", scan);
        assertInstanceOf(Outcome.CannotTell.class, outcome(words("severity: minor"), pdf));
        assertInstanceOf(Outcome.Passed.class, outcome(words("scope: {section: Summary}"), pdf));
        assertInstanceOf(Outcome.CannotTell.class, outcome(words("scope: {section: Results}"), pdf));
    }

    @Test
    void mostly_letsAShareBeWrong() {
        String tables = """
            | a     | 10 | 10 | 10 | 10 |
            | b     | 20 | 20 | 20 | 20 |
            | Total | 30 | 30 | 30 | 40 |
            """;
        Inspection.Part part = part("a.docx", "report", "application/x-wordprocessingml", tables);
        assertEquals(1, findings(item("check: table-total, mostly: 0.8"), part));
        assertEquals(
                new Outcome.Passed("3 of 4 are right, which is at least the share of 0.75 that is asked for."),
                outcome(item("check: table-total, mostly: 0.75"), part));
    }

    @Test
    void mostFindings_areListedOfEachFile_andAllAreCounted() {
        Inspection.Part one = part("a.docx", "report", "application/x-wordprocessingml", "guaranteed\n\n".repeat(25));
        Inspection.Part other = part("b.docx", "report", "application/x-wordprocessingml", "guaranteed\n\n".repeat(5));
        Outcome.Failed failed = assertInstanceOf(Outcome.Failed.class, outcome(words("most-findings: 10"), one, other));
        assertEquals(15, failed.findings().size());
        assertEquals("30 forbidden terms. 15 more are not listed: the item lists 10 of a file.", failed.reason());
    }

    @Test
    void occasions_areTheWorkOrders() {
        Occasion legal = new Occasion("legal-review", "restricted", "en-GB", LocalDate.of(2026, 11, 28));
        Occasion unknown = new Occasion("", "", "", LocalDate.of(2026, 11, 28));
        assertEquals("", reason(legal, "when: {practice: legal-review, language: en, tier: [standard, restricted]}"));
        assertEquals("", reason(unknown, "when: {practice: legal-review, language: en, tier: standard}"));
        assertEquals(
                "It holds for the practice market-research; ordered: legal-review.",
                reason(legal, "when: {practice: market-research}"));
        assertEquals("It holds for the tier standard; ordered: restricted.", reason(legal, "when: {tier: standard}"));
        assertEquals(
                "It holds for the language de or en-US; ordered: en-GB.",
                reason(legal, "when: {language: [de, en-US]}"));
        assertEquals("", reason(legal, "expires: 2026-11-28"));
        assertEquals("It expired: its last day was 2026-11-27.", reason(legal, "expires: 2026-11-27"));
    }

    private static String reason(Occasion occasion, String keys) {
        return occasion.ended(words(keys))
                .map(ended -> ended.outcome().reason())
                .orElse("");
    }
}
