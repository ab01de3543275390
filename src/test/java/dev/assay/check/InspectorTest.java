package dev.assay.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.checklist.ChecklistReader;
import dev.assay.checklist.Item;
import dev.assay.document.Document;
import dev.assay.document.Extraction;
import dev.assay.document.Gap;
import dev.assay.document.Place;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class InspectorTest {
    private static final Item TERM = item("{id: term, check: forbidden-term, with: {terms: [secret, plan b]}}");

    private static final Place IN_PART = new Place.Part("annex.docx", new Place.Whole());

    @Test
    void row07_catastrophicPatternOverOneMebibyte_endsAndNamesTheItem() {
        Item item = item("{id: hostile, check: forbidden-term, with: {patterns: '(a+)+$'}}");
        String text = "a".repeat(1 << 20) + "b";
        ItemOutcome outcome = assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> inspect(Checks.all(), item, extracted("report.docx", text)));
        assertEquals("hostile", outcome.item().id());
        assertInstanceOf(Outcome.Passed.class, outcome.outcome());
    }

    @Test
    void kindThatThrows_endsItsOwnItemOnly_andTellsNoText() {
        Check failing = new Failing(new IllegalStateException("secret text of the document"));
        Item item = item("{id: term, check: forbidden-term, with: {terms: x}}");
        ItemOutcome outcome = inspect(List.of(failing), item, extracted("a.docx", "text"));
        assertEquals(
                new Outcome.CannotTell("The check failed (IllegalStateException).", Outcome.Cause.ERROR),
                outcome.outcome());
        assertEquals(7, outcome.kindVersion());
    }

    @Test
    void kindThatRecursesWithoutEnd_cannotTell() {
        Outcome outcome = inspect(List.of(new Failing(new StackOverflowError())), TERM, extracted("a.docx", "text"))
                .outcome();
        assertEquals(new Outcome.CannotTell("The check failed (StackOverflowError).", Outcome.Cause.ERROR), outcome);
    }

    @Test
    void itemOfAnUnknownKind_cannotTell() {
        Outcome outcome = inspect(List.of(), TERM, extracted("a.docx", "text")).outcome();
        assertEquals(new Outcome.CannotTell("This build has no check 'forbidden-term'.", Outcome.Cause.ERROR), outcome);
    }

    @Test
    void itemsOfPersons_areNotRun() {
        Item item = item("{id: a, by: person, requirement: Q}");
        assertEquals(
                new Outcome.NotRun("Waits for a person's answer."),
                inspect(Checks.all(), item, extracted("a.docx", "")).outcome());
    }

    @ParameterizedTest
    @CsvSource({
        "YES, Passed, The vendor declares: yes.",
        "'Two authors, no tools', Passed, 'The vendor declares: Two authors, no tools.'",
        "no, Failed, The vendor declares: no.",
        "n/a, NotApplicable, The vendor declares that it does not apply.",
        "' ', NotRun, The vendor has not answered: the manifest declares nothing for 'ai'.",
    })
    void itemsOfVendors_areAnsweredByTheManifest(String answer, String outcome, String reason) {
        Item item = item("{id: ai, by: vendor, requirement: Was AI used}");
        Outcome ended = new Inspector(Checks.all())
                .inspect(item, inspection(extracted("a.docx", "")), Map.of("ai", answer))
                .outcome();
        assertEquals(outcome, ended.getClass().getSimpleName());
        assertEquals(reason, ended.reason());
    }

    @Test
    void vendorThatDeclaresNothing_hasNotAnswered() {
        Item item = item("{id: ai, by: vendor, requirement: Was AI used}");
        assertInstanceOf(
                Outcome.NotRun.class,
                inspect(Checks.all(), item, extracted("a.docx", "")).outcome());
    }

    @ParameterizedTest
    @CsvSource({
        "PASSWORD, VENDOR",
        "EMPTY, VENDOR",
        "DAMAGED, VENDOR",
        "UNKNOWN_FORMAT, VENDOR",
        "LIMIT, LIMIT",
        "DEADLINE, DEADLINE",
        "OUT_OF_MEMORY, LIMIT",
        "CRASHED, ERROR",
    })
    void unreadablePart_cannotBeTold_forItsOwnCause(Extraction.Reason reason, Outcome.Cause cause) {
        Inspection.Part part = unreadable("scan.pdf", reason);
        assertEquals(
                new Outcome.CannotTell("Nothing could be read; not read: scan.pdf (why).", cause),
                inspect(Checks.all(), TERM, part).outcome());
    }

    @Test
    void unreadablePartBesideAReadOne_leavesAPassInDoubt_butNotAFinding() {
        Inspection.Part damaged = unreadable("annex.pdf", Extraction.Reason.DAMAGED);
        assertEquals(
                new Outcome.CannotTell("What was read is in order; not read: annex.pdf (why).", Outcome.Cause.VENDOR),
                inspect(Checks.all(), TERM, extracted("a.docx", "clean"), damaged)
                        .outcome());
        assertInstanceOf(
                Outcome.Failed.class,
                inspect(Checks.all(), TERM, extracted("a.docx", "a secret"), damaged)
                        .outcome());
    }

    @Test
    void sectionMissingBesideAnUnreadablePart_isInDoubt_oneThatIsThereIsNot() {
        Item item = item("{id: s, check: missing-section, with: {titles: Methods}}");
        Inspection.Part damaged = unreadable("annex.pdf", Extraction.Reason.DAMAGED);
        assertInstanceOf(
                Outcome.CannotTell.class,
                inspect(Checks.all(), item, extracted("a.docx", "# Aims\ntext"), damaged)
                        .outcome());
        assertInstanceOf(
                Outcome.Passed.class,
                inspect(Checks.all(), item, extracted("a.docx", "# Methods\ntext"), damaged)
                        .outcome());
    }

    @Test
    void unreadablePart_doesNotKeepItsNameFromBeingChecked() {
        Item item = item("{id: n, check: file-name}");
        assertInstanceOf(
                Outcome.Passed.class,
                inspect(Checks.all(), item, unreadable("scan.pdf", Extraction.Reason.PASSWORD))
                        .outcome());
        assertInstanceOf(
                Outcome.Failed.class,
                inspect(Checks.all(), item, unreadable("a:b.pdf", Extraction.Reason.CRASHED))
                        .outcome());
    }

    @Test
    void pagesAreCountedWhereTextIsMissing_butNotWhereAPartIs() {
        Item item = item("{id: l, check: length, with: {max: 20, unit: pages}}");
        Inspection.Part scan = extracted("a.pdf", "@pages 3\n@page 1\n@gap no-text");
        assertInstanceOf(Outcome.Passed.class, inspect(Checks.all(), item, scan).outcome());
        assertInstanceOf(
                Outcome.CannotTell.class,
                inspect(Checks.all(), item, scan, unreadable("b.pdf", Extraction.Reason.CRASHED))
                        .outcome());
    }

    /// Fonts and properties of the part are known; text that must not be there may lie in what was not opened.
    @ParameterizedTest
    @ValueSource(strings = {"{id: l, check: length, with: {max: 20, unit: pages}}", "{id: f, check: font}"})
    void factsAreKnown_besideAFileThatWasNotOpened_andWhereAllTextIsDrawn(String yaml) {
        for (Gap gap : List.of(
                new Gap(Gap.Reason.UNOPENED_FILE, IN_PART, "an attached file is not read"),
                new Gap(Gap.Reason.NO_TEXT, new Place.Whole(), "images and no text"))) {
            Inspection.Part part =
                    withGap("a.pdf", "@pages 3\n@fact font name=Arial embedded=true unicode=true\n@page 1\ntext", gap);
            Outcome outcome = inspect(Checks.all(), item(yaml), part).outcome();
            assertInstanceOf(Outcome.Passed.class, outcome);
            assertInstanceOf(
                    Outcome.CannotTell.class, inspect(Checks.all(), TERM, part).outcome());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Gap.Reason.class,
            names = {"SKIPPED_PART", "DAMAGED", "TRUNCATED", "LIMIT"})
    void factsCannotBeTold_whereTheRestOfAPart_orAFilePackedInIt_isUnread(Gap.Reason reason) {
        for (Place place : List.of(new Place.Whole(), IN_PART, new Place.Part("a.zip", IN_PART))) {
            Inspection.Part part = withGap("a.pdf", "@pages 3\n@page 1\ntext", new Gap(reason, place, "why"));
            assertInstanceOf(
                    Outcome.CannotTell.class,
                    inspect(Checks.all(), item("{id: l, check: length, with: {max: 20, unit: pages}}"), part)
                            .outcome());
        }
    }

    @Test
    void totalsBesideAnUnreadPage_cannotBeTold_whereNoneWasFound() {
        Item item = item("{id: t, check: table-total}");
        assertInstanceOf(
                Outcome.CannotTell.class,
                inspect(Checks.all(), item, extracted("a.pdf", "@page 1\ntext\n\n@page 2\n@gap no-text"))
                        .outcome());
    }

    @Test
    void moreFindingsThanAreKept_areCounted() {
        Outcome outcome = inspect(Checks.all(), TERM, extracted("a.docx", "secret\n\n".repeat(5312)))
                .outcome();
        Outcome.Failed failed = assertInstanceOf(Outcome.Failed.class, outcome);
        assertEquals(200, failed.findings().size());
        assertEquals("5,312 forbidden terms. The first 200 are listed.", failed.reason());
        assertEquals(
                200,
                failed.findings().stream().map(Finding::fingerprint).distinct().count());
    }

    @Test
    void hugeMatch_isQuotedShortened() {
        Item item = item("{id: p, check: forbidden-term, with: {patterns: '.*'}}");
        Outcome outcome = inspect(Checks.all(), item, extracted("a.docx", "word ".repeat(100_000)))
                .outcome();
        Finding finding =
                assertInstanceOf(Outcome.Failed.class, outcome).findings().getFirst();
        assertTrue(finding.quote().marked().length() <= 300);
        assertTrue(finding.message().length() <= 200);
    }

    private static ItemOutcome inspect(List<Check> checks, Item item, Inspection.Part... parts) {
        return new Inspector(checks).inspect(item, inspection(parts), Map.of());
    }

    private static Inspection inspection(Inspection.Part... parts) {
        return Inspection.standAlone(List.of(parts));
    }

    private static Inspection.Part extracted(String name, String notation) {
        return new Inspection.Part(name, "", new Extraction.Extracted(ExampleDocument.of(notation)));
    }

    private static Inspection.Part withGap(String name, String notation, Gap gap) {
        Document read = ExampleDocument.of(notation);
        return new Inspection.Part(
                name,
                "",
                new Extraction.Extracted(new Document(
                        read.mediaType(),
                        read.text(),
                        read.blocks(),
                        read.facts(),
                        List.of(gap),
                        read.languages(),
                        read.reader())));
    }

    private static Inspection.Part unreadable(String name, Extraction.Reason reason) {
        return new Inspection.Part(name, "", new Extraction.Unreadable(reason, "application/pdf", "why"));
    }

    private static Item item(String yaml) {
        return new ChecklistReader(Checks.kinds())
                .read("c.yaml", "title: T\nitems:\n- " + yaml + "\n")
                .items()
                .getFirst();
    }

    /// A kind that fails.
    private record Failing(Throwable failure) implements Check {
        @Override
        public Kind kind() {
            return new Kind("forbidden-term", 7, "0.1", Kind.Family.LANGUAGE, "R.", List.of(), List.of(), List.of());
        }

        @Override
        public Outcome inspect(Inspection inspection, Parameters parameters) {
            if (failure instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) failure;
        }
    }
}
