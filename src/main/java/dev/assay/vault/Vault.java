package dev.assay.vault;

import dev.assay.meter.CrashPoint;
import dev.assay.work.Id;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.AEADBadTagException;
import javax.crypto.SecretKey;

/// Where bytes rest: encrypted, durable before anyone is told so, found by arrival or by content.
///
/// Before identification bytes lie under the installation's intake key in `blobs/arrivals/<arrival>`, after it
/// under their client's key in `blobs/<client>/<sha256>`. Blobs are written in `work/`, flushed, renamed and
/// the folder flushed; none is ever seen half. Safe for use by many threads, and by other processes of the same
/// installation except for [#clearWork].
public final class Vault {
    /// The owner of texts that belong to no client yet.
    public static final String INTAKE = "(intake)";

    private static final Pattern ARRIVAL = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");
    private static final String ARRIVALS = "arrivals";
    private static final byte[] NO_SALT = {};

    private final Path work;
    private final Path blobs;
    private final Keystore keystore;
    private final Disk disk;

    private Vault(Path work, Path blobs, Keystore keystore, Disk disk) {
        this.work = work;
        this.blobs = blobs;
        this.keystore = keystore;
        this.disk = disk;
    }

    /// Opens the vault of an installation; makes keystore and folders at first use.
    ///
    /// @param data       the installation's data folder
    /// @param passphrase guards the keystore; empty: only the file's permission does
    /// @throws KeystoreRefused if others may use the keystore, the passphrase is another one, it is damaged, or
    ///                       it is missing while there are blobs
    public static Vault open(Path data, char[] passphrase) throws IOException {
        return open(data, passphrase, new Disk());
    }

    /// As [#open(Path, char[])], on a given disk.
    public static Vault open(Path data, char[] passphrase, Disk disk) throws IOException {
        Path work = data.resolve("work");
        Path blobs = data.resolve("blobs");
        Disk.makeFolder(work);
        Disk.makeFolder(blobs.resolve(ARRIVALS));
        Keystore keystore = Keystore.open(data.resolve("keys"), passphrase, holdsNothing(blobs), disk);
        return new Vault(work, blobs, keystore, disk);
    }

    /// The disk it writes to, for others who write durably beside it.
    public Disk disk() {
        return disk;
    }

    /// Copies an arrival's bytes in, hashing and encrypting as they are read. When this returns a value, they
    /// are durable.
    ///
    /// @param arrivalId 32 hex digits; what was stored under it before is replaced
    /// @param source    read from its position on
    /// @param size      how many bytes there should be
    /// @param unchanged asked after the copy: whether the source is still what it was
    /// @return empty if the source had more or fewer bytes or had changed; nothing is stored then
    /// @throws IOException    if reading or writing failed, as on a full disk; nothing is stored then
    /// @throws DurabilityLost if a flush failed
    public Optional<Stored> storeArrival(String arrivalId, FileChannel source, long size, BooleanSupplier unchanged)
            throws IOException {
        return storeArrival(arrivalId, source, size, stored -> stored.size() == size && unchanged.getAsBoolean());
    }

