package dev.assay.report;

import dev.assay.check.Finding;
import dev.assay.check.ItemOutcome;
import dev.assay.check.Kind;
import dev.assay.check.Outcome;
import dev.assay.checklist.By;
import dev.assay.checklist.Effect;
import dev.assay.checklist.Item;
import dev.assay.checklist.Mode;
import dev.assay.checklist.Severity;
import dev.assay.document.Fact;
import dev.assay.document.Gap;
import dev.assay.document.Place;
import dev.assay.document.Span;
import dev.assay.verdict.Case;
import dev.assay.verdict.Draw;
import dev.assay.verdict.History;
import dev.assay.verdict.Reading;
import dev.assay.verdict.Ruling;
import dev.assay.verdict.Size;
import dev.assay.verdict.VerdictPolicy;
import dev.assay.work.Attribution;
import dev.assay.work.Policy;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Reports as they come up in market research, one for each verdict.
final class SampleReports {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final SubmissionReport.Versions VERSIONS = new SubmissionReport.Versions(
            "0.1.0",
            "tracker",
            "Harrowgate tracker standard",
            "9f2c41a7d6b05e83c1f7704a2be95d38106cf4e7a98b3d52c0e6f1187da4b359",
            "5be0417c92da8f3361c7e0ab94f5d2086e13b7c9a40f82d56193ce7708ab4fd2",
            "standard",
            List.of("pptx 1 (POI 5.5.1)"),
            1412L,
            "c04d7e19b5823fa6607e1d94bc258f03a7e6d1459b8032ce714fa5906d38be27");

    private SampleReports() {}

    static Map<String, SubmissionReport> all() {
        return Map.of(
                "rework",
                rework(),
                "accept",
                accept(),
                "restricted",
                restricted(),
                "cannot-tell",
                cannotTell(),
                "sampled",
                sampled(new Draw(true, "SECRET-PLAN", 0.1)),
                "prior-work",
                reused(accept()),
                "prior-work-vendor",
                reused(rework()));
    }

    /// A deck with a wrong figure, placeholders and a missing section.
    static SubmissionReport rework() {
        List<SubmissionReport.Line> lines = List.of(
                line(
                        Kind.Family.STRUCTURE,
                        1,
                        item("method-section", "missing-section", Severity.MAJOR, Mode.ENFORCE, true)
                                .saying(
                                        "The deck has a method section with sample, fieldwork dates and weighting.",
                                        "Tracker standard 2.1"),
                        failed(finding(
                                "Section \u201cMethod\u201d is missing. Nearest heading found: \u201cAppendix\u201d.",
                                "Add a section headed \u201cMethod\u201d.",
                                new Place.Whole(),
                                null))),
                line(
                        Kind.Family.STRUCTURE,
                        2,
                        item("no-placeholders", "placeholder-text", Severity.MAJOR, Mode.ENFORCE, false)
                                .saying("No placeholder is left in the text.", "Tracker standard 1.4"),
                        failed(placeholders(5))),
                line(
                        Kind.Family.NUMBERS,
                        1,
                        item("totals-add-up", "table-total", Severity.CRITICAL, Mode.ENFORCE, true)
                                .saying(
                                        "Every total equals the sum of its parts, within rounding.",
                                        "Tracker standard 3.2"),
                        failed(finding(
                                "Row \u201cTotal\u201d says 100 %, its parts sum to 106 %.",
                                "Correct the total or the parts: one of the six values is wrong.",
                                new Place.Slide(6, "Table 2"),
                                new Finding.Quote(
                                        "Prompted awareness: Harrowgate ", "47 %", ", Fenmoor 31 %, others 28 %")))),
                line(
                        Kind.Family.LANGUAGE,
                        1,
                        item("client-terms", "forbidden-term", Severity.MINOR, Mode.ADVISE, false)
                                .saying("Respondents are called \u201cpeople\u201d, not \u201csubjects\u201d.", ""),
                        failed(finding(
                                "The term \u201csubjects\u201d is used.",
                                "Write \u201cpeople\u201d.",
                                new Place.Slide(3, "Title"),
                                new Finding.Quote("How ", "subjects", " chose a drink in October")))),
                line(
                        Kind.Family.DELIVERY,
                        1,
                        item("file-name", "file-name", Severity.MINOR, Mode.ENFORCE, false)
                                .saying("Files are named by work order, deliverable and round.", "Tracker standard 5"),
                        new Outcome.Passed("HB-101_deck_r1.pptx matches the pattern.")),
                line(
                        Kind.Family.STRUCTURE,
                        1,
                        item("length", "length", Severity.MINOR, Mode.ENFORCE, false)
                                .saying("The deck has at most 40 slides.", ""),
                        new Outcome.Passed("24 slides of at most 40.")),
                line(
                        Kind.Family.NUMBERS,
                        1,
                        item("crosstab-totals", "table-total", Severity.MAJOR, Mode.ENFORCE, false)
                                .saying("Totals in cross tables add up.", ""),
                        new Outcome.CannotTell(
                                "Slide 11: two rows could be the total; neither is labelled.", Outcome.Cause.CONTENT)),
                line(
                        null,
                        0,
                        person("conclusions-follow", Mode.ADVISE)
                                .saying("Do the conclusions follow from the data shown?", ""),
                        new Outcome.NotRun("Nobody has answered yet.")));
        return report("Tracker wave 14, presentation", "deck", deck(), lines, List.of(read("HB-101_deck_r1.pptx")));
    }

