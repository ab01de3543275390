package dev.assay.route;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.intake.ArrivalLog;
import dev.assay.intake.Backpressure;
import dev.assay.intake.Refusal;
import dev.assay.intake.folder.FolderIntake;
import dev.assay.intake.folder.FolderRules;
import dev.assay.meter.Meters;
import dev.assay.vault.Vault;
import dev.assay.work.Arrival;
import dev.assay.work.Channel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FolderListingTest {
    @TempDir
    Path home;

    private final Health health = new Health();
    private FolderListing swift;
    private FolderListing lumen;

    @BeforeEach
    void start() throws IOException {
        health.started();
        swift = listing("swift");
        lumen = listing("lumen");
    }

    private FolderListing listing(String vendor) throws IOException {
        Files.createDirectories(home.resolve("drop").resolve(vendor));
        FolderIntake intake = new FolderIntake(
                home.resolve("drop"),
                vendor,
                Vault.open(home.resolve("data"), new char[0]),
                new Nowhere(),
                new FolderRules(Duration.ofSeconds(2), 1000),
                Backpressure.Open::new,
                Clock.systemUTC());
        intake.recover();
        return new FolderListing(vendor, intake, health, Meters.strict(), Clock.systemUTC(), () -> {
            throw new AssertionError("The process would have ended");
        });
    }

    /// Records nothing, for want of files.
    private static final class Nowhere implements ArrivalLog {
        @Override
        public boolean record(Arrival arrival) {
            throw new AssertionError(arrival);
        }

        @Override
        public boolean refuse(Arrival arrival, Refusal refusal, String reason) {
            throw new AssertionError(arrival);
        }

        @Override
        public void acknowledged(String arrivalId) {}

        @Override
        public Optional<State> state(String arrivalId) {
            return Optional.empty();
        }

        @Override
        public void passedOver(String vendor, String name, String reason) {}

        @Override
        public void failed(Channel channel) {}
    }

    @Test
    void listingThatFailed_isToldUntilOneOfTheSameVendorSucceeds() throws IOException {
        swift.handleException(new IllegalStateException("gone"));
        List<String> told = List.of("drop folder of vendor 'swift': it could not be listed"
                + " (java.lang.IllegalStateException: gone). It is listed again.");
        assertEquals(told, health.reasons());
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            lumen.listed(new DefaultExchange(camel));
            assertEquals(told, health.reasons());
            swift.listed(new DefaultExchange(camel));
        }
        assertEquals(List.of(), health.reasons());
    }
}
