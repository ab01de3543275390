package dev.assay.route;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class HealthTest {
    private final Health health = new Health();

    @Test
    void beforeAllRoutesRun_itIsNotReady() {
        assertEquals(List.of("Assay is starting."), health.reasons());
        health.started();
        assertEquals(List.of(), health.reasons());
    }

    @Test
    void whatIsNoticed_keepsNobodyFromBeingReady() {
        health.started();
        health.notice(() -> List.of("b", "a"));
        assertEquals(List.of(), health.reasons());
        assertEquals(List.of("a", "b"), health.notices());
        assertEquals(
                "{\"live\":true,\"ready\":true,\"reasons\":[],\"notices\":[\"a\",\"b\"]}",
                health.json().replaceAll("\\s", ""));
    }

    @Test
    void sourceThatFails_isAReason_andTheOthersAreStillTold() {
        health.started();
        health.ask(() -> {
            throw new IllegalStateException("ledger closed");
        });
        health.notice(() -> {
            throw new IllegalStateException("folder gone");
        });
        health.ask(() -> List.of("The disk is full."));
        assertEquals(
                List.of(
                        "Something cannot be asked for its health (java.lang.IllegalStateException: ledger closed)."
                                + " The log may say more.",
                        "The disk is full."),
                health.reasons());
        assertEquals(
                List.of("Something cannot be asked for its health (java.lang.IllegalStateException: folder gone)."
                        + " The log may say more."),
                health.notices());
    }
}
