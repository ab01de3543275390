package dev.assay.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class VaultTest {
    private static final String ARRIVAL = "0123456789abcdef0123456789abcdef";
    private static final String OTHER = "fedcba9876543210fedcba9876543210";
    private static final char[] NONE = {};

    @TempDir
    private Path folder;

    private Path data;
    private Vault vault;

    @BeforeEach
    void open() throws IOException {
        data = folder.resolve("data");
        vault = Vault.open(data, NONE);
    }

    @Test
    void arrivalsOfEverySizeAroundASegment_comeBackWhole() throws Exception {
        int segment = Segments.SEGMENT;
        for (int size : new int[] {0, 1, 15, 16, 17, segment - 1, segment, segment + 1, 2 * segment, 3 * segment + 7}) {
            byte[] bytes = bytes(size);
            Stored stored = storeArrival(ARRIVAL, bytes).orElseThrow();
            assertEquals(new Stored(sha256(bytes), size), stored);
            Path plain = folder.resolve("plain-" + size);
            assertEquals(stored, vault.openArrival(ARRIVAL, plain));
            assertArrayEquals(bytes, Files.readAllBytes(plain));
            assertEquals("rw-------", permissions(plain));
        }
    }

    @Test
    void bytesAtRest_areNotThePlainBytes() throws Exception {
        byte[] canary = "the canary sentence of one client".repeat(100).getBytes(StandardCharsets.UTF_8);
        storeArrival(ARRIVAL, canary);
        vault.store("harrowgate", write(canary));
        try (Stream<Path> all = Files.walk(data)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String stored = Files.readString(file, StandardCharsets.ISO_8859_1);
                assertFalse(stored.contains("canary sentence"), file.toString());
                assertEquals("rw-------", permissions(file), file.toString());
            }
        }
    }

    @Test
    void sameBytesTwice_areOneBlob() throws Exception {
        Path plain = write(bytes(1000));
        Stored first = vault.store("harrowgate", plain);
        assertEquals(first, vault.store("harrowgate", plain));
        assertEquals(List.of(first.sha256()), names(data.resolve("blobs/harrowgate")));
        Path target = folder.resolve("target");
        vault.fetch("harrowgate", first.sha256(), target);
        assertArrayEquals(bytes(1000), Files.readAllBytes(target));
        assertThrows(FileAlreadyExistsException.class, () -> vault.fetch("harrowgate", first.sha256(), target));
    }

    @Test
    void everyFlippedBit_isFound() throws Exception {
        storeArrival(ARRIVAL, bytes(300));
        Path blob = arrivalBlob(ARRIVAL);
        byte[] good = Files.readAllBytes(blob);
        for (int at = 0; at < good.length; at++) {
            byte[] bad = good.clone();
            bad[at] ^= (byte) (1 << (at % 8));
            Files.write(blob, bad);
            assertDamaged();
        }
    }

    @Test
    void everyTruncation_isFound() throws Exception {
        storeArrival(ARRIVAL, bytes(3 * Segments.SEGMENT));
        Path blob = arrivalBlob(ARRIVAL);
        byte[] good = Files.readAllBytes(blob);
        int stored = Segments.SEGMENT + Sealed.TAG_BYTES;
        for (int length :
                new int[] {0, 7, 39, 40, 41, 40 + stored - 1, 40 + stored, 40 + 2 * stored, good.length - 1}) {
            Files.write(blob, Arrays.copyOf(good, length));
            assertDamaged();
        }
        Files.write(blob, Arrays.copyOf(good, good.length + 1));
        assertDamaged();
        Files.write(blob, Arrays.copyOf(good, good.length + stored));
        assertDamaged();
    }

    @Test
    void reorderedSegments_areFound() throws Exception {
        storeArrival(ARRIVAL, bytes(4 * Segments.SEGMENT));
        byte[] blob = Files.readAllBytes(arrivalBlob(ARRIVAL));
        int stored = Segments.SEGMENT + Sealed.TAG_BYTES;
        byte[] first = Arrays.copyOfRange(blob, 40, 40 + stored);
        System.arraycopy(blob, 40 + stored, blob, 40, stored);
        System.arraycopy(first, 0, blob, 40 + stored, stored);
        Files.write(arrivalBlob(ARRIVAL), blob);
        assertDamaged();
    }

    @Test
    void blobsPutInEachOthersPlace_areFound() throws Exception {
        storeArrival(ARRIVAL, bytes(10));
        storeArrival(OTHER, bytes(20));
        Files.move(arrivalBlob(OTHER), arrivalBlob(ARRIVAL), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertDamaged();

        Stored one = vault.store("harrowgate", write(bytes(10)));
        Stored two = vault.store("harrowgate", write(bytes(20)));
        Path blobs = data.resolve("blobs/harrowgate");
        Files.copy(
                blobs.resolve(one.sha256()),
                blobs.resolve(two.sha256()),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        Path target = folder.resolve("target");
        assertThrows(DamagedBlob.class, () -> vault.fetch("harrowgate", two.sha256(), target));
        assertFalse(Files.exists(target));
    }

    @Test
    void anotherClientsBlob_doesNotOpen() throws Exception {
        Stored stored = vault.store("harrowgate", write(bytes(10)));
        vault.store("pellworm", write(bytes(20)));
        Files.copy(
                data.resolve("blobs/harrowgate").resolve(stored.sha256()),
                data.resolve("blobs/pellworm").resolve(stored.sha256()));
        assertThrows(DamagedBlob.class, () -> vault.fetch("pellworm", stored.sha256(), folder.resolve("target")));
    }

    @Test
    void aSourceThatChangesWhileCopied_isNotStored() throws Exception {
        Path plain = write(bytes(500));
        try (FileChannel source = FileChannel.open(plain)) {
            assertEquals(Optional.empty(), vault.storeArrival(ARRIVAL, source, 499, () -> true));
        }
        try (FileChannel source = FileChannel.open(plain)) {
            assertEquals(Optional.empty(), vault.storeArrival(ARRIVAL, source, 501, () -> true));
        }
        try (FileChannel source = FileChannel.open(plain)) {
            assertEquals(Optional.empty(), vault.storeArrival(ARRIVAL, source, 500, () -> false));
        }
        assertEquals(List.of(), names(data.resolve("blobs/arrivals")));
        assertEquals(List.of(), names(data.resolve("work")));
    }

    @Test
    void deletedArrival_isGone_andDeletingTwiceIsNoError() throws Exception {
        storeArrival(ARRIVAL, bytes(5));
        vault.deleteArrival(ARRIVAL);
        vault.deleteArrival(ARRIVAL);
        assertThrows(NoSuchFileException.class, () -> vault.openArrival(ARRIVAL, folder.resolve("plain")));
        assertFalse(Files.exists(folder.resolve("plain")));
    }

    @Test
    void textsUnsealOnlyWhereTheyWereSealed() throws Exception {
        for (String text : List.of("", "a", "Größe 報告 😀", "\ud800 alone", "x".repeat(100_000))) {
            String sealed = vault.seal("harrowgate", "finding.quote:7", text);
            assertEquals(text, vault.unseal("harrowgate", "finding.quote:7", sealed));
            assertNotEquals(sealed, vault.seal("harrowgate", "finding.quote:7", text));
            assertThrows(DamagedBlob.class, () -> vault.unseal("harrowgate", "finding.quote:8", sealed));
            assertThrows(DamagedBlob.class, () -> vault.unseal("pellworm", "finding.quote:7", sealed));
        }
        for (String junk : List.of("", "====", "no base64 at all", "AAAA")) {
            assertThrows(DamagedBlob.class, () -> vault.unseal("harrowgate", "c", junk));
        }
    }

    @Test
    void everythingOpensAgain_afterARestart() throws Exception {
        Vault guarded = Vault.open(folder.resolve("guarded"), "correct horse".toCharArray());
        Stored stored = guarded.store("harrowgate", write(bytes(99)));
        String sealed = guarded.seal("harrowgate", "c", "text");
        byte[] secret = guarded.secret("sampling");

        Vault again = Vault.open(folder.resolve("guarded"), "correct horse".toCharArray());
        again.fetch("harrowgate", stored.sha256(), folder.resolve("target"));
        assertEquals("text", again.unseal("harrowgate", "c", sealed));
        assertArrayEquals(secret, again.secret("sampling"));
        assertFalse(Arrays.equals(secret, again.secret("fingerprints")));
        assertEquals(32, secret.length);

        var refused =
                assertThrows(KeystoreRefused.class, () -> Vault.open(folder.resolve("guarded"), "wrong".toCharArray()));
        assertTrue(refused.getMessage().contains("The passphrase is another one"), refused.getMessage());
        assertThrows(KeystoreRefused.class, () -> Vault.open(folder.resolve("guarded"), NONE));
    }

    @Test
    void keystoreThatOthersMayRead_isRefused() throws Exception {
        Files.setPosixFilePermissions(data.resolve("keys"), PosixFilePermissions.fromString("rw-r-----"));
        var refused = assertThrows(KeystoreRefused.class, () -> Vault.open(data, NONE));
        assertEquals(
                "Cannot use the keystore " + data.resolve("keys") + ": others may use it. Its permission must be"
                        + " rw-------; found: rw-r-----. Run: chmod 600 " + data.resolve("keys"),
                refused.getMessage());
    }

    @Test
    void missingKeystoreBesideBlobs_isNeverReplacedByNewKeys() throws Exception {
        storeArrival(ARRIVAL, bytes(1));
        Files.delete(data.resolve("keys"));
        assertThrows(KeystoreRefused.class, () -> Vault.open(data, NONE));
        assertFalse(Files.exists(data.resolve("keys")));
    }

    @Test
    void damagedKeystore_saysSo() throws Exception {
        vault.seal("harrowgate", "c", "text");
        Path keys = data.resolve("keys");
        String good = Files.readString(keys);
        for (String bad : List.of(
                "",
                "assay-keys 2\n",
                "assay-keys 1\n",
                good.replace("pbkdf2", "md5"),
                good.replace("pbkdf2-hmac-sha256 1 ", "pbkdf2-hmac-sha256 -1 "),
                good.replace("key master", "key masters"),
                good.replaceFirst("key intake .", "key intake !"),
                good + "surprise\n")) {
            Files.writeString(keys, bad);
            assertThrows(KeystoreRefused.class, () -> Vault.open(data, NONE), bad);
        }
    }

    @Test
    void destroyedKey_isGoneForEver() throws Exception {
        Stored stored = vault.store("harrowgate", write(bytes(9)));
        String sealed = vault.seal("harrowgate", "c", "text");
        vault.destroyKey("harrowgate");
        for (Vault each : List.of(vault, Vault.open(data, NONE))) {
            assertThrows(KeyDestroyed.class, () -> each.unseal("harrowgate", "c", sealed));
            assertThrows(KeyDestroyed.class, () -> each.fetch("harrowgate", stored.sha256(), folder.resolve("t")));
            assertThrows(KeyDestroyed.class, () -> each.store("harrowgate", write(bytes(9))));
        }
        assertEquals("x", vault.unseal("pellworm", "c", vault.seal("pellworm", "c", "x")));
    }

    @Test
    void twoProcessesThatMakeTheSameKey_makeOne() throws Exception {
        List<Vault> vaults = List.of(Vault.open(data, NONE), Vault.open(data, NONE), Vault.open(data, NONE));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<String>> work = IntStream.range(0, 30)
                    .mapToObj(i -> (Callable<String>) () -> vaults.get(i % 3).seal("client-" + i / 3, "c", "text " + i))
                    .toList();
            List<Future<String>> sealed = threads.invokeAll(work);
            Vault reader = Vault.open(data, NONE);
            for (int i = 0; i < sealed.size(); i++) {
                assertEquals(
                        "text " + i,
                        reader.unseal("client-" + i / 3, "c", sealed.get(i).get()));
            }
        }
    }

    @Test
    void namesFromOutside_areNeverPaths() {
        for (String name :
                List.of("", "..", "../keys", "/etc/passwd", "a/b", "a\0b", "A", "arrivals", ARRIVAL + "/..")) {
            assertThrows(IllegalArgumentException.class, () -> vault.openArrival(name, folder.resolve("t")));
            assertThrows(IllegalArgumentException.class, () -> vault.store(name, write(bytes(1))));
            assertThrows(IllegalArgumentException.class, () -> vault.seal(name, "c", "text"));
            assertThrows(IllegalArgumentException.class, () -> vault.fetch("harrowgate", name, folder.resolve("t")));
        }
    }

    @Test
    void failedFlush_isNeverTriedAgain_andLeavesNoBlob() throws Exception {
        var failing = new FailingDisk();
        Vault broken = Vault.open(data, NONE, failing);
        failing.fail = true;
        try (FileChannel source = FileChannel.open(write(bytes(5)))) {
            var lost = assertThrows(DurabilityLost.class, () -> broken.storeArrival(ARRIVAL, source, 5, () -> true));
            assertTrue(lost.getMessage().contains("Stop, check the disk"), lost.getMessage());
        }
        assertEquals(1, failing.flushes);
        assertEquals(List.of(), names(data.resolve("blobs/arrivals")));
        assertEquals(List.of(), names(data.resolve("work")));
    }

    @Test
    void leftoversOfAnInterruptedCopy_areWipedAtStart() throws Exception {
        Files.write(data.resolve("work/1.part"), bytes(10));
        vault.clearWork();
        assertEquals(List.of(), names(data.resolve("work")));
    }

    private void assertDamaged() {
        Path plain = folder.resolve("damaged");
        assertThrows(DamagedBlob.class, () -> vault.openArrival(ARRIVAL, plain));
        assertFalse(Files.exists(plain));
    }

    private Optional<Stored> storeArrival(String id, byte[] bytes) throws IOException {
        try (FileChannel source = FileChannel.open(write(bytes))) {
            return vault.storeArrival(id, source, bytes.length, () -> true);
        }
    }

    private Path arrivalBlob(String id) {
        return data.resolve("blobs/arrivals").resolve(id);
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("source"), bytes);
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    private static final class FailingDisk extends Disk {
        private boolean fail;
        private int flushes;

        @Override
        protected void flush(FileChannel channel, Path file) throws IOException {
            if (fail) {
                flushes++;
                throw new IOException("Input/output error");
            }
            super.flush(channel, file);
        }
    }
}
