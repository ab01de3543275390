package dev.assay.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Compares what is rendered with what lies in the fixtures; `-Dfixtures=update` rewrites them.
class ReportGoldenTest {
    private static final Path FIXTURES = Path.of("src/test/resources/dev/assay/report");

    static List<IndexRow> rows() {
        Instant decided = Instant.parse("2026-11-20T18:43:02Z");
        return List.of(
                row("a1", new Verdict.Rework(false), 3, "Blocking item 'totals-add-up': 100 is 106.", decided),
                row("b2", new Verdict.Accept(false), 10, "7 items that count passed and none failed.", decided),
                row("c3", new Verdict.Review(true), 2, "Item 'respondent-identity' must be contained.", decided),
                row("d4", new Verdict.Review(false), 6, "Item 'totals-add-up' could not be told.", decided),
                row("e5", new Verdict.Pending(Verdict.Until.PASSWORD), 5, "Part 'x.pdf' cannot be read.", decided));
    }

    private static IndexRow row(String id, Verdict verdict, int rule, String reason, Instant decided) {
        return new IndexRow(
                id,
                "Harrowgate Beverages",
                "Kestrel Insight",
                "hb-101",
                "deck",
                1,
                1,
                verdict,
                rule,
                reason,
                decided,
                id + "/report.html");
    }

    private static Map<String, String> rendered() {
        Map<String, String> files = new TreeMap<>();
        SampleReports.all().forEach((name, report) -> {
            files.put(name + ".html", ReportHtml.render(report));
            files.put(name + ".json", ReportJson.text(report));
        });
        files.put("index.html", ReportsIndex.render("Reports", rows(), ZoneId.of("Europe/London")));
        files.put("index.tsv", QueueIndex.tsv(rows()));
        return files;
    }

    @Test
    void whatIsRendered_isWhatTheFixturesHold() throws IOException {
        Map<String, String> files = rendered();
        if ("update".equals(System.getProperty("fixtures"))) {
            Files.createDirectories(FIXTURES);
            for (Map.Entry<String, String> file : files.entrySet()) {
                Files.writeString(FIXTURES.resolve(file.getKey()), file.getValue());
            }
        }
        for (Map.Entry<String, String> file : files.entrySet()) {
            assertEquals(Files.readString(FIXTURES.resolve(file.getKey())), file.getValue(), file.getKey());
        }
    }

    @Test
    void everyFixture_isRendered() throws IOException {
        try (Stream<Path> fixtures = Files.list(FIXTURES)) {
            Set<String> names =
                    fixtures.map(path -> path.getFileName().toString()).collect(Collectors.toSet());
            assertEquals(rendered().keySet(), names);
        }
    }
}