    static SubmissionReport accept() {
        List<SubmissionReport.Line> lines = List.of(
                line(
                        Kind.Family.STRUCTURE,
                        1,
                        item("method-section", "missing-section", Severity.MAJOR, Mode.ENFORCE, true)
                                .saying("The report has a method section.", "Tracker standard 2.1"),
                        new Outcome.Passed("Section \u201cMethod\u201d has 412 words.")),
                line(
                        Kind.Family.NUMBERS,
                        1,
                        item("totals-add-up", "table-total", Severity.CRITICAL, Mode.ENFORCE, true)
                                .saying("Every total equals the sum of its parts, within rounding.", ""),
                        new Outcome.Passed("18 totals in 7 tables add up.")),
                line(
                        Kind.Family.LANGUAGE,
                        1,
                        item("client-terms", "forbidden-term", Severity.MINOR, Mode.ENFORCE, false)
                                .saying("Respondents are called \u201cpeople\u201d, not \u201csubjects\u201d.", ""),
                        failed(finding(
                                "The term \u201csubjects\u201d is used.",
                                "Write \u201cpeople\u201d.",
                                new Place.Paragraph(31, List.of("Findings", "Awareness")),
                                new Finding.Quote("A third of the ", "subjects", " named the brand unprompted.")))),
                line(
                        Kind.Family.SOURCES,
                        1,
                        item("trial-item", "citation-mismatch", Severity.CRITICAL, Mode.TRIAL, true)
                                .saying("TRIAL-ONLY", ""),
                        failed(finding("TRIAL-ONLY finding.", "TRIAL-ONLY", new Place.Whole(), null))),
                line(
                        Kind.Family.SOURCES,
                        1,
                        item("citations", "citation-mismatch", Severity.MINOR, Mode.ENFORCE, false)
                                .saying("Each citation is in the list of references.", ""),
                        new Outcome.NotApplicable("The report has no list of references.")),
                line(
                        null,
                        0,
                        person("conclusions-follow", Mode.ADVISE)
                                .saying("Do the conclusions follow from the data shown?", ""),
                        new Outcome.NotRun("Nobody has answered yet.")));
        SubmissionReport.Part part = part("HB-101_report_r1.docx", "report", 1_243_551, 8412, null);
        return report("Tracker wave 14, report", "report", part, lines, List.of(read("HB-101_report_r1.docx")));
    }

    /// Respondents' numbers in a notes column.
    static SubmissionReport restricted() {
        List<Finding> numbers = IntStream.rangeClosed(1, 14)
                .mapToObj(i -> finding(
                        "A mobile number stands in a column of verbatims.",
                        "Remove the numbers and tell the respondents' panel.",
                        new Place.Cell("Verbatims", "F" + (i * 7 + 3)),
                        new Finding.Quote("call me back on ", "07700 9001" + (10 + i), " after six")))
                .toList();
        List<SubmissionReport.Line> lines = List.of(
                line(
                        Kind.Family.CONFIDENTIALITY,
                        1,
                        item("respondent-identity", "personal-data", Severity.CRITICAL, Mode.ENFORCE, true)
                                .containing()
                                .saying("No respondent can be identified.", "ICC/ESOMAR Code"),
                        new Outcome.Failed("14 numbers.", numbers)),
                line(
                        Kind.Family.DELIVERY,
                        1,
                        item("file-name", "file-name", Severity.MINOR, Mode.ENFORCE, false)
                                .saying("Files are named by work order, deliverable and round.", ""),
                        new Outcome.Passed("The name matches the pattern.")));
        SubmissionReport.Part part =
                part("HB-103_verbatims.xlsx", "data", 88_120, 5210, new Fact.Count(Fact.Count.Unit.SHEETS, 2));
        return report("Concept test, verbatims", "data", part, lines, List.of(read("HB-103_verbatims.xlsx")));
    }

