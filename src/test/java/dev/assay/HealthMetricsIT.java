package dev.assay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the management port tells of a running installation.
final class HealthMetricsIT {
    @TempDir
    Path temporary;

    @Test
    void health_isReadyUntilSomethingStandsInTheWay() throws Exception {
        SmallHome home = SmallHome.in(temporary, List.of("report"));
        try (Wiring.Running running = home.start()) {
            HttpResponse<String> well = SmallHome.get(running, "/health");
            assertEquals(200, well.statusCode());
            assertEquals(
                    "application/json;charset=utf-8",
                    well.headers().firstValue("content-type").orElseThrow());
            assertEquals(
                    "{\"live\":true,\"ready\":true,\"reasons\":[],\"notices\":[]}",
                    well.body().replaceAll("\\s", ""));
            Path stray = Files.createDirectories(temporary.resolve("drop/nobody"));
            HttpResponse<String> ill = SmallHome.get(running, "/health");
            assertEquals(503, ill.statusCode());
            assertTrue(ill.body().contains("drop folder 'nobody' belongs to no vendor"), ill.body());
            assertTrue(ill.body().replaceAll("\\s", "").startsWith("{\"live\":true,\"ready\":false,"), ill.body());
            Files.delete(stray);
            assertEquals(200, SmallHome.get(running, "/health").statusCode());
            assertEquals(404, SmallHome.get(running, "/elsewhere").statusCode());
        }
    }

    @Test
    void whatIsPassedOver_isNoticedWithoutItsName_andAssayStaysReady() throws Exception {
        SmallHome home = SmallHome.in(temporary, List.of("report"));
        try (Wiring.Running running = home.start()) {
            Path elsewhere = Files.writeString(temporary.resolve("elsewhere"), "x");
            Files.createSymbolicLink(home.drop().resolve("secret-1.docx"), elsewhere);
            Files.createSymbolicLink(home.drop().resolve("secret-2.docx"), elsewhere);
            Files.createLink(home.drop().resolve("secret-3.docx"), elsewhere);
            Files.writeString(temporary.resolve("drop/secret-4.docx"), "x");
            List<String> notices = List.of(
                    "1 file lies in the drop folder outside the vendors' folders, where nothing is received. Move it"
                            + " into drop/<vendor>/.",
                    "drop folder of vendor 'swift': 1 entry is passed over. It has several names (hard links). Deliver"
                            + " a copy of its own. The log names it.",
                    "drop folder of vendor 'swift': 2 entries are passed over. It is a link, which is never followed."
                            + " Deliver the file itself. The log names them.");
            SmallHome.await(() -> running.health().notices().equals(notices));
            HttpResponse<String> answer = SmallHome.get(running, "/health");
            assertEquals(200, answer.statusCode());
            assertTrue(answer.body().contains("\"ready\" : true"), answer.body());
            assertTrue(answer.body().contains(notices.getLast()), answer.body());
            assertFalse(answer.body().contains("secret"), answer.body());
            assertTrue(SmallHome.body(running, "/metrics").contains("\nassay_health_notices 3.0\n"));
            Files.delete(temporary.resolve("drop/secret-4.docx"));
            for (int i = 1; i <= 3; i++) {
                Files.delete(home.drop().resolve("secret-" + i + ".docx"));
            }
            SmallHome.await(() -> running.health().notices().isEmpty());
        }
    }

    @Test
    void dropFolderThatIsGone_isToldAndCountedUntilItIsBack() throws Exception {
        SmallHome home = SmallHome.in(temporary, List.of("report"));
        try (Wiring.Running running = home.start()) {
            Path away = temporary.resolve("away");
            Files.move(home.drop(), away);
            Files.writeString(home.drop(), "no folder");
            SmallHome.await(() -> !running.health().reasons().isEmpty());
            String reason = running.health().reasons().getFirst();
            assertTrue(reason.startsWith("Cannot list the drop folder of vendor 'swift': "), reason);
            SmallHome.await(() -> failedAttempts(running) >= 2);
            Files.delete(home.drop());
            Files.move(away, home.drop());
            home.deliver("wo-1/report/report.docx", BadFiles.docx(SmallHome.CLEAN));
            SmallHome.settled(running.ledger(), 1);
            SmallHome.await(() -> running.health().reasons().isEmpty());
        }
    }

    private static double failedAttempts(Wiring.Running running) {
        Matcher failed = Pattern.compile("(?m)^assay_intake_total\\{channel=\"folder\",outcome=\"failed\"} (.*)$")
                .matcher(SmallHome.body(running, "/metrics"));
        assertTrue(failed.find());
        return Double.parseDouble(failed.group(1));
    }

    @Test
    void metrics_showEveryMeterAndNoName() throws Exception {
        SmallHome home = SmallHome.in(temporary, List.of("report"));
        try (Wiring.Running running = home.start()) {
            home.deliver("wo-1/report/secret-project.docx", BadFiles.docx(SmallHome.CLEAN));
            SmallHome.settled(running.ledger(), 1);
            HttpResponse<String> metrics = SmallHome.get(running, "/metrics");
            assertEquals(200, metrics.statusCode());
            Set<String> missing = documented();
            missing.removeIf(name -> name.startsWith("jvm_gc_"));
            missing.removeIf(name -> Pattern.compile("(?m)^" + name + "(?:_sum)?[{ ]")
                    .matcher(metrics.body())
                    .find());
            assertEquals(Set.of(), missing);
            assertEquals(
                    Set.of(),
                    shown(metrics.body()).stream()
                            .filter(name -> !documented().contains(name))
                            .collect(Collectors.toCollection(TreeSet::new)));
            for (String name : List.of("acme", "Acme", "swift", "Swift", "secret-project", "wo-1")) {
                assertFalse(metrics.body().contains(name), name);
            }
            for (String line : List.of(
                    "assay_arrivals{state=\"attached\"} 1.0",
                    "assay_balance_arrivals_gap 0.0",
                    "assay_balance_submissions_gap 0.0",
                    "assay_submissions{state=\"accepted\"} 1.0",
                    "assay_verdicts_total{rule=\"accept\",verdict=\"accept\"} 1.0",
                    "assay_items_total{kind=\"placeholder-text\",outcome=\"passed\"} 1.0",
                    "assay_intake_total{channel=\"folder\",outcome=\"recorded\"} 1.0",
                    "assay_outbox_backlog 0.0",
                    "camel_exchanges_total{route=\"extract\"} 1.0",
                    "camel_exchanges_failed_total{route=\"extract\"} 0.0",
                    "camel_exchanges_failures_handled_total{route=\"folder\"} 0.0",
                    "camel_route_policy_seconds_count{route=\"extract\"} 1")) {
                assertTrue(metrics.body().lines().anyMatch(line::equals), line + "\n" + metrics.body());
            }
        }
    }

    /// The metric families of a scrape.
    private static Set<String> shown(String scrape) {
        return Pattern.compile("(?m)^# TYPE (\\S+) ")
                .matcher(scrape)
                .results()
                .map(family -> family.group(1).replaceFirst("_max$", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// The meters of the reference page.
    private static Set<String> documented() {
        try {
            Set<String> names = Pattern.compile("(?m)^\\| `([a-z0-9_]+)`")
                    .matcher(Files.readString(Path.of("src/site/markdown/meters.md")))
                    .results()
                    .map(row -> row.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertFalse(names.isEmpty());
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
