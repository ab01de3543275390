package dev.assay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.assay.config.Json;
import dev.assay.report.ReportJson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a report says of the due time is what the work order's calendar says.
final class DueTimeIT {
    private static final Instant SUNDAY = Instant.parse("2026-01-04T12:00:00Z");

    @TempDir
    Path temporary;

    @Test
    void dueOnASaturday_isTheNextMondayInTheReportToo() throws Exception {
        SmallHome home = SmallHome.in(temporary, List.of("report"));
        Path order = home.folder.resolve("work-orders/wo-1.yaml");
        Files.writeString(order, Files.readString(order).replace("2099-12-31T17:00", "2026-01-03T17:00"));
        Clock sunday = Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), SUNDAY));
        try (Wiring.Running running =
                Wiring.start(home.folder, Map.of(), sunday, () -> fail("The process would have ended"))) {
            home.deliver("wo-1/report/report.docx", BadFiles.docx(SmallHome.CLEAN));
            SmallHome.settled(running.ledger(), 1);
            Path folder = home.folder
                    .resolve("queues/accept")
                    .resolve(home.queue("accept").getFirst());
            ReportJson.Times times = Json.read(folder.resolve("report.json"), ReportJson.Published.class)
                    .times();
            assertEquals("due 2026-01-05T17:00:00Z, late false", "due " + times.due() + ", late " + times.late());
            String page = Files.readString(folder.resolve("report.html"));
            assertTrue(page.contains("5 Jan 2026, 17:00 Europe/London (UTC)"), page);
        }
    }
}