    static SubmissionReport cannotTell() {
        List<SubmissionReport.Line> lines = List.of(
                line(
                        Kind.Family.NUMBERS,
                        1,
                        item("totals-add-up", "table-total", Severity.CRITICAL, Mode.ENFORCE, true)
                                .saying("Every total equals the sum of its parts, within rounding.", ""),
                        new Outcome.CannotTell(
                                "What was read is in order; not read: HB-101_appendix.pdf, page 7 (an image whose data"
                                        + " ends early).",
                                Outcome.Cause.VENDOR)),
                line(
                        Kind.Family.STRUCTURE,
                        1,
                        item("no-placeholders", "placeholder-text", Severity.MAJOR, Mode.ENFORCE, false)
                                .saying("No placeholder is left in the text.", ""),
                        new Outcome.CannotTell(
                                "What was read is in order; not read: HB-101_appendix.pdf, page 7 (an image whose data"
                                        + " ends early).",
                                Outcome.Cause.VENDOR)),
                line(
                        Kind.Family.STRUCTURE,
                        1,
                        item("length", "length", Severity.MINOR, Mode.ENFORCE, false)
                                .saying("The appendix has at most 20 pages.", ""),
                        new Outcome.Passed("12 pages of at most 20.")),
                line(
                        null,
                        0,
                        person("exhibits-in-order", Mode.ENFORCE).saying("Are the exhibits in order?", ""),
                        new Outcome.NotRun("Nobody has answered yet.")));
        Gap gap = new Gap(Gap.Reason.DAMAGED, new Place.Page(7), "an image whose data ends early");
        SubmissionReport.Part part = part(
                "HB-101_appendix.pdf",
                "appendix",
                402_118,
                3120,
                new Fact.Count(Fact.Count.Unit.PAGES, 12),
                gap.describe());
        Reading reading = new Reading("HB-101_appendix.pdf", null, "", List.of(gap));
        return report("Tracker wave 14, appendix", "appendix", part, lines, List.of(reading));
    }

    /// Nothing stands in the way of it.
    static SubmissionReport sampled(Draw draw) {
        List<SubmissionReport.Line> lines = List.of(line(
                Kind.Family.STRUCTURE,
                1,
                item("length", "length", Severity.MINOR, Mode.ENFORCE, false).saying("The note has two pages.", ""),
                new Outcome.Passed("2 pages of at most 2.")));
        SubmissionReport.Part part =
                part("HB-101_note.pdf", "note", 18_220, 640, new Fact.Count(Fact.Count.Unit.PAGES, 2));
        return drawn(report("Flash note", "note", part, lines, List.of(read("HB-101_note.pdf"))), draw);
    }

    /// The same report of work that shares passages in every relation.
    static SubmissionReport reused(SubmissionReport report) {
        return new SubmissionReport(
                report.submission(),
                report.order(),
                report.receipt(),
                report.parts(),
                report.ruling(),
                report.items(),
                SamplePriorWork.all(),
                report.declarations(),
                report.versions());
    }

    /// A report on the same delivery, decided under that draw.
    static SubmissionReport drawn(SubmissionReport report, Draw draw) {
        return new SubmissionReport(
                report.submission(),
                report.order(),
                report.receipt(),
                report.parts(),
                ruling(
                        report.items(),
                        report.parts().stream().map(part -> read(part.name())).toList(),
                        draw),
                report.items(),
                report.priorWork(),
                report.declarations(),
                report.versions());
    }

