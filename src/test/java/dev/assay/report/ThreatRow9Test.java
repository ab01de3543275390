package dev.assay.report;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.Payloads;
import dev.assay.check.Finding;
import dev.assay.check.ItemOutcome;
import dev.assay.check.Kind;
import dev.assay.check.Outcome;
import dev.assay.checklist.By;
import dev.assay.checklist.Effect;
import dev.assay.checklist.Item;
import dev.assay.checklist.Mode;
import dev.assay.checklist.Severity;
import dev.assay.document.Place;
import dev.assay.page.Stylesheet;
import dev.assay.verdict.Reading;
import dev.assay.verdict.Verdict;
import dev.assay.work.Attribution;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Row 9 of the threats: markup in any text a vendor or client gives stays text, in the page's source and in a
/// real browser.
class ThreatRow9Test {
    private static final Pattern TAG = Pattern.compile("<(/?[a-zA-Z!][^\\s>/]*)([^>]*)>");
    private static final Pattern ATTRIBUTE = Pattern.compile("([a-zA-Z:-]+)=\"");
    private static final List<String> PAYLOADS = Payloads.ALL;

    @Test
    void thereAreFortyPayloads() {
        assertTrue(Set.copyOf(PAYLOADS).size() >= 40);
    }

    @Test
    void reportHoldsTheSameElementsAndAttributes_whateverTheTexts() {
        String harmless = ReportHtml.render(report("plain text"));
        assertAll(PAYLOADS.stream().map(payload -> () -> {
            String page = ReportHtml.render(report(payload));
            assertEquals(structure(harmless), structure(page), payload);
            assertEquals(attributes(harmless), attributes(page), payload);
        }));
    }

    @Test
    void indexHoldsTheSameElementsAndAttributes_whateverTheTexts() {
        String harmless = index("plain text");
        assertAll(PAYLOADS.stream().map(payload -> () -> {
            assertEquals(structure(harmless), structure(index(payload)), payload);
            assertEquals(attributes(harmless), attributes(index(payload)), payload);
        }));
    }

    @Test
    void everyTextReachesThePage_asText() {
        String page = ReportHtml.render(report("<b>&\"'"));
        assertFalse(page.contains("<b>"));
        assertTrue(count(page, "&lt;b&gt;&amp;") >= 20, () -> "found " + count(page, "&lt;b&gt;&amp;"));
    }

    @Test
    void pageAllowsItsOwnStyleOnly() {
        String page = ReportHtml.render(report("plain text"));
        assertTrue(page.contains("default-src &#39;none&#39;; style-src &#39;sha256-"));
        assertTrue(page.contains("<style>" + Stylesheet.TEXT + "</style>"));
        assertFalse(page.contains("<script") || page.contains("http://") || page.contains("https://"));
    }

