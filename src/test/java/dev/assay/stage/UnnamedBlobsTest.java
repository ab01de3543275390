package dev.assay.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.ledger.Delivery;
import dev.assay.ledger.JobKind;
import dev.assay.ledger.Ledger;
import dev.assay.ledger.LedgerLocation;
import dev.assay.ledger.SubmissionRecord;
import dev.assay.ledger.Submissions.PartReading;
import dev.assay.vault.Vault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The ledger is made at noon and its last event is an hour later.
final class UnnamedBlobsTest {
    private static final String CLIENT = "harrowgate";
    private static final Instant NOON = Delivery.NOON;
    private static final Instant ONE = NOON.plus(Duration.ofHours(1));
    private static final Instant MEANWHILE = NOON.plus(Duration.ofMinutes(20));

    @TempDir
    private Path folder;

    private Vault vault;
    private final List<String> named = new ArrayList<>();

    @BeforeEach
    void record() throws IOException {
        vault = Vault.open(folder.resolve("data"), new char[0]);
        open(NOON).close();
        try (Ledger ledger = open(ONE)) {
            String document = store("what was read");
            String outcomes = store("what was found");
            read(ledger, Delivery.of("a1", "bytes-1").submit(ledger), document);
            ledger.submissions()
                    .indexed(ledger.jobs().claim(JobKind.INDEX, Delivery.LEASE).orElseThrow());
            ledger.submissions()
                    .checked(ledger.jobs().claim(JobKind.CHECK, Delivery.LEASE).orElseThrow(), outcomes, "{}");
            read(ledger, Delivery.of("a2", "bytes-2").submit(ledger), document);
            named.addAll(List.of(document, outcomes));
        }
    }

    /// Two submissions name the document; one of them is superseded.
    @Test
    void blobsThatAFactNames_stay() throws IOException {
        assertSwept(List.of());
    }

    @Test
    void blobThatALostLeaseLeft_goes() throws IOException {
        store("read for a revision that was replaced meanwhile");
        assertSwept(List.of());
    }

    @Test
    void blobOfAClientThatHasNoFactYet_goes() throws IOException {
        Path file = Files.writeString(folder.resolve("plain"), "a part stored before the process died");
        String left = vault.store("pellworm", file).sha256();
        date("pellworm", left, MEANWHILE);
        sweep();
        assertEquals(List.of(), blobs("pellworm"));
    }

    @Test
    void blobOlderThanTheLedger_stays() throws IOException {
        String older = store("of a ledger that is lost");
        date(CLIENT, older, NOON.minusSeconds(1));
        assertSwept(List.of(older));
    }

    @Test
    void blobYoungerThanTheLastEvent_stays() throws IOException {
        String younger = store("of the job that the process died over");
        date(CLIENT, younger, ONE.plusSeconds(1));
        assertSwept(List.of(younger));
    }

    private void assertSwept(List<String> left) throws IOException {
        sweep();
        List<String> expected = new ArrayList<>(named);
        expected.addAll(left);
        assertEquals(expected.stream().sorted().toList(), blobs(CLIENT));
    }

    private void sweep() throws IOException {
        try (Ledger ledger = open(ONE)) {
            UnnamedBlobs.sweep(ledger, vault);
        }
    }

    private List<String> blobs(String client) throws IOException {
        return vault.clientBlobs().stream()
                .filter(blob -> blob.client().equals(client))
                .map(Vault.ClientBlob::sha256)
                .sorted()
                .toList();
    }

    private static void read(Ledger ledger, String submission, String document) {
        SubmissionRecord record = ledger.submissions().find(submission).orElseThrow();
        ledger.submissions()
                .extracted(
                        ledger.jobs().claim(JobKind.EXTRACT, Delivery.LEASE).orElseThrow(),
                        "reader 1",
                        Map.of(record.parts().getFirst().id(), new PartReading(document, "{}")));
    }

    private String store(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("plain"), text);
        String sha256 = vault.store(CLIENT, file).sha256();
        date(CLIENT, sha256, MEANWHILE);
        return sha256;
    }

    private void date(String client, String sha256, Instant written) throws IOException {
        Files.setLastModifiedTime(folder.resolve("data/blobs").resolve(client).resolve(sha256), FileTime.from(written));
    }

    private Ledger open(Instant now) {
        return Ledger.open(
                LedgerLocation.file(folder.resolve("data/ledger.db")), vault, Clock.fixed(now, ZoneOffset.UTC));
    }
}
