package dev.assay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.config.Setting;
import dev.assay.meter.AllMeters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Holds the alert rules to the meters that exist, and runs their own tests.
final class MonitoringTest {
    private static final Path FOLDER = Path.of("monitoring");

    @TempDir
    Path temporary;

    @Test
    void scrapeConfiguration_isValidAndScrapesTheDefaultPort() throws Exception {
        promtool("check", "config", "prometheus.yml");
        String port = Setting.MANAGEMENT_PORT.defaultText();
        assertTrue(Files.readString(FOLDER.resolve("prometheus.yml")).contains("127.0.0.1:" + port + "\""));
    }

    @Test
    void alertRules_passTheirTests() throws Exception {
        promtool("check", "rules", "alerts.yml");
        promtool("test", "rules", "alerts_test.yml");
    }

    @Test
    void everyMetricAndLabelOfAnAlert_isMeasured() throws IOException {
        String scrape = AllMeters.touched().scrape();
        Set<String> measured = found("(?m)^(assay_\\w+)", scrape);
        Set<String> used = found("\\b(assay_\\w+)", expressions());
        assertTrue(used.size() >= 8, () -> "alerts use " + used);
        used.removeAll(measured);
        assertEquals(Set.of(), used, "metrics of alerts.yml that no meter has");

        Set<String> labels = found("(\\w+=\"[^\"]+\")", expressions());
        labels.remove("job=\"assay\"");
        labels.removeIf(scrape::contains);
        assertEquals(Set.of(), labels, "labels of alerts.yml that no meter has");
    }

    @Test
    void everyAlert_hasACaseInWhichItFires() throws IOException {
        Set<String> alerts = found("alert: (\\w+)", Files.readString(FOLDER.resolve("alerts.yml")));
        assertEquals(
                alerts,
                found(
                        "alertname: (\\w+)\\s+exp_alerts:\\s+- exp_labels",
                        Files.readString(FOLDER.resolve("alerts_test.yml"))));
    }

    @Test
    void everyAlert_hasALineOfWhatToDo() throws IOException {
        assertEquals(
                found("alert: (\\w+)", Files.readString(FOLDER.resolve("alerts.yml"))),
                found(
                        "(?m)^\\| `(Assay\\w+)` \\| .{20,} \\| .{40,} \\|$",
                        Files.readString(Path.of("src/site/markdown/operations.md"))));
    }

    private static String expressions() throws IOException {
        return Files.readAllLines(FOLDER.resolve("alerts.yml")).stream()
                .filter(line -> line.strip().startsWith("expr:"))
                .collect(Collectors.joining("\n"));
    }

    private static Set<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void promtool(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Tools.require("promtool").toString()));
        command.addAll(Arrays.asList(arguments));
        Path output = temporary.resolve("output");
        Process process = new ProcessBuilder(command)
                .directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        assertEquals(0, process.exitValue(), Files.readString(output));
    }
}