    @Test
    void browserShowsPayloadsAsText(@TempDir Path folder) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/chromium")), "chromium is not installed");
        StringBuilder all = new StringBuilder();
        PAYLOADS.forEach(payload -> all.append(payload).append('\n'));
        String plain = dom(folder, ReportHtml.render(report("plain text\n".repeat(PAYLOADS.size()))));
        String hostile = dom(folder, ReportHtml.render(report(all.toString())));
        assertEquals(structure(plain), structure(hostile));
        assertEquals(attributes(plain), attributes(hostile));
        assertFalse(hostile.contains("<title>owned"));
        assertTrue(hostile.contains("&lt;script&gt;document.title='owned'&lt;/script&gt;"));
    }

    /// The page as the browser holds it after running whatever it would run.
    private static String dom(Path folder, String page) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("page.html"), page);
        File out = folder.resolve("dom.html").toFile();
        Process chromium = new ProcessBuilder(
                        "/usr/bin/chromium",
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--user-data-dir=" + folder.resolve("profile"),
                        "--dump-dom",
                        file.toUri().toString())
                .redirectOutput(out)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            assertTrue(chromium.waitFor(60, TimeUnit.SECONDS), "chromium did not end in 60 s");
        } finally {
            chromium.descendants().forEach(ProcessHandle::destroyForcibly);
            chromium.destroyForcibly().waitFor();
        }
        String dom = Files.readString(out.toPath(), StandardCharsets.UTF_8);
        assertTrue(dom.contains("<main"), "chromium showed no page");
        return dom;
    }

    /// The page's tags in order, without text.
    private static List<String> structure(String page) {
        Matcher tags = TAG.matcher(page.replaceAll("(?s)<style>.*?</style>", "<style></style>"));
        List<String> names = new ArrayList<>();
        while (tags.find()) {
            names.add(tags.group(1));
        }
        return names;
    }

    private static Set<String> attributes(String page) {
        Matcher tags = TAG.matcher(page.replaceAll("(?s)<style>.*?</style>", "<style></style>"));
        Set<String> names = new TreeSet<>();
        while (tags.find()) {
            ATTRIBUTE.matcher(tags.group(2)).results().forEach(each -> names.add(tags.group(1) + " " + each.group(1)));
        }
        return names;
    }

    private static int count(String page, String part) {
        return page.split(Pattern.quote(part), -1).length - 1;
    }

    private static String index(String text) {
        return ReportsIndex.render(
                text,
                List.of(new IndexRow(
                        text,
                        text,
                        text,
                        text,
                        text,
                        1,
                        1,
                        new Verdict.Rework(false),
                        3,
                        text,
                        Instant.EPOCH,
                        "a1/report.html")),
                ZoneId.of("UTC"));
    }

    /// A report with that text wherever a text can stand.
    private static SubmissionReport report(String text) {
        List<Finding> findings = IntStream.range(0, 5)
                .mapToObj(i -> new Finding(
                        text,
                        text,
                        text,
                        place(i, text),
                        null,
                        i == 4 ? null : new Finding.Quote(text, text, text),
                        "f" + i,
                        Attribution.VENDOR))
                .toList();
        List<SubmissionReport.Line> lines = List.of(
                line(text + "1", By.MACHINE, text, new Outcome.Failed(text, findings)),
                line(text + "2", By.MACHINE, text, new Outcome.Passed(text)),
                line(text + "3", By.MACHINE, text, new Outcome.CannotTell(text, Outcome.Cause.CONTENT)),
                line(text + "4", By.MACHINE, text, new Outcome.NotApplicable(text)),
                line(text + "5", By.PERSON, text, new Outcome.NotRun(text)));
        SubmissionReport.Part part =
                new SubmissionReport.Part(text, text, text, text, 1, text, text, null, null, text, List.of(text, text));
        return new SubmissionReport(
                text,
                new SubmissionReport.Order(text, text, text, text, text, text, text, 1, 1),
                new SubmissionReport.Receipt(Instant.EPOCH, Instant.EPOCH, Instant.EPOCH, ZoneId.of("UTC")),
                List.of(part, part),
                SampleReports.ruling(lines, List.of(new Reading(text, null, "", List.of()))),
                lines,
                SamplePriorWork.saying(text),
                Map.of(text, text),
                new SubmissionReport.Versions(text, text, text, text, text, text, List.of(text), null, text));
    }

    private static Place place(int number, String text) {
        return switch (number) {
            case 0 -> new Place.Cell(text, text);
            case 1 -> new Place.Slide(1, text);
            case 2 -> new Place.Part(text, new Place.Whole());
            case 3 -> new Place.Paragraph(1, List.of(text));
            default -> new Place.Whole();
        };
    }

    private static SubmissionReport.Line line(String id, By by, String text, Outcome outcome) {
        Item item = new Item(
                id,
                by,
                by == By.MACHINE ? text : null,
                Map.of(),
                Severity.CRITICAL,
                Effect.REWORK,
                Mode.ENFORCE,
                1,
                true,
                text,
                text,
                text,
                text,
                new Item.Examples(List.of(), List.of()),
                text);
        return new SubmissionReport.Line(
                new ItemOutcome(item, 1, outcome), by == By.MACHINE ? Kind.Family.NUMBERS : null);
    }
}
