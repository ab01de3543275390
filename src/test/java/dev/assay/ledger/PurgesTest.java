package dev.assay.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.vault.Vault;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class PurgesTest {
    @TempDir
    private Path folder;

    /// A newer revision replaces the review that was decided and is not published yet: its folder may be staged.
    @ParameterizedTest
    @EnumSource
    void whatIsDecidedAndNotPublished_standsInTheWay_alsoWhenItWasSuperseded(Ledgers database) throws IOException {
        Vault vault = Vault.open(folder.resolve("data"), new char[0]);
        try (Ledger ledger =
                database.open(database.location(folder), vault, Clock.fixed(Delivery.NOON, ZoneOffset.UTC))) {
            String old = Delivery.of("a1", "bytes-1").submit(ledger);
            assertEquals(Optional.of(inWork(1)), record(ledger));
            Delivery.decide(ledger, old, "review");
            String newer = Delivery.of("a2", "bytes-2").submit(ledger);
            Delivery.decide(ledger, newer, "accept");
            assertEquals(
                    SubmissionState.SUPERSEDED,
                    ledger.submissions().find(old).orElseThrow().state());
            assertEquals(Optional.of(inWork(2)), record(ledger));
            Delivery.publish(ledger);
            Delivery.publish(ledger);
            assertEquals(List.of(), ledger.purges().published("pellworm"));
            assertEquals(
                    List.of(old, newer).stream().sorted().toList(),
                    ledger.purges().published("harrowgate"));
            assertEquals(Optional.empty(), record(ledger));
            assertTrue(ledger.verify().intact(), ledger.verify().broken());
        }
    }

    private static Optional<String> record(Ledger ledger) {
        return ledger.purges().record("harrowgate", "me", "contract ended");
    }

    private static String inWork(int submissions) {
        return submissions
                + " submission(s) for it are in work. Run the installation until they are decided and published";
    }
}
