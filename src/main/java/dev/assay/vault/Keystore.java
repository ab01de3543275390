package dev.assay.vault;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.crypto.AEADBadTagException;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/// The installation's keys in one file of mode 0600: random, each sealed under a key made from the passphrase.
///
/// With an empty passphrase the file's permission is all that guards the keys. The file is replaced whole and
/// flushed before a new key is used, under a lock that other processes of the installation honour.
final class Keystore {
    private static final String MASTER = "master";
    private static final String INTAKE = "intake";
    private static final Set<PosixFilePermission> OWNER =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    /// A file lock holds between processes only; this one holds between the threads of this one.
    private static final Object IN_PROCESS = new Object();

    private final Path file;
    private final Disk disk;
    private final SecretKey wrapping;
    private final Map<String, SecretKey> keys = new HashMap<>();

    private Keystore(Path file, Disk disk, SecretKey wrapping) {
        this.file = file;
        this.disk = disk;
        this.wrapping = wrapping;
    }

    /// Opens the keystore, or makes one where there is none.
    static Keystore open(Path file, char[] passphrase, boolean mayCreate, Disk disk) throws IOException {
        return locked(file, () -> {
            if (!Files.exists(file)) {
                create(file, passphrase, mayCreate, disk);
            }
            return read(file, passphrase, disk);
        });
    }

    SecretKey master() {
        return fixed(MASTER);
    }

    /// The key for what has no client yet.
    SecretKey intake() {
        return fixed(INTAKE);
    }

    /// A client's key, made at its first use.
    ///
    /// @throws KeyDestroyed if it was destroyed
    synchronized SecretKey client(String client) throws IOException {
        String label = label(client);
        SecretKey known = keys.get(label);
        return known != null ? known : learn(client, label);
    }

    /// Forgets a client's key for ever. Copies on disk blocks no longer in use are beyond reach.
    synchronized void destroy(String client) throws IOException {
        String label = label(client);
        locked(file, () -> {
            KeystoreText text = text(file).without(label);
            disk.replace(file, text.bytes());
            return text;
        });
        keys.remove(label);
    }

    private synchronized SecretKey fixed(String label) {
        return Objects.requireNonNull(keys.get(label), label);
    }

    private SecretKey learn(String client, String label) throws IOException {
        return locked(file, () -> {
            KeystoreText text = text(file);
            if (text.destroyed().contains(label)) {
                throw new KeyDestroyed(client);
            }
            if (!text.keys().containsKey(label)) {
                text = text.with(label, newKey(wrapping, label));
                disk.replace(file, text.bytes());
            }
            return unwrap(text, label);
        });
    }

    private SecretKey unwrap(KeystoreText text, String label) throws KeystoreRefused {
        byte[] sealed = text.keys().get(label);
        if (sealed == null) {
            throw new KeystoreRefused(file, "it holds no key '" + label + "'. Restore it from a backup.");
        }
        try {
            SecretKey key = new SecretKeySpec(Sealed.open(wrapping, sealed, label), "AES");
            keys.put(label, key);
            return key;
        } catch (AEADBadTagException e) {
            throw new KeystoreRefused(
                    file,
                    "the key '" + label + "' does not open. The passphrase is another one, or the file is"
                            + " damaged: check the passphrase, or restore the file from a backup.");
        }
    }

    private static void create(Path file, char[] passphrase, boolean mayCreate, Disk disk) throws IOException {
        if (!mayCreate) {
            throw new KeystoreRefused(
                    file, "it is missing, yet there are stored bytes that need it. Restore it from a backup.");
        }
        String salt = Base64.getEncoder().encodeToString(Sealed.random(Derivation.KEY_BYTES));
        int iterations = passphrase.length == 0 ? 1 : Derivation.ITERATIONS;
        SecretKey wrapping = Derivation.fromPassphrase(passphrase, salt, iterations);
        KeystoreText text = new KeystoreText(iterations, salt, Map.of(), Set.of())
                .with(MASTER, newKey(wrapping, MASTER))
                .with(INTAKE, newKey(wrapping, INTAKE));
        disk.replace(file, text.bytes());
    }

    private static Keystore read(Path file, char[] passphrase, Disk disk) throws IOException {
        KeystoreText text = text(file);
        Keystore keystore =
                new Keystore(file, disk, Derivation.fromPassphrase(passphrase, text.salt(), text.iterations()));
        keystore.unwrap(text, MASTER);
        keystore.unwrap(text, INTAKE);
        return keystore;
    }

    private static KeystoreText text(Path file) throws IOException {
        requireOwnerOnly(file);
        return KeystoreText.read(file, Files.readAllBytes(file));
    }

    private static void requireOwnerOnly(Path file) throws IOException {
        if (Files.getFileAttributeView(file, PosixFileAttributeView.class) == null) {
            return;
        }
        Set<PosixFilePermission> found = Files.getPosixFilePermissions(file);
        if (!OWNER.containsAll(found)) {
            throw new KeystoreRefused(
                    file,
                    "others may use it. Its permission must be rw-------; found: "
                            + PosixFilePermissions.toString(found) + ". Run: chmod 600 " + file);
        }
    }

    private static <T> T locked(Path file, Locked<T> work) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".lock");
        synchronized (IN_PROCESS) {
            try (FileChannel channel = FileChannel.open(
                            beside, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), Disk.OWNER_ONLY);
                    FileLock _ = channel.lock()) {
                return work.run();
            }
        }
    }

    private static byte[] newKey(SecretKey wrapping, String label) {
        return Sealed.seal(wrapping, Sealed.random(Derivation.KEY_BYTES), label);
    }

    private static String label(String client) {
        return "client:" + client;
    }

    /// What is done while nobody else changes the file.
    private interface Locked<T> {
        T run() throws IOException;
    }
}
