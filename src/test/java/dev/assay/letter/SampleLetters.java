package dev.assay.letter;

import dev.assay.check.Finding;
import dev.assay.check.ItemOutcome;
import dev.assay.check.Outcome;
import dev.assay.checklist.By;
import dev.assay.checklist.Effect;
import dev.assay.checklist.Item;
import dev.assay.checklist.Mode;
import dev.assay.checklist.Severity;
import dev.assay.config.Json;
import dev.assay.document.Place;
import dev.assay.document.Span;
import dev.assay.extract.ReadSummary;
import dev.assay.ledger.ArrivalRecord;
import dev.assay.ledger.ArrivalState;
import dev.assay.ledger.Story;
import dev.assay.ledger.SubmissionRecord;
import dev.assay.ledger.SubmissionState;
import dev.assay.work.Arrival;
import dev.assay.work.Attribution;
import dev.assay.work.Channel;
import dev.assay.work.Deliverable;
import dev.assay.work.PartRole;
import dev.assay.work.Policy;
import dev.assay.work.Tier;
import dev.assay.work.VendorAnswer;
import dev.assay.work.WorkOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A deck that is sent back, with every sort of item, and what came with it.
final class SampleLetters {
    /// A Friday.
    static final Instant ASKED = Instant.parse("2026-11-27T16:20:00Z");

    static final String QUOTE = "CANARY-QUOTE";

    private static final Instant RECEIVED = Instant.parse("2026-11-27T16:18:40Z");

    private SampleLetters() {}

    static Ordered deck(String language, Tier tier) {
        return deck(language, tier, outcomes(), List.of());
    }

    static Ordered deck(String language, Tier tier, List<ItemOutcome> outcomes, List<VendorAnswer> answers) {
        WorkOrder order = order(tier);
        SubmissionRecord submission = submission(order, SubmissionState.DECIDED, "");
        Story story = new Story(
                submission,
                "Harrowgate Beverages plc",
                List.of(arrival(ArrivalState.ATTACHED, "")),
                Optional.of(new Story.InspectionRecord(
                        "deck",
                        "c1",
                        "v1",
                        "p1",
                        "{}",
                        "pptx 1",
                        7,
                        ASKED,
                        "",
                        outcomes.stream()
                                .map(outcome -> new String(Json.bytes(outcome), StandardCharsets.UTF_8))
                                .toList())),
                Optional.empty(),
                List.of());
        return ordered(story, order, language, answers);
    }

    static Ordered held(String language) {
        WorkOrder order = order(Tier.STANDARD);
        Story story = new Story(
                submission(order, SubmissionState.HELD, "HB-101-deck.pptx needs a password. Deliver it without one."),
                "Harrowgate Beverages plc",
                List.of(arrival(ArrivalState.ATTACHED, "")),
                Optional.empty(),
                Optional.empty(),
                List.of());
        return ordered(story, order, language, List.of());
    }

    static Wording wording(String language) {
        return Wordings.shipped().of(language, "");
    }

    static ArrivalRecord arrival(ArrivalState state, String reason) {
        return new ArrivalRecord(
                new Arrival(
                        "0123456789abcdef0123456789abcdef",
                        Channel.FOLDER,
                        "kestrel-insight",
                        "hb-101/HB-101-deck.zip",
                        4_811_200,
                        "ab".repeat(32),
                        new Arrival.ArrivalTimes(RECEIVED, RECEIVED, RECEIVED, RECEIVED, RECEIVED)),
                state,
                reason,
                List.of());
    }

    private static Ordered ordered(Story story, WorkOrder order, String language, List<VendorAnswer> answers) {
        return new Ordered(
                wording(language), story, order, order.deliverables().getFirst(), "Kestrel Insight Ltd", answers);
    }

    private static WorkOrder order(Tier tier) {
        return new WorkOrder(
                "hb-101",
                "v1",
                "harrowgate",
                "market-research",
                tier,
                "en-GB",
                ZoneId.of("Europe/London"),
                "weekdays",
                Policy.standard(),
                Optional.empty(),
                List.of(new Deliverable(
                        "deck",
                        "Management presentation, wave 12",
                        "deck",
                        "deck",
                        List.of("kestrel-insight"),
                        List.of(),
                        Instant.parse("2026-11-27T17:00:00Z"))));
    }

    private static SubmissionRecord submission(WorkOrder order, SubmissionState state, String reason) {
        return new SubmissionRecord(
                "f0a9380daf6424610d46dac366aba812",
                "e1",
                "harrowgate",
                "kestrel-insight",
                order.id(),
                "deck",
                "v1",
                "p1",
                "",
                1,
                1,
                "r1",
                Optional.empty(),
                false,
                "folder",
                List.of(),
                Map.of(),
                -2480,
                Instant.parse("2026-11-27T17:00:00Z"),
                false,
                RECEIVED,
                state,
                Optional.empty(),
                false,
                "",
                "",
                "",
                reason,
                List.of(
                        part("deck", "HB-101-deck.pptx", 4_790_000, "cd".repeat(32), true),
                        part("", "notes \u202Efdp.txt", 812, "ef".repeat(32), false)));
    }

    private static SubmissionRecord.PartRecord part(String role, String name, long size, String hash, boolean read) {
        ReadSummary summary = new ReadSummary("x/y", "", false, 2380, 0, 24, 0, 0, List.of(), false, null, "pptx 1");
        return new SubmissionRecord.PartRecord(
                "p",
                "0123456789abcdef0123456789abcdef",
                role,
                PartRole.Basis.WORD,
                name,
                size,
                hash,
                "",
                read ? new String(Json.bytes(summary), StandardCharsets.UTF_8) : "");
    }

