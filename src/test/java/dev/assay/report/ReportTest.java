package dev.assay.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.check.Kind;
import dev.assay.check.Outcome;
import dev.assay.checklist.Mode;
import dev.assay.checklist.Severity;
import dev.assay.config.Json;
import dev.assay.document.Gap;
import dev.assay.document.Place;
import dev.assay.priorwork.Relation;
import dev.assay.verdict.Draw;
import dev.assay.verdict.Reading;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportTest {
    private static List<String> found(String page, String pattern) {
        return Pattern.compile(pattern)
                .matcher(page)
                .results()
                .map(MatchResult::group)
                .toList();
    }

    @Test
    void findingsStandInOrderOfImportance() {
        String page = ReportHtml.render(SampleReports.rework());
        assertEquals(
                List.of("<h3>Wrong figures</h3>", "<h3>Missing content</h3>", "<h3>Language</h3>"),
                found(page, "<h3>.*?</h3>"));
    }

    @Test
    void headingsNeverSkipALevel() {
        SampleReports.all().forEach((name, report) -> {
            int before = 0;
            for (String heading : found(ReportHtml.render(report), "<h[1-6]")) {
                int level = heading.charAt(2) - '0';
                assertTrue(level <= before + 1, name + ": " + heading + " after h" + before);
                before = level;
            }
        });
    }

    @Test
    void itemsInTrial_areInNoReport() {
        assertFalse(ReportHtml.render(SampleReports.accept()).contains("TRIAL-ONLY"));
        assertFalse(ReportJson.text(SampleReports.accept()).contains("TRIAL-ONLY"));
    }

    @Test
    void samplingPlan_isInNoReport() {
        SampleReports.all().values().forEach(report -> {
            assertFalse(ReportHtml.render(report).contains("SECRET-PLAN"));
            assertFalse(ReportJson.text(report).contains("SECRET-PLAN"));
        });
    }

    /// Whoever reads an accepted or reworked deliverable's report, or one that another rule sent to review, learns
    /// nothing of the draw.
    @Test
    void draw_changesNoReportButThatOfADeliverableItSentToReview() {
        Draw unsampled = new Draw(false, "", 0);
        for (SubmissionReport report :
                List.of(SampleReports.rework(), SampleReports.restricted(), SampleReports.cannotTell())) {
            assertEquals(told(report, unsampled), told(report, new Draw(false, "p2", 0.5)));
            assertEquals(told(report, unsampled), told(report, new Draw(true, "p2", 0.5)));
        }
        for (SubmissionReport report : List.of(SampleReports.accept(), SampleReports.sampled(unsampled))) {
            assertEquals(told(report, unsampled), told(report, new Draw(false, "p2", 0.5)));
        }
        told(SampleReports.sampled(unsampled), unsampled)
                .forEach(text -> assertFalse(
                        Pattern.compile("(?i)sampl|drawn|random").matcher(text).find(), text));
    }

    private static List<String> told(SubmissionReport report, Draw draw) {
        SubmissionReport drawn = SampleReports.drawn(report, draw);
        return List.of(ReportHtml.render(drawn), ReportJson.text(drawn));
    }

    @Test
    void reportOfADrawnDeliverable_isForReviewersOnly() {
        String page = ReportHtml.render(SampleReports.sampled(new Draw(true, "p", 0.1)));
        assertTrue(page.contains("<strong>For reviewers only.</strong> Do not forward this report."), page);
    }

    @Test
    void gapThatItemsName_isToldOnceBelowTheHeadline_andItsItemsTogether() {
        SubmissionReport report = SampleReports.cannotTell();
        String page = ReportHtml.render(report).replaceFirst("(?s).*<main", "");
        assertEquals(1, found(page, "an image whose data ends early").size());
        assertTrue(page.contains("No placeholder is left in the text. Every total equals")
                || page.contains("within rounding. No placeholder is left in the text."));
        assertTrue(page.contains("Could not be told, nor could 1 more item"));
    }

    @Test
    void gapThatNoItemNames_isToldWithItsFile() {
        SubmissionReport base = SampleReports.cannotTell();
        List<SubmissionReport.Line> passed = base.items().stream()
                .filter(line -> line.outcome().outcome() instanceof Outcome.Passed)
                .toList();
        SubmissionReport report = new SubmissionReport(
                base.submission(),
                base.order(),
                base.receipt(),
                base.parts(),
                SampleReports.ruling(
                        passed,
                        List.of(new Reading(
                                "HB-101_appendix.pdf",
                                null,
                                "",
                                List.of(new Gap(
                                        Gap.Reason.DAMAGED, new Place.Page(7), "an image whose data ends early"))))),
                passed,
                SharedWork.NONE,
                base.declarations(),
                base.versions());
        String page = ReportHtml.render(report).replaceFirst("(?s).*<main", "");
        assertEquals(1, found(page, "an image whose data ends early").size());
        assertTrue(page.contains("<a href=\"#files\"><bdi>HB-101_appendix.pdf</bdi></a>"), page);
    }

    @Test
    void whatContains_isLeftOut_whereTheReportGoesToTheVendor() {
        SubmissionReport.Line advised = SampleReports.line(
                Kind.Family.CONFIDENTIALITY,
                1,
                SampleReports.item("leak", "personal-data", Severity.CRITICAL, Mode.ADVISE, false)
                        .containing()
                        .saying("NO-LEAK", ""),
                new Outcome.CannotTell("NO-LEAK", Outcome.Cause.CONTENT));
        SubmissionReport rework = SampleReports.rework();
        List<SubmissionReport.Line> lines = new ArrayList<>(rework.items());
        lines.add(advised);
        SubmissionReport report = new SubmissionReport(
                rework.submission(),
                rework.order(),
                rework.receipt(),
                rework.parts(),
                SampleReports.ruling(lines, List.of()),
                lines,
                SharedWork.NONE,
                rework.declarations(),
                rework.versions());
        assertEquals("rework", report.ruling().verdict().word());
        assertFalse(ReportHtml.render(report).contains("NO-LEAK"));
        assertFalse(ReportJson.text(report).contains("NO-LEAK"));
    }

    @Test
    void vendor_readsNothingOfAnotherVendorsWork_norThatAnotherClientsIsThere() {
        SubmissionReport report = SampleReports.reused(SampleReports.rework());
        for (String text : List.of(ReportHtml.render(report), ReportJson.text(report))) {
            assertFalse(text.contains("OTHER-VENDOR"));
            assertFalse(text.contains("Price remains the first reason"));
            assertFalse(text.contains("Restricted") || text.contains("OTHER_CLIENT"));
            assertTrue(text.contains("HB-100-report-wave-11.docx"), "the vendor's own work is told");
        }
        ReportJson.Reuse reuse = ReportJson.published(report).reuse();
        assertEquals(null, reuse.otherClient());
        assertEquals(1, reuse.otherVendor().passages());
    }

    @Test
    void restrictedPassage_tellsThisSideAlone() {
        SubmissionReport report = SampleReports.reused(SampleReports.accept());
        ReportJson.Shared restricted = ReportJson.published(report).priorWork().stream()
                .filter(shared -> shared.relation() == Relation.OTHER_CLIENT)
                .findFirst()
                .orElseThrow();
        assertEquals(
                new ReportJson.Shared(
                        0,
                        1224,
                        1416,
                        "section \u201cFindings\u201d, paragraph 11",
                        "Price remains the first reason to switch",
                        32,
                        Relation.OTHER_CLIENT,
                        null,
                        false,
                        false,
                        0,
                        null,
                        true,
                        null),
                restricted);
    }

    @Test
    void recalledWork_isToldLoudly_andExclusionsWithTheirReason() {
        String page = ReportHtml.render(SampleReports.reused(SampleReports.accept()));
        assertTrue(page.contains("<p class=\"warning\"><strong>Reuses recalled work.</strong>"));
        assertTrue(page.contains("List of works referred to"));
        assertTrue(page.contains("Quotation that names its source"));
        assertTrue(page.contains("Too short to tell anything"));
        assertTrue(page.contains("Same text, new figures"));
        assertTrue(page.contains("Common wording: in 14 work orders of this client"));
        assertTrue(page.contains("Cut here: the passage goes on."));
        assertTrue(page.contains("Not all prior work could be compared"));
    }

    @Test
    void jsonIsReadBack() {
        SampleReports.all().values().forEach(report -> {
            byte[] json = ReportJson.text(report).getBytes(StandardCharsets.UTF_8);
            assertEquals(ReportJson.published(report), Json.read(json, ReportJson.Published.class));
        });
    }

    @Test
    void pageIsTheSame_whateverTheLocale() {
        Locale before = Locale.getDefault();
        String page = ReportHtml.render(SampleReports.rework());
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertEquals(page, ReportHtml.render(SampleReports.rework()));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void thousandFindings_stayAShortPage() {
        List<dev.assay.check.Finding> many = new ArrayList<>();
        for (int i = 1; i <= 1000; i++) {
            many.add(SampleReports.finding("Same.", "Mend.", new Place.Page(i), null));
        }
        List<SubmissionReport.Line> lines = List.of(SampleReports.line(
                Kind.Family.STRUCTURE,
                1,
                SampleReports.item("x", "placeholder-text", Severity.MAJOR, Mode.ENFORCE, true),
                new Outcome.Failed("1000.", many)));
        SubmissionReport base = SampleReports.rework();
        String page = ReportHtml.render(new SubmissionReport(
                base.submission(),
                base.order(),
                base.receipt(),
                base.parts(),
                SampleReports.ruling(lines, List.of()),
                lines,
                SharedWork.NONE,
                base.declarations(),
                base.versions()));
        assertTrue(page.contains("1,000 findings"));
        assertTrue(page.contains("897 more places in report.json."));
        assertFalse(page.contains("Page 104<"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T17:00:00Z, on time",
        "2026-11-20T17:00:30Z, less than a minute late",
        "2026-11-20T20:20:00Z, 3 h 20 min late",
        "2026-11-18T16:00:00Z, 2 d 1 h early",
        "2026-11-20T16:15:00Z, 45 min early"
    })
    void latenessIsTold(Instant received, String told) {
        assertEquals(told, Wording.lateness(received, Instant.parse("2026-11-20T17:00:00Z")));
    }

    @Test
    void momentsAreToldWithTheirZone() {
        assertEquals(
                "1 Jul 2026, 18:00 Europe/London (UTC+01:00)",
                Wording.moment(Instant.parse("2026-07-01T17:00:00Z"), ZoneId.of("Europe/London")));
    }
}
