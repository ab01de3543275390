package dev.assay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.config.Json;
import dev.assay.dispatch.BrokerPublisher.Announcement;
import dev.assay.ledger.ArrivalRecord;
import dev.assay.route.jms.Broker;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A real Artemis broker that is told of what comes into the queues.
final class BrokerIT {
    @TempDir
    private Path folder;

    @Test
    void eachFolder_isAnnouncedOnce_andAMessagePointsToIt() throws Exception {
        try (Broker broker = Broker.start(folder.resolve("broker"))) {
            SmallHome home = home(broker.url());
            home.deliver("report/report.txt", SmallHome.CLEAN.getBytes(StandardCharsets.UTF_8));
            String submission;
            try (Wiring.Running running = home.start()) {
                ArrivalRecord arrival = SmallHome.settled(running.ledger(), 1).getFirst();
                submission = arrival.submission().orElseThrow();
            }
            List<String> messages = broker.drain("assay.accept");
            assertEquals(1, messages.size());
            String json = messages.getFirst().split(" ", 2)[1];
            Announcement said = Json.read(json.getBytes(StandardCharsets.UTF_8), Announcement.class);
            assertEquals(
                    new Announcement(1, submission, "accept", "wo-1", "report", 1, 1, "accept/" + submission), said);
            assertTrue(Files.exists(
                    folder.resolve("home/queues").resolve(said.folder()).resolve("report.json")));
        }
    }

    @Test
    void brokerThatIsDown_delaysItsMessagesAndNothingElse() throws Exception {
        try (Broker broker = Broker.start(folder.resolve("broker"))) {
            broker.stop();
            SmallHome home = home(broker.url());
            home.deliver("report/report.txt", SmallHome.CLEAN.getBytes(StandardCharsets.UTF_8));
            try (Wiring.Running running = home.start()) {
                SmallHome.await(() -> running.health().reasons().stream()
                        .anyMatch(each -> each.contains("The broker at " + broker.url() + " did not take a message")));
                assertEquals(1, running.ledger().outbox().queue("accept").size());
                broker.startAgain();
                SmallHome.settled(running.ledger(), 1);
                SmallHome.await(() -> running.health().reasons().isEmpty());
            }
            assertEquals(1, broker.drain("assay.accept").size());
        }
    }

    /// Halted before and after the broker has the message, and at each end of the folder's publication before it.
    @ParameterizedTest
    @ValueSource(strings = {"W13 J1 J2", "W14 J2 J1", "W15 J2:2 J1"})
    void haltedAroundAMessage_itIsThereOnce(String points) throws Exception {
        try (Broker broker = Broker.start(folder.resolve("broker"))) {
            CrashHome home = new CrashHome(folder.resolve("home"), Path.of(""));
            home.set("queues.broker-url = " + broker.url() + "\n");
            home.dropAll();
            for (String point : points.split(" ")) {
                home.crash(point);
                home.oracle().judgeTheDead();
            }
            home.run();
            assertEquals(List.of(), home.oracle().judge(), home.tail());
            assertEquals(1, broker.drain("assay.accept").size());
            assertEquals(1, broker.drain("assay.rework").size());
        }
    }

    private SmallHome home(String url) throws Exception {
        SmallHome home = SmallHome.in(Files.createDirectories(folder.resolve("home")), List.of("report"));
        String settings = Files.readString(home.folder.resolve("assay.properties"));
        home.write("assay.properties", settings + "queues.broker-url = " + url + "\n");
        return home;
    }
}
