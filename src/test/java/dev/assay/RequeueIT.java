package dev.assay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.ledger.ArrivalRecord;
import dev.assay.ledger.ArrivalState;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A person has what was held or parked looked at again.
final class RequeueIT {
    @TempDir
    private Path folder;

    @Test
    void arrivalOfAnUnknownWorkOrder_goesOnWhenItIsWritten() throws Exception {
        SmallHome home = SmallHome.in(folder, List.of("report"));
        home.deliver("deck/deck.txt", SmallHome.CLEAN.getBytes(StandardCharsets.UTF_8));
        String arrival;
        try (Wiring.Running running = home.start()) {
            ArrivalRecord held = SmallHome.settled(running.ledger(), 1).getFirst();
            assertEquals(ArrivalState.HELD, held.state());
            arrival = held.arrival().id();
        }
        Path order = folder.resolve("work-orders/wo-1.yaml");
        Files.writeString(
                order,
                Files.readString(order)
                        + "  - {id: deck, title: The deck, role: deck, vendors: [swift], due: \"2099-12-31T17:00\"}\n");
        try (Wiring.Running running = home.start()) {
            Console result = requeue(arrival.substring(0, 8));
            assertEquals("Arrival " + arrival + " is begun anew.\n", result.out());
            assertEquals(0, result.exit());
            ArrivalRecord found = SmallHome.settled(running.ledger(), 1).getFirst();
            assertEquals(ArrivalState.ATTACHED, found.state());
            assertEquals(1, requeue(arrival.substring(0, 8)).exit(), "it is held no more");
            assertEquals(0, running.ledger().balances().arrivals().gap());
        }
    }

    @Test
    void wrongIds_areTold() throws Exception {
        SmallHome home = SmallHome.in(folder, List.of("report"));
        home.start().close();
        assertEquals(64, requeue("xyz").exit());
        assertEquals(64, requeue("0123456789").exit());
    }

    private Console requeue(String id) {
        return Console.run("requeue", id, "--reason", "the order was written", "--home", folder.toString());
    }
}
