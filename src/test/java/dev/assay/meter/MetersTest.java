package dev.assay.meter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.SitePage;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class MetersTest {
    private final Meters meters = Meters.strict();

    private static List<String> values(Meters meters, String metric) {
        return meters.scrape()
                .lines()
                .filter(line -> line.startsWith(metric + "{") || line.startsWith(metric + " "))
                .toList();
    }

    private static double value(Meters meters, String sample) {
        List<String> lines = meters.scrape()
                .lines()
                .filter(line -> line.startsWith(sample + " "))
                .toList();
        assertEquals(1, lines.size(), sample + " in " + lines);
        return Double.parseDouble(lines.getFirst().substring(sample.length() + 1));
    }

    @Test
    void countersAndTimers_areShownWithUnits() {
        meters.verdict("rework", "conclusive-rework");
        meters.verdict("rework", "conclusive-rework");
        meters.intake("folder", "recorded", 1024);
        meters.stage("extract", Duration.ofMillis(1500));
        meters.item("missing-section", "failed");
        meters.childDeath("out-of-memory");
        assertEquals(2, value(meters, "assay_verdicts_total{rule=\"conclusive-rework\",verdict=\"rework\"}"));
        assertEquals(1024, value(meters, "assay_intake_bytes_total{channel=\"folder\"}"));
        assertEquals(1, value(meters, "assay_intake_total{channel=\"folder\",outcome=\"recorded\"}"));
        assertEquals(1.5, value(meters, "assay_stage_seconds_sum{stage=\"extract\"}"));
        assertEquals(1, value(meters, "assay_items_total{kind=\"missing-section\",outcome=\"failed\"}"));
        assertEquals(1, value(meters, "assay_child_deaths_total{ending=\"out-of-memory\"}"));
    }

    @Test
    void rareCounters_areShownBeforeTheirFirstEvent() {
        assertEquals(0, value(meters, "assay_child_deaths_total{ending=\"overran\"}"));
        assertEquals(0, value(meters, "assay_intake_total{channel=\"sftp\",outcome=\"failed\"}"));
    }

    @Test
    void balanceThatHolds_hasNoGap() {
        meters.arrivals(() -> Map.of("recorded", 5L, "attached", 3L, "held", 1L, "in-flight", 1L));
        assertEquals(0, value(meters, "assay_balance_arrivals_gap"));
        assertEquals(5, value(meters, "assay_arrivals_recorded"));
        assertEquals(3, value(meters, "assay_arrivals{state=\"attached\"}"));
        assertEquals(0, value(meters, "assay_arrivals{state=\"parked\"}"));
    }

    @Test
    void lostSubmission_isAGap() {
        meters.submissions(() -> Map.of("received", 5L, "accepted", 4L));
        assertEquals(1, value(meters, "assay_balance_submissions_gap"));
    }

    @Test
    void stateThatIsNotDeclared_isCountedAsOtherAndStillBalances() {
        Meters running = Meters.create();
        running.arrivals(() -> Map.of("recorded", 2L, "attached", 1L, "Harrowgate", 1L));
        assertEquals(0, value(running, "assay_balance_arrivals_gap"));
        assertEquals(1, value(running, "assay_arrivals{state=\"other\"}"));
        assertFalse(running.scrape().contains("Harrowgate"));
    }

    @Test
    void ledgerThatCannotBeRead_leavesNotANumber_andTheRestIsShown() {
        Meters running = Meters.create();
        running.verdict("accept", "accept");
        running.arrivals(() -> {
            throw new IllegalStateException("ledger closed");
        });
        running.outboxBacklog(() -> {
            throw new IllegalStateException("ledger closed");
        });
        assertTrue(Double.isNaN(value(running, "assay_balance_arrivals_gap")));
        assertTrue(Double.isNaN(value(running, "assay_arrivals{state=\"held\"}")));
        assertTrue(Double.isNaN(value(running, "assay_outbox_backlog")));
        assertEquals(1, value(running, "assay_verdicts_total{rule=\"accept\",verdict=\"accept\"}"));
    }

    @Test
    void unknownTagValue_isABugInATestAndOtherWhenRunning() {
        assertThrows(IllegalArgumentException.class, () -> meters.item("HB-101 report.docx", "failed"));
        assertThrows(IllegalArgumentException.class, () -> meters.childDeath("bored"));
        Meters running = Meters.create();
        running.item("HB-101 report.docx", "failed");
        assertEquals(
                List.of("assay_items_total{kind=\"other\",outcome=\"failed\"} 1.0"),
                values(running, "assay_items_total"));
    }

    @Test
    void openTag_holdsNoMoreValuesThanItMay() {
        Meters running = Meters.create();
        for (int i = 0; i < 100; i++) {
            running.verdict("accept", "rule-" + i);
        }
        assertEquals(
                Tag.RULE.most() + 1, values(running, "assay_verdicts_total").size());
        assertEquals(84, value(running, "assay_verdicts_total{rule=\"other\",verdict=\"accept\"}"));
    }

    @Test
    void gauges_followTheirSources() {
        meters.outboxBacklog(() -> 7);
        meters.oldestOpenJob(() -> Duration.ofMillis(2500));
        meters.disk(() -> 10L << 30, () -> 100L << 30);
        assertEquals(7, value(meters, "assay_outbox_backlog"));
        assertEquals(2.5, value(meters, "assay_jobs_oldest_open_age_seconds"));
        assertEquals(10.0 * (1L << 30), value(meters, "assay_disk_free_bytes"));
        assertEquals(100.0 * (1L << 30), value(meters, "assay_disk_size_bytes"));
    }

    @Test
    void everyMeter_isShownUnderItsNameWithItsDescription() {
        String scrape = AllMeters.touched().scrape();
        for (Meter meter : Meter.values()) {
            assertTrue(
                    scrape.contains("# HELP " + AllMeters.metric(meter) + " " + meter.description()),
                    () -> meter.id() + " in\n" + scrape);
        }
    }

    @Test
    void referencePage_listsEveryMeter() throws IOException {
        String rows = Arrays.stream(Meter.values())
                .map(meter -> "| `" + AllMeters.metric(meter) + "` | "
                        + meter.type().name().toLowerCase(Locale.ROOT) + " | " + tags(meter) + " | "
                        + meter.description() + " |\n")
                .collect(Collectors.joining());
        SitePage.compare("meters.md", """
            # Meters

            What `/metrics` on the management port shows, in the Prometheus text format. A tag value that is not
            listed here is counted as `other`. No meter names a client, a vendor or a file.

            | metric | type | tags | meaning |
            |---|---|---|---|
            """ + rows + """

            ## What libraries measure

            The Java virtual machine of the parent process (children are not in it) and Camel keep these themselves.
            `route` is the step; all drop folders are the one route `folder`. The values of the other tags are
            the virtual machine's own words. Those of garbage collection appear with the first collection.

            | metric | type | tags | meaning |
            |---|---|---|---|
            """ + libraryRows());
    }

    private static String libraryRows() {
        return Arrays.stream(LibraryMeter.values())
                .map(meter -> "| `" + AllMeters.metric(meter) + "` | "
                        + meter.type().name().toLowerCase(Locale.ROOT) + " | "
                        + (meter.tags().isEmpty() ? "" : "`" + meter.tags().replace(", ", "`, `") + "`") + " | "
                        + meter.description() + " |\n")
                .collect(Collectors.joining());
    }

    @Test
    void meterOfALibrary_isShownOnlyWhereDeclared_andARouteWithoutItsVendor() {
        meters.registry().counter("camel.exchanges.total", "routeId", "folder-swift", "camelContext", "assay");
        meters.registry()
                .counter("camel.exchanges.total", "routeId", "of-the-home")
                .increment();
        meters.registry()
                .counter("camel.exchanges.secret", "file", "HB-101.docx")
                .increment();
        assertEquals(0, value(meters, "camel_exchanges_total{route=\"folder\"}"));
        assertEquals(1, value(meters, "camel_exchanges_total{route=\"other\"}"));
        String scrape = meters.scrape();
        assertFalse(scrape.contains("secret") || scrape.contains("HB-101") || scrape.contains("swift"), scrape);
    }

    private static String tags(Meter meter) {
        return meter.tags().stream()
                .map(tag -> "`" + tag.key() + "`: "
                        + (tag.words().isEmpty() ? "at most " + tag.most() : String.join(", ", tag.words())))
                .collect(Collectors.joining("; "));
    }
}
