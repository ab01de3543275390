package dev.assay.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.ledger.ArrivalState;
import dev.assay.ledger.Delivery;
import dev.assay.ledger.JobKind;
import dev.assay.ledger.Ledger;
import dev.assay.ledger.LedgerLocation;
import dev.assay.vault.Vault;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ArrivalBytesTest {
    private static final Instant NOON = Delivery.NOON;

    @TempDir
    private Path folder;

    @Test
    void bytesThatNobodyNeeds_go_andThoseOfAnotherLedgerStay() throws IOException {
        Vault vault = Vault.open(folder.resolve("data"), new char[0]);
        try (Ledger ledger = Ledger.open(
                LedgerLocation.file(folder.resolve("data/ledger.db")), vault, Clock.fixed(NOON, ZoneOffset.UTC))) {
            ledger.arrivals().record(Delivery.arrival("held"));
            ledger.arrivals()
                    .hold(ledger.jobs().claim(JobKind.IDENTIFY, Delivery.LEASE).orElseThrow(), "", "unknown");
            Delivery.of("attached", "bytes-1").submit(ledger);
            assertEquals(
                    ArrivalState.ATTACHED,
                    ledger.arrivals()
                            .find(Delivery.id("attached"))
                            .orElseThrow()
                            .state());
            store(vault, "held", NOON);
            store(vault, "attached", NOON);
            store(vault, "copied again", NOON.plusSeconds(1));
            store(vault, "of a lost ledger", NOON.minusSeconds(1));
            ArrivalBytes.tidy(ledger, vault);
            assertEquals(
                    Stream.of("held", "of a lost ledger")
                            .map(Delivery::id)
                            .sorted()
                            .toList(),
                    List.copyOf(vault.arrivals()));
        }
    }

    private void store(Vault vault, String arrival, Instant written) throws IOException {
        Path file = Files.writeString(folder.resolve("plain"), arrival);
        try (FileChannel source = FileChannel.open(file)) {
            vault.storeArrival(Delivery.id(arrival), source, Files.size(file), () -> true)
                    .orElseThrow();
        }
        Files.setLastModifiedTime(
                folder.resolve("data/blobs/arrivals").resolve(Delivery.id(arrival)), FileTime.from(written));
    }
}