    /// As [#storeArrival(String, FileChannel, long, BooleanSupplier)], from a source that does not say how much it
    /// has.
    ///
    /// @param most  no more than one byte beyond this is read
    /// @param whole asked after the copy with what came: whether it is all, and still what the source holds
    /// @return empty if it is not; nothing is stored then
    public Optional<Stored> storeArrival(
            String arrivalId, ReadableByteChannel source, long most, Predicate<Stored> whole) throws IOException {
        Path part = part();
        try (FileChannel target = Disk.create(part)) {
            Stored stored =
                    new Segments(keystore.intake(), arrivalPurpose(arrivalId)).encrypt(source, most + 1, target);
            CrashPoint.here("W2");
            if (!whole.test(stored)) {
                return Optional.empty();
            }
            publish(target, part, arrival(arrivalId));
            return Optional.of(stored);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /// Writes an arrival's plain bytes to a new file of mode 0600.
    ///
    /// @return what the bytes are, to be compared with what was recorded
    /// @throws DamagedBlob if they are not what was stored; no file is left then
    public Stored openArrival(String arrivalId, Path plainTarget) throws IOException {
        return decrypt(arrival(arrivalId), keystore.intake(), arrivalPurpose(arrivalId), plainTarget);
    }

    /// Deletes an arrival's bytes; nothing happens if there are none.
    public void deleteArrival(String arrivalId) throws IOException {
        Files.deleteIfExists(arrival(arrivalId));
    }

    /// The arrivals whose bytes lie here.
    public List<String> arrivals() throws IOException {
        try (Stream<Path> inside = Files.list(blobs.resolve(ARRIVALS))) {
            return inside.map(blob -> blob.getFileName().toString())
                    .filter(ARRIVAL.asMatchPredicate())
                    .sorted()
                    .toList();
        }
    }

    /// When an arrival's bytes were written.
    public Instant written(String arrivalId) throws IOException {
        return Files.getLastModifiedTime(arrival(arrivalId)).toInstant();
    }

    /// A client's blob.
    ///
    /// @param written when it was last written
    public record ClientBlob(String client, String sha256, Instant written) {}

    /// All clients' blobs.
    public List<ClientBlob> clientBlobs() throws IOException {
        List<ClientBlob> found = new ArrayList<>();
        try (DirectoryStream<Path> clients = Files.newDirectoryStream(
                blobs, each -> Id.isValid(each.getFileName().toString()))) {
            for (Path client : clients) {
                if (!client.endsWith(ARRIVALS)) {
                    addBlobs(client, found);
                }
            }
        }
        return found;
    }

    private static void addBlobs(Path client, List<ClientBlob> found) throws IOException {
        try (DirectoryStream<Path> inside = Files.newDirectoryStream(client)) {
            for (Path blob : inside) {
                String sha256 = blob.getFileName().toString();
                if (SHA_256.matcher(sha256).matches()) {
                    found.add(new ClientBlob(
                            client.getFileName().toString(),
                            sha256,
                            Files.getLastModifiedTime(blob).toInstant()));
                }
            }
        }
    }

    /// Deletes a client's blob; nothing happens if it is not there. Blobs are found by content: it may be the
    /// same for several that name it.
    public void delete(ClientBlob blob) throws IOException {
        requireMatch(SHA_256, "SHA-256", blob.sha256());
        Files.deleteIfExists(blobs.resolve(requireClient(blob.client())).resolve(blob.sha256()));
    }

    /// Deletes all blobs of a client.
    ///
    /// @return how many there were
    public int deleteClient(String client) throws IOException {
        Path folder = blobs.resolve(requireClient(client));
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        int deleted = 0;
        try (DirectoryStream<Path> inside = Files.newDirectoryStream(folder)) {
            for (Path blob : inside) {
                Files.delete(blob);
                deleted++;
            }
        }
        Files.delete(folder);
        return deleted;
    }

    /// Stores a file under its client's key. Storing the same bytes again changes nothing.
    ///
    /// @throws KeyDestroyed if the client's key was destroyed
    public Stored store(String client, Path plain) throws IOException {
        SecretKey key = blobKey(client);
        Path part = part();
        try (FileChannel source = FileChannel.open(plain, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
                FileChannel target = Disk.create(part)) {
            Stored stored = new Segments(key, clientPurpose(client)).encrypt(source, Long.MAX_VALUE, target);
            CrashPoint.here("W2");
            publish(target, part, folder(client).resolve(stored.sha256()));
            return stored;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /// Writes a client's plain bytes to a new file of mode 0600.
    ///
    /// @throws DamagedBlob  if they are not the bytes of that hash; no file is left then
    /// @throws KeyDestroyed if the client's key was destroyed
    public void fetch(String client, String sha256, Path plainTarget) throws IOException {
        requireMatch(SHA_256, "SHA-256", sha256);
        Path blob = folder(client).resolve(sha256);
        Stored found = decrypt(blob, blobKey(client), clientPurpose(client), plainTarget);
        if (!found.sha256().equals(sha256)) {
            Files.delete(plainTarget);
            throw new DamagedBlob(name(blob), "its bytes hash to " + found.sha256());
        }
    }

    /// A text under its client's key, for a column.
    ///
    /// @param client  id, or [#INTAKE] before the client is known
    /// @param context where it stands, such as table, column and row id; it unseals there only
    /// @return Base64
    public String seal(String client, String context, String text) throws IOException {
        byte[] sealed = Sealed.seal(textKey(client), TextBytes.of(text), context);
        return Base64.getEncoder().encodeToString(sealed);
    }

    /// The text that was sealed.
    ///
    /// @throws DamagedBlob  if it was sealed for another client or context, or altered
    /// @throws KeyDestroyed if the client's key was destroyed
    public String unseal(String client, String context, String sealed) throws IOException {
        try {
            return TextBytes.text(
                    Sealed.open(textKey(client), Base64.getDecoder().decode(sealed), context));
        } catch (AEADBadTagException | IllegalArgumentException e) {
            throw new DamagedBlob("the sealed text of " + context, "it is altered or was sealed elsewhere");
        }
    }

    /// A secret of this installation, the same at every start, unrelated to that of any other purpose.
    ///
    /// @return 32 bytes
    public byte[] secret(String purpose) {
        return Derivation.bytes(keystore.master(), NO_SALT, "secret:" + purpose);
    }

    /// Destroys a client's key: its blobs and sealed texts can never be read again, nothing new is taken.
    public void destroyKey(String client) throws IOException {
        keystore.destroy(requireClient(client));
    }

    /// Deletes what an interrupted process left half-written. To be called at start, before anything is stored.
    public void clearWork() throws IOException {
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(work, "*.part")) {
            for (Path part : parts) {
                Files.deleteIfExists(part);
            }
        }
    }

    private void publish(FileChannel written, Path part, Path blob) throws IOException {
        disk.force(written, part);
        CrashPoint.here("W3");
        Files.move(part, blob, StandardCopyOption.ATOMIC_MOVE);
        CrashPoint.here("W4");
        disk.forceFolder(blob);
        CrashPoint.here("W5");
    }

    private static Stored decrypt(Path blob, SecretKey key, String purpose, Path plainTarget) throws IOException {
        try (FileChannel source = FileChannel.open(blob, StandardOpenOption.READ);
                FileChannel target = Disk.create(plainTarget)) {
            return decrypt(source, target, new Segments(key, purpose), blob, plainTarget);
        }
    }

    private static Stored decrypt(
            FileChannel source, FileChannel target, Segments segments, Path blob, Path plainTarget) throws IOException {
        try {
            return segments.decrypt(source, target, name(blob));
        } catch (IOException e) {
            Files.deleteIfExists(plainTarget);
            throw e;
        }
    }

    private Path part() {
        return work.resolve(UUID.randomUUID() + ".part");
    }

    private Path arrival(String arrivalId) {
        requireMatch(ARRIVAL, "arrival id", arrivalId);
        return blobs.resolve(ARRIVALS).resolve(arrivalId);
    }

    private Path folder(String client) throws IOException {
        Path folder = blobs.resolve(requireClient(client));
        if (!Files.isDirectory(folder)) {
            Disk.makeFolder(folder);
            disk.forceFolder(folder);
        }
        return folder;
    }

    private SecretKey blobKey(String client) throws IOException {
        return Derivation.subkey(keystore.client(requireClient(client)), NO_SALT, "blobs");
    }

    private SecretKey textKey(String client) throws IOException {
        if (client.equals(INTAKE)) {
            return Derivation.subkey(keystore.intake(), NO_SALT, "texts");
        }
        return Derivation.subkey(keystore.client(requireClient(client)), NO_SALT, "texts");
    }

    private static String requireClient(String client) {
        if (client.equals(ARRIVALS)) {
            throw new IllegalArgumentException("'" + ARRIVALS + "' cannot be a client's id. Choose another.");
        }
        return Id.require("client", client);
    }

    private static void requireMatch(Pattern pattern, String what, String value) {
        if (!pattern.matcher(value).matches()) {
            throw new IllegalArgumentException("A " + what + " matches " + pattern + ". Found: '" + value + "'");
        }
    }

    private static String arrivalPurpose(String arrivalId) {
        return "blob:arrival:" + arrivalId;
    }

    private static String clientPurpose(String client) {
        return "blob:client:" + client;
    }

    private static String name(Path blob) {
        return "blobs/" + blob.getParent().getFileName() + "/" + blob.getFileName();
    }

    private static boolean holdsNothing(Path blobs) throws IOException {
        try (Stream<Path> inside = Files.walk(blobs, 2)) {
            return inside.noneMatch(Files::isRegularFile);
        }
    }
}
