package dev.assay.route.jms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JmsSenderIT {
    @TempDir
    private Path folder;

    @Test
    void sameIdSentAgain_alsoByAnotherSender_isThereOnce() throws Exception {
        try (Broker broker = Broker.start(folder)) {
            try (JmsSender sender = new JmsSender(broker.url(), "", "")) {
                sender.send("assay.accept", "a1", "hb-101/deck", "first");
                sender.send("assay.accept", "a1", "hb-101/deck", "first");
                sender.send("assay.accept", "a2", "hb-101/deck", "second");
            }
            try (JmsSender sender = new JmsSender(broker.url(), "", "")) {
                sender.send("assay.accept", "a1", "hb-101/deck", "first");
            }
            assertEquals(List.of("a1 first", "a2 second"), broker.drain("assay.accept"));
        }
    }

    @Test
    void idTakenBeforeTheBrokerStopped_isRememberedWhenItRunsAgain_alsoWithAnEmptyQueue() throws Exception {
        try (Broker broker = Broker.start(folder);
                JmsSender sender = new JmsSender(broker.url(), "", "")) {
            sender.send("assay.rework", "a1", "hb-101/deck", "first");
            assertEquals(List.of("a1 first"), broker.drain("assay.rework"));
            broker.stop();
            IOException failure =
                    assertThrows(IOException.class, () -> sender.send("assay.rework", "a2", "hb-101/deck", "second"));
            assertTrue(
                    failure.getMessage().startsWith("The broker at " + broker.url() + " did not take a message"),
                    failure.getMessage());
            broker.startAgain();
            sender.send("assay.rework", "a1", "hb-101/deck", "first");
            sender.send("assay.rework", "a2", "hb-101/deck", "second");
            assertEquals(List.of("a2 second"), broker.drain("assay.rework"));
        }
    }
}