    /// One of each: what decides, what counts, advice, what passed, what could not be told, what people answer, and
    /// what no vendor may read of.
    static List<ItemOutcome> outcomes() {
        return List.of(
                outcome(
                        item("totals", Severity.MAJOR, Effect.REWORK, Mode.ENFORCE, false)
                                .requiring("Tables add up, on slides too.", "Tracker standard 3.2"),
                        failed(finding(
                                "'Total' shows 106 %, its parts add up to 100 %.",
                                "Correct the total, or the value that is wrong.",
                                new Place.Slide(6, "Table 2"),
                                new Finding.Quote("Prompted awareness: ", QUOTE + " 106 %", ", others 28 %")))),
                outcome(
                        item("sections", Severity.CRITICAL, Effect.REWORK, Mode.ENFORCE, true)
                                .requiring("A deck begins with who was asked.", ""),
                        failed(finding(
                                "There is no section 'Who was asked'; closest: '" + QUOTE + " asked'.",
                                "Add the section.",
                                new Place.Whole(),
                                null))),
                outcome(
                        item("left-open", Severity.CRITICAL, Effect.REWORK, Mode.ENFORCE, true)
                                .requiring("Nothing is left to be filled in.", "Tracker standard 1.4"),
                        failed(placeholders(5))),
                outcome(
                        item("terms", Severity.MINOR, Effect.REWORK, Mode.ADVISE, false)
                                .requiring("Respondents are called people.", ""),
                        failed(finding(
                                "'subjects' is used.",
                                "Write 'people'.",
                                new Place.Paragraph(3, List.of(QUOTE + " heading")),
                                new Finding.Quote("How ", "subjects", " chose")))),
                outcome(
                        item("file-name", Severity.MINOR, Effect.RECORD, Mode.ENFORCE, false)
                                .requiring("Files are named by work order.", ""),
                        new Outcome.Passed("It is.")),
                outcome(
                        item("length", Severity.MINOR, Effect.REWORK, Mode.ENFORCE, false)
                                .requiring("At most 40 slides.", ""),
                        new Outcome.Passed("24 slides.")),
                outcome(
                        item("charts", Severity.MAJOR, Effect.REWORK, Mode.ENFORCE, false)
                                .requiring("Charts equal their data.", ""),
                        new Outcome.CannotTell("Slide 11 is a picture.", Outcome.Cause.VENDOR)),
                outcome(
                        person(By.PERSON).requiring("Do the conclusions follow?", ""),
                        new Outcome.NotRun("Nobody has answered yet.")),
                outcome(
                        person(By.VENDOR).requiring("You name every tool.", ""),
                        new Outcome.NotRun("Nothing is declared.")),
                outcome(
                        item("contained", Severity.CRITICAL, Effect.CONTAIN, Mode.ENFORCE, true)
                                .requiring("CANARY-CONTAIN requirement", ""),
                        new Outcome.Passed("CANARY-CONTAIN")),
                outcome(
                        item("trial", Severity.CRITICAL, Effect.REWORK, Mode.TRIAL, true)
                                .requiring("CANARY-TRIAL requirement", ""),
                        failed(finding("CANARY-TRIAL", "CANARY-TRIAL", new Place.Whole(), null))));
    }

    /// Failed items, as many as asked for.
    static List<ItemOutcome> many(int count) {
        List<ItemOutcome> many = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            many.add(outcome(
                    item("item-" + i, Severity.MAJOR, Effect.REWORK, Mode.ENFORCE, i == count - 1)
                            .requiring("Requirement " + i, ""),
                    failed(finding("Found " + i, "Mend " + i, new Place.Line(i + 1), null))));
        }
        return many;
    }

    static Finding finding(String message, String remedy, Place place, Finding.@Nullable Quote quote) {
        return new Finding(
                message,
                remedy,
                "HB-101-deck.pptx",
                place,
                quote == null ? null : new Span(120, 123),
                quote,
                String.format("%08x", (message + place).hashCode()).repeat(4),
                Attribution.VENDOR);
    }

    private static Finding[] placeholders(int count) {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            findings.add(finding(
                    "A placeholder was left in the text: 'TBD'.",
                    "Put in the figure, or take the line out.",
                    new Place.Slide(8 + i, ""),
                    new Finding.Quote("Spend per head rose by ", "TBD", " on the wave before")));
        }
        return findings.toArray(Finding[]::new);
    }

    private static ItemOutcome outcome(Draft item, Outcome outcome) {
        return new ItemOutcome(item.item(), 1, outcome);
    }

    private static Outcome failed(Finding... findings) {
        return new Outcome.Failed(findings.length + " found.", List.of(findings));
    }

    private static Draft item(String id, Severity severity, Effect effect, Mode mode, boolean blocking) {
        return new Draft(id, By.MACHINE, severity, effect, mode, blocking, "", "");
    }

    private static Draft person(By by) {
        return new Draft("by-" + by, by, Severity.MAJOR, Effect.REWORK, Mode.ADVISE, false, "", "");
    }

    private record Draft(
            String id,
            By by,
            Severity severity,
            Effect effect,
            Mode mode,
            boolean blocking,
            String requirement,
            String clause) {
        Draft requiring(String words, String where) {
            return new Draft(id, by, severity, effect, mode, blocking, words, where);
        }

        Item item() {
            return new Item(
                    id,
                    by,
                    by == By.MACHINE ? "some-kind" : null,
                    Map.of("titles", List.of("Who was asked | Sample")),
                    severity,
                    effect,
                    mode,
                    1,
                    blocking,
                    requirement,
                    clause,
                    "",
                    "",
                    new Item.Examples(List.of(), List.of()),
                    "deck.yaml:1:1");
        }
    }
}