    private static SubmissionReport report(
            String title,
            String role,
            SubmissionReport.Part part,
            List<SubmissionReport.Line> lines,
            List<Reading> readings) {
        return new SubmissionReport(
                "2f9c4b7ad01e4c7f9d2f86a1b35c0e77",
                new SubmissionReport.Order(
                        "Harrowgate Beverages", "Kestrel Insight", "hb-101", role, title, role, "en-GB", 1, 1),
                new SubmissionReport.Receipt(
                        Instant.parse("2026-11-20T18:42:10Z"),
                        Instant.parse("2026-11-20T17:00:00Z"),
                        Instant.parse("2026-11-20T18:43:02Z"),
                        LONDON),
                List.of(part),
                ruling(lines, readings),
                lines,
                role.equals("report") ? SamplePriorWork.leaked() : SharedWork.NONE,
                Map.of("second-person-check", "yes, by Ada Okafor on 19 November"),
                VERSIONS);
    }

    static Ruling ruling(List<SubmissionReport.Line> lines, List<Reading> readings) {
        return ruling(lines, readings, new Draw(false, "SECRET-PLAN", 0.1));
    }

    private static Ruling ruling(List<SubmissionReport.Line> lines, List<Reading> readings, Draw draw) {
        return VerdictPolicy.decide(new Case(
                lines.stream().map(SubmissionReport.Line::outcome).toList(),
                readings,
                true,
                Size.of(Size.Form.SLIDES, 24),
                History.first(4),
                sampling(draw.share()),
                draw,
                List.of()));
    }

    private static Policy sampling(double share) {
        Policy standard = Policy.standard();
        return new Policy(
                standard.version(),
                share,
                standard.firstDeliveries(),
                standard.tightened(),
                standard.releaseLetters(),
                standard.roundLimit(),
                standard.critical(),
                standard.major(),
                standard.minor(),
                standard.scoreThreshold());
    }

    private static Finding[] placeholders(int count) {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            findings.add(finding(
                    "\u201cTBD\u201d was left in the text.",
                    "Write the final text or take the line out.",
                    new Place.Slide(8 + i, "Content Placeholder 2"),
                    new Finding.Quote("Spend per head in the North rose by ", "TBD", " on the wave before")));
        }
        return findings.toArray(Finding[]::new);
    }

    private static SubmissionReport.Part deck() {
        return part("HB-101_deck_r1.pptx", "deck", 4_811_200, 2380, new Fact.Count(Fact.Count.Unit.SLIDES, 24));
    }

    private static SubmissionReport.Part part(
            String name, String role, long size, int words, Fact.@Nullable Count count, String... gaps) {
        return new SubmissionReport.Part(
                name,
                role,
                "only-one",
                "certain",
                size,
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                "application/vnd.openxmlformats",
                words,
                count,
                "",
                List.of(gaps));
    }

    private static Reading read(String part) {
        return new Reading(part, null, "", List.of());
    }

    private static Outcome failed(Finding... findings) {
        return new Outcome.Failed(findings.length + " found.", List.of(findings));
    }

    static Finding finding(String message, String remedy, Place place, Finding.@Nullable Quote quote) {
        return new Finding(
                message,
                remedy,
                "",
                place,
                quote == null ? null : new Span(120, 123),
                quote,
                String.format("%032x", (message + place).hashCode() & 0xffffffffL),
                Attribution.VENDOR);
    }

    static SubmissionReport.Line line(Kind.@Nullable Family family, int version, Draft item, Outcome outcome) {
        return new SubmissionReport.Line(new ItemOutcome(item.item(), version, outcome), family);
    }

    static Draft item(String id, String check, Severity severity, Mode mode, boolean blocking) {
        return new Draft(id, By.MACHINE, check, severity, Effect.REWORK, mode, blocking, "", "");
    }

    private static Draft person(String id, Mode mode) {
        return new Draft(id, By.PERSON, null, Severity.MAJOR, Effect.REWORK, mode, true, "", "");
    }

    /// An item being written.
    record Draft(
            String id,
            By by,
            @Nullable String check,
            Severity severity,
            Effect effect,
            Mode mode,
            boolean blocking,
            String requirement,
            String clause) {
        Draft saying(String newRequirement, String newClause) {
            return new Draft(id, by, check, severity, effect, mode, blocking, newRequirement, newClause);
        }

        Draft containing() {
            return new Draft(id, by, check, severity, Effect.CONTAIN, mode, blocking, requirement, clause);
        }

        Item item() {
            return new Item(
                    id,
                    by,
                    check,
                    Map.of(),
                    severity,
                    effect,
                    mode,
                    1,
                    blocking,
                    requirement,
                    clause,
                    "",
                    "Compare each conclusion with the chart it names.",
                    new Item.Examples(List.of(), List.of()),
                    "checklist.yaml:1:1");
        }
    }
}
